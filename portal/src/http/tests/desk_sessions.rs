//! The form of sessions where somebody types Enter too early, sends it twice, or says two things that cannot both be.

use super::{
    desk::{hired, see, send, signed_in},
    harness::Portal,
};
use crate::records::StaffRole;

/// What was pressed and typed before the posture.
const BEFORE: [(&str, &str); 4] = [
    ("theme", "logement"),
    ("duree", "30"),
    ("lieu", "domicile"),
    ("nom_lieu", "Maison du parc"),
];

#[tokio::test]
async fn without_a_posture_nothing_is_written_and_what_was_typed_stays() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let page = see(&portal, "/pro/seances", &cookie).await;
    let form = page.split("/pro/seances/noter").nth(1).unwrap();
    let first = form.split("<button").nth(1).unwrap();
    assert!(first.contains(r#"name="posture" value="""#), "{first}");
    for without in [&BEFORE[..], &[&BEFORE[..], &[("posture", "")]].concat()] {
        let answer = send(&portal, "/pro/seances/noter", &cookie, without).await;
        assert_eq!(answer.status, 422);
        let text = String::from_utf8(answer.body).unwrap();
        assert!(text.contains("Il manque la posture."), "{text}");
        for kept in [
            r#"value="logement" checked"#,
            r#"value="30" checked"#,
            r#"value="domicile" checked"#,
            r#"value="Maison du parc""#,
            "<details open",
        ] {
            assert!(text.contains(kept), "{kept} {text}");
        }
        assert!(!text.contains("data-test=\"remove\""), "{text}");
    }
    portal.running.stop().await;
}

//! The form of sessions where somebody types Enter too early, sends it twice, or says two things that cannot both be.

use super::{
    desk::{hired, see, send, signed_in},
    harness::Portal,
};
use crate::{
    domain::desk::{acts, staff},
    fixtures::{NOW, install_attester},
    records::{Act, StaffRole},
};
use wire::Code;

/// What was pressed and typed before the posture.
const BEFORE: [(&str, &str); 4] = [
    ("theme", "logement"),
    ("duree", "30"),
    ("lieu", "domicile"),
    ("nom_lieu", "Maison du parc"),
];

/// What tells the form of a page from all others.
pub(super) fn ticket(page: &str) -> String {
    let after = page.split(r#"name="jeton" value=""#).nth(1).unwrap();
    after.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_form_that_is_sent_twice_writes_once() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let page = see(&portal, "/pro/seances", &cookie).await;
    let jeton = ticket(&page);
    let form = |posture| {
        let last = [("posture", posture), ("jeton", &*jeton)];
        [&BEFORE[..], &last].concat()
    };
    let count = async || {
        let page = see(&portal, "/pro/seances", &cookie).await;
        assert_ne!(ticket(&page), jeton);
        page.matches("data-test=\"remove\"").count()
    };
    for _ in 0..2 {
        let wrote = send(&portal, "/pro/seances/noter", &cookie, &form("je_forme")).await;
        assert_eq!(wrote.headers["location"], "/pro/seances?fait=oui");
        assert_eq!(count().await, 1);
    }
    // Somebody went back in the browser and wrote down another: that is no repetition.
    let wrote = send(&portal, "/pro/seances/noter", &cookie, &form("je_fais")).await;
    assert_eq!(wrote.status, 303);
    assert_eq!(count().await, 2);
    // A form that is shown again keeps what it was told apart by.
    let wrong = [("theme", "logement"), ("jeton", &*jeton)];
    let again = send(&portal, "/pro/seances/noter", &cookie, &wrong).await;
    let text = String::from_utf8(again.body).unwrap();
    assert_eq!((again.status, ticket(&text)), (422, jeton.clone()));
    portal.running.stop().await;
}

#[tokio::test]
async fn an_invitation_that_is_reloaded_invites_nobody_twice() {
    let portal = Portal::start().await;
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    let cookie = signed_in(&portal, officer);
    let jeton = ticket(&see(&portal, "/pro/equipe", &cookie).await);
    let form = |name| [("nom", name), ("role", "mediateur"), ("jeton", &*jeton)];
    let invite = async |name| {
        let answer = send(&portal, "/pro/equipe/inviter", &cookie, &form(name)).await;
        assert_eq!(answer.status, 200);
        let text = String::from_utf8(answer.body).unwrap();
        let link = text.split("/pro/invitation#").nth(1).unwrap();
        wire::Hash::from_hex(&link[..64]).unwrap().0
    };
    let members = async || {
        let all = portal.running.app().read(|read| staff::all(read)).await;
        all.unwrap().len()
    };
    let (first, second) = (invite("Omar").await, invite("Omar").await);
    assert_eq!(members().await, 2);
    // The link that nobody sees any more is no key, the other is.
    let app = portal.running.app();
    let enter = |token: [u8; 32]| {
        app.write(move |tx| staff::enter(tx, &token, (b"Omar", "{}".into()), NOW))
    };
    assert_eq!(enter(first).await.unwrap_err().code, Code::Unauthorized);
    enter(second).await.unwrap();
    let used = send(&portal, "/pro/equipe/inviter", &cookie, &form("Omar")).await;
    assert_eq!(used.headers["location"], "/pro/equipe");
    assert_eq!(members().await, 2);
    invite("Lea").await;
    assert_eq!(members().await, 3);
    portal.running.stop().await;
}

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

#[tokio::test]
async fn a_page_and_its_badge_alone_are_one_attestation() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let app = portal.running.app();
    install_attester(&app.settings);
    let jeton = ticket(&see(&portal, "/pro/attestations", &cookie).await);
    let make = async |name: &str, shape: &str| {
        let form = [
            ("geste", "ouvrir_message"),
            ("nom", name),
            ("forme", shape),
            ("jeton", &*jeton),
        ];
        let made = send(&portal, "/pro/attestations/faire", &cookie, &form).await;
        assert_eq!(made.status, 200);
        made.body
    };
    let made = async || {
        let all = app.read(|read| acts::page(read, None, 20)).await.unwrap();
        let made = all.iter().filter(|(_, act)| act.act == Act::Attested);
        made.count()
    };
    make("Awa", "pdf").await;
    let badge = make("Awa", "badge").await;
    assert_eq!((make("Awa", "badge").await, made().await), (badge, 1));
    // Another name, and another person without one.
    make("Lea", "pdf").await;
    make("", "pdf").await;
    make("", "badge").await;
    assert_eq!(made().await, 3);
    make("", "pdf").await;
    assert_eq!(made().await, 4);
    portal.running.stop().await;
}

#[tokio::test]
async fn two_things_that_cannot_both_be_are_refused_and_stay_to_be_put_right() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let write = async |more: &[(&str, &str)]| {
        let form = [&BEFORE[..], &[("posture", "je_fais")], more].concat();
        let answer = send(&portal, "/pro/seances/noter", &cookie, &form).await;
        (answer.status, String::from_utf8(answer.body).unwrap())
    };
    for (more, why, kept) in [
        (
            &[("redirection", "aide_sociale")][..],
            "Cochez aussi « Orienté vers une structure »",
            r#"value="aide_sociale" selected"#,
        ),
        (
            &[("type", "individuel"), ("participants", "50")],
            "choisissez « Un atelier »",
            r#"value="50""#,
        ),
        (
            &[("participants", "50")],
            "choisissez « Un atelier »",
            r#"value="50""#,
        ),
    ] {
        let (status, text) = write(more).await;
        assert_eq!(status, 422);
        assert!(text.contains(why) && text.contains(kept), "{text}");
        assert!(text.contains("<details open") && text.contains(r#"value="Maison du parc""#));
    }
    let right = [
        &[("redirection", "aide_sociale"), ("oriente", "oui")][..],
        &[("type", "collectif"), ("participants", "50")],
        &[("oriente", "oui")],
        &[("participants", "1")],
    ];
    for more in right {
        assert_eq!(write(more).await.0, 303, "{more:?}");
    }
    portal.running.stop().await;
}

//! What people would like to learn, and what the structure attests: asked for as a browser does, wrongly too; and
//! that the store keeps nobody's name.

use super::{
    desk::{hired, see, send, signed_in},
    harness::{Answer, Portal},
};
use crate::{
    attestation::{self, NotBelieved, verify},
    domain::desk::acts,
    fixtures::{NOW, attester, install_attester},
    records::{Act, StaffRole},
};

async fn attest(portal: &Portal, cookie: &str, form: &[(&str, &str)]) -> Answer {
    send(portal, "/pro/attestations/faire", cookie, form).await
}

#[tokio::test]
async fn an_attestation_is_the_answer_and_stays_nowhere() {
    let portal = Portal::start().await;
    let app = portal.running.app();
    let omar = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, omar);
    let good = [
        ("geste", "envoyer_papier"),
        ("geste", "ouvrir_message"),
        ("geste", "ouvrir_message"),
        ("nom", "Awa Zibrahimova"),
    ];
    // Without a key the page says whom to ask, and nothing that was typed is lost.
    let text = see(&portal, "/pro/attestations", &cookie).await;
    assert!(text.contains("Prévenez l’administrateur"), "{text}");
    let refused = attest(&portal, &cookie, &good).await;
    let text = String::from_utf8(refused.body).unwrap();
    assert_eq!(refused.status, 422);
    assert!(text.contains("Zibrahimova") && text.contains("checked"));

    let (statement, pinned) = install_attester(&app.settings);
    let text = see(&portal, "/pro/attestations", &cookie).await;
    assert!(!text.contains("role=\"alert\""), "{text}");
    for (form, media, name) in [
        (&good[..], "application/pdf", "attestation.pdf"),
        (
            &[&good[..], &[("forme", "badge")]].concat()[..],
            "application/jwt",
            "badge.jwt",
        ),
    ] {
        let made = attest(&portal, &cookie, form).await;
        assert_eq!(made.status, 200);
        assert_eq!(made.headers["content-type"], media);
        assert!(made.headers["content-disposition"].contains(name));
        assert_eq!(made.headers["cache-control"], "no-store");
        let said = verify(&made.body, &statement, &pinned, Some("Awa Zibrahimova")).unwrap();
        assert_eq!(said.gestures, ["ouvrir_message", "envoyer_papier"]);
        let other = verify(&made.body, &statement, &pinned, Some("Omar"));
        assert_eq!(other, Err(NotBelieved::Person));
    }
    let newest = app.read(|read| acts::page(read, None, 3)).await.unwrap();
    let did: Vec<_> = newest.into_iter().map(|(_, act)| act.act).collect();
    assert_eq!(did, [Act::Attested, Act::Attested, Act::Entered]);
    let figures = see(&portal, "/pro/chiffres", &cookie).await;
    assert!(figures.contains("figure-learning"), "{figures}");
    portal.running.stop().await;
    let files = walkdir::WalkDir::new(portal.folder.path()).into_iter();
    let files: Vec<_> = files.map(|entry| entry.unwrap().into_path()).collect();
    let mut seen = 0;
    for file in files.iter().filter(|path| path.is_file()) {
        let bytes = std::fs::read(file).unwrap();
        seen += bytes.len();
        let holds = bytes.windows(11).any(|some| some == b"Zibrahimova");
        assert!(!holds, "{}", file.display());
    }
    assert!(seen > 10_000);
}

#[tokio::test]
async fn what_is_typed_wrongly_is_said_and_kept_on_the_page() {
    let portal = Portal::start().await;
    let omar = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, omar);
    let (statement, pinned) = install_attester(&portal.running.app().settings);
    let long = "x".repeat(300);
    let gesture = ("geste", "garder_code");
    for (form, why, stays) in [
        (&[("nom", "Awa")][..], "au moins un geste", "value=\"Awa\""),
        (
            &[("geste", "voler"), ("nom", "Awa")],
            "au moins un geste",
            "value=\"Awa\"",
        ),
        (&[gesture, ("nom", &*long)], "60 lettres au plus", &*long),
        (
            &[gesture, ("nom", "Awa\u{202e}awA")],
            "un signe qui ne se voit pas",
            "checked",
        ),
        (
            &[gesture, ("nom", "Awa\u{0}")],
            "un signe qui ne se voit pas",
            "checked",
        ),
    ] {
        let refused = attest(&portal, &cookie, form).await;
        let text = String::from_utf8(refused.body).unwrap();
        assert_eq!(refused.status, 422, "{form:?}");
        assert!(text.contains(why) && text.contains(stays), "{text}");
    }
    let app = portal.running.app();
    let newest = app.read(|read| acts::page(read, None, 1)).await.unwrap();
    assert_eq!(newest[0].1.act, Act::Entered, "nothing was written down");
    // A name in another script, or none, is no mistake; one of our own signs is shown as it is.
    for name in ["أولينا خالد", "", "<b>O’Neil</b> & Söhne"] {
        let made = attest(&portal, &cookie, &[gesture, ("nom", name)]).await;
        assert_eq!(made.status, 200, "{name}");
        let said = verify(&made.body, &statement, &pinned, None).unwrap();
        assert_eq!(said.is_named, !name.is_empty());
    }
    portal.running.stop().await;
}

#[tokio::test]
async fn a_key_that_ended_or_is_of_another_structure_signs_nothing() {
    let portal = Portal::start().await;
    let app = portal.running.app();
    let omar = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, omar);
    let (key, statement) = attester(NOW);
    let root = crate::structure::RootKey::generate(&mut wire::random::System::new());
    let said = statement.attesters.claimed().unwrap();
    let foreign = wire::attestation::Statement {
        roots: wire::structure::RootChain {
            first: root.public(),
            successors: Vec::new(),
        },
        attesters: root.name_attesters(&said),
    };
    assert!(attestation::install(&app.settings, (&key, &foreign), NOW).is_err());
    let other = crate::structure::AttesterKey::generate(&mut wire::random::System::new());
    assert!(attestation::install(&app.settings, (&other, &statement), NOW).is_err());
    let late = NOW + 366 * 86_400;
    assert!(attestation::install(&app.settings, (&key, &statement), late).is_err());
    let text = see(&portal, "/pro/attestations", &cookie).await;
    assert!(text.contains("role=\"alert\""));
    attestation::install(&app.settings, (&key, &statement), NOW).unwrap();
    let text = see(&portal, "/pro/attestations", &cookie).await;
    assert!(!text.contains("role=\"alert\""));
    portal.clock.advance(366 * 86_400);
    let cookie = signed_in(&portal, omar);
    let ended = attest(&portal, &cookie, &[("geste", "garder_code")]).await;
    assert_eq!(ended.status, 422);
    portal.running.stop().await;
}

#[tokio::test]
async fn the_grid_says_what_was_wished_and_keeps_counts_alone() {
    let portal = Portal::start().await;
    let omar = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, omar);
    let told = async |form: &[(&str, &str)]| {
        let answer = send(&portal, "/pro/besoins/bilan", &cookie, form).await;
        let text = String::from_utf8(answer.body).unwrap();
        (answer.status, text)
    };
    let (status, text) = told(&[]).await;
    assert_eq!(status, 200);
    assert!(text.contains("Rien n’est demandé"), "{text}");
    let form = [
        ("ouvrir_message", "autonome"),
        ("envoyer_papier", "avec_guidage"),
        ("garder_code", ""),
        ("envie", "reconnaitre_piege"),
    ];
    for _ in 0..5 {
        let (status, text) = told(&form).await;
        assert_eq!(status, 200);
        for words in [
            "Je fais déjà",
            "Ouvrir un message",
            "Reconnaître un message piégé",
            "On peut en parler",
            "Sécurité en ligne",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert!(!text.contains("Choisir et garder un code"), "{text}");
    }
    let (status, _) = told(&[("ouvrir_message", "12/20")]).await;
    assert_eq!(status, 400);
    let figures = see(&portal, "/pro/chiffres/export", &cookie).await;
    // Five of six: it would say that one did not.
    assert!(
        figures.contains("\"Reconnaître un message piégé\";\"moins de 5, ou masqué\""),
        "{figures}"
    );
    assert!(figures.contains("\"pages à emporter\";\"6\""), "{figures}");
    assert!(figures.contains("\"Ouvrir un message\";\"0\""), "{figures}");
    portal.running.stop().await;
}

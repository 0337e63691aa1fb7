//! What figures say, and of which month.

use super::{
    desk::{hired, see, send, signed_in},
    harness::Portal,
};
use crate::records::StaffRole;

#[tokio::test]
async fn what_is_lent_today_is_in_no_month_of_before() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let form = [("genre", "cle"), ("du", "1"), ("au", "12")];
    let added = send(&portal, "/pro/stock/ajouter", &cookie, &form).await;
    assert_eq!(added.status, 303);
    for (asked, is_there) in [
        ("", true),
        ("?mois=2027-01", true),
        ("?mois=2026-12", false),
    ] {
        let page = see(&portal, &format!("/pro/chiffres{asked}"), &cookie).await;
        let file = see(&portal, &format!("/pro/chiffres/export{asked}"), &cookie).await;
        assert_eq!(page.contains("figure-stock"), is_there, "{asked}");
        assert_eq!(
            file.contains("Ce qui est prêté"),
            is_there,
            "{asked} {file}"
        );
        assert!(file.contains("Séances par lieu"), "{asked} {file}");
    }
    portal.running.stop().await;
}

#[tokio::test]
async fn hours_are_those_of_the_structure_wherever_the_portal_runs() {
    let portal = Portal::start().await;
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    let cookie = signed_in(&portal, officer);
    // 15 January 2027, 8:00 in Greenwich.
    let page = see(&portal, "/pro/historique", &cookie).await;
    assert!(page.contains("15 janvier 2027 à 9 h 00"), "{page}");
    portal.running.stop().await;
}

#[tokio::test]
async fn every_figure_has_its_drawing_its_table_and_what_it_counts() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    for (times, posture) in [(6, "je_forme"), (5, "je_fais")] {
        let form = [
            ("theme", "logement"),
            ("duree", "30"),
            ("lieu", "lieu_activite"),
            ("nom_lieu", "Maison <b>du parc</b>"),
            ("posture", posture),
        ];
        for _ in 0..times {
            let wrote = send(&portal, "/pro/seances/noter", &cookie, &form).await;
            assert_eq!(wrote.status, 303);
        }
    }
    let page = see(&portal, "/pro/chiffres", &cookie).await;
    let mut figures = page.split("<section class=\"figure\">").skip(1).peekable();
    assert!(figures.peek().is_some());
    for figure in figures {
        let is_empty = figure.contains("Rien à compter.");
        assert!(is_empty || figure.contains("<svg role=\"img\""), "{figure}");
        assert!(is_empty || figure.contains("<caption>"), "{figure}");
        assert!(figure.contains("<p class=\"hint\">"), "{figure}");
    }
    assert!(page.contains("data-test=\"figure-share\""), "{page}");
    assert!(
        page.contains("55 %") && page.contains("Maison &lt;b&gt;du parc"),
        "{page}"
    );
    let file = see(&portal, "/pro/chiffres/export", &cookie).await;
    for line in [
        r#""Gestes faits par la personne";"par la personne";"6""#,
        r#""Gestes faits par la personne";"par l’aidant";"5""#,
        r#""Gestes faits par la personne";"toutes les séances";"11""#,
        r#""Séances par nom de lieu";"Maison <b>du parc</b>";"11""#,
        r#""Séances par nom de lieu";"sans nom, ou moins de 5 séances";"0""#,
    ] {
        assert!(file.contains(line), "{line} {file}");
    }
    portal.running.stop().await;
}

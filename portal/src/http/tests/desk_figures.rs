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

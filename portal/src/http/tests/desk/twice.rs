//! One press too many of what takes something away: the second answer says that it was done already.

use super::*;

/// Sends a form, and gives the page that the browser shows then.
async fn shown(portal: &Portal, path: &str, cookie: &str, form: &[(&str, &str)]) -> String {
    let answer = send(portal, path, cookie, form).await;
    assert_eq!(answer.status, 303, "{path} {form:?}");
    let to = answer.headers["location"].clone();
    see(portal, &to, cookie).await
}

async fn newest(portal: &Portal) -> Act {
    let app = portal.running.app();
    let acts = app.read(|read| acts::page(read, None, 1)).await.unwrap();
    acts[0].1.act.clone()
}

#[tokio::test]
async fn a_range_is_taken_out_once_and_nobody_elses_press_is_the_same() {
    let portal = Portal::start().await;
    let [ines, ana] = [
        hired(&portal, "Ines", StaffRole::Officer).await,
        hired(&portal, "Ana", StaffRole::Officer).await,
    ]
    .map(|officer| signed_in(&portal, officer));
    let form = [("genre", "cle"), ("du", "5"), ("au", "7")];
    send(&portal, "/pro/stock/ajouter", &ines, &form).await;
    let path = "/pro/stock/retirer";
    let first = shown(&portal, path, &ines, &form).await;
    assert!(first.contains("ne sont plus dans la liste"), "{first}");
    let act = newest(&portal).await;
    assert_eq!(shown(&portal, path, &ines, &form).await, first);
    let app = portal.running.app();
    let acts = app.read(|read| acts::page(read, None, 99)).await.unwrap();
    let times = acts.iter().filter(|(_, one)| one.act == act).count();
    assert_eq!(times, 1);
    // Another range, somebody else, and later: these numbers are not there.
    let refused = async |cookie: &str, form: &[(&str, &str)]| {
        let answer = send(&portal, path, cookie, form).await;
        let text = String::from_utf8(answer.body).unwrap();
        assert!(text.contains("n’est pas dans la liste"), "{text}");
    };
    refused(&ines, &[("genre", "cle"), ("du", "5"), ("au", "6")]).await;
    refused(&ana, &form).await;
    portal.clock.advance(crate::domain::desk::stock::MOMENT_S);
    refused(&ines, &form).await;
    portal.running.stop().await;
}

#[tokio::test]
async fn a_session_is_taken_out_once() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let four = four("logement", "domicile", "je_forme");
    send(&portal, "/pro/seances/noter", &cookie, &four).await;
    let text = see(&portal, "/pro/seances", &cookie).await;
    let name = text.split("name=\"quoi\" value=\"").nth(1).unwrap()[..24].to_owned();
    let form = [("quoi", &*name)];
    let path = "/pro/seances/retirer";
    let first = shown(&portal, path, &cookie, &form).await;
    assert!(first.contains("La séance est retirée."), "{first}");
    let second = shown(&portal, path, &cookie, &form).await;
    assert!(
        second.contains("C’est déjà fait : cette séance n’est plus dans la liste."),
        "{second}"
    );
    portal.running.stop().await;
}

#[tokio::test]
async fn an_approval_is_taken_back_once_or_has_served() {
    let portal = Portal::start().await;
    let (_, passkey, _) = portal.move_in("lina").await;
    let session = portal.open(&passkey).await;
    let certified = ask_to_help(&portal, "Lina", &session).await;
    let number = certified.to_string();
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    let cookie = signed_in(&portal, officer);
    let approval = [
        ("numero", &*number),
        ("role", "volunteer"),
        ("compare", "oui"),
    ];
    send(&portal, "/pro/aidants/approuver", &cookie, &approval).await;
    let form = [("numero", &*number)];
    let path = "/pro/aidants/retirer";
    let first = shown(&portal, path, &cookie, &form).await;
    assert!(first.contains("n’est plus approuvée"), "{first}");
    let second = shown(&portal, path, &cookie, &form).await;
    assert!(
        second.contains("C’est déjà fait : cet accord n’existe plus."),
        "{second}"
    );
    assert_eq!(newest(&portal).await, Act::Withdrawn(number.clone()));
    // Where the key was quicker, nothing was taken back, and nobody is told so.
    certify(&portal, certified, 90, NOW);
    let late = shown(&portal, path, &cookie, &form).await;
    assert!(
        late.contains("la structure a déjà certifié cette personne") && !late.contains("déjà fait"),
        "{late}"
    );
    portal.running.stop().await;
}

#[tokio::test]
async fn somebodys_access_is_ended_once_and_ones_own_says_no_falsehood() {
    let portal = Portal::start().await;
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    let other = hired(&portal, "Ana", StaffRole::Officer).await;
    let cookie = signed_in(&portal, officer);
    let hex = |id: StaffId| data_encoding::HEXLOWER.encode(&id.0);
    let (own, theirs) = (hex(officer), hex(other));
    let path = "/pro/equipe/terminer";
    // Whoever is left without a colleague stays: another one is there first.
    hired(&portal, "Lea", StaffRole::Officer).await;
    let form = [("qui", &*theirs), ("sur", "oui")];
    let first = shown(&portal, path, &cookie, &form).await;
    assert!(first.contains("C’est fait : cette personne"), "{first}");
    let second = shown(&portal, path, &cookie, &form).await;
    assert!(
        second.contains("C’est déjà fait : cette personne n’entre plus au bureau."),
        "{second}"
    );
    // Nobody ever was that.
    let nobody = "0f".repeat(16);
    let answer = send(&portal, path, &cookie, &[("qui", &nobody), ("sur", "oui")]).await;
    assert_eq!(answer.status, 404);
    // The second press of whoever ends their own comes without a session.
    let form = [("qui", &*own), ("sur", "oui")];
    assert_eq!(send(&portal, path, &cookie, &form).await.status, 303);
    let over = send(&portal, path, &cookie, &form).await;
    let page = String::from_utf8(over.body).unwrap();
    assert_eq!(over.status, 401);
    assert!(page.contains("Votre séance est finie"), "{page}");
    assert!(!page.contains("Rien n’est noté"), "{page}");
    portal.running.stop().await;
}

//! Names and approvals: shown, and gone.

use super::*;

#[tokio::test]
async fn a_name_is_shown_and_never_run_and_what_is_too_long_is_refused() {
    let portal = Portal::start().await;
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    let cookie = signed_in(&portal, officer);
    let name = "<script>alert(1)</script>\"'&";
    let fields = [("nom", name), ("role", "mediateur")];
    let invited = send(&portal, "/pro/equipe/inviter", &cookie, &fields).await;
    let text = String::from_utf8(invited.body).unwrap();
    assert_eq!(invited.status, 200);
    assert!(text.contains("https://acces.example/pro/invitation#"));
    for text in [
        text,
        see(&portal, "/pro/equipe", &cookie).await,
        see(&portal, "/pro/historique", &cookie).await,
    ] {
        assert!(!text.contains("<script>alert"), "{text}");
        assert!(text.contains("&lt;script&gt;alert"), "{text}");
    }
    let long = "x".repeat(61);
    for (name, role) in [
        ("", "mediateur"),
        (&*long, "mediateur"),
        ("a\nb", "mediateur"),
        ("Ana", "admin"),
    ] {
        let answer = send(
            &portal,
            "/pro/equipe/inviter",
            &cookie,
            &[("nom", name), ("role", role)],
        )
        .await;
        assert_eq!(answer.status, 422, "{name}");
        // What was typed is not lost.
        let text = String::from_utf8(answer.body).unwrap();
        assert!(text.contains("role=\"alert\""), "{text}");
        assert!(
            name.contains('\n') || text.contains(&format!("value=\"{name}\"")),
            "{text}"
        );
    }
    let longer = "x".repeat(20 << 10);
    let answer = send(&portal, "/pro/equipe/inviter", &cookie, &[("nom", &longer)]).await;
    assert_eq!(answer.status, 413);
    let before = see(&portal, "/pro/equipe", &cookie)
        .await
        .matches("<tr>")
        .count();
    assert_eq!(before, 3);
    // The last officer stays.
    let ended = end(&portal, &cookie, officer, &[("sur", "oui")]).await;
    assert!(ended.contains("Il reste un seul responsable."), "{ended}");
    portal.running.stop().await;
}

/// Presses what ends somebody's access, and gives the page that says why it did not; nothing where it did.
async fn end(portal: &Portal, cookie: &str, who: StaffId, more: &[(&str, &str)]) -> String {
    let id = data_encoding::HEXLOWER.encode(&who.0);
    let form = [&[("qui", &*id)], more].concat();
    let answer = send(portal, "/pro/equipe/terminer", cookie, &form).await;
    let text = String::from_utf8(answer.body).unwrap();
    assert_eq!(answer.status == 303, text.is_empty());
    text
}

#[tokio::test]
async fn nobody_is_sent_away_by_one_press() {
    let portal = Portal::start().await;
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let (cookie, theirs) = (signed_in(&portal, officer), signed_in(&portal, mediator));
    let page = see(&portal, "/pro/equipe", &cookie).await;
    assert!(page.contains("Oui, Omar n’entre plus."), "{page}");
    for unsure in [&[][..], &[("sur", "")]] {
        let said = end(&portal, &cookie, mediator, unsure).await;
        assert!(said.contains("Cochez la phrase"), "{said}");
        see(&portal, "/pro", &theirs).await;
    }
    assert_eq!(end(&portal, &cookie, mediator, &[("sur", "oui")]).await, "");
    let answer = portal
        .ask("GET", "/pro", &[("cookie", &theirs)], None)
        .await;
    assert_eq!(answer.status, 303);
    portal.running.stop().await;
}

#[tokio::test]
async fn home_shows_what_waits_and_nobodys_name() {
    let portal = Portal::start().await;
    portal.move_in("walker").await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let text = see(&portal, "/pro", &signed_in(&portal, mediator)).await;
    assert!(text.contains("Personne n’attend."), "{text}");
    assert!(
        text.contains("<dt>Espaces ouverts ici</dt><dd>1</dd>"),
        "{text}"
    );
    assert!(!text.contains("/pro/aidants"), "{text}");
    portal.running.stop().await;
}

#[tokio::test]
async fn an_approval_that_nobody_asks_for_is_seen_and_goes_with_a_stop_or_a_month() {
    let portal = Portal::start().await;
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    let cookie = signed_in(&portal, officer);
    let numbers = ["1", "2", "3"].map(|digit| HelperNumber::parse(&digit.repeat(12)).unwrap());
    for number in numbers.clone() {
        let approved = portal
            .running
            .app()
            .write(move |tx| approvals::approve(tx, &number, Role::Volunteer, officer, NOW));
        approved.await.unwrap();
    }
    let shown = async |cookie: &str| {
        let text = see(&portal, "/pro/aidants", cookie).await;
        numbers
            .each_ref()
            .map(|number| text.contains(&format!("value=\"{number}\"")))
    };
    assert_eq!(shown(&cookie).await, [true; 3]);
    let first = numbers[0].to_string();
    let form = [("numero", &*first)];
    let withdrawn = send(&portal, "/pro/aidants/retirer", &cookie, &form).await;
    assert_eq!(withdrawn.status, 303);
    // Stopped with the key, while the portal runs.
    let settings = Settings::read(&portal.path("data")).unwrap();
    let (number, clock) = (numbers[1].clone(), portal.clock.clone());
    let stopped = tokio::task::spawn_blocking(move || {
        let system = Deps::system();
        crate::staff::stopped(&settings, number, &Deps { clock, ..system })
    });
    stopped.await.unwrap().unwrap();
    assert_eq!(shown(&cookie).await, [false, false, true]);
    portal.clock.advance(approvals::DAYS * DAY);
    let cookie = signed_in(&portal, officer);
    assert_eq!(shown(&cookie).await, [false; 3]);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_backup_brings_the_desk_back_but_nobody_in() {
    let portal = Portal::start().await;
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    let cookie = signed_in(&portal, officer);
    let form = [("genre", "cle"), ("du", "1"), ("au", "3")];
    send(&portal, "/pro/stock/ajouter", &cookie, &form).await;
    let form = [("nom", "Omar"), ("role", "mediateur")];
    send(&portal, "/pro/equipe/inviter", &cookie, &form).await;
    let number = HelperNumber::parse(&"1".repeat(12)).unwrap();
    let approved = portal
        .running
        .app()
        .write(move |tx| approvals::approve(tx, &number, Role::Volunteer, officer, NOW));
    approved.await.unwrap();
    portal.running.backup(portal.path("backup")).await.unwrap();
    let (from, to) = (portal.path("backup"), portal.path("again"));
    let restored = tokio::task::spawn_blocking(move || crate::backup::restore(&from, &to, None));
    restored.await.unwrap().unwrap();
    let portal = portal.restart("again").await;
    let answer = portal
        .ask("GET", "/pro", &[("cookie", &cookie)], None)
        .await;
    assert_eq!(answer.status, 303);
    let cookie = signed_in(&portal, officer);
    let team = see(&portal, "/pro/equipe", &cookie).await;
    assert!(team.contains("Omar"), "{team}");
    let stock = see(&portal, "/pro/stock", &cookie).await;
    assert!(stock.contains("numero=3\""), "{stock}");
    let acts = see(&portal, "/pro/historique", &cookie).await;
    assert!(acts.contains("ajout : Clés 1 à 3"), "{acts}");
    for table in [
        Table::StaffInvitations,
        Table::StaffPasskeys,
        Table::Approvals,
    ] {
        let rows = portal
            .running
            .app()
            .read(move |read| Ok(read.scan(table, &[], None, 9)?));
        assert_eq!(rows.await.unwrap(), [], "{table:?}");
    }
    // A fresh link lets in.
    hired(&portal, "Ines", StaffRole::Officer).await;
    portal.running.stop().await;
}

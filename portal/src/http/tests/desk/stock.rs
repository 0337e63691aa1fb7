//! What is lent.

use super::*;

#[tokio::test]
async fn what_is_lent_goes_its_steps_and_no_other() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let add =
        |first: &'static str, last: &'static str| [("genre", "cle"), ("du", first), ("au", last)];
    let added = send(&portal, "/pro/stock/ajouter", &cookie, &add("1", "1000")).await;
    assert_eq!(added.status, 303);
    // A hundred a page, and the next ones.
    let text = see(&portal, "/pro/stock", &cookie).await;
    assert!(
        text.contains("numero=100\"") && !text.contains("numero=101\""),
        "{text}"
    );
    let text = see(&portal, "/pro/stock?genre=cle&apres=900", &cookie).await;
    assert!(
        text.contains("numero=1000\"") && !text.contains("numero=900\""),
        "{text}"
    );
    let change = async |first: &str, to: &str| {
        let form = [("genre", "cle"), ("du", first), ("au", ""), ("vers", to)];
        send(&portal, "/pro/stock/etat", &cookie, &form).await
    };
    assert_eq!(change("7", "pret").await.status, 303);
    // One press too many.
    assert_eq!(change("7", "pret").await.status, 303);
    portal.clock.advance(crate::domain::desk::stock::MOMENT_S);
    for (first, to, why) in [
        ("7", "pret", "déjà son état"),
        ("7", "efface", "noter son retour"),
        ("8", "retour", "personne ne l’a"),
        ("1001", "pret", "n’est pas dans la liste"),
        ("x", "pret", "Écrivez des numéros"),
        ("4294967297", "pret", "Écrivez des numéros"),
        ("8", "vole", "Choisissez"),
    ] {
        let answer = change(first, to).await;
        let text = String::from_utf8(answer.body).unwrap();
        assert_eq!(answer.status, 422, "{first} {to}");
        assert!(text.contains(why), "{first} {to} {text}");
    }
    let twice = send(&portal, "/pro/stock/ajouter", &cookie, &add("999", "1001")).await;
    assert_eq!(twice.status, 422);
    let many = send(&portal, "/pro/stock/ajouter", &cookie, &add("2000", "9000")).await;
    assert_eq!(many.status, 422);
    let one = see(&portal, "/pro/stock/voir?genre=cle&numero=7", &cookie).await;
    assert!(one.contains("en prêt") && one.contains("Omar"), "{one}");
    // Names have a place of their own, which is no note.
    assert!(
        one.contains("« Carnet des prêts »") && !one.contains("une note"),
        "{one}"
    );
    let nowhere = portal
        .ask(
            "GET",
            "/pro/stock/voir?genre=cle&numero=1001",
            &[("cookie", &cookie)],
            None,
        )
        .await;
    assert_eq!(nowhere.status, 404);
    // It is there after a restart, and the session is not.
    let portal = portal.restart("data").await;
    let answer = portal
        .ask("GET", "/pro/stock", &[("cookie", &cookie)], None)
        .await;
    assert_eq!(answer.status, 303);
    let cookie = signed_in(&portal, mediator);
    let text = see(&portal, "/pro/stock?genre=cle&etat=pret", &cookie).await;
    assert!(text.contains("numero=7\""), "{text}");
    portal.running.stop().await;
}

#[tokio::test]
async fn a_line_of_nothing_wiped_asks_for_somebodys_word() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let thing = [("genre", "cle"), ("du", "41"), ("au", "")];
    let added = send(&portal, "/pro/stock/ajouter", &cookie, &thing).await;
    assert_eq!(added.status, 303);
    for to in ["pret", "retour"] {
        let form = [&thing[..], &[("vers", to)]].concat();
        let sent = send(&portal, "/pro/stock/etat", &cookie, &form).await;
        assert_eq!(sent.status, 303, "{to}");
    }
    let line = wire::Wiped {
        number: 41,
        time: crate::fixtures::NOW + 60,
        files: 0,
        bytes: 0,
        others: 0,
    };
    let line = line.to_string();
    let form = [("genre", "cle"), ("numero", "41"), ("preuve", &line)];
    let refused = send(&portal, "/pro/stock/efface", &cookie, &form).await;
    assert_eq!(refused.status, 422);
    let text = String::from_utf8(refused.body).unwrap();
    assert!(
        text.contains("aucun fichier de clé") && text.contains("data-test=\"word\""),
        "{text}"
    );
    let form = [&form[..], &[("dit", "oui")]].concat();
    let sent = send(&portal, "/pro/stock/efface", &cookie, &form).await;
    assert_eq!(sent.status, 303);
    let one = see(&portal, "/pro/stock/voir?genre=cle&numero=41", &cookie).await;
    assert!(one.contains("dit par l’équipe"), "{one}");
    portal.running.stop().await;
}

#[tokio::test]
async fn a_charter_without_a_button_says_why() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let charter = async |number: &str| {
        let path = format!("/pro/charte?genre=cle&numero={number}");
        let page = see(&portal, &path, &cookie).await;
        let has_button = page.contains("data-test=\"accept\"");
        assert_ne!(has_button, page.contains("data-test=\"no-loan\""), "{page}");
        (page, has_button)
    };
    let (page, _) = charter("7").await;
    assert!(page.contains("il n’est pas dans la liste"), "{page}");
    let thing = [("genre", "cle"), ("du", "7")];
    send(&portal, "/pro/stock/ajouter", &cookie, &thing).await;
    assert!(charter("7").await.1);
    let form = [("genre", "cle"), ("numero", "7"), ("langue", "fr")];
    // A double click.
    for _ in 0..2 {
        let lent = send(&portal, "/pro/stock/preter", &cookie, &form).await;
        assert!(lent.headers["location"].ends_with("&fait=pret"));
    }
    for (to, why) in [
        ("pret", "il est déjà en prêt"),
        ("bloque", "noter son retour"),
        ("retour", "d’abord l’effacer"),
    ] {
        let form = [&thing[..], &[("vers", to)]].concat();
        send(&portal, "/pro/stock/etat", &cookie, &form).await;
        let (page, _) = charter("7").await;
        assert!(page.contains(why), "{to} {page}");
    }
    // To be read without any number.
    let page = see(&portal, "/pro/charte?genre=cle", &cookie).await;
    assert!(
        !page.contains("no-loan") && !page.contains("accept\""),
        "{page}"
    );
    portal.running.stop().await;
}

#[tokio::test]
async fn a_number_is_found_wherever_it_stands() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let form = [("genre", "cle"), ("du", "1"), ("au", "1000")];
    send(&portal, "/pro/stock/ajouter", &cookie, &form).await;
    let list = see(&portal, "/pro/stock?genre=cle&apres=100", &cookie).await;
    assert!(list.contains("Début de la liste"), "{list}");
    let list = see(&portal, "/pro/stock?genre=cle", &cookie).await;
    assert!(!list.contains("Début de la liste"), "{list}");
    assert!(list.contains("name=\"numero\"") && list.contains("action=\"/pro/stock/voir\""));
    let search = async |typed: &str| {
        let path = format!("/pro/stock/voir?genre=cle&cherche=oui&numero={typed}");
        let answer = portal.ask("GET", &path, &[("cookie", &cookie)], None).await;
        (answer.status, String::from_utf8(answer.body).unwrap())
    };
    let (status, page) = search("+987+").await;
    assert!(status == 200 && page.contains("Clé numéro 987"), "{page}");
    for (typed, why) in [
        ("1001", "Le numéro 1001 n’est pas dans la liste."),
        ("douze", "Écrivez un numéro, en chiffres."),
        ("", "Écrivez un numéro, en chiffres."),
    ] {
        let (status, page) = search(typed).await;
        assert!(status == 422 && page.contains(why), "{page}");
        assert!(page.contains(&format!("value=\"{typed}\" data-test=\"number\"")));
    }
    portal.running.stop().await;
}

#[tokio::test]
async fn the_list_is_turned_both_ways_and_says_where_it_ends() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let form = [("genre", "cle"), ("du", "1"), ("au", "300")];
    send(&portal, "/pro/stock/ajouter", &cookie, &form).await;
    let lent = [
        ("genre", "cle"),
        ("du", "101"),
        ("au", "250"),
        ("vers", "pret"),
    ];
    send(&portal, "/pro/stock/etat", &cookie, &lent).await;
    // Where the links of a page lead: back, and on.
    let turned = async |asked: &str| {
        let page = see(&portal, &format!("/pro/stock?genre=cle{asked}"), &cookie).await;
        let leads = |name: &str| {
            let before = page.split(&format!("\" data-test=\"{name}\"")).next()?;
            let is_there = before.len() < page.len();
            let to = before.rsplit("href=\"/pro/stock?genre=cle").next()?;
            is_there.then(|| to.replace("&amp;", "&"))
        };
        ((leads("before"), leads("more")), page)
    };
    let to = |path: &str| Some(path.to_owned());
    for (asked, before, more) in [
        ("", None, to("&apres=100")),
        ("&apres=100", to(""), to("&apres=200")),
        // What follows the last page is nothing, however full that is.
        ("&apres=200", to("&apres=100"), None),
        ("&apres=30", to(""), to("&apres=130")),
        ("&etat=pret", None, to("&etat=pret&apres=200")),
        ("&etat=pret&apres=200", to("&etat=pret"), None),
    ] {
        let (found, page) = turned(asked).await;
        assert_eq!(found, (before, more), "{asked} {page}");
    }
    // Behind the end somebody is told so, and led back to the last page.
    for (asked, after, last) in [
        ("&apres=300", "300", "&apres=200"),
        ("&apres=999999", "999999", "&apres=200"),
        ("&apres=4294967295", "4294967295", "&apres=200"),
        ("&etat=pret&apres=260", "260", "&etat=pret&apres=150"),
    ] {
        let (found, page) = turned(asked).await;
        assert_eq!(found, (to(last), None), "{asked} {page}");
        let said = format!("Il n’y a rien après le numéro {after}. La liste finit avant.");
        assert!(page.contains(&said), "{asked} {page}");
    }
    for wrong in ["x", "-1", "4294967296"] {
        let path = format!("/pro/stock?genre=cle&apres={wrong}");
        let answer = portal.ask("GET", &path, &[("cookie", &cookie)], None).await;
        assert_eq!(answer.status, 404, "{wrong}");
    }
    portal.running.stop().await;
}

#[tokio::test]
async fn an_officer_takes_out_what_was_added_by_mistake() {
    let portal = Portal::start().await;
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let (cookie, theirs) = (signed_in(&portal, officer), signed_in(&portal, mediator));
    let form = [("genre", "cle"), ("du", "1"), ("au", "12")];
    send(&portal, "/pro/stock/ajouter", &theirs, &form).await;
    let button = "action=\"/pro/stock/retirer\"";
    let list = see(&portal, "/pro/stock", &theirs).await;
    assert!(!list.contains(button), "{list}");
    let refused = send(&portal, "/pro/stock/retirer", &theirs, &form).await;
    assert_eq!(refused.status, 403);
    let list = see(&portal, "/pro/stock", &cookie).await;
    assert!(
        list.contains(button) && list.contains("numero=12\""),
        "{list}"
    );
    let lent = [("genre", "cle"), ("du", "4"), ("vers", "pret")];
    send(&portal, "/pro/stock/etat", &theirs, &lent).await;
    let refused = send(&portal, "/pro/stock/retirer", &cookie, &form).await;
    let text = String::from_utf8(refused.body).unwrap();
    assert_eq!(refused.status, 422);
    assert!(text.contains("Le numéro 4 a déjà servi"), "{text}");
    let form = [("genre", "cle"), ("du", "5"), ("au", "12")];
    let taken = send(&portal, "/pro/stock/retirer", &cookie, &form).await;
    assert_eq!(
        taken.headers["location"],
        "/pro/stock?genre=cle&fait=retrait"
    );
    let list = see(&portal, "/pro/stock?genre=cle&fait=retrait", &cookie).await;
    assert!(
        list.contains("numero=4\"") && !list.contains("numero=5\""),
        "{list}"
    );
    assert!(list.contains("ne sont plus dans la liste"), "{list}");
    let acts = see(&portal, "/pro/historique", &cookie).await;
    assert!(acts.contains("retrait de la liste : Clés 5 à 12"), "{acts}");
    portal.running.stop().await;
}

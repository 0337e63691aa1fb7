//! A session: what it may, and what ends it.

use super::*;

#[tokio::test]
async fn whoever_was_ended_writes_nothing_by_a_request_that_was_let_in_before() {
    let portal = Portal::start().await;
    let (_, passkey, _) = portal.move_in("lina").await;
    let session = portal.open(&passkey).await;
    let number = ask_to_help(&portal, "Lina", &session).await;
    let boss = hired(&portal, "Ana", StaffRole::Officer).await;
    let omar = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, boss);
    let form = [("genre", "cle"), ("du", "1")];
    send(&portal, "/pro/stock/ajouter", &cookie, &form).await;
    let form = four("logement", "domicile", "je_forme");
    send(&portal, "/pro/seances/noter", &cookie, &form).await;
    let text = see(&portal, "/pro/seances", &cookie).await;
    let name = text.split("name=\"quoi\" value=\"").nth(1).unwrap()[..24].to_owned();
    install_attester(&portal.running.app().settings);
    let (number, omar) = (number.to_string(), data_encoding::HEXLOWER.encode(&omar.0));
    let approval = [
        ("numero", &*number),
        ("role", "volunteer"),
        ("compare", "oui"),
    ];
    let mut looked_at = 0;
    for page in PAGES.iter().filter(|page| page.body == Body::Form) {
        let form: Vec<(&str, &str)> = match page.deed {
            // Whoever leaves writes nothing.
            Deed::SignOut => continue,
            Deed::Invite => vec![("nom", "Paul"), ("role", "responsable")],
            Deed::End => vec![("qui", &*omar), ("sur", "oui")],
            Deed::Approve => approval.to_vec(),
            Deed::Withdraw => {
                // There must be something to take back.
                send(&portal, "/pro/aidants/approuver", &cookie, &approval).await;
                vec![("numero", &*number)]
            }
            Deed::AddItems => vec![("genre", "cle"), ("du", "2")],
            Deed::TakeOutItems => vec![("genre", "cle"), ("du", "1")],
            Deed::MoveItems => vec![("genre", "cle"), ("du", "1"), ("vers", "pret")],
            Deed::LendItem => vec![("genre", "cle"), ("numero", "1"), ("langue", "fr")],
            Deed::WipeItem => {
                // A computer is wiped on somebody's word, once it came back.
                let form = [("genre", "ordinateur"), ("du", "1")];
                send(&portal, "/pro/stock/ajouter", &cookie, &form).await;
                for to in ["pret", "retour"] {
                    let form = [("genre", "ordinateur"), ("du", "1"), ("vers", to)];
                    send(&portal, "/pro/stock/etat", &cookie, &form).await;
                }
                vec![("genre", "ordinateur"), ("numero", "1"), ("dit", "oui")]
            }
            Deed::RecordSession => four("justice", "autre", "je_fais").to_vec(),
            Deed::RemoveSession => vec![("quoi", &*name)],
            Deed::TellNeeds => vec![("envie", "garder_code")],
            Deed::Attest => vec![("geste", "garder_code")],
            other => panic!("{other:?} has no form here"),
        };
        let gone = hired(&portal, "Ines", StaffRole::Officer).await;
        let theirs = signed_in(&portal, gone);
        let headers = [
            ("cookie", &*theirs),
            ("origin", ORIGIN),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(form);
        let body = body.finish();
        let app = portal.running.app();
        let ending = async {
            let ended = app.write(move |tx| staff::end(tx, gone, Some(boss), NOW));
            ended.await.unwrap();
        };
        let answer = portal
            .ask_slowly(page.path, &headers, body.as_bytes(), ending)
            .await;
        assert_eq!(answer.status, 401, "{}", page.path);
        let newest = app.read(|read| acts::page(read, None, 1)).await.unwrap();
        assert_eq!(newest[0].1.act, Act::Ended(gone), "{}", page.path);
        looked_at += 1;
    }
    assert_eq!(looked_at, 13);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_session_ends_by_itself_and_when_one_leaves() {
    let portal = Portal::start().await;
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    let seen = async |cookie: &str| {
        let answer = portal.ask("GET", "/pro", &[("cookie", cookie)], None).await;
        answer.status
    };
    let idle = signed_in(&portal, officer);
    assert_eq!(seen(&idle).await, 200);
    portal.clock.advance(IDLE_S);
    assert_eq!(seen(&idle).await, 303);
    let whole = signed_in(&portal, officer);
    for _ in 0..WHOLE_S / (IDLE_S - 1) {
        portal.clock.advance(IDLE_S - 1);
        assert_eq!(seen(&whole).await, 200);
    }
    portal.clock.advance(IDLE_S - 1);
    let over = portal.ask("GET", "/pro", &[("cookie", &whole)], None).await;
    assert_eq!(over.status, 303);
    assert_eq!(over.headers["location"], "/pro/entrer?fini=oui");
    assert!(over.headers["set-cookie"].contains("Max-Age=0"));

    let leaving = signed_in(&portal, officer);
    let headers = [
        ("cookie", &*leaving),
        ("origin", ORIGIN),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let left = portal.ask("POST", "/pro/sortir", &headers, Some(b"")).await;
    assert_eq!(left.headers["location"], "/pro/entrer?sorti=oui");
    assert_eq!(seen(&leaving).await, 303);
    portal.running.stop().await;
}

#[tokio::test]
async fn what_changes_something_comes_from_our_own_pages() {
    let portal = Portal::start().await;
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    let mut cookie = signed_in(&portal, officer);
    let foreign: &[&[(&str, &str)]] = &[
        &[],
        &[("origin", "null")],
        &[("origin", "https://acces.example.evil")],
        &[("origin", "http://acces.example")],
        &[("origin", ORIGIN), ("sec-fetch-site", "cross-site")],
        &[("origin", ORIGIN), ("sec-fetch-site", "same-site")],
        &[("origin", ORIGIN), ("sec-fetch-site", "none")],
        &[("sec-fetch-site", "same-origin")],
    ];
    let media = |page: &Page| match page.body {
        Body::Json => "application/json",
        Body::Empty | Body::Form => "application/x-www-form-urlencoded",
    };
    for page in PAGES.iter().filter(|page| page.method == "POST") {
        for said in foreign {
            let mut headers = vec![("cookie", &*cookie), ("content-type", media(page))];
            headers.extend_from_slice(said);
            let answer = portal.ask("POST", page.path, &headers, Some(b"{}")).await;
            assert_eq!(answer.status, 403, "{} {said:?}", page.path);
        }
        // A form of another site cannot send what the script sends, nor the other way round.
        let other = match media(page) {
            "application/json" => "text/plain",
            _ => "application/json",
        };
        let headers = [
            ("cookie", &*cookie),
            ("content-type", other),
            ("origin", ORIGIN),
        ];
        let answer = portal.ask("POST", page.path, &headers, Some(b"{}")).await;
        let is_leaving = page.path == "/pro/sortir";
        assert_eq!(
            answer.status,
            if is_leaving { 303 } else { 415 },
            "{}",
            page.path
        );
        if is_leaving {
            cookie = signed_in(&portal, officer);
        }
    }
    // A page that another site leads to is not shown as to whoever is signed in.
    for site in ["cross-site", "same-site"] {
        // With the cookie or without: the browser keeps the one it has, and its session goes on.
        let with_cookie = [("sec-fetch-site", site), ("cookie", &*cookie)];
        for headers in [&with_cookie[..], &with_cookie[..1]] {
            let answer = portal.ask("GET", "/pro", headers, None).await;
            assert_eq!(answer.status, 303, "{site}");
            assert_eq!(answer.headers["location"], "/pro/entrer");
            assert!(!answer.headers.contains_key("set-cookie"), "{site}");
        }
        see(&portal, "/pro", &cookie).await;
    }
    portal.running.stop().await;
}

#[tokio::test]
async fn what_was_typed_when_the_session_was_over_is_sent_once_more() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let over = signed_in(&portal, mediator);
    portal.clock.advance(IDLE_S);
    let typed = "Maison <b>du</b> \"parc\"";
    let four = four("logement", "autre", "je_forme");
    let form = [&four[..], &[("theme", "justice"), ("nom_lieu", typed)]].concat();
    let answer = send(&portal, "/pro/seances/noter", &over, &form).await;
    let page = String::from_utf8(answer.body).unwrap();
    assert_eq!(answer.status, 401);
    assert!(page.contains("href=\"/pro/entrer\""), "{page}");
    assert!(page.contains("action=\"/pro/seances/noter\"") && !page.contains("<b>"));
    // What the button sends.
    let fields: Vec<(String, String)> = page
        .split("<input type=\"hidden\" name=\"")
        .skip(1)
        .map(|rest| {
            let (name, rest) = rest.split_once("\" value=\"").unwrap();
            let value = rest.split('"').next().unwrap();
            let value = value.replace("&lt;", "<").replace("&gt;", ">");
            (name.to_owned(), value.replace("&quot;", "\""))
        })
        .collect();
    let fields: Vec<_> = fields.iter().map(|(n, v)| (&**n, &**v)).collect();
    assert_eq!(fields, form);
    let cookie = signed_in(&portal, mediator);
    let wrote = send(&portal, "/pro/seances/noter", &cookie, &fields).await;
    assert_eq!(wrote.headers["location"], "/pro/seances?fait=oui");
    // Another site learns nothing of what it sends, and whoever leaves is shown the door.
    let headers = [
        ("origin", "https://evil.example"),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let path = "/pro/seances/noter";
    let theirs = portal
        .ask("POST", path, &headers, Some(b"nom_lieu=x"))
        .await;
    assert_eq!(theirs.status, 403);
    let left = send(&portal, "/pro/sortir", &over, &[("nom_lieu", "x")]).await;
    let page = String::from_utf8(left.body).unwrap();
    assert!(
        left.status == 401 && page.contains("data-test=\"enter\"") && !page.contains("nom_lieu")
    );
    portal.running.stop().await;
}

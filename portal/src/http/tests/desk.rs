//! Every page of the desk by everybody: a walk made from the page of its routes, and those who come with
//! something wrong.

use wire::{
    helper::{HelperNumber, Role},
    random::System,
};

use super::{
    harness::{Answer, Portal, bearer},
    helpers::ask as ask_to_help,
};
use crate::{
    Deps, Settings,
    desk::{Body, IDLE_S, PAGES, Page, WHOLE_S},
    domain::{
        DAY,
        desk::{
            acts, approvals,
            policy::{Deed, Who, permit},
            staff,
        },
    },
    fixtures::{NOW, ORIGIN, install_attester},
    records::{Act, StaffId, StaffRole},
    store::{Read, Table},
};

/// Somebody of the staff with a passkey that no browser holds.
pub(super) async fn hired(portal: &Portal, name: &'static str, role: StaffRole) -> StaffId {
    let app = portal.running.app();
    let entered = app
        .write(move |tx| {
            let (_, token) = staff::invite(tx, (name, role), None, NOW, &mut System::new())?;
            staff::enter(tx, &token, (name.as_bytes(), "{}".into()), NOW)
        })
        .await;
    entered.unwrap()
}

/// The cookie of somebody who signed in now.
pub(super) fn signed_in(portal: &Portal, staff: StaffId) -> String {
    let now = crate::clock::Clock::now(&*portal.clock);
    portal.running.app().desk.let_in(staff, now)
}

/// What one of our own pages makes a browser say.
fn from_here(page: &Page, cookie: Option<&str>) -> Vec<(&'static str, String)> {
    let mut headers = vec![
        ("origin", ORIGIN.to_owned()),
        ("sec-fetch-site", "same-origin".to_owned()),
    ];
    match page.body {
        Body::Empty => {}
        Body::Form => headers.push((
            "content-type",
            "application/x-www-form-urlencoded".to_owned(),
        )),
        Body::Json => headers.push(("content-type", "application/json".to_owned())),
    }
    headers.extend(cookie.map(|cookie| ("cookie", cookie.to_owned())));
    headers
}

async fn ask(portal: &Portal, page: &Page, headers: &[(&str, String)]) -> Answer {
    let path = page
        .path
        .replace("{file}", "desk.css")
        .replace("/voir", "/voir?genre=cle&numero=1")
        .replace("/stock/retour", "/stock/retour?genre=cle&numero=1");
    let headers: Vec<_> = headers.iter().map(|(name, v)| (*name, &**v)).collect();
    let body: Option<&[u8]> = match page.body {
        Body::Empty => None,
        Body::Form => Some(b""),
        Body::Json => Some(b"{}"),
    };
    portal
        .ask(page.method.as_str(), &path, &headers, body)
        .await
}

fn is_outside(page: &Page) -> bool {
    permit(Who::Nobody, page.deed).is_ok()
}

/// Whether somebody without a session was shown the door.
fn shown_the_door(page: &Page, answer: &Answer) -> bool {
    if page.method == "GET" {
        answer.status == 303 && answer.headers["location"].starts_with("/pro/entrer")
    } else {
        answer.status == 401
    }
}

#[tokio::test]
async fn whoever_may_not_is_refused_on_every_page() {
    let portal = Portal::start_as(crate::serve::Patience::default(), |limits| {
        limits.desk_per_minute = 10_000;
    })
    .await;
    let (_, passkey, _) = portal.move_in("walker").await;
    let space = portal.open(&passkey).await;
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let gone = hired(&portal, "Paul", StaffRole::Officer).await;
    let left = signed_in(&portal, gone);
    let ended = portal
        .running
        .app()
        .write(move |tx| staff::end(tx, gone, None, NOW));
    ended.await.unwrap();
    let nobodys = [
        None,
        Some("__Host-desk=".to_owned()),
        Some(format!("__Host-desk={}", "00".repeat(32))),
        Some(format!("desk={}", "00".repeat(32))),
        // The token of a space, as a cookie.
        Some(format!("__Host-desk={}", wire::Hash(space.token).to_hex())),
        Some(left),
    ];
    for page in PAGES {
        let what = format!("{} {}", page.method, page.path);
        for cookie in &nobodys {
            let headers = from_here(page, cookie.as_deref());
            let answer = ask(&portal, page, &headers).await;
            let is_shown = shown_the_door(page, &answer);
            assert_eq!(
                is_shown,
                !is_outside(page),
                "{what} {cookie:?} {}",
                answer.status
            );
        }
        // A session of a space is none here.
        let mut headers = from_here(page, None);
        headers.push(("authorization", bearer(&space)));
        let answer = ask(&portal, page, &headers).await;
        assert_eq!(shown_the_door(page, &answer), !is_outside(page), "{what}");
        for (who, role) in [
            (officer, StaffRole::Officer),
            (mediator, StaffRole::Mediator),
        ] {
            let headers = from_here(page, Some(&signed_in(&portal, who)));
            let answer = ask(&portal, page, &headers).await;
            let may = permit(Who::Staff(role), page.deed).is_ok();
            assert_eq!(answer.status == 403, !may, "{what} {role:?}");
            assert!(answer.status < 500, "{what} {role:?}");
            assert!(!shown_the_door(page, &answer), "{what} {role:?}");
        }
    }
    portal.running.stop().await;
}

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
            Deed::End => vec![("qui", &*omar)],
            Deed::Approve => approval.to_vec(),
            Deed::Withdraw => {
                // There must be something to take back.
                send(&portal, "/pro/aidants/approuver", &cookie, &approval).await;
                vec![("numero", &*number)]
            }
            Deed::AddItems => vec![("genre", "cle"), ("du", "2")],
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
    assert_eq!(looked_at, 12);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_session_of_the_desk_opens_no_route_of_a_space() {
    let portal = Portal::start().await;
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    let cookie = signed_in(&portal, officer);
    let token = cookie.split_once('=').unwrap().1.to_owned();
    let bearer = format!("Bearer {token}");
    for route in crate::http::routes::ROUTES {
        let path = route
            .path
            .replace("{folder}", "3")
            .replace("{id}", &"09".repeat(32));
        let is_open =
            |role, state| crate::domain::policy::permit(role, route.action, state).is_ok();
        use crate::domain::policy::{Role, State};
        if !is_open(Role::Owner, State::Live) && !is_open(Role::Helper, State::Live) {
            continue;
        }
        let headers = [
            ("cookie", &*cookie),
            ("authorization", &*bearer),
            ("content-type", "application/cbor"),
        ];
        let answer = portal
            .ask(route.method.as_str(), &path, &headers, None)
            .await;
        assert_eq!(answer.code(), wire::Code::Unauthorized, "{path}");
    }
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
async fn every_page_says_that_nothing_comes_from_elsewhere() {
    let portal = Portal::start().await;
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    let cookie = signed_in(&portal, officer);
    let form = [("genre", "cle"), ("du", "1")];
    send(&portal, "/pro/stock/ajouter", &cookie, &form).await;
    for page in PAGES.iter().filter(|page| page.method == "GET") {
        let answer = ask(&portal, page, &from_here(page, Some(&cookie))).await;
        assert_eq!(answer.status, 200, "{}", page.path);
        let policy = &answer.headers["content-security-policy"];
        assert!(policy.starts_with("default-src 'none';"), "{policy}");
        assert!(
            !policy.contains("unsafe") && !policy.contains("http"),
            "{policy}"
        );
        assert_eq!(answer.headers["referrer-policy"], "same-origin");
        assert_eq!(answer.headers["x-frame-options"], "DENY");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        let is_look = page.path.contains("{file}");
        assert_eq!(answer.headers["cache-control"] == "no-store", !is_look);
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        if !is_look {
            for written in [
                " style=", "<style", " onclick", " onload", "<script>", "http:", "https://",
            ] {
                assert!(!text.contains(written), "{} {written}", page.path);
            }
        }
    }
    let nowhere = portal
        .ask("GET", "/pro/style/../../etc/passwd", &[], None)
        .await;
    assert_eq!(nowhere.status, 404);
    portal.running.stop().await;
}

/// What a form says, as a browser sends it.
pub(super) async fn send(
    portal: &Portal,
    path: &str,
    cookie: &str,
    form: &[(&str, &str)],
) -> Answer {
    let mut body = url::form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(form);
    let headers = [
        ("cookie", cookie),
        ("origin", ORIGIN),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let body = body.finish();
    portal
        .ask("POST", path, &headers, Some(body.as_bytes()))
        .await
}

pub(super) async fn see(portal: &Portal, path: &str, cookie: &str) -> String {
    let answer = portal.ask("GET", path, &[("cookie", cookie)], None).await;
    assert_eq!(answer.status, 200, "{path}");
    String::from_utf8(answer.body).unwrap()
}

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
    let id = data_encoding::HEXLOWER.encode(&officer.0);
    let ended = send(&portal, "/pro/equipe/terminer", &cookie, &[("qui", &id)]).await;
    assert_eq!(ended.status, 422);
    portal.running.stop().await;
}

#[tokio::test]
async fn knocking_is_not_free() {
    let portal = Portal::start_as(crate::serve::Patience::default(), |limits| {
        limits.desk_per_minute = 3;
    })
    .await;
    let guess = format!("__Host-desk={}", "11".repeat(32));
    let headers = [("cookie", &*guess)];
    let knocks = async || {
        let headers = [("origin", ORIGIN), ("content-type", "application/json")];
        let path = "/pro/entrer/debut";
        portal.ask("POST", path, &headers, Some(b"{}")).await
    };
    // Whoever looks and guesses keeps nobody at the same address from coming in.
    for _ in 0..10 {
        assert_eq!(portal.ask("GET", "/pro", &headers, None).await.status, 303);
    }
    for _ in 0..3 {
        assert_eq!(knocks().await.status, 200);
    }
    let stopped = knocks().await;
    assert_eq!(stopped.status, 429);
    assert!(stopped.headers.contains_key("retry-after"));
    assert_eq!(portal.ask("GET", "/pro", &headers, None).await.status, 303);
    // Whoever is in goes on.
    let officer = hired(&portal, "Ines", StaffRole::Officer).await;
    see(&portal, "/pro", &signed_in(&portal, officer)).await;
    portal.running.stop().await;
}

#[tokio::test]
async fn guessing_a_session_is_not_free() {
    let portal = Portal::start_as(crate::serve::Patience::default(), |limits| {
        limits.address_per_minute = 3;
    })
    .await;
    let guess = format!("__Host-desk={}", "11".repeat(32));
    let headers = [("cookie", &*guess)];
    for _ in 0..3 {
        assert_eq!(portal.ask("GET", "/pro", &headers, None).await.status, 303);
    }
    assert_eq!(portal.ask("GET", "/pro", &headers, None).await.status, 429);
    portal.running.stop().await;
}

#[tokio::test]
async fn one_of_the_staff_writes_so_much_a_minute() {
    let portal = Portal::start_as(crate::serve::Patience::default(), |limits| {
        limits.desk_writes_per_minute = 3;
    })
    .await;
    let hasty = hired(&portal, "Omar", StaffRole::Mediator).await;
    let other = hired(&portal, "Lea", StaffRole::Mediator).await;
    let (cookie, another) = (signed_in(&portal, hasty), signed_in(&portal, hasty));
    let wrong = [("genre", "cle"), ("du", "x")];
    let export = async |cookie: &str| {
        let path = "/pro/seances/export";
        portal.ask("GET", path, &[("cookie", cookie)], None).await
    };
    for cookie in [&cookie, &another] {
        let refused = send(&portal, "/pro/stock/ajouter", cookie, &wrong).await;
        assert_eq!(refused.status, 422);
    }
    assert_eq!(export(&cookie).await.status, 200);
    let stopped = send(&portal, "/pro/stock/etat", &another, &wrong).await;
    assert_eq!(stopped.status, 429);
    assert!(stopped.headers.contains_key("retry-after"));
    assert_eq!(export(&cookie).await.status, 429);
    // They still see every page, leave, and keep nobody else from writing.
    see(&portal, "/pro/stock", &cookie).await;
    let theirs = signed_in(&portal, other);
    let refused = send(&portal, "/pro/stock/ajouter", &theirs, &wrong).await;
    assert_eq!(refused.status, 422);
    assert_eq!(send(&portal, "/pro/sortir", &cookie, &[]).await.status, 303);
    portal.running.stop().await;
}

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

/// The four presses of a session.
fn four<'a>(theme: &'a str, place: &'a str, posture: &'a str) -> [(&'a str, &'a str); 4] {
    [
        ("theme", theme),
        ("duree", "30"),
        ("lieu", place),
        ("posture", posture),
    ]
}

#[tokio::test]
async fn a_session_is_written_down_listed_exported_and_taken_out() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let other = hired(&portal, "Lea", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let wrote = send(
        &portal,
        "/pro/seances/noter",
        &cookie,
        &four("logement", "domicile", "je_forme"),
    )
    .await;
    assert_eq!(wrote.headers["location"], "/pro/seances?fait=oui");
    let evil = "=HYPERLINK(\"https://evil.example\")<b>";
    let more = [
        four("justice", "autre", "je_fais").as_slice(),
        &[("nom_lieu", evil), ("age", "70_plus")],
    ]
    .concat();
    assert_eq!(
        send(&portal, "/pro/seances/noter", &cookie, &more)
            .await
            .status,
        303
    );
    let long = "x".repeat(81);
    for (field, value) in [
        ("theme", "cuisine"),
        ("duree", "0"),
        ("duree", "1e9"),
        ("lieu", ""),
        ("posture", "je_dors"),
        ("nom_lieu", &*long),
        ("jour", "2999-01-01"),
        ("jour", "hier"),
        ("participants", "100000"),
        ("age", "vieux"),
    ] {
        let mut form = four("logement", "domicile", "je_forme").to_vec();
        form.retain(|(name, _)| *name != field);
        form.push((field, value));
        let answer = send(&portal, "/pro/seances/noter", &cookie, &form).await;
        assert_eq!(answer.status, 422, "{field}={value}");
        let text = String::from_utf8(answer.body).unwrap();
        // What was pressed before is pressed still.
        let kept = "value=\"logement\" checked";
        assert!(
            field == "theme" || text.contains(kept),
            "{field}={value} {text}"
        );
    }
    let text = see(&portal, "/pro/seances", &cookie).await;
    assert!(
        text.contains("Logement") && text.contains("&lt;b&gt;"),
        "{text}"
    );
    assert_eq!(text.matches("data-test=\"remove\"").count(), 2);
    let month = text.split("export?mois=").nth(1).unwrap()[..7].to_owned();
    let file = async |format: &str| {
        let path = format!("/pro/seances/export?mois={month}&format={format}");
        let answer = portal.ask("GET", &path, &[("cookie", &cookie)], None).await;
        assert_eq!(answer.status, 200, "{format}");
        let kept = &answer.headers["content-disposition"];
        assert_eq!(
            *kept,
            format!("attachment; filename=\"seances-{month}.{format}\"")
        );
        answer.body
    };
    let csv = String::from_utf8(file("csv").await).unwrap();
    assert!(
        csv.starts_with("\u{feff}\"Date\";\"Type\";\"Participants\";\"Canaux\";"),
        "{csv}"
    );
    assert!(
        csv.contains(";\"'=HYPERLINK(") && csv.contains(";\"Je forme\";\"\";\"\";\"\"\r\n"),
        "{csv}"
    );
    assert!(file("xlsx").await.starts_with(b"PK"));
    let json: serde_json::Value = serde_json::from_slice(&file("json").await).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 2);
    for wrong in [
        "mois=2026-13",
        "mois=x",
        "mois=9999-01",
        "format=exe",
        "mois=2026-11-01",
    ] {
        let path = format!("/pro/seances/export?{wrong}");
        let answer = portal.ask("GET", &path, &[("cookie", &cookie)], None).await;
        assert_eq!(answer.status, 404, "{wrong}");
    }
    // A colleague does not take out what is not theirs; an empty month is an empty file.
    let name = text.split("name=\"quoi\" value=\"").nth(1).unwrap()[..24].to_owned();
    let theirs = signed_in(&portal, other);
    let taken = send(&portal, "/pro/seances/retirer", &theirs, &[("quoi", &name)]).await;
    assert_eq!(taken.status, 403);
    let taken = send(&portal, "/pro/seances/retirer", &cookie, &[("quoi", &name)]).await;
    assert_eq!(taken.status, 303);
    let again = send(&portal, "/pro/seances/retirer", &cookie, &[("quoi", &name)]).await;
    assert_eq!(again.status, 404);
    let text = see(&portal, "/pro/seances", &theirs).await;
    assert!(!text.contains("data-test=\"remove\""), "{text}");
    portal.running.stop().await;
}

#[tokio::test]
async fn languages_and_aids_are_counted_where_they_were_noted_and_small_ones_are_hidden() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let write = async |times: usize, more: &[(&str, &str)]| {
        for _ in 0..times {
            let form = [&four("logement", "domicile", "je_forme"), more].concat();
            let sent = send(&portal, "/pro/seances/noter", &cookie, &form).await;
            assert_eq!(sent.status, 303);
        }
    };
    write(9, &[("langue", "fr"), ("aide", "grandes_lettres")]).await;
    write(7, &[("langue", "ar"), ("langue", "fr"), ("aide", "aucune")]).await;
    write(2, &[("langue", "uk")]).await;
    write(6, &[]).await;
    let wrong = [
        &four("logement", "domicile", "je_forme")[..],
        &[("langue", "xx")],
    ]
    .concat();
    let refused = send(&portal, "/pro/seances/noter", &cookie, &wrong).await;
    assert_eq!(refused.status, 422);
    // An aid and none: what was chosen stays, to be put right.
    let both = [
        &four("logement", "domicile", "je_forme")[..],
        &[("langue", "ar"), ("aide", "contraste"), ("aide", "aucune")],
    ]
    .concat();
    let refused = send(&portal, "/pro/seances/noter", &cookie, &both).await;
    assert_eq!(refused.status, 422);
    let text = String::from_utf8(refused.body).unwrap();
    for kept in ["ar", "contraste", "aucune"] {
        assert!(
            text.contains(&format!("value=\"{kept}\" checked")),
            "{text}"
        );
    }
    assert!(text.contains("« Aucune aide » seule") && text.contains("<details open"));
    let answer = portal
        .ask("GET", "/pro/chiffres/export", &[("cookie", &cookie)], None)
        .await;
    let file = String::from_utf8(answer.body).unwrap();
    for line in [
        // Sixteen of eighteen would say two.
        r#""Séances par langue";"Français";"moins de 5, ou masqué""#,
        // Two, and the next smallest with them.
        r#""Séances par langue";"Arabe";"moins de 5, ou masqué""#,
        r#""Séances par langue";"Ukrainien";"moins de 5, ou masqué""#,
        r#""Séances par langue";"pas noté";"6""#,
        r#""Séances par langue";"Turc";"0""#,
        r#""Séances par aide utilisée";"Grandes lettres";"9""#,
        r#""Séances par aide utilisée";"Aucune aide";"7""#,
        r#""Séances par aide utilisée";"pas noté";"8""#,
    ] {
        assert!(file.contains(line), "{line}: {file}");
    }
    let page = see(&portal, "/pro/chiffres", &cookie).await;
    assert!(page.contains("data-test=\"figure-languages\""), "{page}");
    portal.running.stop().await;
}

#[tokio::test]
async fn figures_hide_small_numbers_on_the_page_and_in_the_file() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let figures = async || {
        let page = see(&portal, "/pro/chiffres", &cookie).await;
        let answer = portal
            .ask("GET", "/pro/chiffres/export", &[("cookie", &cookie)], None)
            .await;
        (page, String::from_utf8(answer.body).unwrap())
    };
    let write = async |times: usize, place: &str, posture: &str| {
        for _ in 0..times {
            let form = four("logement", place, posture);
            assert_eq!(
                send(&portal, "/pro/seances/noter", &cookie, &form)
                    .await
                    .status,
                303
            );
        }
    };
    write(3, "domicile", "je_fais").await;
    let (page, file) = figures().await;
    assert!(page.contains("trop peu de séances"), "{page}");
    assert!(
        file.contains(r#""Séances par lieu";"Domicile";"moins de 5, ou masqué""#),
        "{file}"
    );
    assert!(!file.contains(";\"3\"\r\n"), "{file}");
    write(9, "lieu_activite", "je_forme").await;
    write(6, "a_distance", "je_fais").await;
    let (page, file) = figures().await;
    // Eighteen, of which three at home: the six on the line must go with them.
    assert!(file.contains("\"Séances\";\"toutes\";\"18\"\r\n"), "{file}");
    assert!(
        file.contains("\"Séances par lieu\";\"Lieu d’activité\";\"9\"\r\n"),
        "{file}"
    );
    for hidden in ["\"Domicile\";\"3\"", "\"À distance\";\"6\""] {
        assert!(!file.contains(hidden), "{file}");
    }
    assert!(
        file.contains("\"Séances par posture\";\"Je forme\";\"9\"\r\n"),
        "{file}"
    );
    assert!(
        page.contains("50 %") && page.contains("<svg role=\"img\""),
        "{page}"
    );
    let wrong = portal
        .ask(
            "GET",
            "/pro/chiffres?mois=2026-1",
            &[("cookie", &cookie)],
            None,
        )
        .await;
    assert_eq!(wrong.status, 404);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_sum_that_one_table_hides_is_in_no_other() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    // Five in three places, of which none says that it is five or more; all with one theme and one posture.
    for place in [
        "domicile",
        "autre",
        "a_distance",
        "a_distance",
        "a_distance",
    ] {
        let form = four("logement", place, "je_fais");
        let wrote = send(&portal, "/pro/seances/noter", &cookie, &form).await;
        assert_eq!(wrote.status, 303);
    }
    let path = "/pro/chiffres/export";
    let answer = portal.ask("GET", path, &[("cookie", &cookie)], None).await;
    let file = String::from_utf8(answer.body).unwrap();
    for hidden in [
        r#""Séances";"toutes""#,
        r#""Séances par lieu";"À distance""#,
        r#""Séances par posture";"Je fais""#,
        r#""Séances par thème";"Logement""#,
    ] {
        let masked = format!("{hidden};\"moins de 5, ou masqué\"\r\n");
        assert!(file.contains(&masked), "{hidden} {file}");
    }
    portal.running.stop().await;
}

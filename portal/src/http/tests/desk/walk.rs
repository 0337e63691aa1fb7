//! Every page, by everybody who may and may not.

use super::*;

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

//! So many requests and no more.

use super::*;

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

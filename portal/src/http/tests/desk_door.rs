//! Coming in again in one browser, with a passkey made of software.

use serde_json::{Value, json};
use wire::{
    Hash,
    api::{WebauthnId, WebauthnOptions},
};

use super::harness::{Answer, Portal};
use crate::{
    domain::desk::staff,
    fixtures::{Authenticator, NOW, ORIGIN},
    records::StaffRole,
};

/// What the script of the desk sends.
async fn say(portal: &Portal, path: &str, cookie: Option<&str>, body: &Value) -> Answer {
    let headers = [
        Some(("origin", ORIGIN)),
        Some(("content-type", "application/json")),
        cookie.map(|cookie| ("cookie", cookie)),
    ];
    let headers: Vec<_> = headers.into_iter().flatten().collect();
    let body = body.to_string();
    let answer = portal.ask("POST", path, &headers, Some(body.as_bytes()));
    answer.await
}

/// Goes through a ceremony; the cookie it gives.
async fn enter(
    portal: &Portal,
    (path, begin): (&str, &Value),
    cookie: Option<&str>,
    answer: impl FnOnce(&WebauthnOptions) -> wire::api::WebauthnAnswer,
) -> String {
    let begun = say(portal, &format!("{path}/debut"), cookie, begin).await;
    assert_eq!(begun.status, 200);
    let begun: Value = serde_json::from_slice(&begun.body).unwrap();
    let options = WebauthnOptions {
        ceremony: WebauthnId([0; 16]),
        options: begun["options"].to_string(),
    };
    let credential = answer(&options).credential;
    let credential: Value = serde_json::from_str(&credential).unwrap();
    let end = json!({ "ceremony": begun["ceremony"], "credential": credential });
    let done = say(portal, &format!("{path}/fin"), cookie, &end).await;
    assert_eq!(done.status, 200);
    let cookie = &done.headers["set-cookie"];
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn whoever_signs_in_again_leaves_no_session_behind() {
    let portal = Portal::start().await;
    let app = portal.running.app();
    let invited = app.write(|tx| {
        let mut random = wire::random::System::new();
        staff::invite(tx, ("Omar", StaffRole::Mediator), None, NOW, &mut random)
    });
    let (_, token) = invited.await.unwrap();
    let mut passkey = Authenticator::new("Omar's telephone");
    let link = json!({ "token": Hash(token).to_hex() });
    let first = enter(&portal, ("/pro/invitation", &link), None, |options| {
        passkey.register(options)
    })
    .await;
    let is_in = async |cookie: &str| {
        let home = portal.ask("GET", "/pro", &[("cookie", cookie)], None).await;
        home.status == 200
    };
    assert!(is_in(&first).await);
    // In another browser both go on; in the same, the one before is over.
    let nothing = json!({});
    let door = ("/pro/entrer", &nothing);
    let elsewhere = enter(&portal, door, None, |options| passkey.open(options)).await;
    assert!(is_in(&first).await && is_in(&elsewhere).await);
    let again = enter(&portal, door, Some(&first), |options| passkey.open(options)).await;
    assert!(!is_in(&first).await);
    assert!(is_in(&elsewhere).await && is_in(&again).await);
    portal.running.stop().await;
}

//! Every route, by everybody who may not: a walk made from the page of routes.

use wire::{BlobId, Code, api, api::Session};

use super::harness::{Answer, Portal, bearer};
use crate::{
    domain::policy::{Role, State, permit},
    fixtures::Draft,
    http::routes::{Body, ROUTES, Route},
};

/// A path of the route, filled in.
fn path(route: &Route) -> String {
    let blob = BlobId([9; 32]).to_hex();
    route.path.replace("{folder}", "3").replace("{id}", &blob)
}

/// A request of the right form whose body says nothing anybody believes.
async fn ask(portal: &Portal, route: &Route, authorization: Option<&str>) -> Answer {
    let (media, body): (_, Option<&[u8]>) = match route.body {
        Body::Empty => (None, None),
        Body::Cbor(_) => (Some(api::CBOR), Some(&[0x80])),
        Body::Blob(_) => (Some(api::BLOB), Some(b"short")),
    };
    let mut headers = Vec::new();
    headers.extend(media.map(|media| ("content-type", media)));
    headers.extend(authorization.map(|value| ("authorization", value)));
    portal
        .ask(route.method.as_str(), &path(route), &headers, body)
        .await
}

fn is_open(route: &Route, role: Role, state: State) -> bool {
    permit(role, route.action, state).is_ok()
}

/// Whether a recovery's token is asked for.
fn shows_a_token(route: &Route) -> bool {
    is_open(route, Role::Ceremony, State::Live) && route.path != "/v1/ceremony/enter"
}

/// Somebody who had a session: expired, or of a slot that was revoked.
async fn had_sessions(portal: &Portal) -> [Session; 3] {
    let (_, passkey, _) = portal.move_in("walker").await;
    let expired = portal.open(&passkey).await;
    portal.clock.advance(wire::limits::TOKEN_IDLE_S);
    let (mut person, first, _) = portal.move_in("other walker").await;
    person.time += wire::limits::TOKEN_IDLE_S;
    let revoked = portal.open(&first).await;
    let begin = person.begin(
        "second",
        crate::fixtures::voucher(wire::structure::VoucherKind::Slot),
    );
    let options = portal
        .post("/v1/register/slot", &begin, Some(&revoked))
        .await
        .read();
    let mut second = crate::fixtures::Authenticator::new("other walker's second");
    let mut draft = Draft::default();
    person.add_slot(&mut draft, &mut second, &options);
    assert_eq!(portal.commit(&revoked, &draft).await.status, 200);
    let live = portal.open(&second).await;
    let mut draft = Draft::default();
    person.revoke(&mut draft, revoked.slot);
    assert_eq!(portal.commit(&live, &draft).await.status, 200);
    [expired, revoked, live]
}

#[tokio::test]
async fn whoever_may_not_is_refused_everywhere() {
    let portal = Portal::start().await;
    let [expired, revoked, live] = had_sessions(&portal).await;
    let nonsense = [
        "Bearer 00",
        "Basic Zm9vOmJhcg==",
        &format!("Bearer {}", "00".repeat(32)),
    ]
    .map(str::to_owned);
    let mut strangers: Vec<Option<String>> = vec![None];
    strangers.extend(nonsense.into_iter().map(Some));
    strangers.push(Some(bearer(&expired)));
    strangers.push(Some(bearer(&revoked)));
    for route in ROUTES {
        for stranger in &strangers {
            let answer = ask(&portal, route, stranger.as_deref()).await;
            let what = format!("{} {} by {stranger:?}", route.method, route.path);
            if is_open(route, Role::Stranger, State::None) {
                assert_ne!(answer.status, 401, "{what}");
            } else if is_open(route, Role::Owner, State::Live)
                || is_open(route, Role::Helper, State::Live)
                || shows_a_token(route)
            {
                assert_eq!(answer.code(), Code::Unauthorized, "{what}");
            } else {
                // Whoever signs nothing is told that this is no message.
                assert_eq!(answer.code(), Code::Malformed, "{what}");
            }
        }
        if is_open(route, Role::Owner, State::Live) && route.path != "/v1/logout" {
            let answer = ask(&portal, route, Some(&bearer(&live))).await;
            assert_ne!(answer.status, 401, "{} by a live slot", route.path);
            assert_ne!(answer.status, 403, "{} by a live slot", route.path);
        }
    }
    let left = portal.send("POST", "/v1/logout", &[], Some(&live)).await;
    assert_eq!(left.status, 204);
    let gone = portal.send("POST", "/v1/sync", &[0x80], Some(&live)).await;
    assert_eq!(gone.code(), Code::Unauthorized);
    portal.running.stop().await;
}

#[tokio::test]
async fn every_answer_bears_the_security_headers() {
    let portal = Portal::start().await;
    let mut answers = Vec::new();
    for route in ROUTES {
        answers.push(ask(&portal, route, None).await);
    }
    let nowhere = portal.ask("GET", "/", &[], None).await;
    assert_eq!(nowhere.code(), Code::NotFound);
    let not_so = portal.ask("DELETE", "/v1/sync", &[], None).await;
    assert_eq!(not_so.code(), Code::MethodNotAllowed);
    answers.extend([nowhere, not_so]);
    for answer in answers {
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
            ("content-security-policy", "default-src 'none'"),
            ("referrer-policy", "no-referrer"),
        ] {
            assert_eq!(answer.headers[name], value);
        }
        assert!(answer.headers["strict-transport-security"].starts_with("max-age="));
    }
    portal.running.stop().await;
}

#[tokio::test]
async fn bodies_of_another_form_are_refused() {
    let portal = Portal::start().await;
    let (_, passkey, _) = portal.move_in("former").await;
    let session = portal.open(&passkey).await;
    let bearer = bearer(&session);
    let auth = ("authorization", &*bearer);
    let with_body = |route: &&Route| route.body != Body::Empty && !shows_a_token(route);
    for route in ROUTES.iter().filter(with_body) {
        let path = path(route);
        let method = route.method.as_str();
        let plain = [("content-type", "text/plain"), auth];
        let answer = portal.ask(method, &path, &plain, Some(b"x")).await;
        assert_eq!(answer.code(), Code::MediaType, "{path}");
        let (media, max) = match route.body {
            Body::Empty => continue,
            Body::Cbor(max) => (api::CBOR, max as u64),
            Body::Blob(max) => (api::BLOB, max),
        };
        let long = (max + 1).to_string();
        let headers = [("content-type", media), auth, ("content-length", &long)];
        let answer = portal.ask(method, &path, &headers, None).await;
        assert_eq!(answer.code(), Code::TooLarge, "{path}");
        let chunked = [
            ("content-type", media),
            auth,
            ("transfer-encoding", "chunked"),
        ];
        if media == api::BLOB {
            let answer = portal.ask(method, &path, &chunked, None).await;
            assert_eq!(answer.code(), Code::LengthRequired, "{path}");
        }
    }
    portal.running.stop().await;
}

#[tokio::test]
async fn only_tls_1_3_is_spoken() {
    let portal = Portal::start().await;
    let authority = std::fs::read_to_string(portal.path("data/tls/ca.pem")).unwrap();
    let old = super::harness::client_of(&authority, &rustls::version::TLS12);
    let tcp = tokio::net::TcpStream::connect(portal.running.addr())
        .await
        .unwrap();
    let name = rustls_pki_types::ServerName::try_from("localhost").unwrap();
    let refused = tokio_rustls::TlsConnector::from(old)
        .connect(name, tcp)
        .await;
    assert!(refused.is_err());
    portal.running.stop().await;
}

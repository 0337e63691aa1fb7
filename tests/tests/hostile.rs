//! Hostile input at every route: a clear refusal, never a crash, and the portal goes on.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use reqwest::{Client, Method, StatusCode, header};
use serde_json::Value;
use tests::{report, world::World};
use wire::{Code, Random, api, random::System};

/// Routes that take a canonical CBOR body from anybody, then those that take a session's.
const BODIES: &[(&str, &str)] = &[
    ("POST", "/v1/gate/enrol"),
    ("POST", "/v1/gate/evaluate"),
    ("POST", "/v1/gate/status"),
    ("POST", "/v1/gate/prepare"),
    ("POST", "/v1/gate/order"),
    ("POST", "/v1/register/start"),
    ("POST", "/v1/register/finish"),
    ("POST", "/v1/login/finish"),
    ("POST", "/v1/register/slot"),
    ("POST", "/v1/register/security-key"),
    ("POST", "/v1/suspend"),
    ("POST", "/v1/stage"),
    ("POST", "/v1/commit"),
    ("POST", "/v1/sync"),
    ("PUT", "/v1/manifests/1"),
    ("PUT", "/v1/anchor"),
    ("PUT", "/v1/blobs/00"),
];

#[tokio::test]
async fn every_route_refuses_every_bad_body_in_words() {
    let world = World::start().await.unwrap();
    let client = client(&world);
    let base = format!("https://{}", world.portal().unwrap().addr());
    let mut random = System::new();
    let mut checked = 0;
    for (method, path) in BODIES {
        for body in bad_bodies(&mut random) {
            for kind in [api::CBOR, api::BLOB, "text/html", "application/json"] {
                let request = client
                    .request(
                        Method::from_bytes(method.as_bytes()).unwrap(),
                        format!("{base}{path}"),
                    )
                    .header(header::CONTENT_TYPE, kind)
                    .header(header::AUTHORIZATION, "Bearer zz")
                    .body(body.clone());
                let response = request.send().await.unwrap();
                let status = response.status();
                assert!(status.is_client_error(), "{method} {path} {kind}: {status}");
                let problem: Value = response.json().await.unwrap();
                let code = problem["code"].as_str().and_then(Code::parse).unwrap();
                assert_eq!(code.status(), status.as_u16());
                assert!(problem["next"].is_string() && problem["fault"].is_string());
                checked += 1;
            }
        }
    }
    world.new_space("after").await.unwrap();
    report::promise("hostile_input", checked, 0).unwrap();
}

#[tokio::test]
async fn unknown_addresses_and_methods_are_problems_too() {
    let world = World::start().await.unwrap();
    let client = client(&world);
    let base = format!("https://{}", world.portal().unwrap().addr());
    let cases = [
        (Method::GET, "/", StatusCode::NOT_FOUND),
        (Method::GET, "/v1/../../etc/passwd", StatusCode::NOT_FOUND),
        (Method::GET, "/v1/commit", StatusCode::METHOD_NOT_ALLOWED),
        (Method::DELETE, "/v1/health", StatusCode::METHOD_NOT_ALLOWED),
        (Method::GET, "/v1/health", StatusCode::OK),
        (Method::GET, "/v1/openapi.json", StatusCode::OK),
    ];
    for (method, path, expected) in cases {
        let response = client
            .request(method, format!("{base}{path}"))
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), expected, "{path}");
        let headers = response.headers();
        for name in [
            "strict-transport-security",
            "content-security-policy",
            "cache-control",
        ] {
            assert!(headers.contains_key(name), "{path} lacks {name}");
        }
    }
}

#[tokio::test]
async fn a_body_larger_than_its_route_takes_is_refused_before_it_is_read() {
    let world = World::start().await.unwrap();
    let client = client(&world);
    let base = format!("https://{}", world.portal().unwrap().addr());
    let response = client
        .post(format!("{base}/v1/gate/evaluate"))
        .header(header::CONTENT_TYPE, api::CBOR)
        .body(vec![0; 8 << 20])
        .send()
        .await;
    // Refused with a word, or cut off while it was still being sent.
    if let Ok(response) = response {
        assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    }
    world.new_space("after").await.unwrap();
}

/// Nothing, noise, cut, nested, huge counts, and what looks right at its front.
fn bad_bodies(random: &mut dyn Random) -> Vec<Vec<u8>> {
    let mut noise = vec![0; 700];
    random.fill(&mut noise);
    vec![
        vec![],
        noise,
        vec![0x82, 0x58],
        vec![0x81; 1_000],
        vec![0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        vec![0x5b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        [&[0x82, 0x41, 0x00, 0x58, 0x40][..], &[7; 64]].concat(),
        b"<script>alert(1)</script>".to_vec(),
    ]
}

fn client(world: &World) -> Client {
    let pem = std::fs::read(world.data().join("tls/ca.pem")).unwrap();
    let mut roots = rustls::RootCertStore::empty();
    for certificate in rustls_pki_types::CertificateDer::pem_slice_iter(&pem) {
        roots.add(certificate.unwrap()).unwrap();
    }
    let config = rustls::ClientConfig::builder_with_provider(std::sync::Arc::new(
        rustls::crypto::ring::default_provider(),
    ))
    .with_protocol_versions(&[&rustls::version::TLS13])
    .unwrap()
    .with_root_certificates(roots)
    .with_no_client_auth();
    Client::builder()
        .use_preconfigured_tls(config)
        .build()
        .unwrap()
}

use rustls_pki_types::pem::PemObject as _;

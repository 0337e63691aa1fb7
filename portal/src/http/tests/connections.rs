//! Connections that only sit there.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use wire::Code;

use super::harness::Portal;
use crate::serve::Patience;

/// Long enough for any machine, and never waited for.
const SURELY: Duration = Duration::from_secs(60);

fn hasty() -> Patience {
    Patience {
        idle: Duration::from_millis(200),
        ..Patience::default()
    }
}

#[tokio::test]
async fn a_connection_without_a_request_is_hung_up_on() {
    let portal = Portal::start_as(hasty(), |_| {}).await;
    for (alpn, said) in [
        (None, ""),
        (None, "GET /v1/health HTTP/1.1\r\nhost: "),
        (None, "GET /v1/health HTTP/1.1\r\nhost: localhost\r\n\r\n"),
        (Some(b"h2".as_slice()), ""),
        (Some(b"h2".as_slice()), "PRI * HTTP/2.0\r\n"),
    ] {
        let mut stream = portal.connect_as(alpn).await;
        stream.write_all(said.as_bytes()).await.unwrap();
        stream.flush().await.unwrap();
        let mut heard = Vec::new();
        let ended = tokio::time::timeout(SURELY, stream.read_to_end(&mut heard));
        drop(ended.await.expect(said));
    }
    portal.running.stop().await;
}

/// Frame types of RFC 9113 section 6.
const SETTINGS: u8 = 4;
const PING: u8 = 6;
const GOAWAY: u8 = 7;
const ACK: u8 = 1;

#[tokio::test]
async fn a_connection_that_only_answers_pings_is_hung_up_on() {
    let portal = Portal::start_as(hasty(), |_| {}).await;
    let stream = portal.connect_as(Some(b"h2")).await;
    let (mut from, mut to) = tokio::io::split(stream);
    to.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
        .await
        .unwrap();
    to.write_all(&[0, 0, 0, SETTINGS, 0, 0, 0, 0, 0])
        .await
        .unwrap();
    to.flush().await.unwrap();
    let answering = async {
        let mut goodbyes = 0;
        let mut head = [0; 9];
        while from.read_exact(&mut head).await.is_ok() {
            let length = u32::from_be_bytes([0, head[0], head[1], head[2]]) as usize;
            let mut body = vec![0; length];
            from.read_exact(&mut body).await.unwrap();
            match (head[3], head[4]) {
                (SETTINGS | PING, flags) if flags & ACK == 0 => {
                    head[4] = ACK;
                    if head[3] == SETTINGS {
                        (head[0], head[1], head[2]) = (0, 0, 0);
                        body.clear();
                    }
                    drop(to.write_all(&[&head[..], &body].concat()).await);
                    drop(to.flush().await);
                }
                (GOAWAY, _) => goodbyes += 1,
                _ => {}
            }
        }
        goodbyes
    };
    let goodbyes = tokio::time::timeout(SURELY, answering).await.unwrap();
    assert!(goodbyes > 0, "it is told so");
    portal.running.stop().await;
}

#[tokio::test]
async fn one_address_does_not_take_every_seat() {
    let portal = Portal::start_as(Patience::default(), |limits| {
        limits.connections_per_address = 2;
    })
    .await;
    let (one, two) = (portal.connect().await, portal.connect().await);
    assert!(
        portal.try_connect(None).await.is_err(),
        "its share is taken"
    );
    drop((one, two));
    // Its seats are free once the portal has heard of it.
    let back = async { while portal.try_connect(None).await.is_err() {} };
    tokio::time::timeout(SURELY, back).await.unwrap();
    portal.running.stop().await;
}

#[tokio::test]
async fn guessing_tokens_is_not_free() {
    let portal = Portal::start_as(Patience::default(), |limits| {
        limits.address_per_minute = 2;
    })
    .await;
    let wrong = format!("Bearer {}", "00".repeat(32));
    let guesses: [&[(&str, &str)]; 2] = [&[], &[("authorization", &wrong)]];
    for guess in guesses {
        let refused = portal.ask("POST", "/v1/logout", guess, None).await;
        assert_eq!(refused.code(), Code::Unauthorized);
    }
    let refused = portal.ask("POST", "/v1/logout", guesses[1], None).await;
    assert_eq!(refused.code(), Code::TooManyRequests);
    let what = portal.send("POST", "/v1/gate/status", b"?", None).await;
    assert_eq!(what.code(), Code::TooManyRequests, "nor are bad messages");
    portal.running.stop().await;
}

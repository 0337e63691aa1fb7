//! One gate elsewhere: an order goes there, and its answer is understood or it is none.

use std::time::Duration;

use futures_util::StreamExt;
use reqwest::{
    Client, Response,
    header::{CONTENT_TYPE, HeaderMap},
    redirect,
};
use serde::Deserialize;
use url::Url;
use wire::{
    Code, api,
    gate::{Order, Tries},
    structure::{GateAddress, Trust},
};

use super::trust;
use crate::app::StartError;

/// For a connection with its handshake.
const CONNECT: Duration = Duration::from_secs(10);
/// For an order and its whole answer: more than the gate gives itself.
const WHOLE: Duration = Duration::from_secs(20);
/// An unused connection is given up before the gate gives it up: no order is lost on a dead one.
const IDLE: Duration = Duration::from_secs(5);
/// Bytes of an answer.
const LONGEST: usize = 4 << 10;

/// A gate elsewhere.
pub(super) struct Door {
    client: Client,
    order: Url,
}

/// What came of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// The gate has done it.
    Done,
    /// Its rules refuse it, and always will.
    Refused(Code),
    /// It cannot take what is about this stick now.
    Later,
    /// Nobody answered as a gate does.
    Silent,
}

/// The client of every gate of one locator. No proxy of the environment, no redirect, nothing newer
/// or older than TLS 1.3.
pub(super) fn client(trust: &Trust) -> Result<Client, StartError> {
    let unusable = |error: &dyn std::error::Error| StartError::Tls(error.to_string());
    let tls = trust::config(trust).map_err(|error| unusable(&error))?;
    let client = Client::builder()
        .use_preconfigured_tls(tls)
        .https_only(true)
        .redirect(redirect::Policy::none())
        .referer(false)
        .no_proxy()
        .connect_timeout(CONNECT)
        .timeout(WHOLE)
        .pool_idle_timeout(IDLE)
        .pool_max_idle_per_host(1);
    client.build().map_err(|error| unusable(&error))
}

impl Door {
    /// The gate at the address that the structure signed.
    pub(super) fn new(client: Client, named: &GateAddress) -> Result<Self, StartError> {
        let order = Url::parse(&named.address)
            .ok()
            .filter(|url| url.scheme() == "https" && url.has_host())
            .and_then(|url| url.join("v1/gate/order").ok())
            .ok_or_else(|| StartError::Address(named.gate.to_hex()))?;
        Ok(Self { client, order })
    }

    /// Hands one order over.
    pub(super) async fn hand_over(&self, order: &Order) -> Answer {
        let request = self.client.post(self.order.clone());
        let request = request.header(CONTENT_TYPE, api::CBOR);
        let Ok(response) = request.body(wire::encode(order)).send().await else {
            return Answer::Silent;
        };
        let (status, media) = (response.status().as_u16(), media_of(response.headers()));
        match bounded(response).await {
            Some(body) => understand(status, media.as_deref(), &body),
            None => Answer::Silent,
        }
    }
}

/// Only a gate's own words count: what stands before it may be down, or in the way, and says so in
/// words of its own, which must not make an order be forgotten.
fn understand(status: u16, media: Option<&str>, body: &[u8]) -> Answer {
    match (status, media) {
        (200, Some(api::CBOR)) if is_done(body) => Answer::Done,
        (_, Some(api::PROBLEM)) => {
            let problem: Option<Problem> = serde_json::from_slice(body).ok();
            let code = problem.and_then(|problem| Code::parse(&problem.code));
            match code.filter(|code| code.status() == status) {
                Some(code @ (Code::GateRefused | Code::GateDestroyed | Code::Malformed)) => {
                    Answer::Refused(code)
                }
                Some(Code::TooManyRequests | Code::Damaged) => Answer::Later,
                _ => Answer::Silent,
            }
        }
        _ => Answer::Silent,
    }
}

/// An empty array, or counters where the order told of a success.
fn is_done(body: &[u8]) -> bool {
    wire::encode(&Vec::<u8>::new()) == body
        || wire::decode_canonical::<Tries>(body, LONGEST).is_ok()
}

#[derive(Deserialize)]
struct Problem {
    code: String,
}

fn media_of(headers: &HeaderMap) -> Option<String> {
    let media = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    Some(media.to_owned())
}

async fn bounded(response: Response) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    let mut pieces = response.bytes_stream();
    while let Some(piece) = pieces.next().await {
        let piece = piece.ok()?;
        if body.len() + piece.len() > LONGEST {
            return None;
        }
        body.extend_from_slice(&piece);
    }
    Some(body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wire::GateId;

    fn problem(code: Code) -> Vec<u8> {
        serde_json::json!({ "code": code.as_str(), "next": code.next() })
            .to_string()
            .into_bytes()
    }

    #[test]
    fn only_a_rule_of_the_gate_makes_an_order_be_forgotten() {
        let mut forgotten = Vec::new();
        for code in Code::ALL {
            match understand(code.status(), Some(api::PROBLEM), &problem(*code)) {
                Answer::Refused(said) => forgotten.push(said),
                Answer::Later | Answer::Silent => {}
                Answer::Done => panic!("{code:?} is no success"),
            }
        }
        assert_eq!(
            forgotten,
            [Code::Malformed, Code::GateRefused, Code::GateDestroyed]
        );
    }

    #[test]
    fn what_is_not_a_gates_word_is_silence() {
        let tries = wire::encode(&Tries {
            in_a_row: 0,
            enrolment: 1,
            lifetime: 2,
            left: 3,
            not_before: 4,
        });
        for body in [&[0x80][..], &tries] {
            assert_eq!(understand(200, Some(api::CBOR), body), Answer::Done);
            assert_eq!(understand(200, Some("text/html"), body), Answer::Silent);
            assert_eq!(understand(200, None, body), Answer::Silent);
            assert_eq!(understand(204, Some(api::CBOR), body), Answer::Silent);
        }
        for body in [&[][..], &[0x81, 0], &[0x80, 0], b"<html>"] {
            assert_eq!(understand(200, Some(api::CBOR), body), Answer::Silent);
        }
        let refused = problem(Code::GateRefused);
        assert_eq!(
            understand(200, Some(api::PROBLEM), &refused),
            Answer::Silent
        );
        assert_eq!(understand(403, Some("text/html"), &refused), Answer::Silent);
        assert_eq!(understand(403, Some(api::PROBLEM), b"{}"), Answer::Silent);
    }

    #[test]
    fn an_address_is_https_with_a_host() {
        let door = |address: &str| {
            let named = GateAddress {
                gate: GateId([7; 16]),
                address: address.to_owned(),
            };
            let client = client(&Trust::Authority(wire::Hash([1; 32]))).unwrap();
            Door::new(client, &named).map(|door| door.order.to_string())
        };
        let at = |address| door(address).unwrap();
        assert_eq!(at("https://b.example"), "https://b.example/v1/gate/order");
        assert_eq!(
            at("https://b.example/x/"),
            "https://b.example/x/v1/gate/order"
        );
        for wrong in ["http://b.example", "https:", "file:///etc", "b.example", ""] {
            let error = door(wrong).unwrap_err();
            assert!(matches!(error, StartError::Address(_)), "{wrong}: {error}");
        }
    }
}

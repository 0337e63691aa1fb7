//! Orders that a portal hands on: only to the gate that the structure names, kept until it has answered
//! in its own words, and never behind another gate's.

use super::{ORDER, is_set_keys, lock, three};
use std::{io::ErrorKind, net::TcpListener};
use tests::{
    lying::{
        http::Answer,
        liar::{Liar, Lie},
        lies,
    },
    report,
    world::World,
};
use tokio::sync::oneshot;
use wire::{Code, api, gate::Order};

/// Says this instead of the gate, to every order about who controls a stick.
fn instead(answer: impl Fn() -> Answer + Send + 'static) -> Box<dyn Lie> {
    lies::instead(ORDER, move |asked| is_set_keys(&asked.body).then(&answer))
}

/// How often the gate itself has been asked who controls a stick.
fn heard(liar: &Liar) -> usize {
    let heard = liar.heard(ORDER);
    let heard = heard
        .iter()
        .filter(|exchange| is_set_keys(&exchange.asked.body));
    heard.filter(|exchange| exchange.truth.is_some()).count()
}

async fn hand_on(world: &World) {
    world.portal().unwrap().hourly().await.unwrap();
}

fn answer(status: u16, media: &str, body: &[u8]) -> Answer {
    Answer {
        status,
        headers: vec![("content-type".into(), media.into())],
        body: body.to_vec(),
        cut: None,
    }
}

fn problem(status: u16, code: Code) -> Answer {
    Answer {
        status,
        ..Answer::refusal(code)
    }
}

#[tokio::test]
async fn what_is_not_the_gates_own_word_makes_nothing_be_forgotten() {
    let world = three().await;
    let liar = Liar::before_site(&world.sites[1]).await.unwrap();
    liar.tell(instead(|| Answer::refusal(Code::Unavailable)));
    let (stick, made) = world.new_space("cle").await.unwrap();
    lock(made.opened.space, &stick).await;
    let elsewhere = TcpListener::bind("127.0.0.1:0").unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    let to = format!("https://{}/v1/gate/order", elsewhere.local_addr().unwrap());
    let redirect = move |status| Answer {
        headers: vec![("location".into(), to.clone())],
        ..answer(status, "text/html", b"")
    };
    let (found, kept) = (redirect(302), redirect(307));
    let cases: Vec<Box<dyn Lie>> = vec![
        instead(|| answer(403, "text/html", b"<h1>Forbidden</h1>")),
        instead(|| answer(200, "text/html", b"<h1>Maintenance</h1>")),
        instead(|| answer(200, api::CBOR, b"\x80 and more")),
        instead(|| answer(200, api::CBOR, &vec![0x80; 1 << 20])),
        instead(|| answer(404, api::PROBLEM, b"{}")),
        instead(|| answer(500, api::CBOR, &[0x80])),
        instead(Answer::done),
        instead(move || found.clone()),
        instead(move || kept.clone()),
        instead(|| problem(200, Code::GateRefused)),
        instead(|| problem(418, Code::GateRefused)),
        instead(|| Answer::refusal(Code::NotFound)),
        instead(|| Answer::refusal(Code::MediaType)),
        instead(|| Answer::refusal(Code::Timeout)),
        instead(|| Answer::refusal(Code::TooManyRequests)),
        instead(|| Answer::refusal(Code::Damaged)),
        instead(|| Answer {
            cut: Some(0),
            ..answer(200, api::CBOR, &[0x80])
        }),
    ];
    let mut checked = 0;
    for lie in cases {
        liar.tell(lie);
        hand_on(&world).await;
        assert!(liar.honest().lies > 0, "case {checked}: it was not asked");
        assert_eq!(heard(&liar), 0);
        checked += 1;
    }
    // TLS 1.2 is nobody's either; the line was cut just now.
    world.sites[1].recorder.speak_older_tls(true);
    hand_on(&world).await;
    world.sites[1].recorder.speak_older_tls(false);
    assert_eq!(heard(&liar), 0);
    hand_on(&world).await;
    assert_eq!(heard(&liar), 1, "it has waited all the time");
    hand_on(&world).await;
    assert_eq!(heard(&liar), 1, "and is done");
    let followed = elsewhere.accept().map(drop);
    assert_eq!(followed.unwrap_err().kind(), ErrorKind::WouldBlock);
    report::promise("gates.onward.silence", checked + 1, 0).unwrap();
}

#[tokio::test]
async fn what_the_gate_refuses_by_its_rules_is_done_with() {
    let world = three().await;
    let liar = Liar::before_site(&world.sites[2]).await.unwrap();
    for (number, code) in [Code::GateRefused, Code::GateDestroyed, Code::Malformed]
        .into_iter()
        .enumerate()
    {
        liar.tell(instead(move || Answer::refusal(code)));
        world.new_space(&format!("cle-{number}")).await.unwrap();
        hand_on(&world).await;
        assert_eq!(liar.honest().lies, 1);
        hand_on(&world).await;
        assert_eq!(heard(&liar), 0);
    }
    report::promise("gates.onward.refused", 3, 0).unwrap();
}

#[tokio::test]
async fn one_stick_that_must_wait_holds_up_no_other() {
    let world = three().await;
    let liar = Liar::before_site(&world.sites[1]).await.unwrap();
    liar.tell(instead(|| Answer::refusal(Code::Unavailable)));
    for name in ["hasty", "other", "third"] {
        world.new_space(name).await.unwrap();
    }
    hand_on(&world).await;
    liar.honest();
    // The first of them has used up its bucket at this gate, and goes on doing so.
    let mut hasty = None;
    liar.tell(lies::instead(ORDER, move |asked| {
        let order = wire::decode_canonical::<Order>(&asked.body, Order::MAX).ok()?;
        let stick = order.key_id().ok()?;
        let is_hasty = *hasty.get_or_insert(stick) == stick;
        is_hasty.then(|| Answer::refusal(Code::TooManyRequests))
    }));
    for _ in 0..2 {
        hand_on(&world).await;
        assert_eq!(heard(&liar), 2, "the others");
    }
    liar.honest();
    hand_on(&world).await;
    assert_eq!(heard(&liar), 3);
    report::promise("gates.onward.fair", 3, 0).unwrap();
}

#[tokio::test]
async fn a_gate_that_says_nothing_holds_up_no_other_gate() {
    let world = three().await;
    let second = Liar::before_site(&world.sites[1]).await.unwrap();
    let third = Liar::before_site(&world.sites[2]).await.unwrap();
    let (release, released) = oneshot::channel();
    second.tell(lies::held(ORDER, released, |asked| {
        is_set_keys(&asked.body)
    }));
    world.new_space("cle").await.unwrap();
    until(|| heard(&third) == 1).await;
    assert_eq!(heard(&second), 0, "its order is on its way");
    drop(release);
    until(|| heard(&second) == 1).await;
    // The portal was still listening: it does not ask again.
    hand_on(&world).await;
    assert_eq!(heard(&second), 1);
    report::promise("gates.onward.slow", 1, 0).unwrap();
}

/// Waits for what the portal does by itself.
async fn until(done: impl Fn() -> bool) {
    let done = async {
        while !done() {
            tokio::task::yield_now().await;
        }
    };
    let patience = std::time::Duration::from_secs(60);
    tokio::time::timeout(patience, done).await.unwrap();
}

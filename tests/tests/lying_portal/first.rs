//! A new stick, a portal that lies: afterwards the same stick makes its space all the same.

use gate::GateSecret;
use key_core::{Blame, Stick, stick::Folder};
use serde_json::{Value, json};
use tests::{
    lying::{
        http::Answer,
        item::Item,
        ledger::{Ledger, Outcome},
        liar::{Liar, Lie},
        lies::{self, sync},
        scene::wrong_codes,
        story::begin,
    },
    world::{CODE, World, first_opening, open},
};
use wire::{
    Code,
    api::{GateKey, WebauthnOptions},
    gate::Element,
    log::Head,
    random::System,
    structure::VoucherKind,
};

const ENROL: &str = "POST /v1/gate/enrol";
const START: &str = "POST /v1/register/start";
const FINISH: &str = "POST /v1/register/finish";

#[tokio::test]
async fn a_first_opening_that_is_lied_to() {
    let (world, liar) = begin().await.unwrap();
    let mut ledger = Ledger::of("first");
    let lies: Vec<(&str, &str, Box<dyn Lie>)> = vec![
        (
            "A19.6",
            "The gate promises another key than its own.",
            key(other_key()),
        ),
        (
            "A19.6",
            "The gate promises no key at all.",
            key(Element([0; 32])),
        ),
        (
            "A19.6",
            "The gate promises what is no key.",
            key(Element([0xff; 32])),
        ),
        (
            "A15.7",
            "The passkey is to be another party's.",
            options(|o| o["publicKey"]["rp"]["id"] = json!("evil.example")),
        ),
        (
            "A15.7",
            "The passkey is to be a parent domain's.",
            options(|o| o["publicKey"]["rp"]["id"] = json!("mesdroits.example")),
        ),
        (
            "A15.7",
            "The person's handle is too short.",
            options(|o| o["publicKey"]["user"]["id"] = json!("AA")),
        ),
        (
            "A15.7",
            "Only a sort of key is offered that the stick does not make.",
            options(|o| {
                o["publicKey"]["pubKeyCredParams"] = json!([{ "type": "public-key", "alg": -257 }]);
            }),
        ),
        (
            "A15.7",
            "The options are no options.",
            options(|o| *o = json!({ "publicKey": 7 })),
        ),
        ("A9.15", "The time is no time.", time(json!("soon"))),
        (
            "A9.15",
            "What was staged is not kept.",
            done("POST /v1/stage"),
        ),
        (
            "A9.15",
            "The space is said to be made, and is not.",
            lies::instead(FINISH, |_| Some(Answer::cbor(wire::encode(&Head::NONE)))),
        ),
        (
            "A9.15",
            "The space is made, and said to be refused.",
            lies::after(FINISH, |_, _| Answer::refusal(Code::LogRefused)),
        ),
        (
            "A9.16",
            "The space just made is shown without its papers' lists.",
            sync(|answer| answer.manifests.clear()),
        ),
        (
            "A9.16",
            "The space just made is shown without its last entry's signature.",
            lies::body("POST /v1/sync", |body| {
                let mut item = Item::read(&body).unwrap();
                item.at_mut(&[1, 14, 2, 0]).unwrap().spoil();
                item.write()
            }),
        ),
    ];
    for (number, (attack, what, lie)) in lies.into_iter().enumerate() {
        let stick = world
            .stick(&format!("cle-{number}"), VoucherKind::Account)
            .unwrap();
        liar.tell(lie);
        let made = first_opening(&stick, CODE).await;
        let told = liar.honest();
        let outcome = match (made, afterwards(&stick).await) {
            (_, Some(lost)) => Outcome::Fell(lost),
            (Ok(_), None) => Outcome::Truth,
            (Err(trouble), None) => Outcome::Refused(trouble),
        };
        // Where an honest portal refuses what it was not told of, it says that the app is wrong.
        let right = match attack {
            "A9.15" => &[Blame::Portal, Blame::App][..],
            _ => &[Blame::Portal],
        };
        ledger.note_blaming(attack, what, &told, outcome, right);
    }
    bad_options_burn_no_try(&world, &liar, &mut ledger).await;
    ledger.close().unwrap();
}

/// A portal that spoils the registration again and again must not freeze the new stick: the gates'
/// tries are counted for codes.
async fn bad_options_burn_no_try(world: &World, liar: &Liar, ledger: &mut Ledger) {
    let stick = world.stick("patient", VoucherKind::Account).unwrap();
    liar.tell(options(|o| {
        o["publicKey"]["rp"]["id"] = json!("evil.example")
    }));
    for _ in 0..5 {
        let refused = first_opening(&stick, CODE).await;
        assert!(refused.is_err());
    }
    let told = liar.honest();
    let burnt = match first_opening(&stick, CODE).await {
        Ok(made) => {
            let burnt = wrong_codes(&made.opened);
            (burnt > 0).then(|| format!("{burnt} tries are gone"))
        }
        Err(trouble) => Some(trouble.to_string()),
    };
    let what = "Five registrations are spoilt by the portal: each counts as a wrong code.";
    ledger.note("A19.7", what, &told, Outcome::of(burnt));
}

/// What is wrong with the stick once the portal is honest again, if anything.
async fn afterwards(stick: &Folder) -> Option<String> {
    let again = Stick::new(stick.clone()).stage();
    if !matches!(again, Ok(key_core::stick::Stage::Ready))
        && let Err(trouble) = first_opening(stick, CODE).await
    {
        return Some(format!("it makes no space: {trouble}"));
    }
    match open(stick, CODE).await {
        Ok(opened) if wrong_codes(&opened) > 0 => Some("tries are gone".into()),
        Ok(opened) if opened.space.slots().len() != 1 => Some("it is another space".into()),
        Ok(_) => None,
        Err(trouble) => Some(format!("it opens nothing: {trouble}")),
    }
}

fn other_key() -> Element {
    Element(GateSecret::generate(&mut System::new()).public().to_bytes())
}

fn key(public: Element) -> Box<dyn Lie> {
    lies::body(ENROL, move |_| wire::encode(&GateKey { public }))
}

fn time(said: Value) -> Box<dyn Lie> {
    lies::body("GET /v1/health", move |_| {
        json!({ "status": "ok", "time": said })
            .to_string()
            .into_bytes()
    })
}

fn done(route: &'static str) -> Box<dyn Lie> {
    lies::instead(route, |_| Some(Answer::done()))
}

fn options(mut change: impl FnMut(&mut Value) + Send + 'static) -> Box<dyn Lie> {
    lies::body(START, move |body| {
        let told: WebauthnOptions = wire::decode_canonical(&body, 1 << 20).unwrap();
        let mut value: Value = serde_json::from_str(&told.options).unwrap();
        change(&mut value);
        let options = value.to_string();
        wire::encode(&WebauthnOptions { options, ..told })
    })
}

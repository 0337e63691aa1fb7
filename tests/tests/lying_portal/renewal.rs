//! A renewal that is lied to: afterwards the stick opens, and a later renewal succeeds.

use gate::GateSecret;
use key_core::{Blame, Stick, Trouble, WallWatch, stick::Folder};
use tests::{
    lying::{
        http::Answer,
        ledger::{Ledger, Outcome},
        liar::Lie,
        lies,
        scene::wrong_codes,
        story::begin,
    },
    world::{CODE, code, open},
};
use wire::{
    Code, Signed,
    api::{Evaluated, GateKey, StatusAnswer},
    gate::{Element, Evaluate, Order, Proof, Standing, Tries},
    random::System,
};

const EVALUATE: &str = "POST /v1/gate/evaluate";
const ORDER: &str = "POST /v1/gate/order";
const PREPARE: &str = "POST /v1/gate/prepare";
const STATUS: &str = "POST /v1/gate/status";

#[tokio::test]
async fn a_renewal_that_is_lied_to() {
    let (world, liar) = begin().await.unwrap();
    let mut ledger = Ledger::of("renewal");
    let lies: Vec<(&str, Box<dyn Lie>)> = vec![
        ("The gate promises another key than its own.", {
            let other = GateSecret::generate(&mut System::new()).public().to_bytes();
            prepared(Element(other))
        }),
        ("The gate promises no key.", prepared(Element([0; 32]))),
        (
            "The gate evaluates the new key with another.",
            second_with_another_key(),
        ),
        (
            "The gate does not take the commit.",
            order(Answer::refusal(Code::Unavailable)),
        ),
        (
            "The gate says that the stick is frozen.",
            status(Standing::Frozen),
        ),
        (
            "The gate says that a renewal is pending.",
            status(Standing::Pending),
        ),
        ("The gate takes the commit, and says that it did not.", {
            lies::after(ORDER, |asked, truth| match is_commit(&asked.body) {
                true => Answer::refusal(Code::GateRefused),
                false => truth,
            })
        }),
        (
            "The gate says that the commit is done, and has not done it.",
            order(Answer::cbor(vec![0x80])),
        ),
    ];
    for (number, (what, lie)) in lies.into_iter().enumerate() {
        let name = format!("cle-{number}");
        let (stick, made) = world.new_space(&name).await.unwrap();
        let handle = Stick::new(stick.clone());
        made.opened
            .space
            .lock(&handle, &mut System::new())
            .await
            .unwrap();
        liar.tell(lie);
        let renewed = renew(&stick).await;
        let told = liar.honest();
        let outcome = match (renewed, afterwards(&stick).await) {
            (_, Some(lost)) => Outcome::Fell(lost),
            (Err(trouble), None) => Outcome::Refused(trouble),
            (Ok(()), None) => Outcome::Truth,
        };
        // What a gate says of a stick's standing, and what it refuses, is its own word.
        let right = [Blame::Portal, Blame::App, Blame::Stick];
        ledger.note_blaming("A19.8", what, &told, outcome, &right);
    }
    ledger.close().unwrap();
}

/// What is wrong with the stick once the gate is honest again, if anything.
async fn afterwards(stick: &Folder) -> Option<String> {
    for _ in 0..2 {
        match open(stick, CODE).await {
            Ok(opened) if wrong_codes(&opened) > 1 => return Some("tries are gone".into()),
            Ok(opened) => {
                let handle = Stick::new(stick.clone());
                opened
                    .space
                    .lock(&handle, &mut System::new())
                    .await
                    .unwrap();
            }
            Err(trouble) => return Some(format!("it opens nothing: {trouble}")),
        }
    }
    match renew(stick).await {
        Ok(()) => None,
        Err(trouble) => Some(format!("it can never be renewed again: {trouble}")),
    }
}

async fn renew(stick: &Folder) -> Result<(), Trouble> {
    let (stick, watch) = (Stick::new(stick.clone()), WallWatch::start());
    key_core::renew(&stick, &code(CODE), &mut System::new(), &watch).await
}

fn prepared(public: Element) -> Box<dyn Lie> {
    lies::body(PREPARE, move |_| wire::encode(&GateKey { public }))
}

/// Tells this of a commit, which the gate never hears of.
fn order(answer: Answer) -> Box<dyn Lie> {
    lies::instead(ORDER, move |asked| {
        is_commit(&asked.body).then(|| answer.clone())
    })
}

fn is_commit(body: &[u8]) -> bool {
    let order = wire::decode_canonical::<Order>(body, Order::MAX);
    matches!(order, Ok(Order::Commit(_)))
}

fn status(standing: Standing) -> Box<dyn Lie> {
    lies::body(STATUS, move |body| {
        let answer: StatusAnswer = wire::decode_canonical(&body, 1 << 10).unwrap();
        wire::encode(&StatusAnswer { standing, ..answer })
    })
}

/// Honest about the old key; of the new one it says what another key makes of it.
fn second_with_another_key() -> Box<dyn Lie> {
    let secret = GateSecret::generate(&mut System::new());
    let mut asked_before = 0;
    lies::instead(EVALUATE, move |asked| {
        asked_before += 1;
        let request = Signed::<Evaluate>::from_bytes(&asked.body).ok()?;
        let blinded = request.claimed().ok()?.blinded;
        let made = secret.evaluate(&blinded.0, &mut System::new()).ok()?;
        let tries = Tries {
            in_a_row: 1,
            enrolment: 1,
            lifetime: 1,
            left: 9,
            not_before: 0,
        };
        let answer = Evaluated {
            element: Element(made.element),
            proof: Proof(made.proof),
            tries,
        };
        (asked_before > 1).then(|| Answer::cbor(wire::encode(&answer)))
    })
}

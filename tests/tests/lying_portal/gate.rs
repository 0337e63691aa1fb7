//! The gate lies about the code, or is told what it was told before.

use gate::GateSecret;
use key_core::{Blame, Trouble};
use tests::{
    lying::{
        http::{Answer, Asked},
        ledger::{Ledger, Outcome},
        liar::Lie,
        lies,
        scene::{Memory, Scene, wrong_codes},
        story::begin,
    },
    world::{CODE, OTHER_CODE, open},
};
use wire::{
    Signed,
    api::{self, Evaluated},
    gate::{Element, Evaluate, Proof, Tries},
    random::System,
};

const EVALUATE: &str = "POST /v1/gate/evaluate";
const CHALLENGE: &str = "POST /v1/gate/challenge";
const ORDER: &str = "POST /v1/gate/order";

/// Counters as the gate would say them.
const TRIES: Tries = Tries {
    in_a_row: 1,
    enrolment: 1,
    lifetime: 1,
    left: 9,
    not_before: 0,
};

#[tokio::test]
async fn another_keys_evaluation_and_answers_given_before() {
    let scene = Scene::short().await.unwrap();
    let mut ledger = Ledger::of("gate");
    let earlier = scene.liar.heard(EVALUATE);
    let lies: Vec<(&str, &str, Box<dyn Lie>)> = vec![
        (
            "A19.1",
            "The gate evaluates with another key, and proves that one.",
            with_another_key(|other| other),
        ),
        (
            "A19.1",
            "The gate evaluates with another key, and shows the proof of another answer.",
            {
                let proof = evaluated(&earlier[0].truth.as_ref().unwrap().body).proof;
                with_another_key(move |other| Evaluated { proof, ..other })
            },
        ),
        (
            "A19.1",
            "The gate gives the question back as its answer.",
            lies::instead(EVALUATE, |asked| {
                let element = blinded(asked)?;
                let proof = Proof([1; 64]);
                Some(cbor(&Evaluated {
                    element,
                    proof,
                    tries: TRIES,
                }))
            }),
        ),
        (
            "A19.2",
            "The gate repeats its first answer.",
            repeating(&earlier[0].truth),
        ),
        (
            "A19.2",
            "The gate repeats its last answer.",
            repeating(&earlier[earlier.len() - 1].truth),
        ),
    ];
    for (attack, what, lie) in lies {
        scene
            .attempt(&mut ledger, attack, what, Memory::Pinned, lie)
            .await
            .unwrap();
    }
    let used = scene.liar.heard(CHALLENGE)[0].truth.clone().unwrap();
    let lie = lies::after(CHALLENGE, move |_, _| used.clone());
    let (told, opened) = scene.lied_to(Memory::Pinned, lie).await.unwrap();
    // The gate itself refuses what answers an old challenge.
    let right = [Blame::Portal, Blame::App];
    let what = "The gate's first challenge is given out again.";
    ledger.note_blaming("A19.3", what, &told, scene.judge(opened), &right);
    // None of this has cost a try.
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

#[tokio::test]
async fn proofs_and_elements_with_one_bit_turned() {
    let (world, liar) = begin().await.unwrap();
    let mut ledger = Ledger::of("gate-bits");
    // Each of these costs a try at the gate, which has evaluated before it is lied about: a stick takes
    // a few of them only.
    for (round, places) in [[0, 15, 31], [32, 47, 63], [64, 80, 95]]
        .into_iter()
        .enumerate()
    {
        let (stick, made) = world.new_space(&format!("cle-{round}")).await.unwrap();
        drop(made);
        for place in places {
            liar.tell(lies::body(EVALUATE, move |body| {
                let mut answer = evaluated(&body);
                match place {
                    0..32 => answer.element.0[place] ^= 1,
                    _ => answer.proof.0[place - 32] ^= 1,
                }
                wire::encode(&answer)
            }));
            let opened = open(&stick, CODE).await;
            let told = liar.honest();
            let outcome = match opened {
                Ok(_) => Outcome::Truth,
                Err(Trouble::WrongCode(_) | Trouble::Frozen) => {
                    Outcome::Fell("the right code is said to be wrong".into())
                }
                Err(trouble) => Outcome::Refused(trouble),
            };
            let part = if place < 32 { "element" } else { "proof" };
            let what = format!(
                "The gate's {part} has one bit turned (byte {}).",
                place % 32
            );
            ledger.note("A19.4", what, &told, outcome);
        }
        let opened = open(&stick, CODE).await.unwrap();
        assert_eq!(wrong_codes(&opened), 3, "the gate counts what it evaluates");
    }
    ledger.close().unwrap();
}

#[tokio::test]
async fn requests_and_successes_told_again() {
    let (world, liar) = begin().await.unwrap();
    let mut ledger = Ledger::of("gate-again");
    let (stick, made) = world.new_space("cle").await.unwrap();
    drop(made);
    open(&stick, CODE).await.unwrap();
    let asked = liar.heard(EVALUATE).pop().unwrap().asked;
    let success = liar.heard(ORDER).pop().unwrap().asked;

    // The stick's own request, told again, burns no try: neither at once nor later.
    for seconds in [0, 119, 200] {
        world.clock.advance(seconds);
        for _ in 0..12 {
            liar.hand_on(&asked).await.unwrap();
        }
    }
    let burnt = match open(&stick, CODE).await {
        Ok(opened) => (wrong_codes(&opened) > 0).then(|| "tries are gone".into()),
        Err(trouble) => Some(trouble.to_string()),
    };
    let what = "A stick's request is told to the gate again and again, to use up its tries.";
    ledger.conclude("A19.5", what, burnt);

    // A thief with the stick tries codes; the portal tells the success of an earlier opening again.
    for wrong in 1..=2 {
        let left = left_after_a_wrong_code(&stick).await;
        assert_eq!(left, Some(10 - wrong));
    }
    for _ in 0..3 {
        liar.hand_on(&success).await.unwrap();
    }
    let left = left_after_a_wrong_code(&stick).await;
    let won = (left != Some(7)).then(|| format!("{left:?} tries are left"));
    let what = "A success is told again after wrong codes, to get their tries back.";
    ledger.conclude("A24.1", what, won);

    // The wrong code's request with the success of an opening before it.
    let request = liar.heard(EVALUATE).pop().unwrap().asked;
    liar.hand_on(&request).await.unwrap();
    liar.hand_on(&success).await.unwrap();
    let opened = open(&stick, CODE).await.unwrap();
    let hidden = (wrong_codes(&opened) != 3).then(|| "wrong codes are hidden".into());
    let what = "A success is told again, to hide wrong codes from the person.";
    ledger.conclude("A24.2", what, hidden);
    ledger.close().unwrap();
}

#[tokio::test]
async fn a_success_that_is_not_heard() {
    let (world, liar) = begin().await.unwrap();
    let mut ledger = Ledger::of("gate-deaf");
    let (stick, made) = world.new_space("cle").await.unwrap();
    drop(made);
    let handle = key_core::Stick::new(stick.clone());
    let mut random = System::new();
    for (what, how) in [
        ("refused", Answer::refusal(wire::Code::Unavailable)),
        ("answered with nothing", Answer::done()),
        ("answered with noise", Answer::cbor(vec![0x83, 1, 2, 3])),
    ] {
        let mut times = 0;
        liar.tell(lies::instead(ORDER, move |_| {
            times += 1;
            (times == 1).then(|| how.clone())
        }));
        let opened = open(&stick, CODE).await;
        let told = liar.honest();
        let locked = match opened {
            Ok(opened) => opened.space.lock(&handle, &mut random).await,
            Err(trouble) => Err(trouble),
        };
        let outcome = match (locked, open(&stick, CODE).await) {
            (Ok(()), Ok(next)) => {
                let lost = wrong_codes(&next) > 0;
                Outcome::of(lost.then(|| "a right code counts as a wrong one".into()))
            }
            (Err(trouble), _) | (_, Err(trouble)) => Outcome::Refused(trouble),
        };
        let what = format!("The word that the code was right is {what}, once.");
        ledger.note("A24.3", what, &told, outcome);
    }
    ledger.close().unwrap();
}

async fn left_after_a_wrong_code(stick: &key_core::stick::Folder) -> Option<u32> {
    match open(stick, OTHER_CODE).await {
        Err(Trouble::WrongCode(tries)) => Some(tries.left),
        _ => None,
    }
}

/// A gate that has another key than it promised. The real one is not asked: no try is counted.
fn with_another_key(change: impl Fn(Evaluated) -> Evaluated + Send + 'static) -> Box<dyn Lie> {
    let secret = GateSecret::generate(&mut System::new());
    lies::instead(EVALUATE, move |asked| {
        let blinded = blinded(asked)?;
        let made = secret.evaluate(&blinded.0, &mut System::new()).ok()?;
        let other = Evaluated {
            element: Element(made.element),
            proof: Proof(made.proof),
            tries: TRIES,
        };
        Some(cbor(&change(other)))
    })
}

fn repeating(answer: &Option<Answer>) -> Box<dyn Lie> {
    let answer = answer.clone();
    lies::instead(EVALUATE, move |_| answer.clone())
}

fn blinded(asked: &Asked) -> Option<Element> {
    let request = Signed::<Evaluate>::from_bytes(&asked.body).ok()?;
    request.claimed().ok().map(|request| request.blinded)
}

fn evaluated(body: &[u8]) -> Evaluated {
    wire::decode_canonical(body, api::MAX_ANSWER).unwrap()
}

fn cbor(answer: &Evaluated) -> Answer {
    Answer::cbor(wire::encode(answer))
}

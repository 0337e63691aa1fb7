//! Single bytes of whatever the portal answers, and answers in another form than the only one.

use key_core::Blame;
use tests::{
    lying::{
        http::Answer,
        item::Item,
        ledger::{Ledger, Outcome},
        liar::Lie,
        lies::{self, sync},
        scene::{Memory, Scene},
    },
    world::open,
};
use wire::{Hash, blob::BlobHeader};

/// Everything a portal answers in an opening, and an app takes from it.
const ROUTES: [&str; 5] = [
    "POST /v1/gate/challenge",
    "POST /v1/gate/evaluate",
    "POST /v1/login/start",
    "POST /v1/login/finish",
    "POST /v1/sync",
];

#[tokio::test]
async fn one_bit_anywhere() {
    let scene = Scene::long().await.unwrap();
    let mut ledger = Ledger::of("bytes");
    for (at, of) in sample(40) {
        let lie = lies::body("POST /v1/sync", move |body| turned(body, at, of));
        let what = format!("One bit of the whole answer, {at} {of}ths into it.");
        scene
            .attempt(&mut ledger, "A5.13", what, Memory::Pinned, lie)
            .await
            .unwrap();
    }
    for (at, of) in sample(40) {
        let lie = sync(move |answer| {
            let mut item = Item::read(&answer.manifests[1]).unwrap();
            let Some(Item::Bytes(ciphertext)) = item.at_mut(&[1]) else {
                panic!("a list ends in its ciphertext")
            };
            *ciphertext = turned(core::mem::take(ciphertext), at, of);
            let hash = Hash::of(ciphertext);
            *item.at_mut(&[0, 0, 13]).unwrap() = Item::Bytes(hash.0.to_vec());
            answer.manifests[1] = item.write().into();
        });
        let what = format!("One bit of a list of papers, {at} {of}ths into it.");
        scene
            .attempt(&mut ledger, "A7.2", what, Memory::Pinned, lie)
            .await
            .unwrap();
    }
    let space = open(&scene.stick, scene.code).await.unwrap().space;
    let object = &scene.truth.objects()[3];
    space.read(object.folder, object.id).await.unwrap();
    for (at, of) in sample(40) {
        let lie = lies::body("GET /v1/blobs/*", move |body| turned(body, at, of));
        scene.liar.tell(lie);
        let read = space.read(object.folder, object.id).await;
        let outcome = match read {
            Ok(read) => Outcome::of((Hash::of(&read) != scene.contents[3]).then(String::new)),
            Err(trouble) => Outcome::Refused(trouble),
        };
        let what = format!("One bit of a paper, {at} {of}ths into it.");
        ledger.note("A8.6", what, &scene.liar.honest(), outcome);
    }
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

#[tokio::test]
async fn another_form_of_the_same() {
    let scene = Scene::short().await.unwrap();
    let mut ledger = Ledger::of("forms");
    let earlier = scene.liar.heard("POST /v1/gate/evaluate").pop();
    let earlier = earlier.unwrap().truth.unwrap().body;
    for route in ROUTES {
        for (what, form) in forms() {
            // A try whose answer is no answer stays counted: the gate is not asked, but remembered.
            let lie: Box<dyn Lie> = match route {
                "POST /v1/gate/evaluate" => {
                    let old = earlier.clone();
                    lies::instead(route, move |_| Some(Answer::cbor(form(&old))))
                }
                _ => lies::body(route, move |body| form(&body)),
            };
            let (told, opened) = scene.lied_to(Memory::Pinned, lie).await.unwrap();
            let outcome = match opened {
                Ok(_) => Outcome::Fell("it is read all the same".into()),
                Err(trouble) => Outcome::Refused(trouble),
            };
            let attack = if what.contains("parameter") {
                "A10.1"
            } else {
                "A11.1"
            };
            let what = format!("{route}: {what}.");
            ledger.note(attack, what, &told, outcome);
        }
    }
    for (suite, what) in [
        (0, "no suite"),
        (2, "another suite"),
        (u64::MAX, "any suite"),
    ] {
        let lie = sync(move |answer| {
            for list in &mut answer.manifests {
                let mut item = Item::read(list).unwrap();
                *item.at_mut(&[0, 0, 0]).unwrap() = Item::Number(suite);
                *list = item.write().into();
            }
        });
        let (told, opened) = scene.lied_to(Memory::Pinned, lie).await.unwrap();
        let outcome = match opened {
            Ok(_) => Outcome::Fell("it is read all the same".into()),
            Err(trouble) => Outcome::Refused(trouble),
        };
        let what = format!("Every list names {what}.");
        ledger.note("A11.2", what, &told, outcome);
    }
    let space = open(&scene.stick, scene.code).await.unwrap().space;
    let object = &scene.truth.objects()[3];
    for suite in [0, 2] {
        let lie = lies::body("GET /v1/blobs/*", move |body| {
            let (_, length) = BlobHeader::read(&body).unwrap();
            let mut item = Item::read(&body[..length]).unwrap();
            *item.at_mut(&[0]).unwrap() = Item::Number(suite);
            [&item.write(), &body[length..]].concat()
        });
        scene.liar.tell(lie);
        let outcome = match space.read(object.folder, object.id).await {
            Ok(_) => Outcome::Fell("it is read all the same".into()),
            Err(trouble) => Outcome::Refused(trouble),
        };
        let what = format!("A paper names suite {suite}.");
        ledger.note("A11.2", what, &scene.liar.honest(), outcome);
    }
    older_tls(&scene, &mut ledger).await;
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

/// A portal that speaks TLS 1.2 only.
async fn older_tls(scene: &Scene, ledger: &mut Ledger) {
    scene.world.recorder().speak_older_tls(true);
    let copy = scene.copy(Memory::Pinned).unwrap();
    let opened = open(&copy, scene.code).await;
    scene.world.recorder().speak_older_tls(false);
    let outcome = match opened {
        Ok(_) => Outcome::Fell("it is spoken to".into()),
        Err(trouble) => Outcome::Refused(trouble),
    };
    let told = tests::lying::liar::Told {
        lies: 1,
        trail: Vec::new(),
    };
    // Who cannot be spoken to safely is not there.
    let right = [Blame::Computer, Blame::Portal];
    let what = "The portal speaks only TLS 1.2.";
    ledger.note_blaming("A11.3", what, &told, outcome, &right);
}

type Form = (&'static str, fn(&[u8]) -> Vec<u8>);

/// The same message otherwise: each is well-formed CBOR, and none is the canonical form.
fn forms() -> [Form; 6] {
    [
        ("followed by a byte", |body| [body, &[0]].concat()),
        ("one parameter more", |body| more(body, &Item::Number(1))),
        ("one named parameter more", |body| {
            let name = Item::Text("argon2:m=8".into());
            more(body, &name)
        }),
        ("its length in a longer form", |body| {
            let count = body[0] & 31;
            [&[0x98, count], &body[1..]].concat()
        }),
        ("without an announced end", |body| {
            [&[0x9f], &body[1..], &[0xff]].concat()
        }),
        ("within a tag", |body| [&[0xd9, 0xd9, 0xf7], body].concat()),
    ]
}

fn more(body: &[u8], field: &Item) -> Vec<u8> {
    let Some(Item::List(mut fields)) = Item::read(body) else {
        panic!("every answer is a record")
    };
    fields.push(field.clone());
    Item::List(fields).write()
}

/// First and last byte, and others at equal steps between.
fn sample(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..=count).map(move |at| (at, count))
}

fn turned(mut body: Vec<u8>, at: usize, of: usize) -> Vec<u8> {
    let place = (body.len() - 1) * at / of;
    body[place] ^= 1 << (at % 8);
    body
}

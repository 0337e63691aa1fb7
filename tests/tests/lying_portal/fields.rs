//! Every field of every header, changed in turn; what hangs on it is mended as a liar would.

use key_core::Blame;
use tests::{
    lying::{
        item::Item,
        ledger::{Ledger, Outcome},
        lies::{self, sync},
        scene::{Memory, Scene},
        shapes::{self, Place, Shape},
    },
    world::open,
};
use wire::{
    Hash,
    blob::BlobHeader,
    log::{Entry, OpKind},
};

/// Where hashes of other parts stand.
const ENTRY_PREV: &[usize] = &[0, 2];
const ENTRY_BODY: &[usize] = &[0, 4];
const LIST_CIPHERTEXT: &[usize] = &[0, 0, 13];

#[tokio::test]
async fn of_the_log() {
    let scene = Scene::long().await.unwrap();
    let mut ledger = Ledger::of("fields-log");
    let entries = scene.newest().entries;
    let kinds = [
        OpKind::Genesis,
        OpKind::AddSlot,
        OpKind::RevokeSlot,
        OpKind::Rekey,
        OpKind::Policy,
        OpKind::Epoch,
    ];
    for kind in kinds {
        // The last of its kind: of slots the person's own.
        let is = |entry: &Entry| entry.view().is_ok_and(|view| view.header.op == kind);
        let at = entries.iter().rposition(is).unwrap();
        let item = Item::read(&wire::encode(&entries[at])).unwrap();
        for (place, name) in shapes::ENTRY.places(&item).unwrap() {
            let lie = sync(move |answer| answer.entries = changed(&answer.entries, at, &place));
            let what = format!("Log entry {} ({kind:?}): {name} is another.", at + 1);
            scene
                .attempt(&mut ledger, "A5.8", what, Memory::Pinned, lie)
                .await
                .unwrap();
        }
    }
    same_trail(&mut ledger);
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

#[tokio::test]
async fn of_lists_boxes_seals_and_anchor() {
    let scene = Scene::long().await.unwrap();
    let mut ledger = Ledger::of("fields-space");
    let newest = scene.newest();
    for folder in [0, 1] {
        for place in places(&shapes::MANIFEST, &newest.manifests[folder]) {
            let (at, name) = place;
            let lie = sync(move |answer| {
                let mut item = Item::read(&answer.manifests[folder]).unwrap();
                item.at_mut(&at).unwrap().spoil();
                if at[0] == 1 {
                    let hash = Hash::of(&item.at(&[1]).unwrap().content().unwrap());
                    *item.at_mut(LIST_CIPHERTEXT).unwrap() = Item::Bytes(hash.0.to_vec());
                }
                answer.manifests[folder] = item.write().into();
            });
            let attack = if name == "ciphertext" { "A7.1" } else { "A5.9" };
            let what = format!("The list of folder {folder}: {name} is another.");
            scene
                .attempt(&mut ledger, attack, what, Memory::Pinned, lie)
                .await
                .unwrap();
        }
    }
    for (at, name) in places(&shapes::KEY_BOX, &newest.boxes[1]) {
        let lie = sync(move |answer| answer.boxes[1] = spoilt(&answer.boxes[1], &at).into());
        let what = format!("The box of folder 1: {name} is another.");
        scene
            .attempt(&mut ledger, "A4.1", what, Memory::Pinned, lie)
            .await
            .unwrap();
    }
    for (at, name) in places(&shapes::SEALS, newest.seals.as_ref().unwrap()) {
        let lie = sync(move |answer| {
            answer.seals = answer.seals.as_ref().map(|s| spoilt(s, &at).into());
        });
        let what = format!("The seals of the slot: {name} is another.");
        scene
            .attempt(&mut ledger, "A4.2", what, Memory::Pinned, lie)
            .await
            .unwrap();
    }
    for (at, name) in places(&shapes::ANCHOR, newest.anchor.as_ref().unwrap()) {
        let lie = sync(move |answer| {
            answer.anchor = answer.anchor.as_ref().map(|a| spoilt(a, &at).into());
        });
        let what = format!("The anchor: {name} is another.");
        scene
            .attempt(&mut ledger, "A4.3", what, Memory::Fresh, lie)
            .await
            .unwrap();
    }
    same_trail(&mut ledger);

    let session = scene.liar.heard("POST /v1/login/finish").pop().unwrap();
    let session = session.truth.unwrap().body;
    let item = Item::read(&session).unwrap();
    let Item::List(mut fields) = item else {
        panic!("a session is a record")
    };
    fields.truncate(3);
    for (at, name) in shapes::SESSION.places(&Item::List(fields)).unwrap() {
        let lie = lies::body("POST /v1/login/finish", move |body| spoilt(&body, &at));
        let (told, opened) = scene.lied_to(Memory::Pinned, lie).await.unwrap();
        // With a token that is none an honest portal knows nobody: then the app is to open again.
        let right = [Blame::Portal, Blame::App];
        let what = format!("The session: its {name} is another.");
        ledger.note_blaming("A5.12", what, &told, scene.judge(opened), &right);
    }
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

#[tokio::test]
async fn of_a_paper() {
    let scene = Scene::short().await.unwrap();
    let mut ledger = Ledger::of("fields-paper");
    let space = open(&scene.stick, scene.code).await.unwrap().space;
    for (at, object) in scene.truth.objects().iter().enumerate().take(3) {
        space.read(object.folder, object.id).await.unwrap();
        let blob = scene.liar.heard("GET /v1/blobs/*").pop().unwrap();
        let (_, length) = BlobHeader::read(&blob.truth.unwrap().body).unwrap();
        for index in 0..6 {
            let lie = lies::body("GET /v1/blobs/*", move |body| {
                let (front, rest) = body.split_at(length);
                let item = Item::read(front).unwrap();
                let (place, _) = &shapes::BLOB_HEADER.places(&item).unwrap()[index];
                [&spoilt(front, place), rest].concat()
            });
            scene.liar.tell(lie);
            let read = space.read(object.folder, object.id).await;
            let outcome = match read {
                Ok(read) => Outcome::of((Hash::of(&read) != scene.contents[at]).then(String::new)),
                Err(trouble) => Outcome::Refused(trouble),
            };
            let attack = if index == 5 { "A18.1" } else { "A5.11" };
            let name = ["suite", "realm", "purpose", "account", "blob", "commitment"][index];
            let what = format!("The front of paper {at}: its {name} is another.");
            ledger.note(attack, what, &scene.liar.honest(), outcome);
        }
    }
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

/// A log in which one place is changed, and every hash that hangs on it is mended: only signatures
/// and rules stand against it.
fn changed(entries: &[Entry], at: usize, place: &[usize]) -> Vec<Entry> {
    let mut items: Vec<Item> = entries
        .iter()
        .map(|entry| Item::read(&wire::encode(entry)).unwrap())
        .collect();
    items[at].at_mut(place).unwrap().spoil();
    if place[0] == 1 {
        let body = Hash::of(&items[at].at(&[1]).unwrap().content().unwrap());
        *items[at].at_mut(ENTRY_BODY).unwrap() = Item::Bytes(body.0.to_vec());
    }
    for next in at + 1..items.len() {
        let before = Hash::of(&items[next - 1].write());
        *items[next].at_mut(ENTRY_PREV).unwrap() = Item::Bytes(before.0.to_vec());
    }
    items
        .iter()
        .map(|item| Entry::from_bytes(&item.write()).unwrap())
        .collect()
}

fn places(shape: &Shape, bytes: &[u8]) -> Vec<Place> {
    shape.places(&Item::read(bytes).unwrap()).unwrap()
}

fn spoilt(bytes: &[u8], place: &[usize]) -> Vec<u8> {
    let mut item = Item::read(bytes).unwrap();
    item.at_mut(place).unwrap().spoil();
    item.write()
}

/// What the app does next must not tell which of the lies it saw through.
fn same_trail(ledger: &mut Ledger) {
    let trails = ledger.trails();
    let several = (trails.len() != 1).then(|| format!("{trails:?}"));
    let attack = match ledger.family() {
        "fields-log" => "A16.1",
        _ => "A16.2",
    };
    let what = "What the app asks after a lie tells which of them it saw through.";
    ledger.conclude(attack, what, several);
}

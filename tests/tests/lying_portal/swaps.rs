//! Two sealed things of one kind in each other's place.

use core::ops::Deref;
use key_core::{Space, Trouble};
use tests::{
    lying::{
        http::Answer,
        item::Item,
        ledger::{Ledger, Outcome},
        lies::{self, sync},
        scene::{Memory, Scene},
        story::whole_answer,
        view::View,
    },
    world::{CODE, open},
};
use wire::{Hash, api::SyncAnswer, folder::Folder, random::System};

/// Where the ciphertext stands in a list.
const LIST: &[usize] = &[1];
/// Where the sealed key, and where the folder, stands in a box.
const BOX: &[usize] = &[0, 5];
const BOX_FOLDER: &[usize] = &[0, 1];
/// Where the two sealed keys stand in a slot's seals.
const SEALS: [&[usize]; 2] = [&[0, 4], &[0, 6]];

#[tokio::test]
async fn lists_and_boxes_of_two_folders() {
    let scene = Scene::long().await.unwrap();
    let mut ledger = Ledger::of("swaps-folders");
    let mut here = open(&scene.stick, scene.code).await.unwrap().space;
    // Told as they are, an open session takes lists and boxes that it has.
    let newest = scene.newest();
    let whole = move |answer: &mut SyncAnswer| {
        answer.manifests.clone_from(&newest.manifests);
        answer.boxes.clone_from(&newest.boxes);
    };
    scene.liar.tell(sync(whole.clone()));
    here.refresh().await.unwrap();
    for (a, b) in pairs(Folder::ALL.len()) {
        let (one, other) = (Folder::ALL[a], Folder::ALL[b]);
        let (lists, boxes) = (whole.clone(), whole.clone());
        let lies = [
            (
                "A5.2",
                format!("The lists of {one:?} and {other:?} have each other's content."),
                sync(move |answer| {
                    lists(answer);
                    exchange(&mut answer.manifests, a, b, LIST);
                }),
            ),
            (
                "A5.4",
                format!("The keys of {one:?} and {other:?} lie in each other's box."),
                sync(move |answer| {
                    boxes(answer);
                    exchange(&mut answer.boxes, a, b, BOX);
                }),
            ),
        ];
        for (attack, what, lie) in lies {
            scene.liar.tell(lie);
            let refreshed = here.refresh().await;
            let told = scene.liar.honest();
            let outcome = match (refreshed, View::of(&here).unlike(&scene.truth)) {
                (_, Some(unlike)) => Outcome::Fell(unlike),
                (Ok(_), None) => Outcome::Fell("it is taken for the truth".into()),
                (Err(trouble), None) => Outcome::Refused(trouble),
            };
            ledger.note(attack, what, &told, outcome);
        }
    }
    drop(here);
    for (a, b) in (0..12).map(|n| (n, (n + 1) % 12)) {
        let (one, other) = (Folder::ALL[a], Folder::ALL[b]);
        let lies = [
            (
                "A5.2",
                format!("At an opening: the contents of {one:?} and {other:?} are exchanged."),
                sync(move |answer| exchange(&mut answer.manifests, a, b, LIST)),
            ),
            (
                "A5.3",
                format!("The list of {other:?} stands in the place of that of {one:?}."),
                sync(move |answer| answer.manifests[a] = answer.manifests[b].clone()),
            ),
            (
                "A5.4",
                format!("The boxes of {one:?} and {other:?} bear each other's name."),
                sync(move |answer| exchange(&mut answer.boxes, a, b, BOX_FOLDER)),
            ),
        ];
        for (attack, what, lie) in lies {
            scene
                .attempt(&mut ledger, attack, what, Memory::Fresh, lie)
                .await
                .unwrap();
        }
    }
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

#[tokio::test]
async fn seals_anchors_and_whatever_belongs_to_somebody_else() {
    let scene = Scene::long().await.unwrap();
    let mut ledger = Ledger::of("swaps-keys");
    let (_, made) = scene.world.new_space("somebody else").await.unwrap();
    let theirs = whole_answer(&scene.liar).unwrap();
    let session = scene.liar.heard("POST /v1/login/finish").pop().unwrap();
    let session = session.truth.unwrap().body;
    drop(made);
    let own = scene.newest();

    let lie = sync(|answer| {
        let mut item = Item::read(answer.seals.as_ref().unwrap()).unwrap();
        let [open, admin] = SEALS.map(|at| item.at(at).unwrap().clone());
        *item.at_mut(SEALS[0]).unwrap() = admin;
        *item.at_mut(SEALS[1]).unwrap() = open;
        answer.seals = Some(item.write().into());
    });
    let what = "The two sealed keys of a slot are exchanged.";
    scene
        .attempt(&mut ledger, "A5.5", what, Memory::Pinned, lie)
        .await
        .unwrap();
    // Every seal and anchor that was ever handed out: of the other slot, of earlier keys.
    let mut heard = past(&scene);
    heard.push(theirs.clone());
    for (number, other) in heard.iter().enumerate() {
        if other.seals != own.seals {
            let seals = other.seals.clone();
            let lie = sync(move |answer| answer.seals.clone_from(&seals));
            let what = format!("Seals from another slot or time (answer {number}).");
            scene
                .attempt(&mut ledger, "A5.5", what, Memory::Fresh, lie)
                .await
                .unwrap();
        }
        let foreign = other.seals.is_some() && scene.past.iter().all(|o| o.anchor != other.anchor);
        if foreign {
            let anchor = other.anchor.clone();
            let lie = sync(move |answer| answer.anchor.clone_from(&anchor));
            let what = format!("An anchor of another slot (answer {number}).");
            scene
                .attempt(&mut ledger, "A5.6", what, Memory::Fresh, lie)
                .await
                .unwrap();
        }
    }
    for (index, folder) in Folder::ALL.into_iter().enumerate() {
        let old = scene.past[0].boxes[index].clone();
        let lie = sync(move |answer| answer.boxes[index] = old.clone());
        let what = format!("The box of {folder:?} holds the key of an earlier epoch.");
        scene
            .attempt(&mut ledger, "A5.10", what, Memory::Pinned, lie)
            .await
            .unwrap();
    }

    for (what, change) in foreign_parts() {
        let theirs = theirs.clone();
        let lie = sync(move |answer| change(answer, &theirs));
        scene
            .attempt(&mut ledger, "A5.7", what, Memory::Fresh, lie)
            .await
            .unwrap();
    }
    for whole in [false, true] {
        let (told, theirs) = (session.clone(), wire::encode(&theirs));
        let as_theirs = lies::body("POST /v1/login/finish", move |_| told.clone());
        let lie = match whole {
            true => lies::both(
                as_theirs,
                lies::instead("POST /v1/sync", move |_| Some(Answer::cbor(theirs.clone()))),
            ),
            false => as_theirs,
        };
        let what = "The stick is let into another person's space.";
        scene
            .attempt(&mut ledger, "A5.7", what, Memory::Fresh, lie)
            .await
            .unwrap();
    }
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

#[tokio::test]
async fn contents_of_two_papers() {
    let scene = Scene::short().await.unwrap();
    let mut ledger = Ledger::of("swaps-papers");
    let (other, made) = scene.world.new_space("somebody else").await.unwrap();
    let mut there = made.opened.space;
    let note = there
        .put_note(Folder::Papiers, "x", "y", &mut System::new())
        .await
        .unwrap();
    there.read(Folder::Papiers, note).await.unwrap();
    drop(other);
    let foreign = scene.liar.heard("GET /v1/blobs/*").pop().unwrap();

    let mut space = open(&scene.stick, CODE).await.unwrap().space;
    let mut blobs = Vec::new();
    for object in scene.truth.objects() {
        space.read(object.folder, object.id).await.unwrap();
        blobs.push(scene.liar.heard("GET /v1/blobs/*").pop().unwrap());
    }
    blobs.push(foreign);
    for (at, object) in scene.truth.objects().iter().enumerate() {
        for other in (0..blobs.len()).filter(|other| *other != at) {
            let told = blobs[other].truth.clone().unwrap();
            scene
                .liar
                .tell(lies::after("GET /v1/blobs/*", move |_, _| told.clone()));
            let read = space.read(object.folder, object.id).await;
            let outcome = judge(read.map(|c| Hash::of(&c)), scene.contents[at]);
            let what = format!("Paper {at} has the content of paper {other}.");
            ledger.note("A5.1", what, &scene.liar.honest(), outcome);
        }
    }
    scene.is_whole().await.unwrap();
    an_earlier_version(&scene, &mut ledger, &mut space).await;
    ledger.close().unwrap();
}

/// The content that a note had before it was written anew.
async fn an_earlier_version(scene: &Scene, ledger: &mut Ledger, space: &mut Space) {
    let mut random = System::new();
    let note = space.list(Folder::Argent)[0].id;
    space.read(Folder::Argent, note).await.unwrap();
    let before = scene.liar.heard("GET /v1/blobs/*").pop().unwrap();
    let before = before.truth.unwrap();
    space
        .rewrite_note(Folder::Argent, note, "écrit à nouveau", &mut random)
        .await
        .unwrap();
    scene
        .liar
        .tell(lies::after("GET /v1/blobs/*", move |_, _| before.clone()));
    let read = space.read(Folder::Argent, note).await;
    let truth = Hash::of("écrit à nouveau".as_bytes());
    let outcome = judge(read.map(|c| Hash::of(&c)), truth);
    let what = "A note has the content that it had before.";
    ledger.note("A5.1", what, &scene.liar.honest(), outcome);
    assert_eq!(
        Hash::of(&space.read(Folder::Argent, note).await.unwrap()),
        truth
    );
}

fn judge(read: Result<Hash, Trouble>, truth: Hash) -> Outcome {
    match read {
        Ok(read) => Outcome::of((read != truth).then(|| "a false content".into())),
        Err(trouble) => Outcome::Refused(trouble),
    }
}

/// Each part of an answer, as it is for somebody else.
type Foreign = (&'static str, fn(&mut SyncAnswer, &SyncAnswer));

fn foreign_parts() -> [Foreign; 7] {
    [
        ("Another person's log.", |own, their| {
            own.entries.clone_from(&their.entries);
        }),
        ("Another person's list of papers.", |own, their| {
            own.manifests[1].clone_from(&their.manifests[1]);
        }),
        ("Another person's box for papers.", |own, their| {
            own.boxes[1].clone_from(&their.boxes[1]);
        }),
        ("Another person's box and list of papers.", |own, their| {
            own.boxes[1].clone_from(&their.boxes[1]);
            own.manifests[1].clone_from(&their.manifests[1]);
        }),
        ("Another person's seals.", |own, their| {
            own.seals.clone_from(&their.seals);
        }),
        ("Another person's anchor.", |own, their| {
            own.anchor.clone_from(&their.anchor);
        }),
        ("Another person's whole space.", |own, their| {
            own.clone_from(their);
        }),
    ]
}

/// Every whole answer ever heard, of either stick.
fn past(scene: &Scene) -> Vec<SyncAnswer> {
    let heard = scene.liar.heard("POST /v1/sync");
    let answers = heard.iter().filter_map(|e| e.truth.as_ref());
    let whole = answers.filter_map(|truth| lies::read_sync(&truth.body));
    whole.filter(|answer| answer.seals.is_some()).collect()
}

fn exchange<B>(messages: &mut [B], a: usize, b: usize, place: &[usize])
where
    B: Deref<Target = Vec<u8>> + From<Vec<u8>>,
{
    let mut x = Item::read(&messages[a]).unwrap();
    let mut y = Item::read(&messages[b]).unwrap();
    core::mem::swap(x.at_mut(place).unwrap(), y.at_mut(place).unwrap());
    (messages[a], messages[b]) = (x.write().into(), y.write().into());
}

fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(move |a| (a + 1..count).map(move |b| (a, b)))
}

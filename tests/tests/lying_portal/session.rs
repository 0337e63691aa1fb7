//! An open session asks what is new, and is told what was, or half of what is.

use key_core::{Space, Stick, Trouble, WallWatch};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use tests::{
    lying::{
        http::Answer,
        ledger::{Ledger, Outcome},
        liar::Lie,
        lies::{self, read_sync, sync_is},
        scene::{Memory, Scene},
        view::View,
    },
    world::{code, open},
};
use wire::{api::SyncAnswer, folder::Folder, random::System};

const SYNC: &str = "POST /v1/sync";

#[tokio::test]
async fn what_was_new_once() {
    let scene = Scene::short().await.unwrap();
    let mut ledger = Ledger::of("session-old");
    let mut random = System::new();
    let (mut here, mut there) = (session(&scene).await, session(&scene).await);
    let mut news: Vec<SyncAnswer> = scene.past.clone();
    for round in 0..3 {
        let folder = [Folder::Private, Folder::Famille, Folder::Private][round];
        let title = format!("au tour {round}");
        there
            .put_note(folder, &title, "x", &mut random)
            .await
            .unwrap();
        there.refresh().await.unwrap();
        here.refresh().await.unwrap();
        news.push(last_answer(&scene));
        for (number, old) in news.iter().enumerate() {
            let what = format!("Round {round}: answer {number} is told again.");
            refresh(&scene, &mut ledger, &mut here, "A9.6", what, sync_is(old)).await;
            for list in &old.manifests {
                let only = SyncAnswer {
                    entries: Vec::new(),
                    manifests: vec![list.clone()],
                    boxes: Vec::new(),
                    ..old.clone()
                };
                let what = format!("Round {round}: one list of answer {number} is told again.");
                refresh(
                    &scene,
                    &mut ledger,
                    &mut here,
                    "A21.4",
                    what,
                    sync_is(&only),
                )
                .await;
            }
        }
    }
    here.refresh().await.unwrap();
    assert_eq!(View::of(&here), View::of(&there));
    ledger.close().unwrap();
}

#[tokio::test]
async fn half_of_a_revocation() {
    let scene = Scene::pair().await.unwrap();
    let mut ledger = Ledger::of("session-half");
    let (mut random, watch) = (System::new(), WallWatch::start());
    let (mut here, mut other) = (session(&scene).await, session(&scene).await);
    let stick = scene.copy(Memory::Pinned).unwrap();
    let mut there = open(&stick, scene.code).await.unwrap().space;
    let administration = there
        .administer(&Stick::new(stick), &code(scene.code), &mut random, &watch)
        .await
        .unwrap();
    administration
        .revoke(scene.first, &mut random)
        .await
        .unwrap();
    // What is true is learnt from a third session, which stands where this one does.
    other.refresh().await.unwrap();
    let news = last_answer(&scene);
    assert!(news.entries.len() >= 15, "{} entries", news.entries.len());

    let before = View::of(&here);
    let mut halves: Vec<(&str, String, SyncAnswer)> = Vec::new();
    for count in 1..news.entries.len() {
        let mut half = news.clone();
        half.entries.truncate(count);
        let what = format!("The first {count} entries of a revocation.");
        halves.push(("A9.7", what, half.clone()));
        (half.manifests, half.boxes, half.seals) = (Vec::new(), Vec::new(), None);
        let what = format!("The first {count} entries of a revocation, and nothing else.");
        halves.push(("A9.7", what, half));
    }
    for (index, folder) in Folder::ALL.into_iter().enumerate() {
        let mut half = news.clone();
        half.manifests.remove(index);
        let what = format!("A revocation without the new list of {folder:?}.");
        halves.push(("A21.5", what, half));
        let mut half = news.clone();
        half.manifests[index].clone_from(&scene.newest().manifests[index]);
        let what = format!("A revocation with the old list of {folder:?}.");
        halves.push(("A21.5", what, half));
        let mut half = news.clone();
        half.boxes[index].clone_from(&scene.newest().boxes[index]);
        let what = format!("A revocation with the old key of {folder:?}.");
        halves.push(("A21.5", what, half));
    }
    let mut half = news.clone();
    half.manifests.clear();
    halves.push(("A21.5", "A revocation without new lists.".into(), half));
    let mut half = news.clone();
    half.seals.clone_from(&scene.newest().seals);
    halves.push(("A9.8", "A revocation with the old seals.".into(), half));
    let mut half = news.clone();
    half.seals = None;
    halves.push(("A9.8", "A revocation without seals.".into(), half));
    for (attack, what, half) in halves {
        scene.liar.tell(sync_is(&half));
        let outcome = match here.refresh().await {
            Ok(_) => Outcome::Fell("a state that never was is believed".into()),
            Err(trouble) => Outcome::Refused(trouble),
        };
        ledger.note(attack, what, &scene.liar.honest(), outcome);
    }
    if View::of(&here) == before {
        here.refresh().await.unwrap();
        assert_eq!(View::of(&here), View::of(&there));
        here.put_note(Folder::Famille, "après", "x", &mut random)
            .await
            .unwrap();
    }
    ledger.close().unwrap();
    assert_eq!(here.list(Folder::Famille).last().unwrap().title, "après");
}

async fn session(scene: &Scene) -> Space {
    let copy = scene.copy(Memory::Pinned).unwrap();
    open(&copy, scene.code).await.unwrap().space
}

fn last_answer(scene: &Scene) -> SyncAnswer {
    let exchange = scene.liar.heard(SYNC).pop().unwrap();
    read_sync(&exchange.truth.unwrap().body).unwrap()
}

/// A refresh while the portal lies: whatever happens, what was known stays known.
async fn refresh(
    scene: &Scene,
    ledger: &mut Ledger,
    here: &mut Space,
    attack: &str,
    what: String,
    lie: Box<dyn Lie>,
) {
    let before = View::of(here);
    scene.liar.tell(lie);
    let refreshed = here.refresh().await;
    let told = scene.liar.honest();
    let outcome = match (refreshed, View::of(here).unlike(&before)) {
        (_, Some(unlike)) => Outcome::Fell(unlike),
        (Err(trouble), None) => Outcome::Refused(trouble),
        (Ok(_), None) => Outcome::Truth,
    };
    ledger.note(attack, what, &told, outcome);
}

#[tokio::test]
async fn news_without_end() {
    let scene = Scene::short().await.unwrap();
    let mut ledger = Ledger::of("session-endless");
    let told = scene.newest();
    // So many rounds, each as long as an answer may be, would fill this computer's memory.
    let (rounds, enough) = (Arc::new(AtomicUsize::new(0)), 200);
    let counted = Arc::clone(&rounds);
    let lie = lies::instead(SYNC, move |_| {
        let round = counted.fetch_add(1, Ordering::SeqCst);
        let answer = SyncAnswer {
            more: round < enough,
            ..told.clone()
        };
        Some(Answer::cbor(wire::encode(&answer)))
    });
    let (told, opened) = scene.lied_to(Memory::Pinned, lie).await.unwrap();
    let outcome = match opened {
        _ if rounds.load(Ordering::SeqCst) > enough => {
            Outcome::Fell("the app reads on for ever".into())
        }
        Ok(opened) => scene.judge(Ok(opened)),
        Err(trouble @ Trouble::Unverified) => Outcome::Refused(trouble),
        Err(other) => Outcome::Fell(other.to_string()),
    };
    let what = "The log never ends.";
    ledger.note("A9.9", what, &told, outcome);
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

//! Everything that was once true, told again.

use key_core::Notice;
use tests::lying::{
    ledger::{Ledger, Outcome},
    lies::{sync, sync_is},
    scene::{Memory, Scene},
    view::View,
};
use wire::{folder::Folder, log::OpKind};

#[tokio::test]
async fn earlier_answers_to_a_stick_that_remembers() {
    let scene = Scene::long().await.unwrap();
    let mut ledger = Ledger::of("rollback-pinned");
    let (newest, past) = (scene.newest(), &scene.past[..scene.past.len() - 1]);
    for (number, old) in past.iter().enumerate() {
        let what = format!("The whole answer of opening {} again.", number + 1);
        scene
            .attempt(&mut ledger, "A9.1", what, Memory::Pinned, sync_is(old))
            .await
            .unwrap();
        let mut mixed = old.clone();
        mixed.anchor.clone_from(&newest.anchor);
        let what = format!("The same of opening {} with the newest anchor.", number + 1);
        scene
            .attempt(&mut ledger, "A9.1", what, Memory::Pinned, sync_is(&mixed))
            .await
            .unwrap();
        if old.entries != newest.entries {
            let entries = old.entries.clone();
            let lie = sync(move |answer| answer.entries.clone_from(&entries));
            let what = format!("Only the log as it was at opening {}.", number + 1);
            scene
                .attempt(&mut ledger, "A9.2", what, Memory::Pinned, lie)
                .await
                .unwrap();
        }
        for (index, folder) in Folder::ALL.into_iter().enumerate() {
            let list = old.manifests[index].clone();
            if list == newest.manifests[index] {
                continue;
            }
            let lie = sync(move |answer| answer.manifests[index].clone_from(&list));
            let what = format!(
                "Only the list of {folder:?} as it was at opening {}.",
                number + 1
            );
            scene
                .attempt(&mut ledger, "A21.1", what, Memory::Pinned, lie)
                .await
                .unwrap();
        }
    }
    for (index, folder) in Folder::ALL.into_iter().enumerate() {
        let lie = sync(move |answer| drop(answer.manifests.remove(index)));
        let what = format!("The list of {folder:?} is withheld.");
        scene
            .attempt(&mut ledger, "A21.2", what, Memory::Pinned, lie)
            .await
            .unwrap();
    }
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

#[tokio::test]
async fn earlier_answers_to_a_stick_without_memory() {
    let scene = Scene::long().await.unwrap();
    let mut ledger = Ledger::of("rollback-fresh");
    let (newest, past) = (scene.newest(), &scene.past[..scene.past.len() - 1]);
    for (number, old) in past.iter().enumerate() {
        let mut mixed = old.clone();
        mixed.anchor.clone_from(&newest.anchor);
        let what = format!(
            "The space of opening {}, and the newest anchor.",
            number + 1
        );
        scene
            .attempt(&mut ledger, "A9.3", what, Memory::Fresh, sync_is(&mixed))
            .await
            .unwrap();
        for (index, folder) in Folder::ALL.into_iter().enumerate() {
            let list = old.manifests[index].clone();
            if list == newest.manifests[index] {
                continue;
            }
            let lie = sync(move |answer| answer.manifests[index].clone_from(&list));
            let what = format!("The list of {folder:?} of opening {}.", number + 1);
            scene
                .attempt(&mut ledger, "A21.3", what, Memory::Fresh, lie)
                .await
                .unwrap();
        }
        // A limit that is stated: an old state with the anchor of then. It must be said.
        let (told, opened) = scene.lied_to(Memory::Fresh, sync_is(old)).await.unwrap();
        let outcome = match opened {
            Ok(opened) if opened.notices.contains(&Notice::NothingPinned) => Outcome::Truth,
            Ok(opened) => Outcome::of(View::of(&opened.space).unlike(&scene.truth)),
            Err(trouble) => Outcome::Refused(trouble),
        };
        let what = format!(
            "The space and the anchor of opening {}, without a word that it could not be compared.",
            number + 1
        );
        ledger.note("A9.4", what, &told, outcome);
    }
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

#[tokio::test]
async fn a_log_that_is_thinned_turned_round_or_cut() {
    let scene = Scene::long().await.unwrap();
    let mut ledger = Ledger::of("rollback-log");
    let newest = scene.newest();
    let count = newest.entries.len();
    for at in 0..count {
        let op = newest.entries[at].view().unwrap().header.op;
        let lie = sync(move |answer| drop(answer.entries.remove(at)));
        let what = format!("Log entry {} ({op:?}) is missing.", at + 1);
        scene
            .attempt(&mut ledger, "A9.5", what, Memory::Fresh, lie)
            .await
            .unwrap();
        // Of the twelve folders' entries one stands for all.
        if op == OpKind::Epoch && at % 12 != 0 {
            continue;
        }
        let lie = sync(move |answer| answer.entries.insert(at, answer.entries[at].clone()));
        let what = format!("Log entry {} ({op:?}) comes twice.", at + 1);
        scene
            .attempt(&mut ledger, "A9.5", what, Memory::Fresh, lie)
            .await
            .unwrap();
        let lie = sync(move |answer| answer.entries.truncate(at));
        let what = format!("The log ends before entry {} ({op:?}).", at + 1);
        scene
            .attempt(&mut ledger, "A9.5", what, Memory::Fresh, lie)
            .await
            .unwrap();
        let next = (at + 1) % count;
        let lie = sync(move |answer| answer.entries.swap(at, next));
        let what = format!("Log entries {} and {} are exchanged.", at + 1, next + 1);
        scene
            .attempt(&mut ledger, "A9.5", what, Memory::Fresh, lie)
            .await
            .unwrap();
    }
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

//! A portal that would have a space deleted, or keep its owner from knowing that it is.

use key_core::{Deletion, Stick, Trouble, WallWatch, stick::Folder};
use tests::{
    lying::{
        forge::{Forger, log_of},
        http::Answer,
        ledger::{Ledger, Outcome},
        liar::Lie,
        lies::{self, sync},
        scene::{Memory, Scene},
        story::whole_answer,
    },
    world::{code, open},
};
use wire::{Realm, log::Head, random::System};

/// What the app says of a deletion after it was lied to, at a refresh or an opening.
fn said(seen: Result<Option<Deletion>, Trouble>, truth: bool) -> Outcome {
    match seen {
        Err(trouble) => Outcome::Refused(trouble),
        Ok(seen) if seen.is_some() == truth => Outcome::Truth,
        Ok(Some(_)) => Outcome::Fell("the space is said to be deleted".into()),
        Ok(None) => Outcome::Fell("nothing is said of its deletion".into()),
    }
}

/// Opens a copy of the stick while the portal lies.
async fn at_opening(
    scene: &Scene,
    ledger: &mut Ledger,
    (attack, what, truth): (&str, &str, bool),
    lie: Box<dyn Lie>,
) {
    let (told, opened) = scene.lied_to(Memory::Pinned, lie).await.unwrap();
    let seen = opened.map(|opened| opened.space.deletion());
    ledger.note(attack, what, &told, said(seen, truth));
}

async fn lock(space: key_core::Space, stick: &Folder) {
    let stick = Stick::new(stick.clone());
    space.lock(&stick, &mut System::new()).await.unwrap();
}

#[tokio::test]
async fn only_the_owner_signs_a_deletion_and_takes_it_back() {
    let scene = Scene::short().await.unwrap();
    let mut ledger = Ledger::of("deletion");
    let (mut random, watch) = (System::new(), WallWatch::start());
    let log = log_of(Realm::Prod, &scene.newest()).unwrap();
    let forger = Forger::new(Realm::Prod, log.keys.generation, &mut random);

    // Nobody signed it but the portal.
    let forged = forger.deletion(&log);
    let adding = || {
        let forged = forged.clone();
        sync(move |answer| answer.entries.push(forged.clone()))
    };
    let what = "The space is being deleted, says an opening.";
    at_opening(&scene, &mut ledger, ("A9.23", what, false), adding()).await;
    let copy = scene.copy(Memory::Pinned).unwrap();
    let mut there = open(&copy, scene.code).await.unwrap().space;
    scene.liar.tell(adding());
    let seen = there.refresh().await.map(|_| there.deletion());
    let what = "The same in an open session.";
    ledger.note("A9.23", what, &scene.liar.honest(), said(seen, false));

    // Its owner did.
    let mut space = open(&scene.stick, scene.code).await.unwrap().space;
    let stick = Stick::new(scene.stick.clone());
    let administration = space
        .administer(&stick, &code(scene.code), &mut random, &watch)
        .await
        .unwrap();
    administration.delete_account().await.unwrap();
    lock(space, &scene.stick).await;
    let hiding = || sync(|answer| drop(answer.entries.pop()));
    let what = "It is not, says an opening after it was signed.";
    at_opening(&scene, &mut ledger, ("A9.24", what, true), hiding()).await;

    // Taken back by the portal, so that it seems to go on: only for whoever believes it.
    let copy = scene.copy(Memory::Pinned).unwrap();
    let mut there = open(&copy, scene.code).await.unwrap().space;
    let log = log_of(Realm::Prod, &whole_answer(&scene.liar).unwrap()).unwrap();
    let forged = forger.cancelling(&log).unwrap();
    scene
        .liar
        .tell(sync(move |answer| answer.entries.push(forged.clone())));
    let seen = there.refresh().await.map(|_| there.deletion());
    let what = "It was taken back, says a portal that did so itself.";
    ledger.note("A9.24", what, &scene.liar.honest(), said(seen, true));

    // Taken back by its owner, and the portal drops it: the next opening does not show it as it was.
    let copy = scene.copy(Memory::Pinned).unwrap();
    let mut there = open(&copy, scene.code).await.unwrap().space;
    scene.liar.tell(lies::instead("POST /v1/commit", |_| {
        Some(Answer::cbor(wire::encode(&Head::NONE)))
    }));
    let taken_back = there.cancel_delete().await;
    let told = scene.liar.honest();
    let outcome = match taken_back {
        Ok(()) => {
            lock(there, &copy).await;
            let seen = open(&copy, scene.code).await;
            match seen.map(|opened| opened.space.deletion()) {
                Ok(_) => Outcome::Fell("it runs on, and nothing is said".into()),
                Err(trouble) => Outcome::Refused(trouble),
            }
        }
        Err(trouble) => Outcome::Refused(trouble),
    };
    let what = "It is said to be taken back, and is not.";
    ledger.note("A9.25", what, &told, outcome);

    // And where it is truly taken back, it is not shown as running any more.
    let mut space = open(&scene.stick, scene.code).await.unwrap().space;
    space.cancel_delete().await.unwrap();
    lock(space, &scene.stick).await;
    let what = "It still runs, says an opening after it was taken back.";
    at_opening(&scene, &mut ledger, ("A9.25", what, false), hiding()).await;
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

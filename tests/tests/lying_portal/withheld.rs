//! The portal says “done” and has done nothing; or it has done it and says no.

use key_core::{Blame, Stick, Trouble, WallWatch};
use std::sync::{Arc, Mutex};
use tests::{
    lying::{
        http::{Answer, Asked},
        ledger::{Ledger, Outcome},
        liar::Lie,
        lies,
        scene::{Memory, Scene},
        view::View,
    },
    world::{code, open},
};
use wire::{Code, folder::Folder, log::Head, random::System};

type Kept = Arc<Mutex<Vec<Asked>>>;

#[tokio::test]
async fn what_was_said_to_be_kept() {
    let scene = Scene::short().await.unwrap();
    let mut ledger = Ledger::of("withheld");
    let (mut random, watch) = (System::new(), WallWatch::start());

    // A list: the next opening says that the space is older than it was.
    let copy = scene.copy(Memory::Pinned).unwrap();
    let stick = Stick::new(copy.clone());
    let mut space = open(&copy, scene.code).await.unwrap().space;
    let (lie, kept) = swallowing("PUT /v1/manifests/*", Answer::done());
    scene.liar.tell(lie);
    let put = space
        .put_note(Folder::Justice, "gardée", "x", &mut random)
        .await;
    let written = View::of(&space);
    let locked = space.lock(&stick, &mut random).await;
    let told = scene.liar.honest();
    let outcome = match put.and(locked) {
        Ok(()) => judge(open(&copy, scene.code).await, &written),
        Err(trouble) => Outcome::Refused(trouble),
    };
    let what = "A paper is said to be kept, and its list is not.";
    ledger.note("A9.10", what, &told, outcome);
    // It was only late: then the stick opens, and nothing is lost.
    deliver(&scene, &kept).await;
    let opened = open(&copy, scene.code).await.unwrap();
    assert_eq!(View::of(&opened.space).unlike(&written), None);

    // A commit: the same.
    let mut space = opened.space;
    let (lie, kept) = swallowing("POST /v1/commit", head());
    scene.liar.tell(lie);
    let made = match space
        .administer(&stick, &code(scene.code), &mut random, &watch)
        .await
    {
        Ok(mut administration) => administration.new_card(&mut random).await.map(drop),
        Err(trouble) => Err(trouble),
    };
    let locked = space.lock(&stick, &mut random).await;
    let told = scene.liar.honest();
    let outcome = match made.and(locked) {
        Ok(()) => match open(&copy, scene.code).await {
            Ok(_) => Outcome::Fell("the old card opens, and nobody knows".into()),
            Err(trouble) => Outcome::Refused(trouble),
        },
        Err(trouble) => Outcome::Refused(trouble),
    };
    let what = "A new card is said to be the good one, and is not.";
    ledger.note("A9.11", what, &told, outcome);
    deliver(&scene, &kept).await;
    let opened = open(&copy, scene.code).await.unwrap();
    assert_eq!(View::of(&opened.space).unlike(&written), None);

    // A blob: its list is refused, and says nothing of it.
    let mut space = opened.space;
    scene.liar.tell(lies::instead("PUT /v1/blobs/*", |_| {
        Some(Answer {
            status: 201,
            ..Answer::done()
        })
    }));
    let put = space
        .put_note(Folder::Justice, "perdue", "x", &mut random)
        .await;
    let told = scene.liar.honest();
    let outcome = match put {
        Ok(_) => Outcome::Fell("a paper is listed that is not there".into()),
        Err(trouble) => Outcome::Refused(trouble),
    };
    // The real portal's own word: it knows of no such blob.
    let right = [Blame::Portal, Blame::App];
    let what = "A paper's content is said to be kept, and is not.";
    ledger.note_blaming("A9.12", what, &told, outcome, &right);
    for code in [Code::NotFound, Code::Damaged, Code::Unavailable] {
        scene.liar.tell(lies::instead("GET /v1/blobs/*", move |_| {
            Some(Answer::refusal(code))
        }));
        let object = &scene.truth.objects()[3];
        let read = space.read(object.folder, object.id).await;
        let outcome = match read {
            Ok(_) => Outcome::Fell("something is read".into()),
            Err(trouble) => Outcome::Refused(trouble),
        };
        let what = format!("A paper that is on the list is refused: {}.", code.as_str());
        ledger.note("A9.12", what, &scene.liar.honest(), outcome);
    }
    assert_eq!(View::of(&space).unlike(&written), None);

    // An anchor: the one before is older, and says nothing false.
    scene
        .liar
        .tell(lies::instead("PUT /v1/anchor", |_| Some(Answer::done())));
    space.lock(&stick, &mut random).await.unwrap();
    let told = scene.liar.honest();
    let outcome = judge(open(&copy, scene.code).await, &written);
    let what = "The anchor is said to be kept, and is not.";
    ledger.note("A9.13", what, &told, outcome);
    ledger.close().unwrap();
}

#[tokio::test]
async fn what_was_done_and_said_to_be_refused() {
    let scene = Scene::short().await.unwrap();
    let mut ledger = Ledger::of("denied");
    let mut random = System::new();
    let mut space = open(&scene.stick, scene.code).await.unwrap().space;
    let route = "PUT /v1/manifests/*";
    for times in [1, usize::MAX] {
        let mut said = 0;
        scene.liar.tell(lies::after(route, move |_, truth| {
            said += 1;
            if said <= times {
                Answer::refusal(Code::ManifestConflict)
            } else {
                truth
            }
        }));
        let before = space.list(Folder::Justice).len();
        let put = space
            .put_note(Folder::Justice, "une", "x", &mut random)
            .await;
        let told = scene.liar.honest();
        space.refresh().await.unwrap();
        let count = space.list(Folder::Justice).len() - before;
        let outcome = match put {
            _ if count > 1 => Outcome::Fell(format!("it is there {count} times")),
            Ok(_) if count == 0 => Outcome::Fell("it is lost".into()),
            Ok(_) => Outcome::Truth,
            Err(trouble) => Outcome::Refused(trouble),
        };
        let what = match times {
            1 => "A list is kept, and said to be in conflict with another, once.",
            _ => "Every list is said to be in conflict with another.",
        };
        ledger.note("A9.14", what, &told, outcome);
    }
    let note = space.list(Folder::Private)[0].id;
    let mut said = 0;
    scene.liar.tell(lies::after(route, move |_, truth| {
        said += 1;
        if said == 1 {
            Answer::refusal(Code::ManifestConflict)
        } else {
            truth
        }
    }));
    let rewritten = space
        .rewrite_note(Folder::Private, note, "deux", &mut random)
        .await;
    let told = scene.liar.honest();
    space.refresh().await.unwrap();
    let count = space.list(Folder::Private).len();
    let outcome = match rewritten {
        _ if count > 1 => Outcome::Fell("the note is there twice".into()),
        Ok(()) => Outcome::Truth,
        Err(trouble) => Outcome::Refused(trouble),
    };
    let what = "A note written anew is kept, and said to be in conflict.";
    ledger.note("A9.14", what, &told, outcome);
    space
        .lock(&Stick::new(scene.stick.clone()), &mut random)
        .await
        .unwrap();
    open(&scene.stick, scene.code).await.unwrap();
    ledger.close().unwrap();
}

fn judge(opened: Result<key_core::Opened, Trouble>, truth: &View) -> Outcome {
    match opened {
        Ok(opened) => Outcome::of(View::of(&opened.space).unlike(truth)),
        Err(trouble) => Outcome::Refused(trouble),
    }
}

/// Keeps requests of a route to itself and says that they are done; the session stays open at the
/// portal, so that they can be handed on later.
fn swallowing(route: &'static str, answer: Answer) -> (Box<dyn Lie>, Kept) {
    let kept = Kept::default();
    let keeping = Arc::clone(&kept);
    let swallow = lies::instead(route, move |asked| {
        keeping.lock().unwrap().push(asked.clone());
        Some(answer.clone())
    });
    let stay = lies::instead("POST /v1/logout", |_| Some(Answer::done()));
    (lies::both(swallow, stay), kept)
}

async fn deliver(scene: &Scene, kept: &Kept) {
    let asked = core::mem::take(&mut *kept.lock().unwrap());
    assert!(!asked.is_empty());
    for asked in asked {
        let answer = scene.liar.hand_on(&asked).await.unwrap();
        assert!(answer.status < 300, "{}", answer.status);
    }
}

fn head() -> Answer {
    Answer::cbor(wire::encode(&Head::NONE))
}

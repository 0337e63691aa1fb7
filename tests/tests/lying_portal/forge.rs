//! What the portal makes with keys of its own.

use key_core::{Stick, WallWatch};
use tests::{
    lying::{
        forge::{Forger, log_of},
        http::Answer,
        ledger::{Ledger, Outcome},
        liar::Lie,
        lies::{self, sync},
        scene::{Memory, Scene},
        view::View,
    },
    world::{TODAY, code, open},
};
use wire::{
    Realm, Signed, SlotId,
    api::{Session, Stage, SyncAnswer, SyncRequest},
    folder::Folder,
    log::Entry,
    random::System,
    slot::SlotSeals,
};

#[tokio::test]
async fn entries_and_lists_in_an_open_session() {
    let scene = Scene::short().await.unwrap();
    let mut ledger = Ledger::of("forge-session");
    let mut random = System::new();
    let newest = scene.newest();
    let log = log_of(Realm::Prod, &newest).unwrap();
    let forger = Forger::new(Realm::Prod, log.keys.generation, &mut random);
    let (_, slot) = forger.slot(&log, &mut random).unwrap();
    let folder = forger
        .folder(&log, &newest, Folder::Argent, &mut random)
        .unwrap();
    let next = Forger::new(Realm::Prod, log.keys.generation + 1, &mut random);
    let takeover = next
        .takeover(&log, &newest, scene.first, &mut random)
        .unwrap();
    let (list, key_box) = (folder.list.clone(), folder.key_box.clone());
    let lies: Vec<(&str, &str, Box<dyn Lie>)> = vec![
        (
            "A3.1",
            "A stick of the portal's own may open the space.",
            adding(slot),
        ),
        (
            "A2.1",
            "The recovery card is another: the portal holds it.",
            adding(forger.policy(&log, &mut random).unwrap()),
        ),
        (
            "A3.2",
            "The account has new keys and lists: the portal's.",
            sync(move |answer| answer.clone_from(&takeover)),
        ),
        (
            "A3.2",
            "The person's only stick is revoked.",
            adding(forger.revocation(&log, scene.first)),
        ),
        (
            "A6.1",
            "A folder's key is renewed by the portal, and a paper is in it.",
            sync(move |answer| {
                answer.entries.push(folder.entry.clone());
                answer.boxes.push(folder.key_box.clone().into());
                answer.manifests.push(folder.list.clone().into());
            }),
        ),
        (
            "A6.1",
            "A list by the portal, with its own key for it.",
            sync(move |answer| {
                answer.boxes.push(key_box.clone().into());
                answer.manifests.push(list.clone().into());
            }),
        ),
    ];
    for (attack, what, lie) in lies {
        let copy = scene.copy(Memory::Pinned).unwrap();
        let mut here = open(&copy, scene.code).await.unwrap().space;
        scene.liar.tell(lie);
        let refreshed = here.refresh().await;
        let told = scene.liar.honest();
        let outcome = match refreshed {
            Ok(_) => Outcome::Fell("it is believed".into()),
            Err(trouble) => Outcome::Refused(trouble),
        };
        ledger.note(attack, what, &told, outcome);
        let unlike = View::of(&here).unlike(&scene.truth);
        ledger.conclude(attack, "The same: nothing of it is shown.", unlike);
    }
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

#[tokio::test]
async fn an_account_sealed_to_the_slot() {
    let scene = Scene::short().await.unwrap();
    let mut ledger = Ledger::of("forge-account");
    let mut random = System::new();
    let newest = scene.newest();
    let log = log_of(Realm::Prod, &newest).unwrap();
    let slot = log.slots.values().next().unwrap();
    let forger = Forger::new(Realm::Prod, 1, &mut random);
    let mut named = slot.header.clone();
    named.account = forger.account();
    for (header, what) in [
        (slot.header.clone(), "with the slot's own words"),
        (named, "with its own name in the slot's words"),
    ] {
        let forged = forger.space(slot, header, &newest, &mut random).unwrap();
        for memory in [Memory::Fresh, Memory::Pinned] {
            for with_anchor in [true, false] {
                let mut told = forged.clone();
                if !with_anchor {
                    told.anchor = None;
                }
                let account = forger.account();
                let in_its_name = lies::body("POST /v1/login/finish", move |body| {
                    let session = wire::decode_canonical::<Session>(&body, 4 << 10).unwrap();
                    wire::encode(&Session { account, ..session })
                });
                let told = wire::encode(&told);
                let its_space =
                    lies::instead("POST /v1/sync", move |_| Some(Answer::cbor(told.clone())));
                let lie = lies::both(in_its_name, its_space);
                let anchor = if with_anchor { "the true" } else { "no" };
                let what = format!(
                    "A whole account of the portal's own, {what}, with {anchor} anchor, shown to a \
                     {memory:?} stick."
                );
                scene
                    .attempt(&mut ledger, "A26.1", what, memory, lie)
                    .await
                    .unwrap();
            }
        }
    }
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

#[tokio::test]
async fn a_slot_slipped_in_while_the_person_revokes_a_stick() {
    let scene = Scene::pair().await.unwrap();
    let mut ledger = Ledger::of("forge-administration");
    let (mut random, watch) = (System::new(), WallWatch::start());
    let log = log_of(Realm::Prod, &scene.newest()).unwrap();
    let forger = Forger::new(Realm::Prod, 1, &mut random);
    let (forged, entry) = forger.slot(&log, &mut random).unwrap();

    let copy = scene.copy(Memory::Pinned).unwrap();
    let stick = Stick::new(copy.clone());
    let mut space = open(&copy, scene.code).await.unwrap().space;
    scene.liar.tell(adding(entry));
    let administered = space
        .administer(&stick, &code(scene.code), &mut random, &watch)
        .await;
    let revoked = match administered {
        Ok(administration) => administration.revoke(scene.first, &mut random).await,
        Err(trouble) => Err(trouble),
    };
    let told = scene.liar.honest();
    let outcome = match revoked {
        _ if seals_were_made_for(&scene, forged) => {
            Outcome::Fell("the new keys of the account are sealed to the portal".into())
        }
        Ok(()) => Outcome::Truth,
        Err(trouble) => Outcome::Refused(trouble),
    };
    let what = "While a stick is revoked, a slot of the portal's own is there too.";
    ledger.note("A3.3", what, &told, outcome);

    // Whose slot it is that asks for the code again is not for the portal to say.
    for (what, change) in [
        (
            "Administration is opened in the other stick's slot.",
            Box::new(move |s: Session| Session {
                slot: scene.first,
                ..s
            }) as Box<dyn Fn(Session) -> Session + Send>,
        ),
        (
            "Administration is opened in another account.",
            Box::new(|s: Session| Session {
                account: wire::AccountId([9; 32]),
                ..s
            }),
        ),
    ] {
        let copy = scene.copy(Memory::Pinned).unwrap();
        let stick = Stick::new(copy.clone());
        let mut space = open(&copy, scene.code).await.unwrap().space;
        scene
            .liar
            .tell(lies::body("POST /v1/login/finish", move |body| {
                let session = wire::decode_canonical::<Session>(&body, 4 << 10).unwrap();
                wire::encode(&change(session))
            }));
        let administered = space
            .administer(&stick, &code(scene.code), &mut random, &watch)
            .await;
        let outcome = match administered {
            Ok(_) => Outcome::Fell("it is opened".into()),
            Err(trouble) => Outcome::Refused(trouble),
        };
        ledger.note("A5.14", what, &scene.liar.honest(), outcome);
    }
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

/// Whether the app ever staged the account's keys for this slot.
fn seals_were_made_for(scene: &Scene, slot: SlotId) -> bool {
    let staged = scene.liar.heard("POST /v1/stage");
    let stages = staged
        .iter()
        .filter_map(|exchange| wire::decode_canonical::<Stage>(&exchange.asked.body, 8 << 20).ok());
    stages.flat_map(|stage| stage.items).any(|item| {
        Signed::<SlotSeals>::from_bytes(&item)
            .and_then(|seals| seals.claimed())
            .is_ok_and(|seals| seals.slot == slot)
    })
}

/// The truth and one entry more; whoever believes it is told that nothing is new.
fn adding(entry: Entry) -> Box<dyn Lie> {
    let believed = entry.hash();
    let nothing_new = lies::instead("POST /v1/sync", move |asked| {
        let request = wire::decode_canonical::<SyncRequest>(&asked.body, 4 << 10).ok()?;
        let answer = SyncAnswer {
            time: TODAY,
            entries: Vec::new(),
            manifests: Vec::new(),
            boxes: Vec::new(),
            seals: None,
            anchor: None,
            used: 0,
            quota: 0,
            more: false,
        };
        (request.log.hash == believed).then(|| Answer::cbor(wire::encode(&answer)))
    });
    let one_more = sync(move |answer| answer.entries.push(entry.clone()));
    lies::both(nothing_new, one_more)
}

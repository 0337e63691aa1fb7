//! Whoever tries what is not theirs to try: stopped holders, forged and repeated words, a portal that puts
//! another key in the place of the person's.

use key_core::{
    Trouble,
    recovery::{Ending, Keeper, Progress},
};
use tests::{
    lying::{http::Answer, liar::Liar, lies},
    recovering::{Home, approve, ask, both_screens, finish, only},
    world::{CODE, World, open},
};
use wire::{
    Code, Signed,
    ceremony::{
        CeremonyAnswer, CeremonyApproval, CeremonyRecord, CeremonyStatus, Held, HoldsAnswer, Nonce,
    },
    decode_canonical,
    random::System,
};

const DAY: u64 = 86_400;

#[tokio::test]
async fn a_stopped_or_expired_holder_approves_nothing() {
    let mut home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let random = &mut System::new();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    let (_, held, comparing) = both_screens(&mut asking, &home.amel, 0).await.unwrap();
    home.world.stop_helper(&home.helper).unwrap();
    let refused = home.amel.approve(&held, &comparing, random).await;
    assert_eq!(refused.unwrap_err().code(), Some(Code::HolderStopped));
    let standing = asking.look(random).await.unwrap();
    assert_eq!(standing.progress, Progress::Meeting);
    // They may still say that this is not the person.
    home.amel.refuse(&held).await.unwrap();

    home.world.clock.advance(89 * DAY);
    home.reopen_holders().await.unwrap();
    let papers = home.world.papers(
        wire::structure::VoucherKind::Recovery,
        tests::world::TODAY + 99 * DAY,
    );
    let late = key_core::stick::Folder::new(home.world.folder().join("late"));
    std::fs::create_dir_all(late.path()).unwrap();
    let stick = key_core::Stick::new(late.clone());
    let now = tests::world::TODAY + 89 * DAY;
    key_core::recovery::prepare(&stick, &papers, now).unwrap();
    let mut asking = ask(&late, home.card()).await.unwrap();
    let (_, held, comparing) = both_screens(&mut asking, &home.omar, 1).await.unwrap();
    home.world.clock.advance(2 * DAY);
    home.reopen_holders().await.unwrap();
    let refused = home.omar.approve(&held, &comparing, random).await;
    assert_eq!(refused.unwrap_err().code(), Some(Code::HolderStopped));
}

/// The record of an answer to a holder, with another key in it.
fn swapped(bytes: &[u8]) -> Vec<u8> {
    let mut record: CeremonyRecord = decode_canonical(bytes, CeremonyRecord::MAX).unwrap();
    let own = crypto::keys::KemKey::make(&mut System::new());
    record.key = own.public();
    wire::encode(&record)
}

/// What each side has seen of the record stays: another one, or another nonce, is not answered.
#[tokio::test]
async fn a_record_that_changes_is_refused() {
    let mut home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let random = &mut System::new();
    let liar = Liar::before(&home.world).await.unwrap();
    home.reopen_holders().await.unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    asking.look(random).await.unwrap();

    // To the holder: a key that its name was not made from is refused at once.
    liar.tell(lies::body("POST /v1/holds", |bytes| {
        let mut answer: HoldsAnswer = decode_canonical(&bytes, 1 << 20).unwrap();
        for hold in &mut answer.holds {
            if let Some(under_way) = &mut hold.under_way {
                under_way.record = swapped(&under_way.record).into();
            }
        }
        wire::encode(&answer)
    }));
    let held = only(&home.amel).await.unwrap();
    let refused = home.amel.compare(&held, random);
    assert!(matches!(refused, Err(Trouble::Unverified)), "{refused:?}");
    // To the person: a record that is not of this stick, or changes once it was seen.
    liar.tell(lies::body("POST /v1/ceremony/ask", |bytes| {
        let mut answer: CeremonyStatus = decode_canonical(&bytes, 1 << 20).unwrap();
        answer.record = answer.record.map(|record| swapped(&record).into());
        wire::encode(&answer)
    }));
    let refused = asking.look(random).await;
    assert!(matches!(refused, Err(Trouble::Unverified)), "{refused:?}");
    liar.tell(lies::body("POST /v1/ceremony/ask", |bytes| {
        let mut answer: CeremonyStatus = decode_canonical(&bytes, 1 << 20).unwrap();
        let record: CeremonyRecord =
            decode_canonical(&answer.record.unwrap(), CeremonyRecord::MAX).unwrap();
        let later = CeremonyRecord {
            started: record.started + 1,
            ..record
        };
        answer.record = Some(wire::encode(&later).into());
        wire::encode(&answer)
    }));
    let refused = asking.look(random).await;
    assert!(matches!(refused, Err(Trouble::Unverified)), "{refused:?}");
    // More holders than there can be, or fewer than before.
    for many in [0, 1, 3, 300] {
        liar.tell(lies::body("POST /v1/ceremony/ask", move |bytes| {
            let mut answer: CeremonyStatus = decode_canonical(&bytes, 1 << 20).unwrap();
            let meeting = answer.meetings[0].clone();
            answer.meetings.resize(many, meeting);
            wire::encode(&answer)
        }));
        let looked = asking.look(random).await;
        match many {
            0 | 1 => assert_eq!(looked.unwrap().faces.len(), many),
            _ => assert!(matches!(looked, Err(Trouble::Unverified)), "{looked:?}"),
        }
    }
    // A nonce of the holder's that is another one the second time is not answered.
    liar.honest();
    both_screens(&mut asking, &home.amel, 0).await.unwrap();
    liar.tell(lies::body("POST /v1/ceremony/ask", |bytes| {
        let mut answer: CeremonyStatus = decode_canonical(&bytes, 1 << 20).unwrap();
        answer.meetings[0].held = Some(Nonce([7; 32]));
        wire::encode(&answer)
    }));
    let refused = asking.look(random).await;
    assert!(matches!(refused, Err(Trouble::Unverified)), "{refused:?}");
    liar.honest();
}

/// Makes something else of what opens the account.
fn answered(
    change: impl Fn(&mut CeremonyAnswer) + Send + 'static,
) -> Box<dyn tests::lying::liar::Lie> {
    lies::body("POST /v1/ceremony/read", move |bytes| {
        let mut answer: CeremonyAnswer = decode_canonical(&bytes, 1 << 20).unwrap();
        change(&mut answer);
        wire::encode(&answer)
    })
}

fn flip(bytes: &[u8], back: usize) -> minicbor::bytes::ByteVec {
    let mut changed = bytes.to_vec();
    let at = changed.len() - back;
    changed[at] ^= 1;
    changed.into()
}

/// Whose share it is that does not open is said, and it is not used; forged approvals are no approvals.
#[tokio::test]
async fn a_damaged_share_is_named() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let liar = Liar::before(&home.world).await.unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    liar.tell(answered(|answer| answer.card = flip(&answer.card, 40)));
    let named = finish(asking, &new).await.unwrap_err();
    let is_named = matches!(named, Trouble::ShareDamaged(Keeper::Card));
    assert!(is_named, "{named}");

    let again = async || {
        let mut asking = ask(&new, home.card()).await.unwrap();
        asking.look(&mut System::new()).await.unwrap();
        finish(asking, &new).await.unwrap_err()
    };
    // Somebody else's word, or the holder's about something else: not believed at all.
    let stranger = crypto::keys::SigningKey::make(&mut System::new());
    let forged = move |bytes: &[u8], as_own: bool| {
        let signed = Signed::<CeremonyApproval>::from_bytes(bytes).unwrap();
        let mut approval = signed.claimed().unwrap();
        if as_own {
            approval.author = stranger.public();
        }
        stranger.sign(approval.realm, &approval).to_bytes().into()
    };
    let forged = std::sync::Arc::new(forged);
    for as_own in [true, false] {
        let forged = forged.clone();
        liar.tell(answered(move |answer| {
            answer.approvals = vec![forged(&answer.approvals[0], as_own)];
        }));
        let refused = again().await;
        assert!(matches!(refused, Trouble::Unverified), "{refused}");
    }
    liar.tell(answered(|answer| {
        answer.approvals[0] = flip(&answer.approvals[0], 1)
    }));
    assert!(matches!(again().await, Trouble::Unverified));
    liar.tell(answered(|answer| {
        answer.package = flip(&answer.package, 70)
    }));
    assert!(matches!(again().await, Trouble::Unverified));
    liar.tell(answered(|answer| answer.roll = None));
    assert!(matches!(again().await, Trouble::Unverified));
    // A log of before, or of nobody.
    liar.tell(lies::body("POST /v1/ceremony/sync", |bytes| {
        let mut answer = lies::read_sync(&bytes).unwrap();
        answer.entries.pop();
        wire::encode(&answer)
    }));
    assert!(matches!(again().await, Trouble::Unverified));
    liar.honest();
    let mut asking = ask(&new, home.card()).await.unwrap();
    asking.look(&mut System::new()).await.unwrap();
    let opened = finish(asking, &new).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
}

/// What was approved for one recovery is worth nothing in another, and a question is asked once.
#[tokio::test]
async fn nothing_serves_twice() {
    let mut home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let random = &mut System::new();
    let liar = Liar::before(&home.world).await.unwrap();
    home.reopen_holders().await.unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let said = liar.heard("POST /v1/hold").pop().unwrap();
    let question = liar.heard("POST /v1/ceremony/ask").pop().unwrap();
    let again = liar.hand_on(&question.asked).await.unwrap();
    assert_eq!(
        problem(&again),
        "ceremony_expired",
        "its challenge has served"
    );
    asking.differs().await.unwrap();

    let mut asking = ask(&new, home.card()).await.unwrap();
    both_screens(&mut asking, &home.amel, 0).await.unwrap();
    let again = liar.hand_on(&said.asked).await.unwrap();
    assert_eq!(problem(&again), "not_found", "another one has its place");
    // The same words about the recovery that runs now.
    let held: Held = decode_canonical(&said.asked.body, 8 << 10).unwrap();
    let Held::Approve(_, old) = held else {
        panic!("{held:?}");
    };
    let record = only(&home.amel).await.unwrap();
    assert_eq!(record.waiting(), Some(Progress::Meeting));
    let now = liar.heard("POST /v1/ceremony/ask").pop().unwrap();
    let status: CeremonyStatus = decode_canonical(&now.truth.unwrap().body, 1 << 20).unwrap();
    let record: CeremonyRecord =
        decode_canonical(&status.record.unwrap(), CeremonyRecord::MAX).unwrap();
    let mut replayed = said.asked.clone();
    replayed.body = wire::encode(&Held::Approve(record.ceremony, old));
    let again = liar.hand_on(&replayed).await.unwrap();
    assert_eq!(problem(&again), "ceremony_refused");
    let standing = asking.look(random).await.unwrap();
    assert_eq!(standing.progress, Progress::Meeting);
    // Nobody enters before they are let in.
    let early = finish(asking, &new).await.unwrap_err();
    assert_eq!(early.code(), Some(Code::CeremonyRefused));
    let mut asking = ask(&new, home.card()).await.unwrap();
    asking.differs().await.unwrap();
    let ended = asking.look(random).await.unwrap().progress;
    assert_eq!(ended, Progress::Ended(Ending::Stopped));
    open(&home.stick, CODE).await.unwrap();
}

fn problem(answer: &Answer) -> String {
    let problem: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    problem["code"].as_str().unwrap_or_default().to_owned()
}

/// A2: nobody but the owner names a holder. The app refuses a policy that the root has not signed.
#[tokio::test]
async fn the_server_adds_no_holder() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let liar = Liar::before(&home.world).await.unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let forger = tests::lying::forge::Forger::new(wire::Realm::Prod, 1, &mut System::new());
    liar.tell(lies::body("POST /v1/ceremony/sync", move |bytes| {
        let mut answer = lies::read_sync(&bytes).unwrap();
        let log = tests::lying::forge::log_of(wire::Realm::Prod, &answer).unwrap();
        let policy = forger.policy(&log, &mut System::new()).unwrap();
        answer.entries.push(policy);
        wire::encode(&answer)
    }));
    let refused = finish(asking, &new).await.unwrap_err();
    assert!(matches!(refused, Trouble::Unverified), "{refused}");
    liar.honest();
    let mut opened = open(&home.stick, CODE).await.unwrap();
    assert_eq!(opened.space.recovery().await.unwrap().holders.len(), 2);
}

//! Two screens, one try: whoever stands between them is seen.

use crypto::keys::KemKey;
use key_core::{
    Stick, Trouble, WallWatch,
    recovery::{self, Ending, Face, Progress, Step},
};
use std::sync::{Arc, Mutex};
use tests::{
    lying::{http::Answer, liar::Liar, lies},
    recovering::{Home, NEW_CODE, approve, ask, both_screens, finish, only},
    world::{World, code},
};
use wire::{
    CeremonyId, Code, Signed,
    ceremony::{
        Ask, CeremonyAsking, CeremonyRecord, CeremonyStatus, Held, HoldsAnswer, Nonce, commitment,
        pictures,
    },
    decode_canonical,
    random::System,
};

#[tokio::test]
async fn a_screen_that_differs_ends_it_and_the_next_one_is_another() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let new = home.new_stick("new").unwrap();
    let random = &mut System::new();
    let mut asking = ask(&new, home.card()).await.unwrap();
    let (_, held, comparing) = both_screens(&mut asking, &home.amel, 0).await.unwrap();
    let first = asking.look(random).await.unwrap().number;
    asking.differs().await.unwrap();
    let late = home.amel.approve(&held, &comparing, random).await;
    assert_eq!(late.unwrap_err().code(), Some(Code::CeremonyEnded));
    let ended = asking.look(random).await.unwrap().progress;
    assert_eq!(ended, Progress::Ended(Ending::Stopped));
    assert!(finish(asking, &new).await.is_err());

    // The same stick asks anew, under another name and key.
    let mut asking = ask(&new, home.card()).await.unwrap();
    assert_ne!(asking.look(random).await.unwrap().number, first);
    let (_, held, _) = both_screens(&mut asking, &home.amel, 0).await.unwrap();
    home.amel.refuse(&held).await.unwrap();
    let ended = asking.look(random).await.unwrap().progress;
    assert_eq!(ended, Progress::Ended(Ending::Refused));
    let mut asking = ask(&new, home.card()).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let opened = finish(asking, &new).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
}

/// A23: a nonce shown is shown once, on either side.
#[tokio::test]
async fn one_try_with_each_holder() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let new = home.new_stick("new").unwrap();
    let random = &mut System::new();
    let mut asking = ask(&new, home.card()).await.unwrap();
    // Nothing can be shown against a promise that is not there.
    let held = only(&home.amel).await.unwrap();
    let early = home.amel.compare(&held, random);
    assert!(matches!(early, Err(Trouble::NothingWaits)), "{early:?}");
    let (_, held, comparing) = both_screens(&mut asking, &home.amel, 0).await.unwrap();
    let mut again = home.amel.compare(&held, random).unwrap();
    let refused = home.amel.meet(&mut again).await.unwrap_err();
    assert_eq!(refused.code(), Some(Code::CeremonyRefused));
    // The other holder cannot lend it to anybody, nor be approved by it.
    let other = only(&home.omar).await.unwrap();
    let lent = home.omar.approve(&other, &comparing, random).await;
    assert_eq!(lent.unwrap_err().code(), Some(Code::CeremonyRefused));
    home.amel.approve(&held, &comparing, random).await.unwrap();

    // A program that was shut in the middle says so, and does not compare again.
    let second = home.new_stick("second").unwrap();
    asking.differs().await.unwrap();
    let mut asking = ask(&second, home.card()).await.unwrap();
    both_screens(&mut asking, &home.omar, 1).await.unwrap();
    drop(asking);
    let watch = WallWatch::start();
    let stick = Stick::new(second.clone());
    let taken_up = recovery::resume(&stick, &code(NEW_CODE), home.card(), random, &watch).await;
    let Step::Asking(mut asking) = taken_up.unwrap() else {
        panic!("it opened");
    };
    let standing = asking.look(random).await.unwrap();
    assert_eq!(standing.faces, [Face::Away, Face::Interrupted]);
}

/// What a portal between two screens has heard and says.
#[derive(Default)]
struct Between {
    /// The recovery of its own that it shows to the holder.
    own: Option<CeremonyRecord>,
    promised: Option<Nonce>,
    held: Option<Nonce>,
    shown: Option<Nonce>,
    /// What it last told the person.
    told: Option<CeremonyStatus>,
    asked: Option<Nonce>,
}

impl Between {
    /// To the holder: its own record, its own promise.
    fn tells_holder(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut answer: HoldsAnswer = decode_canonical(bytes, 1 << 20).unwrap();
        let under_way = answer.holds[0].under_way.as_mut().unwrap();
        let record = self.own.get_or_insert_with(|| {
            let record: CeremonyRecord =
                decode_canonical(&under_way.record, CeremonyRecord::MAX).unwrap();
            let key = KemKey::make(&mut System::new()).public();
            let ceremony = CeremonyId::of(record.realm, &key);
            CeremonyRecord {
                ceremony,
                key,
                ..record
            }
        });
        let promised = *self.promised.get_or_insert(Nonce([1; 32]));
        let promise = commitment(record.realm, &record.ceremony, 0, &promised);
        under_way.record = wire::encode(record).into();
        under_way.meeting.commitment = Some(promise);
        (under_way.meeting.held, under_way.meeting.asked) = (self.held, self.shown);
        wire::encode(&answer)
    }

    /// From the holder: kept, and not handed on.
    fn hears_holder(&mut self, body: &[u8]) -> Option<Answer> {
        let said: Held = decode_canonical(body, 8 << 10).unwrap();
        if let Held::Meet(_, _, nonce) = said {
            self.held = Some(nonce);
        }
        Some(Answer::done())
    }

    /// To the person: the holder's own nonce, as if all were well.
    fn tells_person(&mut self, body: &[u8], truth: Answer) -> Answer {
        let signed = Signed::<CeremonyAsking>::from_bytes(body).unwrap();
        if let Ask::Reveal(_, nonce) = signed.claimed().unwrap().ask {
            self.asked = Some(nonce);
        }
        if truth.status == 200 {
            self.told = decode_canonical(&truth.body, 1 << 20).ok();
        }
        let mut status = self.told.clone().unwrap();
        status.meetings[0].held = self.held;
        status.meetings[0].asked = self.asked;
        Answer::cbor(wire::encode(&status))
    }
}

/// A23: a portal that has its own key compared with each side must promise before it hears. The pictures
/// differ, and a nonce that would make them the same is not the one that was promised.
#[tokio::test]
async fn whoever_stands_between_the_screens_is_seen() {
    let mut home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let random = &mut System::new();
    let liar = Liar::before(&home.world).await.unwrap();
    home.reopen_holders().await.unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    asking.look(random).await.unwrap();

    let between = Arc::new(Mutex::new(Between::default()));
    let (one, two, three) = (between.clone(), between.clone(), between.clone());
    let holds = lies::body("POST /v1/holds", move |bytes| {
        one.lock().unwrap().tells_holder(&bytes)
    });
    let hold = lies::instead("POST /v1/hold", move |asked| {
        two.lock().unwrap().hears_holder(&asked.body)
    });
    let ask_at = lies::after("POST /v1/ceremony/ask", move |asked, truth| {
        three.lock().unwrap().tells_person(&asked.body, truth)
    });
    liar.tell(lies::both(lies::both(holds, hold), ask_at));
    let held = only(&home.amel).await.unwrap();
    let mut comparing = home.amel.compare(&held, random).unwrap();
    home.amel.meet(&mut comparing).await.unwrap();
    let face = asking.look(random).await.unwrap().faces[0];
    let Face::Compare(on_the_persons) = face else {
        panic!("{face:?}");
    };
    // It knows both nonces now. The one that it promised gives other pictures…
    let heard = {
        let mut between = between.lock().unwrap();
        assert!(between.asked.is_some());
        between.shown = between.promised;
        (between.own.clone().unwrap(), between.held.unwrap())
    };
    let on_the_holders = home.amel.see(&held, &mut comparing).await.unwrap().unwrap();
    assert_eq!(
        on_the_holders,
        pictures(&heard.0, 0, &Nonce([1; 32]), &heard.1)
    );
    assert_ne!(on_the_holders, on_the_persons);
    // …and any other one is refused.
    between.lock().unwrap().shown = Some(Nonce([2; 32]));
    let refused = home.amel.see(&held, &mut comparing).await;
    assert!(matches!(refused, Err(Trouble::Unverified)), "{refused:?}");
    // Nor does the person's screen take another nonce of the holder's.
    between.lock().unwrap().held = Some(Nonce([3; 32]));
    let refused = asking.look(random).await;
    assert!(matches!(refused, Err(Trouble::Unverified)), "{refused:?}");
}

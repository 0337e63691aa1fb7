//! A portal that would have a recovery open something else, or by somebody else's word.

use key_core::{Trouble, stick::Folder as Medium};
use tests::{
    lying::{
        forge::{Forger, log_of},
        ledger::{Ledger, Outcome},
        liar::{Liar, Lie},
        lies,
    },
    recovering::{Home, approve, ask, finish},
    world::{World, unhurried},
};
use wire::{
    Realm,
    api::SyncAnswer,
    ceremony::{CeremonyAnswer, CeremonyRecord, CeremonyStatus, Path},
    decode_canonical,
    random::System,
};

const READ: &str = "POST /v1/ceremony/read";
const SYNC: &str = "POST /v1/ceremony/sync";
const ASK: &str = "POST /v1/ceremony/ask";

type Change = fn(&mut CeremonyRecord);

/// A recovery that holders have approved, before a portal that lies from then on.
struct Approved {
    home: Home,
    liar: Liar,
    stick: Medium,
    ledger: Ledger,
}

impl Approved {
    /// Takes the recovery up and finishes it while the portal lies.
    async fn tries(&mut self, attack: &str, what: &str, lie: Box<dyn Lie>) {
        let mut asking = Box::pin(ask(&self.stick, self.home.card())).await.unwrap();
        asking.look(&mut System::new()).await.unwrap();
        self.liar.tell(lie);
        // On the heap: so many of them in one test are more than a thread's stack.
        let opened = Box::pin(finish(asking, &self.stick)).await;
        let outcome = match opened {
            Err(trouble) => Outcome::Refused(trouble),
            Ok(_) => Outcome::Fell("a space is open".into()),
        };
        self.ledger.note(attack, what, &self.liar.honest(), outcome);
    }

    /// The same where the lie comes while the screens are compared.
    async fn shows(&mut self, attack: &str, what: &str, change: Change) {
        let mut asking = Box::pin(ask(&self.stick, self.home.card())).await.unwrap();
        asking.look(&mut System::new()).await.unwrap();
        self.liar.tell(lies::body(ASK, move |bytes| {
            let mut status: CeremonyStatus = decode_canonical(&bytes, 1 << 20).unwrap();
            let record = status.record.unwrap();
            let mut record: CeremonyRecord =
                decode_canonical(&record, CeremonyRecord::MAX).unwrap();
            change(&mut record);
            status.record = Some(wire::encode(&record).into());
            wire::encode(&status)
        }));
        let outcome = match asking.look(&mut System::new()).await {
            Err(trouble) => Outcome::Refused(trouble),
            Ok(_) => Outcome::Fell("another record is taken".into()),
        };
        self.ledger.note(attack, what, &self.liar.honest(), outcome);
    }
}

fn read(change: impl Fn(&mut CeremonyAnswer) + Send + 'static) -> Box<dyn Lie> {
    lies::body(READ, move |bytes| {
        let mut answer: CeremonyAnswer = decode_canonical(&bytes, 1 << 20).unwrap();
        change(&mut answer);
        wire::encode(&answer)
    })
}

fn sync(mut change: impl FnMut(&mut SyncAnswer) + Send + 'static) -> Box<dyn Lie> {
    lies::body(SYNC, move |bytes| {
        let mut answer = lies::read_sync(&bytes).unwrap();
        change(&mut answer);
        wire::encode(&answer)
    })
}

/// One bit of a part, so far from its end.
fn flip(part: &mut minicbor::bytes::ByteVec, back: usize) {
    let mut bytes = part.to_vec();
    let at = bytes.len() - back;
    bytes[at] ^= 1;
    *part = bytes.into();
}

#[tokio::test]
async fn a_recovery_opens_the_true_space_or_nothing() {
    let world = World::with(Realm::Prod, unhurried).await.unwrap();
    let home = Box::pin(Home::arranged(world)).await.unwrap();
    let liar = Liar::before(&home.world).await.unwrap();
    // One recovery before: the portal keeps what it has told then.
    let first = home.new_stick("first").unwrap();
    let mut asking = Box::pin(ask(&first, home.card())).await.unwrap();
    Box::pin(approve(&mut asking, &home.amel, 0)).await.unwrap();
    drop(Box::pin(finish(asking, &first)).await.unwrap());
    let told = |route| liar.heard(route).pop().unwrap().truth.unwrap().body;
    let (old_read, old_sync) = (told(READ), told(SYNC));
    let stick = home.new_stick("stick").unwrap();
    let mut asking = Box::pin(ask(&stick, home.card())).await.unwrap();
    Box::pin(approve(&mut asking, &home.amel, 0)).await.unwrap();
    drop(asking);
    let mut scene = Approved {
        home,
        liar,
        stick,
        ledger: Ledger::of("recovery"),
    };

    let forger = Forger::new(Realm::Prod, 2, &mut System::new());
    let added = sync(move |answer| {
        let log = log_of(Realm::Prod, answer).unwrap();
        let policy = forger.policy(&log, &mut System::new()).unwrap();
        answer.entries.push(policy);
    });
    let what = "A policy of its own stands at the end of the log.";
    Box::pin(scene.tries("A2.2", what, added)).await;

    for back in [1, 40, 70, 130] {
        let what = format!("The package, changed {back} bytes from its end.");
        let lie = read(move |answer| flip(&mut answer.package, back));
        Box::pin(scene.tries("A5.15", &what, lie)).await;
    }
    for back in [1, 100, 3_000] {
        let what = format!("What is sealed to the card, changed {back} bytes from its end.");
        let lie = read(move |answer| flip(&mut answer.card, back));
        Box::pin(scene.tries("A5.15", &what, lie)).await;
        let what = format!("The list of holders, changed {back} bytes from its end.");
        let lie = read(move |answer| flip(answer.roll.as_mut().unwrap(), back));
        Box::pin(scene.tries("A5.15", &what, lie)).await;
        let what = format!("A holder's approval, changed {back} bytes from its end.");
        let lie = read(move |answer| flip(&mut answer.approvals[0], back));
        Box::pin(scene.tries("A5.15", &what, lie)).await;
    }
    let none = read(|answer| answer.roll = None);
    Box::pin(scene.tries("A5.15", "No list of holders.", none)).await;
    let nobody = read(|answer| answer.approvals.clear());
    Box::pin(scene.tries("A5.15", "No approval.", nobody)).await;

    let cut = sync(|answer| drop(answer.entries.pop()));
    Box::pin(scene.tries("A9.26", "The log without its end.", cut)).await;
    let thinned = sync(|answer| drop(answer.entries.remove(3)));
    scene
        .tries("A9.26", "The log without one entry.", thinned)
        .await;
    let lists = sync(|answer| drop(answer.manifests.pop()));
    Box::pin(scene.tries("A9.26", "One list is missing.", lists)).await;

    let before: CeremonyAnswer = decode_canonical(&old_read, 1 << 20).unwrap();
    let package = before.package.clone();
    let lie = read(move |answer| answer.package = package.clone());
    Box::pin(scene.tries("A22.1", "The package of before.", lie)).await;
    let card = before.card.clone();
    let lie = read(move |answer| answer.card = card.clone());
    scene
        .tries("A22.1", "What was sealed to the card before.", lie)
        .await;
    let approvals = before.approvals.clone();
    let lie = read(move |answer| answer.approvals = approvals.clone());
    Box::pin(scene.tries("A22.1", "The approval of before.", lie)).await;
    let log = old_sync.clone();
    let lie = lies::body(SYNC, move |_| log.clone());
    scene
        .tries("A22.1", "The log and the lists of before.", lie)
        .await;
    let lie = lies::both(
        lies::body(SYNC, move |_| old_sync.clone()),
        lies::body(READ, move |_| old_read.clone()),
    );
    Box::pin(scene.tries("A22.1", "Everything of before.", lie)).await;

    let changes: [(&str, &str, Change); 7] = [
        ("A23.1", "Another key receives the shares.", |r| {
            r.key.0[7] ^= 1
        }),
        ("A23.1", "Another stick asks.", |r| r.key_id.0[0] ^= 1),
        ("A23.1", "Another key signs.", |r| r.possession.0[0] ^= 1),
        ("A23.1", "It began later.", |r| r.started += 1),
        ("A23.1", "It goes without the card.", |r| {
            r.path = Path::WithoutCard
        }),
        ("A23.1", "By another policy.", |r| r.policy.0[0] ^= 1),
        ("A26.2", "Another account.", |r| r.account.0[0] ^= 1),
    ];
    for (attack, what, change) in changes {
        Box::pin(scene.shows(attack, what, change)).await;
    }

    // Nothing was lost by it: an honest portal opens the space.
    let mut asking = Box::pin(ask(&scene.stick, scene.home.card()))
        .await
        .unwrap();
    asking.look(&mut System::new()).await.unwrap();
    let opened = Box::pin(finish(asking, &scene.stick)).await;
    let opened = opened.unwrap_or_else(|trouble: Trouble| panic!("{trouble}"));
    scene.home.is_whole(&opened.space).await.unwrap();
    scene.ledger.close().unwrap();
}

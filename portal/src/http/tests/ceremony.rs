//! A recovery over the wire, as far as two screens meet: what is asked again is answered again, and a
//! stranger's question says nothing.

use wire::{
    CeremonyId, Code, Hash, Signed,
    api::GateChallenge,
    ceremony::{
        Ask, CeremonyAsking, CeremonyNumber, CeremonyStart, CeremonyStatus, Ending, Held, Nonce,
        Progress, commitment,
    },
    random::System,
    structure::VoucherKind,
};

use super::harness::{Answer, Portal};
use crate::{
    accounts,
    domain::DAY,
    fixtures::{Authenticator, Draft, NOW, Person, REALM, SigKey, kem, key_id, structure},
};

const NONCE: Nonce = Nonce([7; 32]);
const PROMISED: Nonce = Nonce([8; 32]);

/// Somebody whose card is there and whose stick is not, and their holder.
struct Scene {
    portal: Portal,
    owner: Person,
    holder_key: Authenticator,
    begun: Signed<CeremonyStart>,
    id: CeremonyId,
}

impl Scene {
    async fn begin() -> Self {
        let portal = Portal::start().await;
        let (mut owner, owner_key, _) = portal.move_in("owner").await;
        let (holder, holder_key, _) = portal.move_in("holder").await;
        let mut draft = Draft::default();
        owner.policy_with(&mut draft, &[&holder]);
        let session = portal.open(&owner_key).await;
        assert_eq!(portal.commit(&session, &draft).await.status, 200);
        let begun = start("asking", Some(owner.card_tag()));
        Self {
            portal,
            owner,
            holder_key,
            id: CeremonyId::of(REALM, &kem("asking")),
            begun,
        }
    }

    async fn ask(&self, ask: Ask) -> Answer {
        ask_as(&self.portal, "asking", ask).await
    }

    async fn status(&self) -> CeremonyStatus {
        self.ask(Ask::Status).await.read()
    }

    async fn say(&self, said: &Held) -> Answer {
        let session = self.portal.open(&self.holder_key).await;
        self.portal.post("/v1/hold", said, Some(&session)).await
    }

    /// Both screens are there, and the asking one is bound.
    async fn bound(&self) -> Hash {
        let answer = self.start().await;
        assert_eq!(answer.progress, Progress::Seeking);
        let to = commitment(REALM, &self.id, 0, &PROMISED);
        assert_eq!(self.ask(Ask::Commit(0, to)).await.status, 200);
        to
    }

    async fn start(&self) -> CeremonyStatus {
        let answer = self.portal.post("/v1/ceremony/start", &self.begun, None);
        answer.await.read()
    }
}

fn start(stick: &str, tag: Option<Hash>) -> Signed<CeremonyStart> {
    let possession = SigKey::of(&format!("possession {stick}"));
    possession.sign(&CeremonyStart {
        realm: REALM,
        key_id: key_id("somebody", stick),
        possession: possession.public(),
        key: kem(stick),
        tag,
        voucher: structure()
            .1
            .voucher(&mut System::new(), VoucherKind::Recovery, NOW + 60 * DAY),
    })
}

async fn ask_as(portal: &Portal, stick: &str, ask: Ask) -> Answer {
    let given = portal
        .ask("POST", "/v1/ceremony/challenge", &[], None)
        .await;
    let asking = CeremonyAsking {
        realm: REALM,
        ceremony: CeremonyId::of(REALM, &kem(stick)),
        challenge: given.read::<GateChallenge>().challenge,
        ask,
    };
    let signed = SigKey::of(&format!("possession {stick}")).sign(&asking);
    portal.post("/v1/ceremony/ask", &signed, None).await
}

#[tokio::test]
async fn a_holders_nonce_whose_answer_was_lost_is_taken_again_and_no_other() {
    let scene = Scene::begin().await;
    let to = scene.bound().await;
    let met = Held::Meet(scene.id, to, NONCE);
    assert_eq!(scene.say(&met).await.status, 204);
    assert_eq!(scene.say(&met).await.status, 204);
    let others = [
        Held::Meet(scene.id, to, Nonce([9; 32])),
        Held::Meet(scene.id, Hash([1; 32]), NONCE),
    ];
    for other in &others {
        assert_eq!(scene.say(other).await.code(), Code::CeremonyRefused);
    }
    assert_eq!(scene.ask(Ask::Reveal(0, PROMISED)).await.status, 200);
    // Also after the other screen has shown its own; and nothing of it has moved.
    assert_eq!(scene.say(&met).await.status, 204);
    assert_eq!(scene.say(&others[0]).await.code(), Code::CeremonyRefused);
    let meeting = scene.status().await.meetings.remove(0);
    assert_eq!((meeting.held, meeting.asked), (Some(NONCE), Some(PROMISED)));
    scene.portal.running.stop().await;
}

#[tokio::test]
async fn a_beginning_says_nothing_of_any_card_neither_first_nor_again() {
    let scene = Scene::begin().await;
    let first = scene.start().await;
    let again = scene.start().await;
    assert_eq!((&first, first.record.is_none()), (&again, true));
    let stranger = start("stranger", Some(Hash([1; 32])));
    for _ in 0..2 {
        let answer = scene.portal.post("/v1/ceremony/start", &stranger, None);
        assert_eq!(answer.await.read::<CeremonyStatus>(), first);
    }
    assert_eq!(scene.status().await.progress, Progress::Meeting);
    // That it is over is said: then the stick begins another.
    assert_eq!(scene.ask(Ask::Stop).await.status, 200);
    let over = CeremonyStatus {
        progress: Progress::Ended(Ending::Stopped),
        ..first
    };
    assert_eq!(scene.start().await, over);
    scene.portal.running.stop().await;
}

#[tokio::test]
async fn a_recovery_that_was_not_finished_says_so_for_as_long_again() {
    let scene = Scene::begin().await;
    let to = scene.bound().await;
    scene.portal.clock.advance(21 * DAY - 1);
    scene.portal.running.hourly().await.unwrap();
    assert_eq!(scene.status().await.progress, Progress::Meeting);
    // At the very moment, whether or not the hourly cleaning has been there.
    scene.portal.clock.advance(1);
    for _ in 0..2 {
        let late = scene.ask(Ask::Commit(0, to)).await;
        assert_eq!(late.code(), Code::CeremonyEnded);
        let expired = Progress::Ended(Ending::Expired);
        assert_eq!(scene.status().await.progress, expired);
        scene.portal.running.hourly().await.unwrap();
    }
    // Its account is free for another.
    let other = start("other", Some(scene.owner.card_tag()));
    let begun = scene.portal.post("/v1/ceremony/start", &other, None).await;
    assert_eq!(begun.status, 200);
    let status: CeremonyStatus = ask_as(&scene.portal, "other", Ask::Status).await.read();
    assert_eq!(status.progress, Progress::Meeting);
    scene.portal.clock.advance(21 * DAY);
    scene.portal.running.hourly().await.unwrap();
    assert_eq!(scene.ask(Ask::Status).await.code(), Code::CeremonyRefused);
    scene.portal.running.stop().await;
}

#[tokio::test]
async fn a_recovery_of_somebody_who_died_ends_and_no_other_begins() {
    let scene = Scene::begin().await;
    scene.bound().await;
    let (path, account) = (scene.portal.path("data"), scene.owner.account);
    let clock = scene.portal.clock.clone();
    let settings = crate::Settings::read(&path).unwrap();
    let (said, at) = (settings.clone(), clock.clone());
    let said = tokio::task::spawn_blocking(move || accounts::say(&said, account, None, &*at));
    said.await.unwrap().unwrap();
    assert_eq!(
        scene.status().await.progress,
        Progress::Ended(Ending::Expired)
    );

    // A card is one that nobody knows, and a holder cannot say whose it is.
    let again = start("again", Some(scene.owner.card_tag()));
    let begun = scene.portal.post("/v1/ceremony/start", &again, None);
    assert_eq!(begun.await.status, 200);
    let seeks: CeremonyStatus = ask_as(&scene.portal, "again", Ask::Status).await.read();
    assert_eq!(seeks.progress, Progress::Seeking);
    let number = CeremonyNumber::of(&CeremonyId::of(REALM, &kem("again"))).to_string();
    let point = Held::Point(number, account);
    assert_eq!(scene.say(&point).await.code(), Code::CeremonyEnded);

    // They live, and lost their stick: the structure takes it back, and the way is open.
    let back = tokio::task::spawn_blocking(move || accounts::withdraw(&settings, account, &*clock));
    back.await.unwrap().unwrap();
    assert_eq!(scene.say(&point).await.status, 204);
    let found: CeremonyStatus = ask_as(&scene.portal, "again", Ask::Status).await.read();
    assert_eq!(found.progress, Progress::Meeting);
    scene.portal.running.stop().await;
}

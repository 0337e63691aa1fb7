//! Which mandates a month counts as stopped.

use wire::{
    MandateId,
    log::{Op, Rights},
};

use super::{ID, Scene};
use crate::{
    domain::{
        DAY,
        desk::{
            activity::Month,
            tally::{self, Counted},
        },
    },
    fixtures::{Draft, NOW},
};

impl Scene {
    /// Mandates given and stopped in the month of the tests.
    fn counted(&self) -> (u64, u64) {
        let (app, month) = (
            self.portal.running.app(),
            "2027-01".parse::<Month>().unwrap(),
        );
        let count = |what| app.glance(|read| Ok(tally::read(read, month, what)?));
        let both =
            [Counted::MandateGiven, Counted::MandateStopped].map(|what| count(what).unwrap());
        (both[0], both[1])
    }

    /// Ends mandates that showed nothing, and gives others in the same commit.
    async fn end_and_give(&mut self, ended: &[MandateId], given: &[MandateId]) {
        let mut draft = Draft::default();
        let author = self.owner.author();
        for id in ended {
            self.owner.log(&mut draft, &Op::Revoke(*id), &[&author]);
        }
        for id in given {
            let mut grant = self.grant(Rights::Drop);
            grant.mandate = *id;
            self.owner.grant(&mut draft, grant, &self.helper);
        }
        let session = self.portal.open(&self.owner_key).await;
        assert_eq!(self.portal.commit(&session, &draft).await.status, 200);
    }
}

#[tokio::test]
async fn only_what_the_owner_stopped_before_its_end_counts_as_stopped() {
    let mut scene = Scene::begin().await;
    let [second, third, fourth] = [2, 3, 4].map(|n| MandateId([n; 16]));
    scene.end_and_give(&[], &[ID]).await;
    assert_eq!(scene.counted(), (1, 0));
    // Renewed: it goes on.
    scene.end_and_give(&[ID], &[second]).await;
    assert_eq!(scene.counted(), (2, 0));
    scene.end_and_give(&[second], &[]).await;
    assert_eq!(scene.counted(), (2, 1));
    // Its days are over, and the app clears it away.
    let mut short = scene.grant(Rights::Drop);
    (short.mandate, short.not_after) = (third, NOW + DAY);
    assert_eq!(scene.give(short).await.status, 200);
    scene.portal.clock.advance(DAY);
    scene.end_and_give(&[third], &[]).await;
    assert_eq!(scene.counted(), (3, 1));
    // It goes with the space.
    scene.end_and_give(&[], &[fourth]).await;
    let mut draft = Draft::default();
    let root = scene.owner.root();
    scene.owner.log(&mut draft, &Op::Delete, &[&root]);
    let session = scene.portal.open(&scene.owner_key).await;
    assert_eq!(scene.portal.commit(&session, &draft).await.status, 200);
    assert_eq!(scene.counted(), (4, 1));
    scene.portal.running.stop().await;
}

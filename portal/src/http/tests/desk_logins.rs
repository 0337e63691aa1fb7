//! Who came in at the desk is forgotten after half a year; what they did is not.

use super::{
    desk::{hired, signed_in},
    harness::Portal,
};
use crate::{
    domain::{
        DAY,
        desk::{
            acts::{self, LOGIN_DAYS},
            staff,
        },
    },
    fixtures::NOW,
    records::{Act, StaffRole},
};

#[tokio::test]
async fn who_came_in_is_forgotten_after_half_a_year_and_what_was_done_stays() {
    let portal = Portal::start().await;
    let omar = hired(&portal, "Omar", StaffRole::Mediator).await;
    assert!(signed_in(&portal, omar).starts_with("__Host-desk="));
    let app = portal.running.app();
    let wrote = app.write(move |tx| {
        // More than one step of the cleaning.
        for n in 0..300 {
            acts::write(tx, Some(omar), Act::SignedIn, NOW + n)?;
        }
        acts::write(tx, Some(omar), Act::Recorded, NOW)?;
        acts::write(tx, Some(omar), Act::SignedIn, NOW + DAY)
    });
    wrote.await.unwrap();
    let left = async || {
        let all = app
            .read(|read| acts::page(read, None, 1_000))
            .await
            .unwrap();
        all.into_iter().map(|(_, act)| act.act).collect::<Vec<_>>()
    };
    portal.clock.advance(LOGIN_DAYS * DAY - 1);
    portal.running.hourly().await.unwrap();
    assert_eq!(left().await.len(), 304);
    portal.clock.advance(300);
    portal.running.hourly().await.unwrap();
    let newest = [Act::SignedIn, Act::Recorded, Act::Invited(omar)];
    assert_eq!(left().await, newest);
    portal.clock.advance(DAY);
    portal.running.hourly().await.unwrap();
    assert_eq!(left().await, newest[1..]);
    // Numbers go on where they were.
    let invited = app.write(move |tx| staff::end(tx, omar, None, NOW));
    invited.await.unwrap();
    let all = app.read(|read| acts::page(read, None, 9)).await.unwrap();
    assert_eq!((all.len(), all[0].0), (3, all[1].0 + 1));
    portal.running.stop().await;
}

//! What outlives a structure, a long absence and a life: told in time, taken along, begun again elsewhere.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use jiff::civil::date;
use key_core::{
    Notice, Stick, Trouble,
    board::{self, Board, Closing},
};
use std::io::Cursor;
use tests::{
    publisher::Publisher,
    world::{CODE, TODAY, World, first_opening, open},
};
use wire::{Code, Realm, folder::Folder, random::System, structure::VoucherKind};

const DAY: u64 = 86_400;
/// Two years, a month that has begun, and the notice, as the threat model says them.
const IDLE_DAYS: u64 = 732;
const MONTH: u64 = 31;
const NOTICE_DAYS: u64 = 92;

/// The structure closes: whoever opens is told, takes everything along, and goes on at another one.
#[tokio::test]
async fn a_structure_closes_and_a_person_goes_on_elsewhere() {
    let random = &mut System::new();
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("lina").await.unwrap();
    let mut space = made.opened.space;
    space
        .put_note(Folder::Argent, "Ma note", "mardi", random)
        .await
        .unwrap();
    let publisher = Publisher::of(&world.structure, Realm::Prod, TODAY);
    publisher.publish(&world, None).unwrap();
    let closing = Closing {
        on: TODAY + 120 * DAY,
        message: "La mairie continue : 3 rue des Lilas.".into(),
    };
    publisher.close(&world, closing.clone()).unwrap();

    let said = board::fetch(&Board::bundled(), &Stick::new(stick.clone())).await;
    assert_eq!(said.unwrap().closing(), Some(&closing));
    let late = world.stick("late", VoucherKind::Account).unwrap();
    let refused = first_opening(&late, CODE).await.unwrap_err();
    assert_eq!(refused.code(), Some(Code::Closing), "{refused}");

    // Everything in one file, from a space that opens as ever.
    let space = open(&stick, CODE).await.unwrap().space;
    let mut bundle = Cursor::new(Vec::new());
    let today = date(2026, 11, 22);
    space
        .export(&mut bundle, true, today, |_, _| {})
        .await
        .unwrap();
    let elsewhere = World::start().await.unwrap();
    let (_, made) = elsewhere.new_space("lina").await.unwrap();
    let mut there = made.opened.space;
    there.import(bundle, random, |_, _| {}).await.unwrap();
    let notes = there.list(Folder::Argent);
    let text = there.read(Folder::Argent, notes[0].id).await.unwrap();
    assert_eq!((&*notes[0].title, &**text), ("Ma note", &b"mardi"[..]));
}

async fn days(world: &World, days: u64) {
    for _ in 0..days {
        world.clock.advance(DAY);
        world.portal().unwrap().hourly().await.unwrap();
    }
}

/// Nobody comes for two years: the space goes three months later, and whoever comes before keeps it.
#[tokio::test]
async fn a_space_that_nobody_opens_goes_and_whoever_comes_in_time_keeps_it() {
    let world = World::start().await.unwrap();
    let (back, _) = world.new_space("back").await.unwrap();
    let (gone, _) = world.new_space("gone").await.unwrap();
    days(&world, 1).await;
    world.clock.advance((IDLE_DAYS + MONTH) * DAY);
    days(&world, 1).await;
    let opened = open(&back, CODE).await.unwrap();
    assert!(opened.notices.contains(&Notice::WasIdle));
    days(&world, NOTICE_DAYS + 1).await;
    open(&back, CODE).await.unwrap();
    let refused = open(&gone, CODE).await.unwrap_err();
    assert!(matches!(refused, Trouble::Revoked), "{refused}");
}

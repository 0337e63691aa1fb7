//! Whenever the stick is pulled out, it opens again.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::{
    Stick, Trouble, WallWatch,
    stick::{Folder, Stage},
};
use tests::{
    pulled::{End, Failing},
    report,
    world::{CODE, OTHER_CODE, World, code, first_opening, open},
};
use wire::{Code, random::System, structure::VoucherKind};

/// Bytes of each file of a stick.
const FILE: u64 = 8_192;
/// Where within a file the stick is pulled: after its first byte, in the middle, before its last
/// byte, after it but before anybody knows.
const WITHIN: [u64; 4] = [1, FILE / 2, FILE - 1, FILE];

/// Every write of `doing`, counted by doing it once with a stick that stays.
async fn writes_of<F: AsyncFn(&Stick) -> Result<(), Trouble>>(folder: &Folder, doing: &F) -> u64 {
    let counting = Failing::after(u64::MAX, folder, End::Pulled);
    doing(&Stick::new(counting.clone())).await.unwrap();
    counting.writes()
}

async fn first(stick: &Stick) -> Result<(), Trouble> {
    key_core::first_opening(stick, &code(CODE), &mut System::new(), &WallWatch::start())
        .await
        .map(drop)
}

async fn renewal(stick: &Stick) -> Result<(), Trouble> {
    key_core::renew(stick, &code(CODE), &mut System::new(), &WallWatch::start()).await
}

async fn first_opening_cut_at(within: u64) {
    let world = World::start().await.unwrap();
    let counted = world.stick("counted", VoucherKind::Account).unwrap();
    let writes = writes_of(&counted, &first).await;
    assert!(writes >= 8, "{writes} writes");
    for write in 0..writes {
        let folder = world
            .stick(&format!("cle-{write}"), VoucherKind::Account)
            .unwrap();
        let pulled = Failing::after(write * FILE + within, &folder, End::Pulled);
        let outcome = first(&Stick::new(pulled.clone())).await;
        assert!(
            outcome.is_err() && pulled.ended(),
            "write {write} was not cut"
        );
        // Plugged in again.
        if Stick::new(folder.clone()).stage().unwrap() == Stage::New {
            first_opening(&folder, CODE).await.unwrap();
        }
        let opened = open(&folder, CODE).await.unwrap();
        assert_eq!(opened.space.slots().len(), 1);
    }
    report::promise(
        &format!("pulled_out.first_opening.{within}"),
        usize::try_from(writes).unwrap(),
        0,
    )
    .unwrap();
}

#[tokio::test]
async fn in_a_first_opening_after_one_byte_of_each_write() {
    first_opening_cut_at(WITHIN[0]).await;
}

#[tokio::test]
async fn in_a_first_opening_in_the_middle_of_each_write() {
    first_opening_cut_at(WITHIN[1]).await;
}

#[tokio::test]
async fn in_a_first_opening_before_the_last_byte_of_each_write() {
    first_opening_cut_at(WITHIN[2]).await;
}

#[tokio::test]
async fn in_a_first_opening_after_each_write() {
    first_opening_cut_at(WITHIN[3]).await;
}

#[tokio::test]
async fn in_a_renewal() {
    let world = World::start().await.unwrap();
    let (folder, made) = world.new_space("cle").await.unwrap();
    made.opened
        .space
        .lock(&Stick::new(folder.clone()), &mut System::new())
        .await
        .unwrap();
    let writes = writes_of(&folder, &renewal).await;
    assert!(writes >= 3, "{writes} writes");
    let mut rounds = 0;
    for write in 0..writes {
        for within in WITHIN {
            let pulled = Failing::after(write * FILE + within, &folder, End::Pulled);
            let outcome = renewal(&Stick::new(pulled.clone())).await;
            assert!(
                outcome.is_err() && pulled.ended(),
                "write {write} was not cut"
            );
            open(&folder, CODE).await.unwrap();
            // And once more, now that the renewal was finished or undone.
            open(&folder, CODE).await.unwrap();
            rounds += 1;
        }
    }
    report::promise("pulled_out.renewal", rounds, 0).unwrap();
}

#[tokio::test]
async fn while_heads_are_pinned() {
    let world = World::start().await.unwrap();
    let (folder, made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    let mut space = made.opened.space;
    let mut rounds = 0;
    for cut in [
        1,
        FILE / 2,
        FILE - 1,
        FILE + 1,
        FILE + FILE / 2,
        2 * FILE - 1,
    ] {
        space
            .put_note(wire::folder::Folder::Private, "n", "n", &mut random)
            .await
            .unwrap();
        let pulled = Failing::after(cut, &folder, End::Pulled);
        assert!(space.pin(&Stick::new(pulled), &mut random).is_err());
        let opened = open(&folder, CODE).await.unwrap();
        assert_eq!(opened.notices, []);
        rounds += 1;
    }
    report::promise("pulled_out.pin", rounds, 0).unwrap();
}

async fn second_stick_cut_at(within: u64) {
    let world = World::start().await.unwrap();
    let (first, made) = world.new_space("first").await.unwrap();
    let (stick, mut random) = (Stick::new(first), System::new());
    let watch = WallWatch::start();
    let mut space = made.opened.space;
    let mut write = 0;
    loop {
        let folder = world
            .stick(&format!("second-{write}"), VoucherKind::Slot)
            .unwrap();
        let pulled = Failing::after(write * FILE + within, &folder, End::Pulled);
        let mut administration = space
            .administer(&stick, &code(CODE), &mut random, &watch)
            .await
            .unwrap();
        let second = Stick::new(pulled.clone());
        let outcome = administration
            .add_stick(&second, &code(OTHER_CODE), &mut random)
            .await;
        if outcome.is_ok() {
            break;
        }
        assert!(pulled.ended(), "write {write}: {outcome:?}");
        // Plugged in again: taken up, unless the portal knows it already.
        let second = Stick::new(folder.clone());
        match administration
            .add_stick(&second, &code(OTHER_CODE), &mut random)
            .await
        {
            Ok(_) => {}
            Err(Trouble::StickState(_)) => {}
            Err(other) => assert_eq!(other.code(), Some(Code::VoucherUsed), "{other:?}"),
        }
        open(&folder, OTHER_CODE).await.unwrap();
        write += 1;
    }
    assert!(write >= 6, "{write} writes");
    report::promise(
        &format!("pulled_out.second_stick.{within}"),
        usize::try_from(write).unwrap(),
        0,
    )
    .unwrap();
}

#[tokio::test]
async fn in_the_making_of_a_second_stick_in_the_middle_of_each_write() {
    second_stick_cut_at(WITHIN[1]).await;
}

#[tokio::test]
async fn in_the_making_of_a_second_stick_after_each_write() {
    second_stick_cut_at(WITHIN[3]).await;
}

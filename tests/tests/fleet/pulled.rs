//! Whenever a stick is pulled out, the same one goes on where it was, and no voucher goes on two.

use crate::PROGRAMS;
use key_core::{
    contents::{Standing, contents},
    fleet::{Consent, Fault, Fleet, Probe, State},
    stick::Folder,
};
use std::collections::BTreeSet;
use tests::{
    pulled::{End, Failing},
    report,
    volume::Volume,
    workshop::{Workshop, write},
    world::World,
};

/// Small enough for nearly every byte to be a place to be pulled at.
const SMALL: [(&str, usize); 2] = [("cle", 301), ("aide/lisez-moi.html", 64)];
/// Bytes of a key file.
const KEY: u64 = 8_192;

fn voucher_of(stick: &Folder) -> Vec<u8> {
    std::fs::read(stick.path().join("cle-a.bin")).unwrap()
}

/// How many bytes a whole writing takes.
fn bytes_of(table: &Workshop, world: &World) -> u64 {
    let counted = Workshop::of(world, 1, 1, &SMALL).unwrap();
    let most = u64::from(u32::MAX);
    let mut low = 0;
    let mut high = 1 << 20;
    assert!(most > high && table.programs().exists());
    // Halved, for the medium says only whether it ended.
    while low + 1 < high {
        let middle = u64::midpoint(low, high);
        let folder = counted.blank(&middle.to_string()).unwrap();
        let fleet = Workshop::of(world, 1, 1, &SMALL).unwrap();
        let medium = Failing::after(middle, &folder, End::Pulled);
        let ended = write(&fleet.fleet().unwrap(), &medium).is_err();
        if ended { low = middle } else { high = middle }
    }
    high
}

/// Where to pull: at every byte of the small files, around the ends of the large ones, and here and there.
fn places(all: u64) -> Vec<u64> {
    let dense = 0..900;
    let ends = (900..all).filter(|at| {
        let left = all - at;
        at % 997 == 0 || left < 4 || (left % 64 < 2 && left < 128) || at % KEY < 2
    });
    dense.chain(ends).collect()
}

fn is_whole(stick: &Folder) {
    let lines = contents(stick.path(), None).unwrap().files;
    let clean = |standing| matches!(standing, Standing::Listed | Standing::Own);
    assert!(lines.iter().all(|line| clean(line.standing)), "{lines:?}");
}

#[tokio::test]
async fn at_any_byte_the_same_stick_goes_on() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 1, &SMALL).unwrap();
    let all = bytes_of(&table, &world);
    assert!(all > 2 * KEY, "{all}");
    let places = places(all);
    for at in &places {
        let table = Workshop::of(&world, 1, 1, &SMALL).unwrap();
        let folder = table.blank("cle").unwrap();
        let pulled = Failing::after(*at, &folder, End::Pulled);
        let cut = write(&table.fleet().unwrap(), &pulled);
        assert!(cut.is_err() && pulled.ended(), "{at}: {cut:?}");
        // One voucher is all there is: it is not lost, and the program was ended and started again.
        let made = write(&table.fleet().unwrap(), &folder);
        let made = made.unwrap_or_else(|fault| panic!("{at}: {fault}"));
        assert_eq!(made.number, 1, "{at}");
        is_whole(&folder);
    }
    report::promise("fleet.pulled", places.len(), 0).unwrap();
}

#[tokio::test]
async fn another_stick_meanwhile_gets_no_voucher_that_may_lie_on_the_first() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 1, &SMALL).unwrap();
    let all = bytes_of(&table, &world);
    let places: Vec<u64> = places(all).into_iter().step_by(5).collect();
    for at in &places {
        let table = Workshop::of(&world, 1, 3, &SMALL).unwrap();
        let first = table.blank("first").unwrap();
        let pulled = Failing::after(*at, &first, End::Pulled);
        assert!(write(&table.fleet().unwrap(), &pulled).is_err(), "{at}");
        let fleet = table.fleet().unwrap();
        let second = table.blank("second").unwrap();
        let other = write(&fleet, &second).unwrap();
        let back = write(&fleet, &first).unwrap();
        assert_ne!(other.number, back.number, "{at}");
        assert_ne!(voucher_of(&first), voucher_of(&second), "{at}");
        let numbers = BTreeSet::from([other.number, back.number]);
        assert_eq!(numbers, BTreeSet::from([1, 2]), "{at}: a number was lost");
        is_whole(&first);
        is_whole(&second);
    }
    report::promise("fleet.pulled_and_another", places.len(), 0).unwrap();
}

#[tokio::test]
async fn a_stick_that_is_lost_is_given_up_and_its_number_goes_on_another() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 2, &SMALL).unwrap();
    let lost = table.blank("lost").unwrap();
    let pulled = Failing::after(900 + KEY, &lost, End::Pulled);
    let cut = write(&table.fleet().unwrap(), &pulled);
    assert!(matches!(cut, Err(Fault::Pulled(1))), "{cut:?}");
    let fleet: Fleet = table.fleet().unwrap();
    assert_eq!(fleet.rows()[0].state, Some(State::Begun));
    fleet.give_up(1, tests::world::TODAY).unwrap();
    assert!(fleet.give_up(2, tests::world::TODAY).is_err());
    let other = table.blank("other").unwrap();
    assert_eq!(write(&fleet, &other).unwrap().number, 1);
    // Found again: what lies on it counts no more here.
    let found = write(&fleet, &lost);
    assert!(found.is_err(), "{found:?}");
    assert_eq!(fleet.rows()[0].state, Some(State::Ready));
}

#[tokio::test]
async fn full_or_protected_in_the_middle_is_said() {
    let world = World::start().await.unwrap();
    for (end, at) in [(End::Full, 500), (End::ReadOnly, 1), (End::Full, 2_000)] {
        let table = Workshop::of(&world, 1, 1, &SMALL).unwrap();
        let folder = table.blank("cle").unwrap();
        let failing = Failing::after(at, &folder, end);
        let said = write(&table.fleet().unwrap(), &failing).unwrap_err();
        assert!(matches!(said, Fault::Stick(_)), "{said:?}");
        assert_eq!(write(&table.fleet().unwrap(), &folder).unwrap().number, 1);
    }
}

/// A real file system whose process dies while a fleet writes on it.
#[tokio::test]
async fn a_real_stick_pulled_at_each_step_goes_on() {
    if !Volume::possible() {
        report::promise("fleet.pulled_volume", 0, 0).unwrap();
        return;
    }
    let world = World::start().await.unwrap();
    let mut rounds = 0;
    for at in 0..6 {
        let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
        let mut volume = Volume::mount().unwrap();
        let folder = Folder::new(volume.path());
        let fleet = table.fleet().unwrap();
        let mut steps = 0;
        let (consent, probe) = (Consent::BlankOnly, Probe::Marks);
        let cut = fleet.write(&folder, consent, probe, tests::world::TODAY, &mut |_, _| {
            if steps == at {
                volume.pull().unwrap();
            }
            steps += 1;
        });
        // Behind the last step nothing is left to do.
        assert!(cut.is_err() || steps == at + 1, "{at}: {cut:?}");
        volume.plug_in().unwrap();
        let made = write(&fleet, &Folder::new(volume.path()));
        let made = made.unwrap_or_else(|fault| panic!("{at}: {fault}"));
        assert_eq!(made.number, 1);
        is_whole(&Folder::new(volume.path()));
        rounds += 1;
    }
    report::promise("fleet.pulled_volume", rounds, 0).unwrap();
}

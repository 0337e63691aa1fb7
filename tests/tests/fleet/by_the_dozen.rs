//! Twelve at once, a thousand one after the other, and a portal that is away meanwhile.

use crate::PROGRAMS;
use key_core::{
    contents::{Standing, contents},
    fleet::{Clock, State, clock},
    stick::Folder,
};
use std::collections::BTreeSet;
use tests::{
    report,
    workshop::{Workshop, write},
    world::{CODE, TODAY, World, first_opening, open},
};

/// Every file of a stick is on its list, or its own.
fn is_clean(stick: &Folder) {
    let found = contents(stick.path(), None).unwrap();
    assert!(found.list.is_some());
    for line in &found.files {
        assert!(
            matches!(line.standing, Standing::Listed | Standing::Own),
            "{line:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twelve_at_once_and_two_of_them_open_a_space() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 41, 12, &PROGRAMS).unwrap();
    let fleet = table.fleet().unwrap();
    let sticks: Vec<Folder> = (0..12)
        .map(|stick| table.blank(&stick.to_string()).unwrap())
        .collect();
    let numbers: BTreeSet<u32> = std::thread::scope(|scope| {
        let writing: Vec<_> = sticks
            .iter()
            .map(|stick| scope.spawn(|| write(&fleet, stick).unwrap().number))
            .collect();
        let made = writing.into_iter().map(|one| one.join().unwrap());
        made.collect()
    });
    assert_eq!(numbers, (41..53).collect());
    assert!(
        fleet
            .rows()
            .iter()
            .all(|row| row.state == Some(State::Ready))
    );
    let keys: BTreeSet<Vec<u8>> = sticks
        .iter()
        .map(|stick| std::fs::read(stick.path().join("cle-a.bin")).unwrap())
        .collect();
    assert_eq!(keys.len(), 12, "each has a voucher of its own");
    for stick in &sticks {
        is_clean(stick);
    }
    for stick in &sticks[..2] {
        first_opening(stick, CODE).await.unwrap();
        open(stick, CODE).await.unwrap();
    }
    report::promise("fleet.dozen", sticks.len(), 0).unwrap();
}

#[tokio::test]
async fn a_thousand_and_each_number_and_voucher_once() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 1_000, &[("cle", 7)]).unwrap();
    // Taken up again in the middle, as on another day.
    let mut made = BTreeSet::new();
    for half in 0..2 {
        let fleet = table.fleet().unwrap();
        for stick in 0..500 {
            let stick = table.blank(&format!("{half}-{stick}")).unwrap();
            assert!(made.insert(write(&fleet, &stick).unwrap().number));
        }
    }
    assert_eq!(made, (1..=1_000).collect());
    let fleet = table.fleet().unwrap();
    assert_eq!(fleet.vouchers(TODAY).unwrap().0, 0);
    let more = write(&fleet, &table.blank("one more").unwrap());
    assert!(more.unwrap_err().to_string().contains("no number to write"));
    report::promise("fleet.thousand", made.len(), 0).unwrap();
}

#[tokio::test]
async fn without_a_portal_sticks_are_written_and_it_is_said_that_nobody_was_asked() {
    let mut world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 2, &PROGRAMS).unwrap();
    assert_eq!(clock(&table.plan, TODAY).await.unwrap(), Clock::Right);
    let wrong = clock(&table.plan, TODAY + 40 * 86_400).await.unwrap();
    assert_eq!(wrong, Clock::Wrong);
    world.stop().await;
    assert_eq!(clock(&table.plan, TODAY).await.unwrap(), Clock::Unknown);
    let stick = table.blank("cle").unwrap();
    write(&table.fleet().unwrap(), &stick).unwrap();
    world.restart().await.unwrap();
    first_opening(&stick, CODE).await.unwrap();
}

#[tokio::test]
async fn a_stick_that_is_ready_stays_what_it_is() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 7, 2, &PROGRAMS).unwrap();
    let stick = table.blank("cle").unwrap();
    assert_eq!(write(&table.fleet().unwrap(), &stick).unwrap().number, 7);
    let before = std::fs::read(stick.path().join("cle-a.bin")).unwrap();
    // Plugged in again, another day, and with a program that somebody damaged meanwhile.
    std::fs::write(stick.path().join("cle"), "not it").unwrap();
    assert_eq!(write(&table.fleet().unwrap(), &stick).unwrap().number, 7);
    is_clean(&stick);
    let after = std::fs::read(stick.path().join("cle-a.bin")).unwrap();
    assert_eq!(before, after);
    // The second number is for another stick.
    let other = table.blank("other").unwrap();
    assert_eq!(write(&table.fleet().unwrap(), &other).unwrap().number, 8);
}

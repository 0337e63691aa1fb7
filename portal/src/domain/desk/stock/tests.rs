//! Ranges, steps and pages, on the memory engine.

use super::*;
use crate::{
    records::{ItemStage as Stage, Kind, StaffId},
    store::{Memory, Read, Store, Table, Tx, WriteError},
};

const BY: StaffId = StaffId([7; 16]);

fn write<T: Send + 'static>(
    store: &Store,
    rule: impl FnOnce(&mut Tx<'_>) -> Result<T, Refused> + Send + 'static,
) -> Result<T, Refused> {
    store.write(rule).map_err(|error| match error {
        WriteError::Refused(refused) => refused,
        WriteError::Store(trouble) => trouble.into(),
    })
}

#[test]
fn a_range_changes_as_a_whole_or_not_at_all() {
    let store = Store::start(Memory::new()).unwrap();
    write(&store, |tx| add(tx, Kind::Stick, 1..=1_000, BY, 7)).unwrap();
    let again = write(&store, |tx| add(tx, Kind::Stick, 990..=1_010, BY, 7));
    assert_eq!(again.unwrap_err(), Refused::There(990));
    // Another kind has numbers of its own.
    write(&store, |tx| add(tx, Kind::Phone, 1..=3, BY, 7)).unwrap();
    for (first, last) in [(0, 3), (5, 4), (1, 1_001), (HIGHEST, HIGHEST + 1)] {
        let asked = write(&store, move |tx| add(tx, Kind::Stick, first..=last, BY, 7));
        assert_eq!(asked.unwrap_err(), Refused::Numbers);
    }
    let moved = |numbers, to| {
        write(&store, move |tx| {
            change(tx, Kind::Stick, numbers, to, BY, 8)
        })
    };
    moved(10..=12, Stage::Lent).unwrap();
    let some = moved(9..=12, Stage::Lent);
    assert_eq!(some.unwrap_err(), Refused::Step(10, Why::Same));
    assert_eq!(
        moved(1_001..=1_001, Stage::Lent).unwrap_err(),
        Refused::NotThere(1_001)
    );
    let read = |number| store.read(|read| one(read, Kind::Stick, number)).unwrap();
    assert_eq!(read(9).unwrap().0.stage, Stage::Blank);
    moved(11..=11, Stage::Returned).unwrap();
    let (item, steps) = read(11).unwrap();
    assert_eq!((item.stage, item.since), (Stage::Returned, 8));
    let stages: Vec<_> = steps.iter().map(|step| step.to).collect();
    assert_eq!(stages, [Stage::Returned, Stage::Lent, Stage::Blank]);
    let counted = store.read(|read| counts(read)).unwrap();
    assert_eq!(counted[&(Kind::Stick, Stage::Blank)], 997);
    assert_eq!(counted[&(Kind::Phone, Stage::Blank)], 3);
    assert_eq!(counted[&(Kind::Stick, Stage::Lent)], 2);
}

#[test]
fn what_one_person_presses_twice_is_done_once() {
    let store = Store::start(Memory::new()).unwrap();
    let add = |by, now| write(&store, move |tx| add(tx, Kind::Stick, 1..=3, by, now));
    let lend = |numbers: std::ops::RangeInclusive<u32>, by, now| {
        write(&store, move |tx| {
            change(tx, Kind::Stick, numbers, Stage::Lent, by, now)
        })
    };
    let rows = |table| {
        let rows = store.read(|read| read.scan(table, &[], None, usize::MAX));
        rows.unwrap().len()
    };
    let count = || (rows(Table::Steps), rows(Table::StaffActs));
    let other = StaffId([8; 16]);
    add(BY, 100).unwrap();
    add(BY, 100 + MOMENT_S - 1).unwrap();
    assert_eq!(count(), (3, 1));
    for (by, now) in [(BY, 100 + MOMENT_S), (other, 100)] {
        assert_eq!(add(by, now), Err(Refused::There(1)));
    }
    lend(2..=3, BY, 200).unwrap();
    lend(2..=3, BY, 201).unwrap();
    assert_eq!(count(), (5, 2));
    for (numbers, by, now) in [
        (2..=3, BY, 200 + MOMENT_S),
        (2..=3, other, 201),
        // One of them was not.
        (1..=3, BY, 201),
    ] {
        let first = lend(numbers, by, now).unwrap_err();
        assert!(matches!(first, Refused::Step(2, Why::Same)), "{first:?}");
    }
    assert_eq!(count(), (5, 2));
}

#[test]
fn what_never_served_is_taken_out_and_nothing_else() {
    let store = Store::start(Memory::new()).unwrap();
    let out = |numbers| write(&store, move |tx| take_out(tx, Kind::Stick, numbers, BY, 9));
    let rows = || {
        let count = |table| {
            let rows = store.read(|read| read.scan(table, &[], None, usize::MAX));
            rows.unwrap().len()
        };
        [count(Table::Items), count(Table::Steps)]
    };
    write(&store, |tx| add(tx, Kind::Stick, 1..=12, BY, 7)).unwrap();
    write(&store, |tx| add(tx, Kind::Phone, 1..=1, BY, 7)).unwrap();
    // One was lent, one was in practice and is blank again.
    for (number, stages) in [
        (3, &[Stage::Lent][..]),
        (5, &[Stage::Practice, Stage::Wiped, Stage::Blank]),
    ] {
        for to in stages.iter().copied() {
            write(&store, move |tx| {
                change(tx, Kind::Stick, number..=number, to, BY, 8)
            })
            .unwrap();
        }
    }
    assert_eq!(rows(), [13, 17]);
    assert_eq!(out(1..=4), Err(Refused::HasServed(3)));
    assert_eq!(out(5..=5), Err(Refused::HasServed(5)));
    assert_eq!(out(12..=13), Err(Refused::NotThere(13)));
    assert_eq!(out(0..=1), Err(Refused::Numbers));
    assert_eq!(rows(), [13, 17]);
    out(6..=12).unwrap();
    assert_eq!(rows(), [6, 10]);
    assert_eq!(out(6..=6), Err(Refused::NotThere(6)));
    // It can be added again.
    write(&store, |tx| add(tx, Kind::Stick, 6..=6, BY, 10)).unwrap();
    assert_eq!(rows(), [7, 11]);
}

#[test]
fn a_thing_keeps_its_last_steps_and_no_more() {
    let store = Store::start(Memory::new()).unwrap();
    write(&store, |tx| add(tx, Kind::Stick, 6..=8, BY, 0)).unwrap();
    let rounds = u64::from(STEPS_KEPT) + 50;
    for now in 1..=rounds {
        let to = if now % 2 == 1 {
            Stage::Lent
        } else {
            Stage::Frozen
        };
        write(&store, move |tx| {
            change(tx, Kind::Stick, 7..=7, to, BY, now)
        })
        .unwrap();
    }
    let read = |number| store.read(|read| one(read, Kind::Stick, number)).unwrap();
    let times = |number| -> Vec<u64> {
        let (_, steps) = read(number).unwrap();
        steps.iter().map(|step| step.time).collect()
    };
    let last: Vec<u64> = (51..=rounds).rev().collect();
    assert_eq!(times(7), last);
    let rows = store.read(|read| read.scan(Table::Steps, &[], None, usize::MAX));
    // Two others have one step each.
    assert_eq!(rows.unwrap().len(), last.len() + 2);
    assert_eq!((times(6), times(8)), (vec![0], vec![0]));
}

#[test]
fn pages_join() {
    let store = Store::start(Memory::new()).unwrap();
    write(&store, |tx| add(tx, Kind::Stick, 1..=250, BY, 7)).unwrap();
    write(&store, |tx| {
        change(tx, Kind::Stick, 200..=201, Stage::Lent, BY, 7)
    })
    .unwrap();
    let read = |stage, after| {
        let found = store.read(|read| page(read, (Kind::Stick, stage), after, 100));
        found
            .unwrap()
            .into_iter()
            .map(|(number, _)| number)
            .collect::<Vec<_>>()
    };
    assert_eq!(read(None, 0), (1..=100).collect::<Vec<_>>());
    assert_eq!(read(None, 200), (201..=250).collect::<Vec<_>>());
    assert_eq!(read(Some(Stage::Lent), 0), [200, 201]);
    assert!(read(Some(Stage::Lent), 201).is_empty());
    assert_eq!(read(Some(Stage::Blank), 100).last(), Some(&202));
}

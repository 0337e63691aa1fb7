//! Days and months, the order of one day, what is refused, on the memory engine.

use super::*;
use crate::{
    domain::desk::choices::NO_AID,
    records::{Activity, StaffId},
    store::{Memory, Read, Store, Table, WriteError},
};
use jiff::civil::{Date, date};
use wire::{Code, Refusal, random::System};

const BY: StaffId = StaffId([7; 16]);

pub(crate) fn session() -> Activity {
    Activity {
        kind: 0,
        participants: 1,
        place: 0,
        minutes: 30,
        posture: 1,
        themes: vec![4],
        equipment: vec![],
        autonomy: None,
        level: None,
        gender: None,
        age: None,
        status: None,
        led_on: false,
        led_to: String::new(),
        place_name: String::new(),
        workshop: String::new(),
        step: String::new(),
        by: BY,
        time: 9,
        languages: vec![],
        aids: vec![],
    }
}

fn put(store: &Store, day: Date, change: impl FnOnce(&mut Activity)) -> Result<Name, Wrong> {
    let mut activity = session();
    change(&mut activity);
    let today = date(2026, 11, 26);
    let wrote = store.write(move |tx| write(tx, (day, today), &activity, &mut System::new()));
    wrote.map_err(|error| match error {
        WriteError::Refused(wrong) => wrong,
        WriteError::Store(trouble) => trouble.into(),
    })
}

#[test]
fn a_month_holds_its_days_and_no_other() {
    let store = Store::start(Memory::new()).unwrap();
    for day in [date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 26)] {
        let name = put(&store, day, |_| {}).unwrap();
        assert_eq!(day_of(&name).unwrap(), day);
    }
    let month: Month = "2026-11".parse().unwrap();
    let found = store.read(|read| of_month(read, month)).unwrap();
    assert_eq!(found.len(), 2);
    assert_eq!(month.before().to_string(), "2026-10");
    let january: Month = "2026-01".parse().unwrap();
    assert_eq!(january.before().to_string(), "2025-12");
    for wrong in [
        "2026-13",
        "2026-00",
        "26-11",
        "2026-1",
        "1999-12",
        "2026-11-01",
        "x",
        "",
    ] {
        assert_eq!(wrong.parse::<Month>(), Err(()), "{wrong}");
    }
}

#[test]
fn of_one_day_the_first_written_comes_first() {
    let store = Store::start(Memory::new()).unwrap();
    let times = [3, 1, 4, 15, 9, 2, 6];
    for time in times {
        put(&store, date(2026, 11, 25), |one| one.time = time).unwrap();
    }
    // A day that was forgotten is written down last.
    put(&store, date(2026, 11, 24), |one| one.time = 20).unwrap();
    let month: Month = "2026-11".parse().unwrap();
    let found = store.read(|read| of_month(read, month)).unwrap();
    let found: Vec<_> = found.iter().map(|(_, one)| one.time).collect();
    assert_eq!(found, [20, 1, 2, 3, 4, 6, 9, 15]);
}

#[test]
fn of_one_second_the_order_is_that_of_their_names_and_the_same_each_time() {
    let store = Store::start(Memory::new()).unwrap();
    let day = date(2026, 11, 25);
    let mut names: Vec<_> = (0..12)
        .map(|_| put(&store, day, |one| one.time = 9).unwrap())
        .collect();
    let first = put(&store, day, |one| one.time = 8).unwrap();
    names.sort_unstable();
    names.insert(0, first);
    let month = Month::of(day);
    for _ in 0..3 {
        let found = store.read(|read| of_month(read, month)).unwrap();
        let found: Vec<_> = found.into_iter().map(|(name, _)| name).collect();
        assert_eq!(found, names);
    }
}

#[test]
fn what_makes_no_sense_is_named_and_not_written() {
    let store = Store::start(Memory::new()).unwrap();
    let today = date(2026, 11, 26);
    let with = |change: fn(&mut Activity)| put(&store, today, change).unwrap_err();
    assert_eq!(with(|one| one.themes.clear()), Wrong::Theme);
    assert_eq!(with(|one| one.themes = vec![99]), Wrong::Choice);
    assert_eq!(with(|one| one.themes = vec![4, 4]), Wrong::Choice);
    assert_eq!(with(|one| one.languages = vec![11]), Wrong::Choice);
    assert_eq!(with(|one| one.aids = vec![2, 1]), Wrong::Choice);
    assert_eq!(with(|one| one.aids = vec![1, NO_AID]), Wrong::NoAid);
    assert_eq!(with(|one| one.posture = 3), Wrong::Choice);
    assert_eq!(with(|one| one.age = Some(8)), Wrong::Choice);
    assert_eq!(with(|one| one.minutes = 0), Wrong::Minutes);
    assert_eq!(with(|one| one.minutes = LONGEST + 1), Wrong::Minutes);
    assert_eq!(with(|one| one.participants = 0), Wrong::People);
    assert_eq!(with(|one| one.participants = 2), Wrong::Alone);
    assert_eq!(
        with(|one| one.led_to = "administration".into()),
        Wrong::LedOn
    );
    assert_eq!(with(|one| one.step = "x".repeat(LETTERS + 1)), Wrong::Words);
    assert_eq!(with(|one| one.step = "a\nb".into()), Wrong::Words);
    for day in [date(2026, 11, 27), date(2025, 11, 24)] {
        assert_eq!(put(&store, day, |_| {}).unwrap_err(), Wrong::Day);
    }
    let rows = store.read(|read| read.scan(Table::Activities, &[], None, 9));
    assert_eq!(rows.unwrap(), []);
}

#[test]
fn a_mistake_is_taken_out_by_who_made_it_or_an_officer() {
    let store = Store::start(Memory::new()).unwrap();
    let take = |name: Name, by, is_officer| {
        let taken = store.write(move |tx| remove(tx, &name, (by, is_officer), 9));
        taken.map_err(|error| Refusal::from(error).code)
    };
    let other = StaffId([8; 16]);
    let one = put(&store, date(2026, 11, 26), |_| {}).unwrap();
    assert_eq!(take(one, other, false), Err(Code::Forbidden));
    take(one, BY, false).unwrap();
    assert_eq!(take(one, BY, false), Err(Code::NotFound));
    let two = put(&store, date(2026, 11, 26), |_| {}).unwrap();
    take(two, other, true).unwrap();
}

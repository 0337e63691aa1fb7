//! Sessions with people, written down by those who held them: by day, in codes, without a name.

use core::str::FromStr;

use jiff::{ToSpan, civil::Date};
use wire::{Code, Random, Refusal, random};

use super::{
    acts,
    choices::{
        AGES, AIDS, AUTONOMY, Choice, EQUIPMENT, GENDERS, KINDS, LANGUAGES, LEVELS, NO_AID,
        ONE_PERSON, PLACES, POSTURES, STATUSES, THEMES, by_code,
    },
};
use crate::{
    domain::ensure,
    records::{Act, Activity, StaffId},
    store::{Read, StoreError, Table, Tx},
};

/// Letters of a word that is typed.
pub(crate) const LETTERS: usize = 80;
/// The longest session, in minutes.
pub(crate) const LONGEST: u16 = 600;
/// The most people at once.
pub(crate) const PEOPLE: u16 = 200;
/// Sessions of one month.
const MOST: usize = 20_000;

/// What a session is kept under: its day, then eight random bytes.
pub(crate) type Name = [u8; 12];

/// What is wrong with what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// No theme.
    Theme,
    /// How long.
    Minutes,
    /// The day is to come, or more than a year ago.
    Day,
    /// How many people.
    People,
    /// A word is too long, or of several lines.
    Words,
    /// Something that cannot be chosen.
    Choice,
    /// Nobody said who made the gestures.
    Posture,
    /// An aid, and that there was none.
    NoAid,
    /// Where to somebody was sent on, and that nobody was.
    LedOn,
    /// One person, and that there were others.
    Alone,
    /// There are too many in this month.
    Full,
    /// The portal.
    Portal(Refusal),
}

impl From<StoreError> for Wrong {
    fn from(error: StoreError) -> Self {
        Self::Portal(error.into())
    }
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self::Portal(refusal)
    }
}

/// A month of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Month {
    /// The year.
    pub(crate) year: i16,
    /// From 1 to 12.
    pub(crate) month: i8,
}

impl Month {
    /// The month of a day.
    pub(crate) fn of(day: Date) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
        }
    }

    /// The one before.
    pub(crate) fn before(self) -> Self {
        match self.month {
            ..=1 => Self {
                year: self.year - 1,
                month: 12,
            },
            month => Self {
                month: month - 1,
                ..self
            },
        }
    }

    /// What the keys of its rows begin with.
    pub(crate) fn prefix(self) -> [u8; 3] {
        let [high, low] = self.year.to_be_bytes();
        [high, low, self.month.unsigned_abs()]
    }
}

impl core::fmt::Display for Month {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = ();

    /// As `2026-11`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let day = format!("{text}-01").parse::<Date>().map_err(|_| ())?;
        let month = Self::of(day);
        if (2_000..=2_999).contains(&month.year) && month.to_string() == text {
            Ok(month)
        } else {
            Err(())
        }
    }
}

/// Writes one down.
///
/// # Errors
/// [`Wrong`]; then nothing is written.
pub(crate) fn write(
    tx: &mut Tx<'_>,
    (day, today): (Date, Date),
    activity: &Activity,
    random: &mut dyn Random,
) -> Result<Name, Wrong> {
    put(tx, (day, today), activity, random::bytes(random))
}

/// The same for a form that may be sent twice: what it wrote before is not written again, and told apart by
/// `ticket`. Where the form says something else by now, it is another session.
///
/// # Errors
/// As [`write`].
pub(crate) fn write_once(
    tx: &mut Tx<'_>,
    (day, today): (Date, Date),
    activity: &Activity,
    ticket: [u8; 8],
    random: &mut dyn Random,
) -> Result<Name, Wrong> {
    let name = name(day, ticket);
    let Some(before) = tx.get_record::<Activity>(&name)? else {
        return put(tx, (day, today), activity, ticket);
    };
    let same = Activity {
        time: before.time,
        ..activity.clone()
    };
    if same == before {
        return Ok(name);
    }
    write(tx, (day, today), activity, random)
}

fn name(day: Date, own: [u8; 8]) -> Name {
    let mut name = Name::default();
    let (front, rest) = name.split_at_mut(4);
    front[..3].copy_from_slice(&Month::of(day).prefix());
    front[3] = day.day().unsigned_abs();
    rest.copy_from_slice(&own);
    name
}

fn put(
    tx: &mut Tx<'_>,
    (day, today): (Date, Date),
    activity: &Activity,
    own: [u8; 8],
) -> Result<Name, Wrong> {
    check(activity)?;
    if day > today || day < today.saturating_sub(366.days()) {
        return Err(Wrong::Day);
    }
    let month = Month::of(day).prefix();
    if tx.scan(Table::Activities, &month, None, MOST)?.len() >= MOST {
        return Err(Wrong::Full);
    }
    let name = name(day, own);
    tx.put_record(name, activity);
    acts::write(tx, Some(activity.by), Act::Recorded, activity.time)?;
    Ok(name)
}

fn check(activity: &Activity) -> Result<(), Wrong> {
    let knows = |table: &'static [Choice], code: u8| by_code(table, code).is_some();
    let may =
        |table: &'static [Choice], code: Option<u8>| code.is_none_or(|code| knows(table, code));
    let themes = &activity.themes;
    if themes.is_empty() {
        return Err(Wrong::Theme);
    }
    let are_known = knows(KINDS, activity.kind)
        && knows(PLACES, activity.place)
        && knows(POSTURES, activity.posture)
        && themes.iter().all(|code| knows(THEMES, *code))
        && activity
            .equipment
            .iter()
            .all(|code| knows(EQUIPMENT, *code))
        && activity
            .languages
            .iter()
            .all(|code| knows(LANGUAGES, *code))
        && activity.aids.iter().all(|code| knows(AIDS, *code))
        && may(AUTONOMY, activity.autonomy)
        && may(LEVELS, activity.level)
        && may(GENDERS, activity.gender)
        && may(AGES, activity.age)
        && may(STATUSES, activity.status);
    let are_once = |codes: &[u8]| codes.windows(2).all(|two| two[0] < two[1]);
    let lists = [
        themes,
        &activity.equipment,
        &activity.languages,
        &activity.aids,
    ];
    if !are_known || !lists.iter().all(|codes| are_once(codes)) {
        return Err(Wrong::Choice);
    }
    if activity.aids.len() > 1 && activity.aids.contains(&NO_AID) {
        return Err(Wrong::NoAid);
    }
    if !(1..=LONGEST).contains(&activity.minutes) {
        return Err(Wrong::Minutes);
    }
    if !(1..=PEOPLE).contains(&activity.participants) {
        return Err(Wrong::People);
    }
    if activity.kind == ONE_PERSON && activity.participants != 1 {
        return Err(Wrong::Alone);
    }
    if !activity.led_on && !activity.led_to.is_empty() {
        return Err(Wrong::LedOn);
    }
    let words = [
        &activity.led_to,
        &activity.place_name,
        &activity.workshop,
        &activity.step,
    ];
    let is_long =
        |word: &&String| word.chars().count() > LETTERS || word.chars().any(char::is_control);
    if words.iter().any(is_long) {
        return Err(Wrong::Words);
    }
    Ok(())
}

/// Takes one out that was a mistake: whoever wrote it, or whoever answers for all.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub(crate) fn remove(
    tx: &mut Tx<'_>,
    name: &[u8],
    (by, is_officer): (StaffId, bool),
    now: u64,
) -> Result<(), Refusal> {
    let row: Activity = tx.get_record(name)?.ok_or(Code::NotFound)?;
    ensure(row.by == by || is_officer, Code::Forbidden)?;
    tx.delete(Table::Activities, name);
    acts::write(tx, Some(by), Act::Removed, now)
}

/// The sessions of a month, the first day first, and of one day the one that was written first. Those of one second come
/// in the order of their names, each time the same.
pub(crate) fn of_month(
    read: &impl Read,
    month: Month,
) -> Result<Vec<(Vec<u8>, Activity)>, StoreError> {
    let mut rows: Vec<(Vec<u8>, Activity)> =
        read.scan_records(&month.prefix(), None, usize::MAX)?;
    // What follows the day in a name is random: it decides last.
    rows.sort_unstable_by(|(one, first), (other, second)| {
        (one.get(..4), first.time, one).cmp(&(other.get(..4), second.time, other))
    });
    Ok(rows)
}

/// The day under which a session is kept.
pub(crate) fn day_of(name: &[u8]) -> Result<Date, StoreError> {
    let day = match name {
        [high, low, month, day, ..] => Date::new(
            i16::from_be_bytes([*high, *low]),
            i8::try_from(*month).unwrap_or(0),
            i8::try_from(*day).unwrap_or(0),
        )
        .ok(),
        _ => None,
    };
    day.ok_or_else(|| StoreError::damaged("activities", "a key without its day"))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::store::{Memory, Store, WriteError};
    use jiff::civil::date;
    use wire::random::System;

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
}

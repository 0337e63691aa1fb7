//! What a structure lends, by kind and number. The steps between two stages are a table; what it does not name
//! is refused with the reason. Several change all together or not at all.

use std::{collections::BTreeMap, ops::RangeInclusive};

use wire::{Code, Refusal};

use super::acts;
use crate::{
    records::{Act, Item, ItemStage as Stage, Kind, StaffId, Step, With},
    store::{Read, StoreError, Table, Tx},
};

/// Things of one kind.
pub(crate) const MOST: usize = 20_000;
/// How many are added or changed at once.
pub(crate) const AT_ONCE: u32 = 1_000;
/// Steps that are kept of one thing. With one more the oldest goes.
pub(crate) const STEPS_KEPT: u32 = 200;
/// The highest number.
pub(crate) const HIGHEST: u32 = 999_999;

/// Every kind.
pub(crate) const KINDS: [Kind; 3] = [Kind::Stick, Kind::Computer, Kind::Phone];
/// Every stage.
pub(crate) const STAGES: [Stage; 7] = [
    Stage::Blank,
    Stage::Practice,
    Stage::Lent,
    Stage::Frozen,
    Stage::Returned,
    Stage::Wiped,
    Stage::Lost,
];

/// Why something does not go from one stage to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// It is there already.
    Same,
    /// Only sticks are used for practice, or blocked.
    SticksOnly,
    /// It is with nobody.
    NotLent,
    /// It is with somebody, or lost: it must come back first.
    NotBack,
    /// It was with somebody, or in practice: what is on it must go first.
    NotWiped,
    /// Nobody had it: there is nothing on it.
    NothingOnIt,
    /// It came back: what wiped it must be said.
    NoProof,
}

/// Why the line of a program that wiped a stick does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unproved {
    /// It is no such line, or a symbol of it is wrong.
    Unreadable,
    /// It is of the stick with this number.
    Other(u32),
    /// It is older than the last loan.
    Before,
    /// It is not of after the last proof that counted.
    Used,
    /// It is of the future.
    Ahead,
    /// There was no key file to wipe.
    Nothing,
}

/// What refuses a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The step of this number.
    Step(u32, Why),
    /// This number is there already.
    There(u32),
    /// This number is not there.
    NotThere(u32),
    /// The numbers are none, or too many at once.
    Numbers,
    /// There are too many things.
    Full,
    /// What wiped it does not count.
    Proof(Unproved),
    /// The portal.
    Portal(Refusal),
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::Portal(error.into())
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Portal(refusal)
    }
}

/// Where something may go from each stage.
const STEPS: [(Stage, &[Stage]); 7] = {
    use Stage::{Blank, Frozen, Lent, Lost, Practice, Returned, Wiped};
    [
        (Blank, &[Practice, Lent, Lost]),
        (Practice, &[Wiped, Lost]),
        (Lent, &[Frozen, Returned, Lost]),
        (Frozen, &[Lent, Returned, Lost]),
        (Returned, &[Wiped, Lost]),
        (Wiped, &[Blank, Practice, Lent, Lost]),
        (Lost, &[Frozen, Returned]),
    ]
};

/// Says whether something of this kind goes from one stage to another.
///
/// # Errors
/// [`Why`] not.
pub(crate) fn step(kind: Kind, from: Stage, to: Stage) -> Result<(), Why> {
    use Stage as S;
    if from == to {
        return Err(Why::Same);
    }
    if kind != Kind::Stick && matches!(to, S::Practice | S::Frozen) {
        return Err(Why::SticksOnly);
    }
    if STEPS
        .iter()
        .any(|(stage, next)| *stage == from && next.contains(&to))
    {
        return Ok(());
    }
    Err(match (from, to) {
        (_, S::Returned | S::Frozen) => Why::NotLent,
        (S::Blank, S::Wiped) => Why::NothingOnIt,
        (S::Lent | S::Frozen | S::Lost, _) => Why::NotBack,
        _ => Why::NotWiped,
    })
}

/// Where something of this kind may go from a stage.
pub(crate) fn next(kind: Kind, from: Stage) -> impl Iterator<Item = Stage> {
    STAGES
        .into_iter()
        .filter(move |to| step(kind, from, *to).is_ok())
}

/// Adds a range of numbers. None of them may be there.
///
/// # Errors
/// [`Refused`]; then none was added.
pub(crate) fn add(
    tx: &mut Tx<'_>,
    kind: Kind,
    numbers: RangeInclusive<u32>,
    by: StaffId,
    now: u64,
) -> Result<(), Refused> {
    check(&numbers)?;
    let there = tx.scan(Table::Items, &[code(kind)], None, MOST)?.len();
    if there + numbers.clone().count() > MOST {
        return Err(Refused::Full);
    }
    for number in numbers.clone() {
        if tx.get(Table::Items, &key(kind, number))?.is_some() {
            return Err(Refused::There(number));
        }
        put(tx, (kind, number), (Stage::Blank, None), by, now)?;
    }
    let act = Act::Added(kind, *numbers.start(), *numbers.end());
    Ok(acts::write(tx, Some(by), act, now)?)
}

/// Brings a range of numbers to a stage.
///
/// # Errors
/// [`Refused`] with the first number that cannot go there; then none was changed.
pub(crate) fn change(
    tx: &mut Tx<'_>,
    kind: Kind,
    numbers: RangeInclusive<u32>,
    to: Stage,
    by: StaffId,
    now: u64,
) -> Result<(), Refused> {
    check(&numbers)?;
    for number in numbers.clone() {
        let item: Option<Item> = tx.get_record(&key(kind, number))?;
        let item = item.ok_or(Refused::NotThere(number))?;
        step(kind, item.stage, to).map_err(|why| Refused::Step(number, why))?;
        if (item.stage, to) == (Stage::Returned, Stage::Wiped) {
            return Err(Refused::Step(number, Why::NoProof));
        }
        put(tx, (kind, number), (to, None), by, now)?;
    }
    let act = Act::Moved(kind, *numbers.start(), *numbers.end(), to);
    Ok(acts::write(tx, Some(by), act, now)?)
}

/// Brings one thing to a stage, with what was agreed on or proved.
///
/// # Errors
/// [`Refused`]; then nothing was changed.
pub(super) fn change_with(
    tx: &mut Tx<'_>,
    (kind, number): (Kind, u32),
    (to, with): (Stage, With),
    by: StaffId,
    now: u64,
) -> Result<(), Refused> {
    let item: Option<Item> = tx.get_record(&key(kind, number))?;
    let item = item.ok_or(Refused::NotThere(number))?;
    step(kind, item.stage, to).map_err(|why| Refused::Step(number, why))?;
    put(tx, (kind, number), (to, Some(with)), by, now)?;
    let act = Act::Moved(kind, number, number, to);
    Ok(acts::write(tx, Some(by), act, now)?)
}

fn check(numbers: &RangeInclusive<u32>) -> Result<(), Refused> {
    let (first, last) = (*numbers.start(), *numbers.end());
    let is_range = 0 < first && first <= last && last <= HIGHEST && last - first < AT_ONCE;
    if is_range {
        Ok(())
    } else {
        Err(Refused::Numbers)
    }
}

fn put(
    tx: &mut Tx<'_>,
    (kind, number): (Kind, u32),
    (stage, with): (Stage, Option<With>),
    by: StaffId,
    now: u64,
) -> Result<(), Refused> {
    let prefix = key(kind, number);
    let newest = tx.scan(Table::Steps, &prefix, None, 1)?.into_iter().next();
    let count = match newest {
        None => 0,
        Some((key, _)) => {
            let bytes = key
                .get(prefix.len()..)
                .and_then(|rest| rest.try_into().ok());
            let inverted = u32::from_be_bytes(bytes.ok_or(Refusal::from(Code::Damaged))?);
            (u32::MAX - inverted)
                .checked_add(1)
                .ok_or(Refusal::from(Code::Damaged))?
        }
    };
    let row = Step {
        to: stage,
        time: now,
        by,
        with,
    };
    let place = |count: u32| [&prefix[..], &(u32::MAX - count).to_be_bytes()].concat();
    tx.put_record(place(count), &row);
    if let Some(oldest) = count.checked_sub(STEPS_KEPT) {
        tx.delete(Table::Steps, place(oldest));
    }
    let item = Item {
        stage,
        since: now,
        by,
    };
    tx.put_record(prefix, &item);
    Ok(())
}

/// At most `limit` things of a kind, in one stage or any, whose numbers come after `after`.
pub(crate) fn page(
    read: &impl Read,
    (kind, stage): (Kind, Option<Stage>),
    after: u32,
    limit: usize,
) -> Result<Vec<(u32, Item)>, StoreError> {
    let mut found = Vec::new();
    let mut last = key(kind, after).to_vec();
    while found.len() < limit {
        let rows = read.scan_records::<Item>(&[code(kind)], Some(&last), limit)?;
        let is_end = rows.len() < limit;
        for (key, item) in rows {
            if stage.is_none_or(|stage| stage == item.stage) && found.len() < limit {
                found.push((number(&key)?, item));
            }
            last = key;
        }
        if is_end {
            break;
        }
    }
    Ok(found)
}

/// One thing, and its last steps, the newest first.
pub(crate) fn one(
    read: &impl Read,
    kind: Kind,
    number: u32,
) -> Result<Option<(Item, Vec<Step>)>, StoreError> {
    let place = key(kind, number);
    let Some(item) = read.get_record(&place)? else {
        return Ok(None);
    };
    let steps = read.scan_records::<Step>(&place, None, STEPS_KEPT as usize)?;
    Ok(Some((
        item,
        steps.into_iter().map(|(_, step)| step).collect(),
    )))
}

/// How many things there are of each kind in each stage.
pub(crate) fn counts(read: &impl Read) -> Result<BTreeMap<(Kind, Stage), u64>, StoreError> {
    let mut counts = BTreeMap::new();
    for kind in KINDS {
        for (_, item) in read.scan_records::<Item>(&[code(kind)], None, usize::MAX)? {
            *counts.entry((kind, item.stage)).or_default() += 1;
        }
    }
    Ok(counts)
}

fn code(kind: Kind) -> u8 {
    match kind {
        Kind::Stick => 0,
        Kind::Computer => 1,
        Kind::Phone => 2,
    }
}

fn key(kind: Kind, number: u32) -> [u8; 5] {
    let [a, b, c, d] = number.to_be_bytes();
    [code(kind), a, b, c, d]
}

fn number(key: &[u8]) -> Result<u32, StoreError> {
    let bytes = key.get(1..).and_then(|bytes| bytes.try_into().ok());
    let bytes = bytes.ok_or_else(|| StoreError::damaged("items", "a key of another length"))?;
    Ok(u32::from_be_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Memory, Store, WriteError};

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
    fn the_steps_are_these() {
        let marks = |kind| -> Vec<String> {
            let mark = |from, to| {
                if step(kind, from, to).is_ok() {
                    'x'
                } else {
                    '-'
                }
            };
            let row = |from| STAGES.iter().map(|to| mark(from, *to)).collect();
            STAGES.into_iter().map(row).collect()
        };
        // From blank, practice, lent, frozen, returned, wiped, lost; to the same.
        let sticks = [
            "-xx---x", "-----xx", "---xx-x", "--x-x-x", "-----xx", "xxx---x", "---xx--",
        ];
        assert_eq!(marks(Kind::Stick), sticks);
        let others = [
            "--x---x", "-----xx", "----x-x", "--x-x-x", "-----xx", "x-x---x", "----x--",
        ];
        assert_eq!(marks(Kind::Computer), others);
        assert_eq!(marks(Kind::Phone), others);
    }

    #[test]
    fn a_refusal_says_why() {
        use Stage as S;
        let why = |from, to| step(Kind::Stick, from, to).unwrap_err();
        assert_eq!(why(S::Lent, S::Lent), Why::Same);
        assert_eq!(why(S::Blank, S::Returned), Why::NotLent);
        assert_eq!(why(S::Lent, S::Wiped), Why::NotBack);
        assert_eq!(why(S::Lost, S::Lent), Why::NotBack);
        assert_eq!(why(S::Returned, S::Lent), Why::NotWiped);
        assert_eq!(why(S::Practice, S::Lent), Why::NotWiped);
        assert_eq!(why(S::Blank, S::Wiped), Why::NothingOnIt);
        let computer = step(Kind::Computer, S::Blank, S::Practice);
        assert_eq!(computer.unwrap_err(), Why::SticksOnly);
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
}

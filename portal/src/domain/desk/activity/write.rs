//! One is written down, and taken out where it was a mistake.

use jiff::{ToSpan, civil::Date};
use wire::{Code, Random, Refusal, random};

use super::{Month, Name, Wrong, check::check};
use crate::{
    domain::{desk::acts, ensure},
    records::{Act, Activity, StaffId},
    store::{Read, Table, Tx},
};

/// Sessions of one month.
const MOST: usize = 20_000;

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

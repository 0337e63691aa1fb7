//! Numbers are added, and brought to a stage.

use std::ops::RangeInclusive;

use wire::{Code, Refusal};

use super::{
    AT_ONCE, HIGHEST, MOMENT_S, MOST, Refused, STEPS_KEPT, Why,
    place::{code, key},
    step,
};
use crate::{
    domain::desk::acts,
    records::{Act, Item, ItemStage as Stage, Kind, StaffId, Step, With},
    store::{Read, Table, Tx},
};

/// More acts than a team does in a moment.
const ACTS: usize = 100;

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
    if was_just_done(tx, (kind, &numbers), (Stage::Blank, None), by, now)? {
        return Ok(());
    }
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

/// Takes a range of numbers out that were added by mistake: of none of them anything was noted since.
///
/// # Errors
/// [`Refused`] with the first number that is not there or has served; then none was taken out.
pub(crate) fn take_out(
    tx: &mut Tx<'_>,
    kind: Kind,
    numbers: RangeInclusive<u32>,
    by: StaffId,
    now: u64,
) -> Result<(), Refused> {
    check(&numbers)?;
    let act = Act::TakenOut(kind, *numbers.start(), *numbers.end());
    if was_just_taken_out(tx, (kind, &numbers), (&act, by), now)? {
        return Ok(());
    }
    for number in numbers {
        let place = key(kind, number);
        let item: Option<Item> = tx.get_record(&place)?;
        let item = item.ok_or(Refused::NotThere(number))?;
        let steps = tx.scan_records::<Step>(&place, None, 2)?;
        let [(first, _)] = steps.as_slice() else {
            return Err(Refused::HasServed(number));
        };
        if item.stage != Stage::Blank {
            return Err(Refused::HasServed(number));
        }
        tx.delete(Table::Steps, first.clone());
        tx.delete(Table::Items, place);
    }
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
    if was_just_done(tx, (kind, &numbers), (to, None), by, now)? {
        return Ok(());
    }
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
pub(in crate::domain::desk) fn change_with(
    tx: &mut Tx<'_>,
    (kind, number): (Kind, u32),
    (to, with): (Stage, With),
    by: StaffId,
    now: u64,
) -> Result<(), Refused> {
    if was_just_done(tx, (kind, &(number..=number)), (to, Some(&with)), by, now)? {
        return Ok(());
    }
    let item: Option<Item> = tx.get_record(&key(kind, number))?;
    let item = item.ok_or(Refused::NotThere(number))?;
    step(kind, item.stage, to).map_err(|why| Refused::Step(number, why))?;
    put(tx, (kind, number), (to, Some(with)), by, now)?;
    let act = Act::Moved(kind, number, number, to);
    Ok(acts::write(tx, Some(by), act, now)?)
}

/// Whether the same person did the same a moment ago: a button that is pressed twice does nothing twice, and is no
/// mistake.
fn was_just_done(
    read: &impl Read,
    (kind, numbers): (Kind, &RangeInclusive<u32>),
    (to, with): (Stage, Option<&With>),
    by: StaffId,
    now: u64,
) -> Result<bool, Refused> {
    for number in numbers.clone() {
        let place = key(kind, number);
        let item: Option<Item> = read.get_record(&place)?;
        let is_theirs = item.is_some_and(|item| {
            item.stage == to && item.by == by && now < item.since.saturating_add(MOMENT_S)
        });
        if !is_theirs {
            return Ok(false);
        }
        let newest = read
            .scan_records::<Step>(&place, None, 1)?
            .into_iter()
            .next();
        if newest.and_then(|(_, step)| step.with).as_ref() != with {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The same where nothing is left to look at: these numbers are not there, and the list of acts says who took them
/// out.
fn was_just_taken_out(
    read: &impl Read,
    (kind, numbers): (Kind, &RangeInclusive<u32>),
    (act, by): (&Act, StaffId),
    now: u64,
) -> Result<bool, Refused> {
    for number in numbers.clone() {
        if read.get(Table::Items, &key(kind, number))?.is_some() {
            return Ok(false);
        }
    }
    let newest = acts::page(read, None, ACTS)?.into_iter();
    Ok(newest
        .map(|(_, done)| done)
        .take_while(|done| now < done.time.saturating_add(MOMENT_S))
        .any(|done| done.by == Some(by) && done.act == *act))
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

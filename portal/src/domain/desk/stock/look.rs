//! What there is: a page of a kind and the page before it, one thing with its steps, how many.

use std::collections::BTreeMap;

use super::{
    KINDS, STEPS_KEPT,
    place::{code, key, number},
};
use crate::{
    records::{Item, ItemStage as Stage, Kind, Step},
    store::{Read, StoreError},
};

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

/// After which number the page begins that comes before the one after `after`: the last page, where that is behind
/// the end. None where nothing comes before.
pub(crate) fn before(
    read: &impl Read,
    (kind, stage): (Kind, Option<Stage>),
    after: u32,
    limit: usize,
) -> Result<Option<u32>, StoreError> {
    if after == 0 {
        return Ok(None);
    }
    let mut numbers = Vec::new();
    for (key, item) in read.scan_records::<Item>(&[code(kind)], None, usize::MAX)? {
        let number = number(&key)?;
        if number > after {
            break;
        }
        if stage.is_none_or(|stage| stage == item.stage) {
            numbers.push(number);
        }
    }
    let Some(first) = numbers.len().checked_sub(limit) else {
        return Ok((!numbers.is_empty()).then_some(0));
    };
    let begins = first.checked_sub(1).and_then(|at| numbers.get(at));
    Ok(Some(begins.copied().unwrap_or(0)))
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

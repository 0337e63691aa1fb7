//! What a month holds, in its order.

use jiff::civil::Date;

use super::Month;
use crate::{
    records::Activity,
    store::{Read, StoreError},
};

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

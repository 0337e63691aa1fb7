//! What a folder of vouchers is good for: how many sticks, and from which number on.

use super::{Fault, MOST, Numbers, Plan, State, Unusable, journal::Journal, pool::Pool};
use std::path::Path;

/// What is proposed to whoever has chosen a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The first number: of a stick that is not ready yet, or after the last one that is.
    pub first: u32,
    /// How many numbers, so that every stick that can be made is among them; 0 where none can.
    pub count: u32,
    /// How many vouchers nobody used.
    pub left: usize,
    /// Files that start no stick, but those that were used.
    pub unusable: Vec<(String, Unusable)>,
}

impl Offer {
    /// Reads a folder of vouchers and its journal. The numbers of `plan` do not count. Where no stick waits, the first
    /// number follows the last that is ready and `last`, the largest that somebody has; 0 for none.
    ///
    /// # Errors
    /// [`Fault::Journal`] where the folder or its journal cannot be read, or another program is at it.
    pub fn read(plan: &Plan, vouchers: &Path, last: u32, now: u64) -> Result<Self, Fault> {
        let pool = Pool::read(vouchers)?;
        // Nothing is begun in a folder that was chosen by mistake.
        let Some(journal) = Journal::of(vouchers, now)? else {
            let (left, unusable) = pool.census(plan, &Default::default(), now)?;
            return Ok(Self::from(last.saturating_add(1), left, left, unusable));
        };
        let (left, unusable) = pool.census(plan, journal.used(), now)?;
        let unready = |(_, state): &(u32, State)| *state != State::Ready;
        let has_voucher = |(_, state): &(u32, State)| matches!(state, State::Taken | State::Begun);
        let first = journal.states().find(unready).map(|(number, _)| number);
        let ready = journal.states().map(|(number, _)| number).last();
        let first = first.unwrap_or(ready.unwrap_or(0).max(last).saturating_add(1));
        let mut to_make = left + journal.states().filter(has_voucher).count();
        let mut numbers = 0;
        while to_make > 0 {
            let state = journal.number(first.saturating_add(numbers));
            to_make -= usize::from(state.is_none_or(|entry| entry.state != State::Ready));
            numbers = numbers.saturating_add(1);
        }
        let unusable = unusable.into_iter();
        let unusable = unusable.filter(|(_, why)| *why != Unusable::Used);
        Ok(Self::from(
            first,
            numbers as usize,
            left,
            unusable.collect(),
        ))
    }

    fn from(first: u32, count: usize, left: usize, unusable: Vec<(String, Unusable)>) -> Self {
        let count = u32::try_from(count).unwrap_or(MOST).min(MOST);
        let fits = |count: &u32| Numbers::new(first, *count).is_ok();
        Self {
            first,
            count: Some(count).filter(fits).unwrap_or(0),
            left,
            unusable,
        }
    }
}

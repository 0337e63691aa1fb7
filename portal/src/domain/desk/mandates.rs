//! Mandates as numbers: how many count, and how many end soon. Not whose, nor over what.

use crate::{
    domain::{DAY, Outcome, deceased},
    records::Account,
    store::Read,
};

/// How far ahead the end of a mandate is told.
pub(crate) const SOON_DAYS: u64 = 30;

/// Mandates of a moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    /// How many count.
    pub(crate) live: usize,
    /// How many of them end within thirty days.
    pub(crate) ending: usize,
    /// Spaces there are.
    pub(crate) spaces: usize,
}

/// Counts them.
pub(crate) fn count(read: &impl Read, now: u64) -> Outcome<Counted> {
    let mut counted = Counted::default();
    let soon = now.saturating_add(SOON_DAYS * DAY);
    for (_, account) in read.scan_records::<Account>(&[], None, usize::MAX)? {
        if account.state.deleted.is_some() || deceased::counts(read, &account.state.account)? {
            continue;
        }
        counted.spaces += 1;
        for known in account.state.grants.values() {
            let grant = &known.grant;
            if (grant.not_before..grant.not_after).contains(&now) {
                counted.live += 1;
                counted.ending += usize::from(grant.not_after <= soon);
            }
        }
    }
    Ok(counted)
}

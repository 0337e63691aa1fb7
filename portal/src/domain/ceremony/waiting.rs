//! Recoveries under way, for the structure's desk: how each began, since when, how far it is. Not whose.

use wire::{
    ceremony::{Path, Progress},
    limits,
};

use super::{progress, record_of};
use crate::{
    domain::{DAY, Outcome},
    records::{Account, CeremonyRow, CeremonyStage},
    store::Read,
};

/// A recovery that somebody waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Waiting {
    /// Since when.
    pub(crate) since: u64,
    /// What the person has; none while nobody has said whose it is.
    pub(crate) path: Option<Path>,
    /// How far it is.
    pub(crate) progress: Progress,
    /// When it ends by itself.
    pub(crate) ends: u64,
}

/// Every recovery that goes on at `now`, the oldest first.
pub(crate) fn waiting(read: &impl Read, now: u64) -> Outcome<Vec<Waiting>> {
    let mut all = Vec::new();
    for (_, row) in read.scan_records::<CeremonyRow>(&[], None, usize::MAX)? {
        let ends = row.since.saturating_add(limits::CEREMONY_DAYS * DAY);
        let (path, progress) = match &row.stage {
            CeremonyStage::Seeking => (None, Progress::Seeking),
            CeremonyStage::About(case) => {
                let record = record_of(case)?;
                let account: Option<Account> = read.get_record(&record.account.0)?;
                let Some(policy) = account.and_then(|account| account.state.policy) else {
                    continue;
                };
                (Some(record.path), progress::of_case(case, &policy, now)?)
            }
            CeremonyStage::Done(..) | CeremonyStage::Ended(_) => continue,
        };
        if now < ends {
            all.push(Waiting {
                since: row.since,
                path,
                progress,
                ends,
            });
        }
    }
    all.sort_by_key(|one| one.since);
    Ok(all)
}

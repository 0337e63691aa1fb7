//! How far a recovery is. With the card one holder opens at once; without it two are needed, and the
//! owner has two days to refuse: seven where all holders belong to one structure.

use std::collections::BTreeSet;

use wire::{
    ceremony::{CeremonyRecord, CeremonyStatus, Path, Progress},
    limits,
    recovery::Policy,
};

use super::record_of;
use crate::{
    domain::Outcome,
    records::{Account, Case, CeremonyRow, CeremonyStage},
    store::Read,
};

/// Holders who must approve.
fn needed(record: &CeremonyRecord, policy: &Policy) -> usize {
    let shares = usize::from(policy.threshold);
    match record.path {
        Path::WithCard => shares.saturating_sub(1),
        Path::WithoutCard => shares,
    }
}

/// Whether all holders belong to one structure.
pub(super) fn one_structure(policy: &Policy) -> bool {
    let structures: BTreeSet<_> = policy.holders.iter().map(|h| h.structure).collect();
    structures.len() <= 1
}

/// How far a recovery of a known account is, under the policy it began with.
pub(super) fn of_case(case: &Case, policy: &Policy, now: u64) -> Outcome<Progress> {
    let record = record_of(case)?;
    let approved = case.approvals.iter().flatten().count();
    if approved < needed(&record, policy) {
        return Ok(Progress::Meeting);
    }
    let wait = match record.path {
        Path::WithCard => 0,
        Path::WithoutCard if one_structure(policy) => limits::RECOVERY_ONE_STRUCTURE_S,
        Path::WithoutCard => limits::RECOVERY_WAIT_S,
    };
    // A clock that was set back makes nobody's wait shorter.
    let until = record.started.saturating_add(wait);
    if now < until {
        Ok(Progress::Waiting(until))
    } else {
        Ok(Progress::Ready)
    }
}

/// How a recovery stands, for the stick that asks.
pub(super) fn status(read: &impl Read, row: &CeremonyRow, now: u64) -> Outcome<CeremonyStatus> {
    let mut status = CeremonyStatus {
        time: now,
        progress: Progress::Seeking,
        meetings: Vec::new(),
        one_structure: false,
        record: None,
    };
    match &row.stage {
        CeremonyStage::Seeking => {}
        CeremonyStage::Done(..) => status.progress = Progress::Done,
        CeremonyStage::Ended(why) => status.progress = Progress::Ended(*why),
        CeremonyStage::About(case) => {
            let account: Option<Account> = read.get_record(&record_of(case)?.account.0)?;
            let Some(policy) = account.and_then(|account| account.state.policy) else {
                return Ok(status);
            };
            status.progress = of_case(case, &policy, now)?;
            status.meetings = case.meetings.clone();
            status.one_structure = one_structure(&policy);
            status.record = Some(case.record.clone());
        }
    }
    Ok(status)
}

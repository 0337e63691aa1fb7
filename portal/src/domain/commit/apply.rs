//! Entries are applied in order, and what they change is gathered.

use wire::{
    CeremonyId, Code, Refusal, limits,
    log::{Entry, Epoch, Grant, LogError, LogState, Op, OpKind},
    recovery::Policy,
    slot::SlotHeader,
};

use super::Ground;
use crate::domain::{Outcome, ensure};

/// What the entries of a commit change, gathered while they are applied.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) added: Vec<SlotHeader>,
    pub(super) revoked: Vec<wire::SlotId>,
    pub(super) is_rekeyed: bool,
    pub(super) policy: Option<Policy>,
    /// The recovery in whose name keys were renewed.
    pub(super) ceremony: Option<CeremonyId>,
    /// The recovery that the owner refuses.
    pub(super) veto: Option<CeremonyId>,
    pub(super) deletion: Option<Deleting>,
    /// Mandates that begin, with the number of their entries.
    pub(super) granted: Vec<(u64, Grant)>,
    /// Mandates that end.
    pub(super) ended: Vec<Grant>,
    /// In their order; of two for one folder the later counts.
    pub(super) epochs: Vec<Epoch>,
}

impl Changes {
    /// Whether its owner stopped a mandate that was still to last: not one whose days were over, which the next
    /// opening clears away, nor one that the same person has again at once, nor all of them with the space.
    pub(super) fn is_stopped(&self, grant: &Grant, now: u64) -> bool {
        let goes_on = |(_, next): &(u64, Grant)| next.grantee == grant.grantee;
        now < grant.not_after && self.deletion.is_none() && !self.granted.iter().any(goes_on)
    }
}

/// What a commit says of the whole space. Such an entry comes alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deleting {
    /// It is to be deleted.
    Signed,
    /// That was taken back.
    TakenBack,
}

/// Applies entries in order and gathers what they change. What may not come in this commit is refused by
/// whoever asked for it, before anything is stored.
pub(super) fn apply(
    ground: &Ground<'_>,
    state: &mut LogState,
    entries: &[Entry],
) -> Outcome<Changes> {
    let mut changes = Changes::default();
    for entry in entries {
        let kind = check_time(ground, entry, state.time)?;
        let takes_back = kind == OpKind::CancelDelete;
        ensure(state.deleted.is_none() || takes_back, Code::BeingDeleted)?;
        match kind {
            OpKind::Delete | OpKind::CancelDelete => {
                ensure(entries.len() == 1, Code::LogRefused)?;
            }
            OpKind::Genesis
            | OpKind::AddSlot
            | OpKind::RevokeSlot
            | OpKind::Rekey
            | OpKind::Policy
            | OpKind::Veto
            | OpKind::Epoch
            | OpKind::Grant
            | OpKind::Revoke => {}
        }
        let before = state.grants.clone();
        let op = state.apply(entry).map_err(|error| match error {
            LogError::Signer if signed_before(state, entry) => Code::StaleGeneration.into(),
            other => refusal(other),
        })?;
        match op {
            Op::AddSlot(add) => changes.added.push(add.header),
            Op::RevokeSlot(revoke) => changes.revoked.push(revoke.slot),
            Op::Rekey(rekey) => {
                changes.is_rekeyed = true;
                changes.ceremony = changes.ceremony.or(rekey.ceremony);
            }
            Op::Veto(ceremony) => changes.veto = Some(ceremony),
            Op::Policy(policy) => changes.policy = Some(*policy),
            Op::Epoch(epoch) => {
                changes.epochs.retain(|e| e.folder != epoch.folder);
                changes.epochs.push(epoch);
            }
            Op::Grant(grant) => changes.granted.push((state.head.seq, *grant)),
            Op::Revoke(mandate) => {
                changes
                    .granted
                    .retain(|(_, grant)| grant.mandate != mandate);
                changes
                    .ended
                    .extend(before.get(&mandate).map(|known| known.grant.clone()));
            }
            Op::Delete => {
                changes.deletion = Some(Deleting::Signed);
                changes
                    .ended
                    .extend(before.into_values().map(|known| known.grant));
            }
            Op::CancelDelete(_) => changes.deletion = Some(Deleting::TakenBack),
            Op::Genesis(_) => {
                return Err(Code::NotOffered.into());
            }
        }
    }
    state.settled().map_err(refusal)?;
    Ok(changes)
}

/// A claimed time may be a little ahead of the portal's clock, no more. Where the log is further ahead
/// already, because the clock once was, its next entry may be as far: time never goes back in a log.
pub(super) fn check_time(ground: &Ground<'_>, entry: &Entry, last: u64) -> Outcome<OpKind> {
    let view = entry.view().map_err(|_| Code::Malformed)?;
    ensure(
        view.header.time <= last.max(ground.now + limits::LOG_AHEAD_S),
        Code::ClockAhead,
    )?;
    Ok(view.header.op)
}

/// Whether a root key of an earlier generation signed the entry.
fn signed_before(state: &LogState, entry: &Entry) -> bool {
    let past = state.roots.iter().filter(|root| **root != state.keys.root);
    past.into_iter()
        .any(|root| entry.signed_by(state.realm, &[*root]))
}

pub(super) fn refusal(error: LogError) -> Refusal {
    match error {
        LogError::Shape(_) => Code::Malformed,
        LogError::Sequence => Code::LogConflict,
        LogError::Signer | LogError::Time | LogError::Rule | LogError::Unfinished => {
            Code::LogRefused
        }
    }
    .into()
}

//! Where rules live: plain synchronous functions. Time, randomness and the transaction are handed in.
//!
//! - `policy` who may do what; `session` who is asking; `voucher` the right to begin
//! - `passkeys`, `register`, `login` the three steps of a credential
//! - `security_keys` slots that no gate stands before
//! - `staging`, `commit`, `manifests`, `blobs`, `anchors`, `sync` the space
//! - `mandates` what is served to a helper, `journal` what is written down before, `drops` what one puts in
//! - `gate` counts before anything is evaluated; `outbox` hands signed orders on
//! - `ceremony` one recovery, from the request to the new keys
//! - `desk` who works at the structure's desk, and what they do there
//! - `deletion` days to take it back, `idle` nobody comes any more, `deceased` nobody can; then `erasure` · `expiry` what ends by itself
//!
//! Not here: axum, an engine, async, a clock, the disk.

pub(crate) mod anchors;
pub(crate) mod blobs;
pub(crate) mod ceremony;
pub(crate) mod commit;
pub(crate) mod deceased;
pub(crate) mod deletion;
pub(crate) mod desk;
pub(crate) mod drops;
pub(crate) mod erasure;
pub(crate) mod expiry;
pub(crate) mod gate;
pub(crate) mod idle;
pub(crate) mod journal;
pub(crate) mod login;
pub(crate) mod mandates;
pub(crate) mod manifests;
pub(crate) mod outbox;
pub(crate) mod passkeys;
pub(crate) mod policy;
pub(crate) mod register;
pub(crate) mod security_keys;
pub(crate) mod session;
pub(crate) mod staging;
pub(crate) mod sync;
pub(crate) mod voucher;

#[cfg(test)]
mod tests;

use wire::{Code, GateId, Realm, Refusal, SigPublic};

use crate::store::{StoreError, WriteError};

/// What a rule answers: something, or a refusal with its stable reason.
pub(crate) type Outcome<T> = Result<T, Refusal>;

/// What does not change while the portal runs.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// The one realm it serves.
    pub(crate) realm: Realm,
    /// The structure's current root key: it signs officers, who sign vouchers.
    pub(crate) root: SigPublic,
    /// Its own gate.
    pub(crate) gate: GateId,
    /// Every gate that the structure's locator names.
    pub(crate) gates: Vec<GateId>,
    /// Bytes of blobs a space may hold.
    pub(crate) quota: u64,
    /// Whether spaces that nobody opens any more go in the end.
    pub(crate) ends_idle: bool,
}

/// Seconds in a day.
pub(crate) const DAY: u64 = 86_400;

/// A store in trouble is the portal's fault, and says whether waiting may help.
impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Damaged { .. } | StoreError::TooNew { .. } | StoreError::NotOurs => {
                Code::Damaged.into()
            }
            StoreError::Disk(_)
            | StoreError::InUse
            | StoreError::Poisoned
            | StoreError::Closed
            | StoreError::Panicked => Code::Unavailable.into(),
        }
    }
}

/// A refusal stays what the rule said; trouble of the store is told to the log, never to strangers.
impl From<WriteError<Refusal>> for Refusal {
    fn from(error: WriteError<Refusal>) -> Self {
        match error {
            WriteError::Refused(refusal) => refusal,
            WriteError::Store(trouble) => {
                tracing::error!(%trouble, "the store is in trouble");
                trouble.into()
            }
        }
    }
}

/// Refuses with `code` unless `rule` holds.
pub(crate) fn ensure(rule: bool, code: Code) -> Outcome<()> {
    if rule { Ok(()) } else { Err(code.into()) }
}

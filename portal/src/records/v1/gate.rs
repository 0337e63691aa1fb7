//! What a gate keeps of a stick: keys and counters; no account, no name, no secret.

use minicbor::{Decode, Encode};
use wire::{
    Hash, KeyId, SigPublic, VoucherId,
    gate::{Element, EnrolmentKeys, Tries},
};

/// One enrolment of a stick. It stays as a tombstone when its secret is destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct GateKey {
    /// The voucher that allowed it, or its predecessor's.
    #[n(0)]
    pub(crate) voucher: VoucherId,
    /// The keys that speak for it.
    #[n(1)]
    pub(crate) keys: EnrolmentKeys,
    /// The public half of its secret.
    #[n(2)]
    pub(crate) public: Element,
    /// The line it belongs to.
    #[n(3)]
    pub(crate) line: KeyId,
    /// Where it stands.
    #[n(4)]
    pub(crate) stage: Stage,
    /// The pending enrolment prepared from it; in a tombstone, the one it was renewed to.
    #[n(5)]
    pub(crate) next: Option<KeyId>,
    /// Whether one of its success keys has ever spoken.
    #[n(6)]
    pub(crate) proven: bool,
    /// When it was enrolled or prepared.
    #[n(7)]
    pub(crate) since: u64,
}

/// Where an enrolment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub(crate) enum Stage {
    /// It answers.
    #[n(0)]
    Live,
    /// It answers, and waits for COMMIT or ABORT of the renewal of this enrolment.
    #[n(1)]
    Pending(#[n(0)] KeyId),
    /// Its secret was destroyed, then.
    #[n(2)]
    Gone(#[n(0)] u64),
}

/// What an enrolment shares with its renewals.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Line {
    /// Wrong codes since the last good one.
    #[n(0)]
    pub(crate) in_a_row: u32,
    /// How many in a row are allowed: 10, fewer after a restore.
    #[n(1)]
    pub(crate) row_limit: u32,
    /// Wrong codes of the live enrolment.
    #[n(2)]
    pub(crate) enrolment: u32,
    /// How many are allowed: 25, fewer after a restore.
    #[n(3)]
    pub(crate) enrolment_limit: u32,
    /// Wrong codes over renewals.
    #[n(4)]
    pub(crate) lifetime: u32,
    /// When the last try was counted.
    #[n(5)]
    pub(crate) last: u64,
    /// Who may freeze and destroy, once that was said.
    #[n(6)]
    pub(crate) controls: Option<Controls>,
    /// Whether a suspend key froze it.
    #[n(7)]
    pub(crate) suspended: bool,
    /// Number of the last freeze or lift.
    #[n(8)]
    pub(crate) suspend_n: u64,
}

/// Who may freeze and destroy.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Controls {
    /// May freeze and lift.
    #[n(0)]
    pub(crate) suspend: SigPublic,
    /// May destroy, and name other keys.
    #[n(1)]
    pub(crate) control: SigPublic,
    /// Number of the message that said so.
    #[n(2)]
    pub(crate) n: u64,
}

/// A try that was counted.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Attempt {
    /// When.
    #[n(0)]
    pub(crate) since: u64,
    /// What was answered when it was reported good.
    #[n(1)]
    pub(crate) told: Option<Tries>,
    /// H of the signed request: only the same bytes are answered again.
    #[n(2)]
    pub(crate) asked: Hash,
}

/// Whom a gate bound a voucher to.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct GateVoucher {
    /// The possession key.
    #[n(0)]
    pub(crate) possession: SigPublic,
    /// The enrolment.
    #[n(1)]
    pub(crate) key_id: KeyId,
    /// When.
    #[n(2)]
    pub(crate) since: u64,
}

/// A gate's challenge.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct GateChallengeRow {
    /// When it ends.
    #[n(0)]
    pub(crate) until: u64,
}

super::first! {
    GateKey in GateKeys;
    Line in GateLines;
    Attempt in GateAttempts;
    GateVoucher in GateVouchers;
    GateChallengeRow in GateChallenges;
}

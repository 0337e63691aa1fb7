//! What a stick says to a gate, and what a gate keeps of it: no account, no name (protocol section 4).

use crate::{
    AttemptId, Challenge, GateId, KeyId, Label, Message, Realm, SigPublic, Signed,
    ids::bytes_newtype, structure::SignedVoucher,
};
use minicbor::{Decode, Encode};

bytes_newtype!(
    /// A ristretto255 group element (RFC 9496), compressed: a blinded or evaluated element, or a
    /// gate's VOPRF public key.
    Element, 32
);
bytes_newtype!(
    /// A DLEQ proof (RFC 9497 section 2.2.1).
    Proof, 64
);

/// Public keys that speak for one enrolment. Two success keys, one for each cell.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct EnrolmentKeys {
    /// Signs requests.
    #[n(0)]
    pub possession: SigPublic,
    /// Sign that the envelope opened, and COMMIT.
    #[n(1)]
    pub success: [SigPublic; 2],
    /// Signs PREPARE, ABORT and the first SET_KEYS.
    #[n(2)]
    pub lineage: SigPublic,
}

macro_rules! message {
    ($name:ident, $label:ident, $max:expr) => {
        impl Message for $name {
            const LABEL: Label = Label::$label;
            const MAX: usize = $max;
        }
    };
}

/// Asks for a new key. Signed by the possession key it names.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Enrol {
    /// The gate asked.
    #[n(0)]
    pub gate: GateId,
    /// The enrolment.
    #[n(1)]
    pub key_id: KeyId,
    /// Its keys.
    #[n(2)]
    pub keys: EnrolmentKeys,
    /// The right to enrol.
    #[n(3)]
    pub voucher: SignedVoucher,
}
message!(Enrol, SigGateEnrol, 1_024);

/// Asks for one evaluation, which counts as a try. Signed by the possession key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Evaluate {
    /// The gate asked.
    #[n(0)]
    pub gate: GateId,
    /// The enrolment.
    #[n(1)]
    pub key_id: KeyId,
    /// This try.
    #[n(2)]
    pub attempt: AttemptId,
    /// The gate's single-use challenge.
    #[n(3)]
    pub challenge: Challenge,
    /// Blinded OPRF input.
    #[n(4)]
    pub blinded: Element,
}
message!(Evaluate, SigGateEvaluate, 160);

/// Asks how the key stands, at no cost. Signed by the possession key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Status {
    /// The gate asked.
    #[n(0)]
    pub gate: GateId,
    /// The enrolment.
    #[n(1)]
    pub key_id: KeyId,
    /// The gate's single-use challenge.
    #[n(2)]
    pub challenge: Challenge,
}
message!(Status, SigGateStatus, 96);

/// Says that the envelope opened. Signed by a success key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Success {
    /// The gate told.
    #[n(0)]
    pub gate: GateId,
    /// The enrolment.
    #[n(1)]
    pub key_id: KeyId,
    /// The try that succeeded.
    #[n(2)]
    pub attempt: AttemptId,
}
message!(Success, SigGateSuccess, 64);

/// Prepares a renewal: a pending key that shares the counters. Signed by the lineage key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Prepare {
    /// The gate told.
    #[n(0)]
    pub gate: GateId,
    /// The live enrolment.
    #[n(1)]
    pub key_id: KeyId,
    /// The pending one.
    #[n(2)]
    pub next: KeyId,
    /// Its keys; the lineage key among them counts from COMMIT on.
    #[n(3)]
    pub keys: EnrolmentKeys,
}
message!(Prepare, SigGatePrepare, 256);

/// The pending key becomes live, the old one is destroyed. Signed by the pending success key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Commit {
    /// The gate told.
    #[n(0)]
    pub gate: GateId,
    /// The old enrolment.
    #[n(1)]
    pub key_id: KeyId,
    /// The new one.
    #[n(2)]
    pub next: KeyId,
}
message!(Commit, SigGateCommit, 64);

/// The pending key is destroyed. Signed by the live lineage key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Abort {
    /// The gate told.
    #[n(0)]
    pub gate: GateId,
    /// The live enrolment.
    #[n(1)]
    pub key_id: KeyId,
    /// The pending one.
    #[n(2)]
    pub next: KeyId,
}
message!(Abort, SigGateAbort, 64);

/// What a freeze or lift is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub enum Reach {
    /// Every enrolment that bears this suspend key.
    #[n(0)]
    All,
    /// One stick.
    #[n(1)]
    One(#[n(0)] KeyId),
}

/// Body of a freeze or a lift. Signed by the suspend key it names.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Suspend {
    /// The gate told.
    #[n(0)]
    pub gate: GateId,
    /// The suspend key.
    #[n(1)]
    pub suspend: SigPublic,
    /// What it is about.
    #[n(2)]
    pub reach: Reach,
    /// Larger than in the freeze or lift before.
    #[n(3)]
    pub n: u64,
}

/// Freezes at once, reversibly.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Freeze(#[n(0)] pub Suspend);
message!(Freeze, SigGateFreeze, 128);

/// Lifts a freeze.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Lift(#[n(0)] pub Suspend);
message!(Lift, SigGateLift, 128);

/// Names the keys that may freeze and destroy. Signed by the control key that counts, or by the
/// lineage key while there is none.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SetKeys {
    /// The gate told.
    #[n(0)]
    pub gate: GateId,
    /// The enrolment.
    #[n(1)]
    pub key_id: KeyId,
    /// May freeze and lift.
    #[n(2)]
    pub suspend: SigPublic,
    /// May destroy and set keys.
    #[n(3)]
    pub control: SigPublic,
    /// Larger than before.
    #[n(4)]
    pub n: u64,
}
message!(SetKeys, SigGateSetKeys, 160);

/// Destroys the key for ever. Signed by the control key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Destroy {
    /// The gate told.
    #[n(0)]
    pub gate: GateId,
    /// The enrolment.
    #[n(1)]
    pub key_id: KeyId,
}
message!(Destroy, SigGateDestroy, 64);

/// Signed messages that may reach a gate late and twice: each is idempotent.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Order {
    /// The envelope opened.
    #[n(0)]
    Success(#[n(0)] Signed<Success>),
    /// Renewal committed.
    #[n(1)]
    Commit(#[n(0)] Signed<Commit>),
    /// Renewal undone.
    #[n(2)]
    Abort(#[n(0)] Signed<Abort>),
    /// Freeze.
    #[n(3)]
    Freeze(#[n(0)] Signed<Freeze>),
    /// Lift.
    #[n(4)]
    Lift(#[n(0)] Signed<Lift>),
    /// Suspend and control keys.
    #[n(5)]
    SetKeys(#[n(0)] Signed<SetKeys>),
    /// Destruction.
    #[n(6)]
    Destroy(#[n(0)] Signed<Destroy>),
}

impl Order {
    /// The longest one, in bytes.
    pub const MAX: usize = 320;

    /// The gate it names, before verification: only to find the way.
    ///
    /// # Errors
    /// [`crate::CborError`] where the body is not canonical.
    pub fn gate(&self) -> Result<GateId, crate::CborError> {
        Ok(match self {
            Order::Success(m) => m.claimed()?.gate,
            Order::Commit(m) => m.claimed()?.gate,
            Order::Abort(m) => m.claimed()?.gate,
            Order::Freeze(m) => m.claimed()?.0.gate,
            Order::Lift(m) => m.claimed()?.0.gate,
            Order::SetKeys(m) => m.claimed()?.gate,
            Order::Destroy(m) => m.claimed()?.gate,
        })
    }

    /// The enrolment it names, before verification: orders about one stick are handed on in turn.
    /// `None` where it means every stick that bears a key.
    ///
    /// # Errors
    /// [`crate::CborError`] where the body is not canonical.
    pub fn key_id(&self) -> Result<Option<KeyId>, crate::CborError> {
        let reached = |told: Suspend| match told.reach {
            Reach::All => None,
            Reach::One(key_id) => Some(key_id),
        };
        Ok(match self {
            Order::Success(m) => Some(m.claimed()?.key_id),
            Order::Commit(m) => Some(m.claimed()?.key_id),
            Order::Abort(m) => Some(m.claimed()?.key_id),
            Order::Freeze(m) => reached(m.claimed()?.0),
            Order::Lift(m) => reached(m.claimed()?.0),
            Order::SetKeys(m) => Some(m.claimed()?.key_id),
            Order::Destroy(m) => Some(m.claimed()?.key_id),
        })
    }
}

/// How many tries are gone and left. Counts are of wrong codes, as the gate sees them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Tries {
    /// Wrong codes since the last good one, this try included until its success is told.
    #[n(0)]
    pub in_a_row: u32,
    /// Wrong codes of this enrolment.
    #[n(1)]
    pub enrolment: u32,
    /// Wrong codes over renewals.
    #[n(2)]
    pub lifetime: u32,
    /// Tries left before the stick freezes.
    #[n(3)]
    pub left: u32,
    /// Unix seconds before which the gate answers no further try.
    #[n(4)]
    pub not_before: u64,
}

/// How an enrolment stands at a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Standing {
    /// Answers.
    #[n(0)]
    Live,
    /// Waits for COMMIT or ABORT.
    #[n(1)]
    Pending,
    /// Too many wrong codes: only recovery reopens.
    #[n(2)]
    Frozen,
    /// Frozen by a suspend key, reversibly.
    #[n(3)]
    Suspended,
}

/// The realm in which a gate, its vouchers and its keys live.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct GateIdentity {
    /// The gate.
    #[n(0)]
    pub gate: GateId,
    /// Its realm.
    #[n(1)]
    pub realm: Realm,
}

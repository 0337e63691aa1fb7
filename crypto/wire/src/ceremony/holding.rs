//! What a holder hears and says.

use super::{CeremonyApproval, Meeting, Nonce, Progress};
use crate::{AccountId, CeremonyId, Hash, Signed};
use minicbor::{Decode, Encode, bytes::ByteVec};

/// A person for whom the owner of a session is a holder.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Hold {
    /// Their account.
    #[n(0)]
    pub account: AccountId,
    /// Their policy.
    #[n(1)]
    pub policy: ByteVec,
    /// What is sealed to the holder.
    #[n(2)]
    pub payload: ByteVec,
    /// The recovery that is under way.
    #[n(3)]
    pub under_way: Option<UnderWay>,
}

/// A recovery that is under way, as a holder sees it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct UnderWay {
    /// A [`CeremonyRecord`].
    #[n(0)]
    pub record: ByteVec,
    /// How far it is.
    #[n(1)]
    pub progress: Progress,
    /// How it stands with this holder.
    #[n(2)]
    pub meeting: Meeting,
}

/// Everybody for whom the owner of a session is a holder.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct HoldsAnswer {
    /// The portal's clock, Unix seconds.
    #[n(0)]
    pub time: u64,
    /// In the order of their accounts.
    #[n(1)]
    pub holds: Vec<Hold>,
}

/// What a holder says of a recovery.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Held {
    /// The ceremony with this number is about this account.
    #[n(0)]
    Point(#[n(0)] String, #[n(1)] AccountId),
    /// The holder's nonce in the comparison, against the commitment that was shown.
    #[n(1)]
    Meet(#[n(0)] CeremonyId, #[n(1)] Hash, #[n(2)] Nonce),
    /// This is the person: a share for them.
    #[n(2)]
    Approve(#[n(0)] CeremonyId, #[n(1)] Signed<CeremonyApproval>),
    /// The screens differ, or this is not the person.
    #[n(3)]
    Refuse(#[n(0)] CeremonyId),
}

//! What the owner keeps and hears, and whoever has the card.

use super::{Path, Progress};
use crate::{AccountId, CeremonyId, Hash, Label, Message, seal::Sealed};
use minicbor::{Decode, Encode, bytes::ByteVec};

/// The owner's own list of holders: names, keys and the label that they know the owner by. Sealed to the
/// owner and signed as author; it comes with each policy that has holders.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Roll {
    /// The account.
    #[n(0)]
    pub account: AccountId,
    /// The policy it belongs to.
    #[n(1)]
    pub policy: Hash,
    /// To the reader key of that generation.
    #[n(2)]
    pub sealed: Sealed,
}

impl Message for Roll {
    const LABEL: Label = Label::SigRoll;
    const MAX: usize = 6 << 10;
}

/// How the owner's own recovery stands, asked from a session.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct OwnRecovery {
    /// The portal's clock, Unix seconds.
    #[n(0)]
    pub time: u64,
    /// The list of holders, where there is one.
    #[n(1)]
    pub roll: Option<ByteVec>,
    /// A recovery that is under way: somebody says that they are the owner.
    #[n(2)]
    pub under_way: Option<OwnUnderWay>,
}

/// A recovery that is under way, as the owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct OwnUnderWay {
    /// The ceremony.
    #[n(0)]
    pub ceremony: CeremonyId,
    /// When it was said whose it is, Unix seconds.
    #[n(1)]
    pub started: u64,
    /// What whoever asks has.
    #[n(2)]
    pub path: Path,
    /// How many holders have approved.
    #[n(3)]
    pub approved: u8,
    /// How far it is.
    #[n(4)]
    pub progress: Progress,
}

/// Asks what is sealed to a card.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct FindCard {
    /// The card's lookup tag.
    #[n(0)]
    pub tag: Hash,
}

/// What is sealed to a card. For a card that no account knows it is made up, and opens nothing.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CardAnswer {
    /// The portal's clock, Unix seconds.
    #[n(0)]
    pub time: u64,
    /// The account.
    #[n(1)]
    pub account: AccountId,
    /// A [`crate::recovery::Payload`].
    #[n(2)]
    pub payload: ByteVec,
}

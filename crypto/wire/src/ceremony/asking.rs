//! What the person's program asks, and how it is answered.

use super::Nonce;
use crate::{AccountId, CeremonyId, Challenge, Hash, Label, Message, Realm};
use minicbor::{Decode, Encode, bytes::ByteVec};

/// What the stick asks in its ceremony.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Ask {
    /// How it stands.
    #[n(0)]
    Status,
    /// Binds the screen to a nonce, for the holder at this position from 0.
    #[n(1)]
    Commit(#[n(0)] u8, #[n(1)] Hash),
    /// Shows that nonce, once the holder has shown theirs.
    #[n(2)]
    Reveal(#[n(0)] u8, #[n(1)] Nonce),
    /// A token, once the holders have approved and the wait is over.
    #[n(3)]
    Enter,
    /// Nothing more: the screens differ, or the person gives up.
    #[n(4)]
    Stop,
}

/// One question of the stick. Signed by its possession key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CeremonyAsking {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// The ceremony.
    #[n(1)]
    pub ceremony: CeremonyId,
    /// The portal's single-use challenge.
    #[n(2)]
    pub challenge: Challenge,
    /// The question.
    #[n(3)]
    pub ask: Ask,
}

impl Message for CeremonyAsking {
    const LABEL: Label = Label::SigCeremonyAsk;
    const MAX: usize = 160;
}

/// Why a ceremony ended without opening anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Ending {
    /// The person gave it up, or the screens differed.
    #[n(0)]
    Stopped,
    /// A holder refused.
    #[n(1)]
    Refused,
    /// The owner refused it from another stick.
    #[n(2)]
    Vetoed,
    /// It was not finished in time.
    #[n(3)]
    Expired,
    /// The account's recovery was arranged anew meanwhile.
    #[n(4)]
    Overtaken,
}

/// How far a ceremony is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub enum Progress {
    /// Nobody has said which account it is about.
    #[n(0)]
    Seeking,
    /// Holders have to approve.
    #[n(1)]
    Meeting,
    /// They have; it waits until then, Unix seconds.
    #[n(2)]
    Waiting(#[n(0)] u64),
    /// The account can be opened again.
    #[n(3)]
    Ready,
    /// It was.
    #[n(4)]
    Done,
    /// It will not be.
    #[n(5)]
    Ended(#[n(0)] Ending),
}

/// How the comparison with one holder stands.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Meeting {
    /// The nonce that the asking screen is bound to.
    #[n(0)]
    pub commitment: Option<Hash>,
    /// The holder's nonce.
    #[n(1)]
    pub held: Option<Nonce>,
    /// The asking screen's, shown after it.
    #[n(2)]
    pub asked: Option<Nonce>,
    /// Whether the holder has approved.
    #[n(3)]
    pub approved: bool,
}

/// How a ceremony stands.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CeremonyStatus {
    /// The portal's clock, Unix seconds.
    #[n(0)]
    pub time: u64,
    /// How far it is.
    #[n(1)]
    pub progress: Progress,
    /// How it stands with each holder, in the policy's order.
    #[n(2)]
    pub meetings: Vec<Meeting>,
    /// Whether the holders belong to one structure only: the wait is longer then.
    #[n(3)]
    pub one_structure: bool,
    /// A [`CeremonyRecord`], once the account is known.
    #[n(4)]
    pub record: Option<ByteVec>,
}

/// The right to read and commit in a recovery.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CeremonyToken {
    /// 256 random bits; the portal keeps only their hash.
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub token: [u8; 32],
    /// The account.
    #[n(1)]
    pub account: AccountId,
    /// The portal's clock, Unix seconds.
    #[n(2)]
    pub time: u64,
}

impl core::fmt::Debug for CeremonyToken {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "CeremonyToken(***, {:?})", self.account)
    }
}

/// What opens the account again, for whoever holds the shares.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CeremonyAnswer {
    /// The root-signed package.
    #[n(0)]
    pub package: ByteVec,
    /// What is sealed to the card.
    #[n(1)]
    pub card: ByteVec,
    /// What each holder signed.
    #[n(2)]
    pub approvals: Vec<ByteVec>,
    /// The owner's letters of every mandate that was ever given: who else folders are sealed to.
    #[n(3)]
    pub letters: Vec<ByteVec>,
    /// The owner's list of holders, where there is one.
    #[n(4)]
    pub roll: Option<ByteVec>,
}

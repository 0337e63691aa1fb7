//! Recoveries under way: public keys, hashes, what holders signed; nothing that opens.

use minicbor::{Decode, Encode, bytes::ByteVec};
use wire::{
    AccountId, Hash, KeyId, SigPublic, VoucherId,
    ceremony::{Ending, Meeting},
    seal::KemPublic,
};

/// One recovery.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct CeremonyRow {
    /// The stick that asks.
    #[n(0)]
    pub(crate) key_id: KeyId,
    /// Signs what it asks.
    #[n(1)]
    pub(crate) possession: SigPublic,
    /// Receives the shares.
    #[n(2)]
    pub(crate) key: KemPublic,
    /// The right to begin it.
    #[n(3)]
    pub(crate) voucher: VoucherId,
    /// When it began.
    #[n(4)]
    pub(crate) since: u64,
    /// How far it is.
    #[n(5)]
    pub(crate) stage: CeremonyStage,
}

/// How far a recovery is.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(crate) enum CeremonyStage {
    /// Nobody has said which account it is about.
    #[n(0)]
    Seeking,
    /// It is about an account.
    #[n(1)]
    About(#[n(0)] Case),
    /// The account was opened again, with this token.
    #[n(2)]
    Done(#[n(0)] AccountId, #[n(1)] Hash, #[n(2)] u64),
    /// It ended otherwise.
    #[n(3)]
    Ended(#[n(0)] Ending),
}

/// A recovery of a known account.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Case {
    /// What is compared and approved.
    #[n(0)]
    pub(crate) record: ByteVec,
    /// How it stands with each holder, in the policy's order.
    #[n(1)]
    pub(crate) meetings: Vec<Meeting>,
    /// What each holder signed.
    #[n(2)]
    pub(crate) approvals: Vec<Option<ByteVec>>,
    /// H of the token given out last, and until when it counts.
    #[n(3)]
    pub(crate) token: Option<(Hash, u64)>,
}

/// A challenge given out for what a stick asks next.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct AskChallenge {
    /// When it ends.
    #[n(0)]
    pub(crate) until: u64,
}

/// An owner's list of holders.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct RollRow {
    /// As the author signed it.
    #[n(0)]
    pub(crate) signed: ByteVec,
}

super::first! {
    CeremonyRow in Ceremonies;
    AskChallenge in CeremonyChallenges;
    RollRow in Rolls;
}

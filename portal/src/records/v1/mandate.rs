//! Mandates as the portal keeps them: sealed words, sealed keys, and what was done under them.

use minicbor::{Decode, Encode, bytes::ByteVec};
use wire::Hash;

/// A signed key box of a mandate.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct GrantBox {
    /// As the author signed it.
    #[n(0)]
    pub(crate) signed: ByteVec,
}

/// The two letters of a mandate.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Letters {
    /// As it was staged, sealed to the owner.
    #[n(0)]
    pub(crate) owner: ByteVec,
    /// As it was staged, sealed to the grantee; none once the mandate is over.
    #[n(1)]
    pub(crate) grantee: Option<ByteVec>,
}

/// Something is entrusted to an account.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct EntrustedRow {
    /// Sequence number of the grant in the owner's log.
    #[n(0)]
    pub(crate) seq: u64,
}

/// An entry of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct JournalRow {
    /// A `wire::mandate::Line`, as it was signed and sealed.
    #[n(0)]
    pub(crate) line: ByteVec,
    /// When it was received.
    #[n(1)]
    pub(crate) received: u64,
}

/// Where a chain of a journal stands.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct ChainEnd {
    /// The last number.
    #[n(0)]
    pub(crate) n: u64,
    /// H of that signed entry.
    #[n(1)]
    pub(crate) hash: Hash,
}

super::first! {
    GrantBox in GrantBoxes;
    Letters in Letters;
    EntrustedRow in Entrusted;
    JournalRow in Journal;
    ChainEnd in JournalEnds;
}

//! Mandates as the portal keeps them: sealed words, sealed keys, and what was done under them.

use minicbor::{Decode, Encode, bytes::ByteVec};
use wire::{BlobId, Hash, folder::Folder};

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

/// A paper that a helper put in.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct DropRow {
    /// The folder it is for.
    #[n(0)]
    pub(crate) folder: Folder,
    /// Its blob.
    #[n(1)]
    pub(crate) blob: BlobId,
    /// As the helper signed it; none once the owner has decided.
    #[n(2)]
    pub(crate) signed: Option<ByteVec>,
    /// What is sealed to the owner; none then.
    #[n(3)]
    pub(crate) sealed: Option<ByteVec>,
    /// When it came.
    #[n(4)]
    pub(crate) since: u64,
}

/// A blob that a helper brought.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct DropBlob {
    /// When.
    #[n(0)]
    pub(crate) since: u64,
}

super::first! {
    DropRow in Drops;
    DropBlob in DropBlobs;
    GrantBox in GrantBoxes;
    Letters in Letters;
    EntrustedRow in Entrusted;
    JournalRow in Journal;
    ChainEnd in JournalEnds;
}

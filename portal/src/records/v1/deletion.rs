//! A space on its way out: days to take it back, then what is left to erase, then that it was.

use minicbor::{Decode, Encode, bytes::ByteVec};

/// A deletion that was signed and can still be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Deletion {
    /// Until then the code takes it back; the largest number while no day passes.
    #[n(0)]
    pub(crate) until: u64,
    /// Orders for the gates, as the app signed them: held until then.
    #[n(1)]
    pub(crate) orders: Vec<ByteVec>,
}

/// A space that is no more, while something of it still lies here.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Erasure {
    /// Since when.
    #[n(0)]
    pub(crate) since: u64,
    /// The user handles of its credentials: they are in the rows of its vouchers.
    #[n(1)]
    pub(crate) handles: Vec<ByteVec>,
}

/// That an account was deleted, under the hash of its name.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Tombstone {
    /// When.
    #[n(0)]
    pub(crate) since: u64,
}

super::first! {
    Deletion in Deletions;
    Erasure in Erasures;
    Tombstone in Tombstones;
}

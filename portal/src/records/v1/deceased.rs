//! A person of whom the structure says that they died.

use minicbor::{Decode, Encode};

/// What the structure said of an account's owner, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Deceased {
    /// When it was said.
    #[n(0)]
    pub(crate) since: u64,
    /// How it stands.
    #[n(1)]
    pub(crate) stage: Said,
}

/// How what was said stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub(crate) enum Said {
    /// It counts, and the notice runs from this moment.
    #[n(0)]
    Counts(#[n(0)] u64),
    /// The structure took it back; the owner is told at the next opening.
    #[n(1)]
    Withdrawn,
    /// Somebody opened the space at this moment, and so it no longer counts: the app says so for some days.
    #[n(2)]
    Opened(#[n(0)] u64),
}

super::first! {
    Deceased in Deceased;
}

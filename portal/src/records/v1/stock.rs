//! What a structure lends: sticks, computers and telephones, by number. No name of a person is here.

use minicbor::{Decode, Encode};

use super::staff::StaffId;

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub(crate) enum Kind {
    /// A stick.
    #[n(0)]
    Stick,
    /// A computer.
    #[n(1)]
    Computer,
    /// A telephone.
    #[n(2)]
    Phone,
}

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub(crate) enum Stage {
    /// Ready for somebody.
    #[n(0)]
    Blank,
    /// With an invented person on it.
    #[n(1)]
    Practice,
    /// Somebody has it.
    #[n(2)]
    Lent,
    /// Somebody has it, and it is blocked.
    #[n(3)]
    Frozen,
    /// It came back.
    #[n(4)]
    Returned,
    /// Whatever was on it is gone.
    #[n(5)]
    Wiped,
    /// Nobody knows where it is.
    #[n(6)]
    Lost,
}

/// One thing, under its kind and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Item {
    /// Where it stands.
    #[n(0)]
    pub(crate) stage: Stage,
    /// Since when.
    #[n(1)]
    pub(crate) since: u64,
    /// Who said so.
    #[n(2)]
    pub(crate) by: StaffId,
}

/// A step it made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Step {
    /// Where it stands since.
    #[n(0)]
    pub(crate) to: Stage,
    /// When.
    #[n(1)]
    pub(crate) time: u64,
    /// Who said so.
    #[n(2)]
    pub(crate) by: StaffId,
}

super::first! {
    Item in Items;
}
super::grown! { Step; }

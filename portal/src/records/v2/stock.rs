//! A step of something that is lent, with what was agreed on or proved.

use minicbor::{Decode, Encode};

use crate::records::{
    ItemStage,
    v1::{staff::StaffId, stock as v1},
};

/// A step it made.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Step {
    /// Where it stands since.
    #[n(0)]
    pub(crate) to: ItemStage,
    /// When.
    #[n(1)]
    pub(crate) time: u64,
    /// Who said so.
    #[n(2)]
    pub(crate) by: StaffId,
    /// With what.
    #[n(3)]
    pub(crate) with: Option<With>,
}

/// What a step was made with. A new one is a new line.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(crate) enum With {
    /// The line of the program that wiped a stick.
    #[n(0)]
    Proof(#[n(0)] Proof),
    /// Somebody's word that nothing of a person is left on it.
    #[n(1)]
    Word,
    /// The charter was read and accepted: its version, and the language beside the French text.
    #[n(2)]
    Charter(#[n(0)] u16, #[n(1)] String),
}

/// What a program read back of a stick that it wiped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Proof {
    /// When, by the clock of that computer.
    #[n(0)]
    pub(crate) time: u64,
    /// Key files that were there.
    #[n(1)]
    pub(crate) files: u32,
    /// Bytes that were overwritten.
    #[n(2)]
    pub(crate) bytes: u64,
    /// Other files that went.
    #[n(3)]
    pub(crate) others: u32,
}

impl crate::store::Migrate for Step {
    type Previous = v1::Step;

    fn migrate(previous: v1::Step) -> Self {
        Self {
            to: previous.to,
            time: previous.time,
            by: previous.by,
            with: None,
        }
    }
}

impl crate::store::Record for Step {
    const TABLE: crate::store::Table = crate::store::Table::Steps;
}

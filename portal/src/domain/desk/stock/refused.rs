//! What refuses a change.

use wire::Refusal;

use super::Why;
use crate::store::StoreError;

/// Why the line of a program that wiped a stick does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unproved {
    /// It is no such line, or a symbol of it is wrong.
    Unreadable,
    /// It is of the stick with this number.
    Other(u32),
    /// It is older than the last loan.
    Before,
    /// It is not of after the last proof that counted.
    Used,
    /// It is of the future.
    Ahead,
    /// There was no key file to wipe.
    Nothing,
}

/// What refuses a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The step of this number.
    Step(u32, Why),
    /// This number is there already.
    There(u32),
    /// This number is not there.
    NotThere(u32),
    /// This number has been more than added.
    HasServed(u32),
    /// The numbers are none, or too many at once.
    Numbers,
    /// There are too many things.
    Full,
    /// What wiped it does not count.
    Proof(Unproved),
    /// The portal.
    Portal(Refusal),
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::Portal(error.into())
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Portal(refusal)
    }
}

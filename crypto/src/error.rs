//! Why something does not open.

use wire::{CborError, log::LogError, sign::SignedError, structure::StructureError};

/// Why something does not open. Commitment and AEAD failures are one: an attacker learns nothing
/// from which came first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Opening {
    /// The bytes are not of this kind, or damaged.
    #[error("these bytes are damaged or of another kind")]
    Damaged,
    /// It was not sealed with this key for this place: a wrong code, or something swapped.
    #[error("this does not open with this key in this place")]
    Refused,
    /// The gate's proof is wrong: the gate misbehaves, the code may be right.
    #[error("the gate's proof is wrong: it used another key than it promised")]
    GateLied,
    /// Older than what was seen before, or not what was promised.
    #[error("this is older than, or differs from, what was pinned")]
    RolledBack,
    /// A signature or a rule of the log is broken.
    #[error("a signature does not fit")]
    Unsigned,
    /// Longer than its kind may be.
    #[error("this is larger than allowed")]
    TooLarge,
}

/// Shorthand.
pub type Result<T> = core::result::Result<T, Opening>;

impl From<CborError> for Opening {
    fn from(error: CborError) -> Self {
        match error {
            CborError::TooLong => Opening::TooLarge,
            CborError::Malformed => Opening::Damaged,
        }
    }
}

impl From<SignedError> for Opening {
    fn from(error: SignedError) -> Self {
        match error {
            SignedError::Shape(shape) => shape.into(),
            SignedError::Signature => Opening::Unsigned,
        }
    }
}

impl From<LogError> for Opening {
    fn from(error: LogError) -> Self {
        match error {
            LogError::Shape(shape) => shape.into(),
            _ => Opening::Unsigned,
        }
    }
}

impl From<StructureError> for Opening {
    fn from(_: StructureError) -> Self {
        Opening::Unsigned
    }
}

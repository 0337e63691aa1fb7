//! What is wrong with what was written.

use wire::Refusal;

use crate::store::StoreError;

/// What is wrong with what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// No theme.
    Theme,
    /// How long.
    Minutes,
    /// The day is to come, or more than a year ago.
    Day,
    /// How many people.
    People,
    /// A word is too long, or of several lines.
    Words,
    /// Something that cannot be chosen.
    Choice,
    /// Nobody said who made the gestures.
    Posture,
    /// An aid, and that there was none.
    NoAid,
    /// Where to somebody was sent on, and that nobody was.
    LedOn,
    /// One person, and that there were others.
    Alone,
    /// There are too many in this month.
    Full,
    /// The portal.
    Portal(Refusal),
}

impl From<StoreError> for Wrong {
    fn from(error: StoreError) -> Self {
        Self::Portal(error.into())
    }
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self::Portal(refusal)
    }
}

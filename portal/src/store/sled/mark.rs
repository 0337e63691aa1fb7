//! What each commit says of itself: its number, and the sum of all rows after it.

use crate::store::sum::Sum;
use crate::store::tip::Said;

/// The version of the layout described here, in `moment` and in `pieces`.
pub(super) const LAYOUT: u8 = 1;

/// Where the mark lies, apart from all rows and pieces.
pub(super) const MARK: &[u8] = b"\xffmark";

/// What each commit says of itself: its number, and the sum of all rows after it.
#[derive(Clone, Copy, Default)]
pub(super) struct Mark {
    pub(super) commit: u64,
    pub(super) sum: Sum,
}

impl Mark {
    pub(super) fn to_bytes(self) -> Vec<u8> {
        [&self.commit.to_be_bytes()[..], &self.sum.to_bytes()].concat()
    }

    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let (commit, sum) = bytes.split_first_chunk()?;
        Some(Self {
            commit: u64::from_be_bytes(*commit),
            sum: Sum::from_bytes(sum.try_into().ok()?),
        })
    }
}

pub(super) fn said_by(mark: Mark) -> Said {
    Said {
        layout: LAYOUT,
        commit: mark.commit,
    }
}

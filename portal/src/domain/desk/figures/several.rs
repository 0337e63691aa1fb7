//! What one session may have several of: languages, aids.

use super::{Of, Row};
use crate::domain::desk::{choices::Choice, masking};

/// Sessions by something of which one may have several, or of which nothing was noted.
pub(super) struct Several {
    pub(super) counts: Vec<u64>,
    /// Those of which it was noted that there was none.
    pub(super) none: u64,
    /// Their row, where they have one.
    pub(super) none_at: Option<usize>,
    pub(super) not_noted: u64,
}

impl Several {
    /// One more way to part all of them.
    pub(super) fn way(&self, all: u64) -> [u64; 3] {
        let some = all - self.none - self.not_noted;
        [some, self.none, self.not_noted]
    }

    pub(super) fn masked(
        &self,
        table: &'static [Choice],
        (whole, all): (Option<u64>, u64),
    ) -> Vec<Row> {
        let way = self.way(all);
        let rows = masking::several_of(whole, &way, &self.counts, self.none_at);
        let [_, _, not_noted] = masking::parts_of(whole, &way)[..] else {
            return Vec::new();
        };
        let of = table.iter().map(Of::Choice).chain([Of::NotNoted]);
        of.zip(rows.into_iter().chain([not_noted])).collect()
    }
}

//! Papers and notes by everyday words, on this computer alone.

use super::{ObjectView, Space};
use crate::catalogue::{kinds, nearness};

impl Space {
    /// Papers and notes whose name, or whose kind, holds the beginning of every word: the nearest first, and
    /// of equals the newest.
    #[must_use]
    pub fn search(&self, typed: &str) -> Vec<ObjectView> {
        let mut found: Vec<_> = self
            .everything()
            .filter_map(|view| Some((nearness(typed, &view.title, &known_as(&view))?, view)))
            .collect();
        found.sort_by_key(|(near, view)| (*near, std::cmp::Reverse(view.created), view.id));
        found.into_iter().map(|(_, view)| view).collect()
    }
}

/// What the kind of a paper is called.
fn known_as(view: &ObjectView) -> String {
    let kind = kinds::bundled()
        .ok()
        .and_then(|kinds| kinds.of_code(view.kind.0));
    kind.map(|kind| format!("{} {}", kind.name, kind.words.join(" ")))
        .unwrap_or_default()
}

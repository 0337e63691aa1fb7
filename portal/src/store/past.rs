//! What older snapshots still see, for an engine that keeps no versions itself.
//!
//! A commit first says here what it is about to replace. A snapshot asks the engine, and then asks
//! here whether that answer came too late for it: in this order, no change can slip between.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Bound;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A key, and the value it had; `None` where it was not there.
pub(super) type Was = (Vec<u8>, Option<Vec<u8>>);

/// Replaced values, kept for as long as a snapshot may ask for them: as much memory as is written
/// while the oldest snapshot lives.
#[derive(Default)]
pub(super) struct Past(Mutex<State>);

#[derive(Default)]
struct State {
    /// The newest moment: how many commits were made.
    now: u64,
    /// Moments that are looked at, and by how many.
    looked_at: BTreeMap<u64, usize>,
    /// By key: the value it had until a commit, oldest first.
    until: BTreeMap<Vec<u8>, Values>,
    /// Which keys each commit replaced, oldest first.
    commits: VecDeque<(u64, Vec<Vec<u8>>)>,
}

/// A commit, and the value that it replaced.
type Values = VecDeque<(u64, Option<Vec<u8>>)>;

impl Past {
    /// The moment of now, kept until [`Past::leave`].
    pub(super) fn look(&self) -> u64 {
        let mut state = self.state();
        let now = state.now;
        *state.looked_at.entry(now).or_default() += 1;
        now
    }

    /// Nobody asks for this moment any more; as often as [`Past::look`] gave it.
    pub(super) fn leave(&self, moment: u64) {
        let mut state = self.state();
        if let Some(count) = state.looked_at.get_mut(&moment) {
            *count -= 1;
            if *count == 0 {
                state.looked_at.remove(&moment);
            }
        }
        state.forget();
    }

    /// A commit is about to replace these, each key once. Told before the first of them changes.
    pub(super) fn replaces(&self, rows: Vec<Was>) {
        let mut state = self.state();
        let next = state.now + 1;
        let keys = rows.iter().map(|(key, _)| key.clone()).collect();
        state.commits.push_back((next, keys));
        for (key, value) in rows {
            let values = state.until.entry(key).or_default();
            values.push_back((next, value));
        }
    }

    /// The commit is on the disk: snapshots from now on see it.
    pub(super) fn committed(&self) {
        let mut state = self.state();
        state.now += 1;
        state.forget();
    }

    /// What `key` was at that moment, where it changed since.
    pub(super) fn get(&self, moment: u64, key: &[u8]) -> Option<Option<Vec<u8>>> {
        let state = self.state();
        at(moment, state.until.get(key)?).cloned()
    }

    /// Every key of the range that changed since that moment, and what it was.
    pub(super) fn range(&self, moment: u64, range: (Bound<&[u8]>, Bound<&[u8]>)) -> Vec<Was> {
        let state = self.state();
        if state.until.is_empty() {
            return Vec::new();
        }
        let found = state.until.range::<[u8], _>(range);
        found
            .filter_map(|(key, values)| Some((key.clone(), at(moment, values)?.clone())))
            .collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Drops what no snapshot can ask for.
    fn forget(&mut self) {
        let oldest = self.looked_at.keys().next().copied().unwrap_or(self.now);
        while let Some((_, keys)) = self.commits.pop_front_if(|(commit, _)| *commit <= oldest) {
            for key in keys {
                if let Some(values) = self.until.get_mut(&key) {
                    values.pop_front();
                    if values.is_empty() {
                        self.until.remove(&key);
                    }
                }
            }
        }
    }
}

/// The first value that was replaced after `moment`.
fn at(moment: u64, values: &Values) -> Option<&Option<Vec<u8>>> {
    let later = values.iter().find(|(commit, _)| *commit > moment);
    later.map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(key: &str, value: Option<&str>) -> Was {
        (key.into(), value.map(Into::into))
    }

    #[test]
    fn each_moment_sees_what_it_saw() {
        let past = Past::default();
        let first = past.look();
        past.replaces(vec![row("a", None), row("b", Some("1"))]);
        assert_eq!(past.get(first, b"a"), Some(None), "before it is committed");
        let meanwhile = past.look();
        assert_eq!(meanwhile, first);
        past.committed();
        let second = past.look();
        past.replaces(vec![row("b", Some("2"))]);
        past.committed();
        assert_eq!(past.get(first, b"b"), Some(Some(b"1".to_vec())));
        assert_eq!(past.get(second, b"b"), Some(Some(b"2".to_vec())));
        assert_eq!(past.get(second, b"a"), None, "it did not change since");
        assert_eq!(past.get(past.look(), b"b"), None);
        let all = (Bound::Unbounded, Bound::Unbounded);
        assert_eq!(past.range(second, all), [row("b", Some("2"))]);
        let some = (Bound::Unbounded, Bound::Excluded(&b"b"[..]));
        assert_eq!(past.range(first, some), [row("a", None)]);
    }

    #[test]
    fn what_nobody_can_ask_for_is_dropped() {
        let past = Past::default();
        past.replaces(vec![row("a", None)]);
        past.committed();
        assert!(past.state().until.is_empty());
        let (one, two) = (past.look(), past.look());
        for _ in 0..3 {
            past.replaces(vec![row("a", Some("1")), row("b", None)]);
            past.committed();
        }
        past.leave(one);
        assert_eq!(past.state().commits.len(), 3);
        past.leave(two);
        let state = past.state();
        assert!(state.until.is_empty() && state.commits.is_empty() && state.looked_at.is_empty());
    }
}

//! What a closure sees while it writes.

use std::cell::OnceCell;

use super::overlay::{Layered, Overlay};
use super::{Entry, Read, Record, Snapshot, StoreError, Table};

/// One transaction: the committed state, seen through the changes of the closures that came just
/// before, seen through this closure's own. Its changes are kept if and only if the closure says
/// `Ok` and met no [`StoreError`]: the first one it meets is remembered, so a rule that overlooks a
/// failed read cannot commit what it concluded from it.
pub struct Tx<'a> {
    below: Layered<'a>,
    changes: Overlay,
    trouble: OnceCell<StoreError>,
}

impl<'a> Tx<'a> {
    pub(super) fn new(snapshot: &'a dyn Snapshot, batch: &'a Overlay) -> Self {
        Self {
            below: Layered {
                below: snapshot,
                above: batch,
            },
            changes: Overlay::default(),
            trouble: OnceCell::new(),
        }
    }

    /// Gives `key` a value, whether it had one or not.
    pub fn put(&mut self, table: Table, key: impl Into<Vec<u8>>, value: impl Into<Vec<u8>>) {
        self.changes.set(table, key.into(), Some(value.into()));
    }

    /// Stores `record` under `key`, in its table and in its present shape.
    pub fn put_record<R: Record>(&mut self, key: impl Into<Vec<u8>>, record: &R) {
        self.put(R::TABLE, key, record.to_bytes());
    }

    /// Removes `key`, whether it was there or not.
    pub fn delete(&mut self, table: Table, key: impl Into<Vec<u8>>) {
        self.changes.set(table, key.into(), None);
    }

    /// The first trouble this transaction met.
    pub(super) fn trouble(&self) -> Option<&StoreError> {
        self.trouble.get()
    }

    pub(super) fn into_changes(self) -> Overlay {
        self.changes
    }

    fn view(&self) -> Layered<'_> {
        Layered {
            below: &self.below,
            above: &self.changes,
        }
    }

    fn remembered<T>(&self, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        outcome.inspect_err(|trouble| {
            self.trouble.get_or_init(|| trouble.clone());
        })
    }
}

impl Read for Tx<'_> {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.remembered(self.view().get(table, key))
    }

    fn scan(
        &self,
        table: Table,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        self.remembered(self.view().scan(table, prefix, after, limit))
    }
    fn decode<R: Record>(&self, value: &[u8]) -> Result<R, StoreError> {
        self.remembered(R::from_bytes(value))
    }
}

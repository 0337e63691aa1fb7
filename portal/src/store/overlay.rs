//! Changes that are not committed yet, and how the tables look through them.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::engine::start;
use super::{Change, Entry, Snapshot, StoreError, Table};

/// Pending changes: the last word on each key, `None` where the key goes.
#[derive(Default)]
pub(super) struct Overlay {
    tables: BTreeMap<Table, BTreeMap<Vec<u8>, Option<Vec<u8>>>>,
    bytes: usize,
}

impl Overlay {
    pub(super) fn set(&mut self, table: Table, key: Vec<u8>, value: Option<Vec<u8>>) {
        self.bytes += key.len() + value.as_ref().map_or(0, Vec::len);
        self.tables.entry(table).or_default().insert(key, value);
    }

    /// Takes over the changes of `later`, which have the last word.
    pub(super) fn absorb(&mut self, later: Self) {
        self.bytes += later.bytes;
        for (table, changes) in later.tables {
            self.tables.entry(table).or_default().extend(changes);
        }
    }

    /// How many bytes of keys and values were put in, overwritten ones included.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// The changes, one per key, table by table.
    pub(super) fn into_changes(self) -> Vec<Change> {
        let tables = self.tables.into_iter();
        tables
            .flat_map(|(table, changes)| {
                let changes = changes.into_iter();
                changes.map(move |(key, value)| Change { table, key, value })
            })
            .collect()
    }

    fn get(&self, table: Table, key: &[u8]) -> Option<&Option<Vec<u8>>> {
        self.tables.get(&table)?.get(key)
    }

    fn range<'a>(
        &'a self,
        table: Table,
        prefix: &'a [u8],
        after: Option<&'a [u8]>,
    ) -> impl Iterator<Item = (&'a Vec<u8>, &'a Option<Vec<u8>>)> {
        let range = (start(prefix, after), Bound::Unbounded);
        let table = self.tables.get(&table).into_iter();
        table
            .flat_map(move |changes| changes.range::<[u8], _>(range))
            .take_while(|(key, _)| key.starts_with(prefix))
    }
}

/// `below` as it would look with the changes `above` applied. It is a snapshot itself, so layers
/// pile up: a closure's own changes, over its batch, over the committed state.
pub(super) struct Layered<'a> {
    pub(super) below: &'a dyn Snapshot,
    pub(super) above: &'a Overlay,
}

impl Snapshot for Layered<'_> {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        match self.above.get(table, key) {
            Some(value) => Ok(value.clone()),
            None => self.below.get(table, key),
        }
    }

    fn scan(
        &self,
        table: Table,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let mut found = Vec::new();
        let mut pending = self.above.range(table, prefix, after).peekable();
        let mut after = after.map(<[u8]>::to_vec);
        while found.len() < limit {
            // Deletions hide entries of this page, so one page may not be enough.
            let wanted = limit - found.len();
            let page = self.below.scan(table, prefix, after.as_deref(), wanted)?;
            let is_last = page.len() < wanted;
            after = page.last().map(|(key, _)| key.clone());
            for (key, value) in page {
                while let Some(change) = pending.next_if(|(pending, _)| **pending < key) {
                    found.extend(kept(change));
                }
                match pending.next_if(|(pending, _)| **pending == key) {
                    Some(change) => found.extend(kept(change)),
                    None => found.push((key, value)),
                }
            }
            if is_last {
                found.extend(pending.filter_map(kept).take(wanted));
                break;
            }
        }
        found.truncate(limit);
        Ok(found)
    }
}

/// The entry a change leaves behind, if it leaves one.
fn kept((key, value): (&Vec<u8>, &Option<Vec<u8>>)) -> Option<Entry> {
    Some((key.clone(), value.clone()?))
}

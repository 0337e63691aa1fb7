//! The twin of the real engine, in memory: for tests and demonstrations.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{Arc, PoisonError, RwLock};

use super::engine::start;
use super::{Change, Engine, Entry, Snapshot, StoreError, Table};

/// Tables that last as long as the process. A clone is the same tables, so a store closed on one
/// clone can be opened again on another.
#[derive(Debug, Clone, Default)]
pub struct Memory(Arc<RwLock<Arc<Tables>>>);

impl Memory {
    /// Empty tables.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Engine for Memory {
    fn snapshot(&self) -> Result<Box<dyn Snapshot + '_>, StoreError> {
        let tables = self.0.read().unwrap_or_else(PoisonError::into_inner);
        Ok(Box::new(Moment(Arc::clone(&tables))))
    }

    fn commit(&self, changes: &[Change]) -> Result<(), StoreError> {
        let mut tables = self.0.write().unwrap_or_else(PoisonError::into_inner);
        // Copies the tables only where a snapshot still looks at them.
        let tables = Arc::make_mut(&mut tables);
        for change in changes {
            let table = tables.entry(change.table).or_default();
            match &change.value {
                Some(value) => table.insert(change.key.clone(), value.clone()),
                None => table.remove(&change.key),
            };
        }
        Ok(())
    }

    fn name(&self) -> &'static str {
        "memory"
    }
}

type Tables = BTreeMap<Table, BTreeMap<Vec<u8>, Vec<u8>>>;

struct Moment(Arc<Tables>);

impl Snapshot for Moment {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.0.get(&table).and_then(|table| table.get(key)).cloned())
    }

    fn scan(
        &self,
        table: Table,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let range = (start(prefix, after), Bound::Unbounded);
        let table = self.0.get(&table).into_iter();
        Ok(table
            .flat_map(|table| table.range::<[u8], _>(range))
            .take_while(|(key, _)| key.starts_with(prefix))
            .take(limit)
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect())
    }
}

//! What the file holds at one moment.

use std::ops::Bound;

use ::redb::ReadTransaction;

use super::rows;
use super::trouble::trouble;
use crate::store::engine::start;
use crate::store::{Entry, Snapshot, StoreError, Table};

pub(super) struct Moment(pub(super) ReadTransaction);

impl Snapshot for Moment {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let table = self.0.open_table(rows(table)).map_err(trouble)?;
        let value = table.get(key).map_err(trouble)?;
        Ok(value.map(|value| value.value().to_vec()))
    }

    fn look(
        &self,
        table: Table,
        key: &[u8],
        see: &mut dyn FnMut(&[u8]),
    ) -> Result<bool, StoreError> {
        let table = self.0.open_table(rows(table)).map_err(trouble)?;
        let value = table.get(key).map_err(trouble)?;
        Ok(value.map(|value| see(value.value())).is_some())
    }

    fn scan(
        &self,
        table: Table,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let table = self.0.open_table(rows(table)).map_err(trouble)?;
        let range = (start(prefix, after), Bound::Unbounded);
        let mut found = Vec::new();
        for entry in table.range::<&[u8]>(range).map_err(trouble)?.take(limit) {
            let (key, value) = entry.map_err(trouble)?;
            if !key.value().starts_with(prefix) {
                break;
            }
            found.push((key.value().to_vec(), value.value().to_vec()));
        }
        Ok(found)
    }
}

//! What the store held at one moment: what is there now, less what came since.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::Sled;
use super::trouble::{guarded, trouble};
use crate::store::engine::start;
use crate::store::pieces::{self, Laid};
use crate::store::{Entry, Snapshot, StoreError, Table};

/// Rows read at once.
const PAGE: usize = 1024;

pub(super) struct Moment<'a> {
    pub(super) engine: &'a Sled,
    pub(super) at: u64,
}

impl Drop for Moment<'_> {
    fn drop(&mut self) {
        self.engine.past.leave(self.at);
    }
}

impl Snapshot for Moment<'_> {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        guarded(|| {
            let row = pieces::row(table, key);
            let laid = self.then(&row)?;
            laid.map(|laid| self.whole(table, &row, &laid)).transpose()
        })
    }

    fn scan(
        &self,
        table: Table,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let head = pieces::prefix(table);
        let wanted = pieces::row(table, prefix);
        let mut from = start(prefix, after).map(|key| pieces::row(table, key));
        let mut found = Vec::new();
        let mut is_last = false;
        while found.len() < limit && !is_last {
            guarded(|| {
                let size = PAGE.min(limit - found.len());
                let page = self.page(&from, &wanted, size)?;
                is_last = page.next.is_none();
                for (row, laid) in page.rows {
                    let value = self.whole(table, &row, &laid)?;
                    let key = row.get(head.len()..).unwrap_or_default();
                    found.push((key.to_vec(), value));
                }
                from = page.next.map_or(Bound::Unbounded, Bound::Excluded);
                Ok(())
            })?;
        }
        found.truncate(limit);
        Ok(found)
    }
}

/// Rows of a moment, and where they go on.
struct Page {
    rows: BTreeMap<Vec<u8>, Vec<u8>>,
    next: Option<Vec<u8>>,
}

impl Moment<'_> {
    /// What lay at `at` then. sled is asked first: see `past`.
    fn then(&self, at: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let now = self.engine.now(at)?;
        Ok(self.engine.past.get(self.at, at).unwrap_or(now))
    }

    fn whole(&self, table: Table, row: &[u8], laid: &[u8]) -> Result<Vec<u8>, StoreError> {
        let odd = || StoreError::damaged(table.name(), "a value is not as it was laid");
        match pieces::read(laid).ok_or_else(odd)? {
            Laid::Whole(value) => Ok(value),
            Laid::Cut(length) => {
                let mut value = Vec::new();
                for place in pieces::places(row, length) {
                    value.extend(self.then(&place)?.ok_or_else(odd)?);
                }
                Some(value)
                    .filter(|value| value.len() == length)
                    .ok_or_else(odd)
            }
        }
    }

    /// At most `size` rows of now, seen as they were then.
    fn page(&self, from: &Bound<Vec<u8>>, prefix: &[u8], size: usize) -> Result<Page, StoreError> {
        let from = from.as_ref().map(Vec::as_slice);
        let mut rows = BTreeMap::new();
        let mut next = None;
        for row in self
            .engine
            .db()?
            .range::<&[u8], _>((from, Bound::Unbounded))
        {
            let (at, laid) = row.map_err(trouble)?;
            if !at.starts_with(prefix) {
                break;
            }
            rows.insert(at.to_vec(), laid.to_vec());
            if rows.len() == size {
                next = Some(at.to_vec());
                break;
            }
        }
        let to = next.as_deref().map_or(Bound::Unbounded, Bound::Included);
        let past = self.engine.past.range(self.at, (from, to));
        for (at, was) in past.into_iter().filter(|(at, _)| at.starts_with(prefix)) {
            match was {
                Some(laid) => drop(rows.insert(at, laid)),
                None => drop(rows.remove(&at)),
            }
        }
        Ok(Page { rows, next })
    }
}

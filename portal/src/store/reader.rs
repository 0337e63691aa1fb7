//! Questions one can ask of the store, and who answers them outside a transaction.

use super::{Entry, Record, Snapshot, StoreError, Table};

/// What can be read: the same questions to a [`Reader`] and, inside a write, to a
/// [`Tx`](super::Tx). A rule that only reads takes `&impl Read` and serves both.
pub trait Read {
    /// The value of `key`.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read.
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;

    /// What `see` makes of the value of `key` where it lies: for values of which the front is enough.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read, and what `see` says.
    fn look<T>(
        &self,
        table: Table,
        key: &[u8],
        see: impl FnOnce(&[u8]) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let value = self.get(table, key)?;
        value.map(|value| see(&value)).transpose()
    }

    /// At most `limit` entries whose keys start with `prefix` and come after `after`, in the order
    /// of their bytes. The last key of one page is the `after` of the next.
    ///
    /// # Errors
    /// [`StoreError`] where they cannot be read.
    fn scan(
        &self,
        table: Table,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError>;

    /// A value's bytes as a record, brought to its present shape.
    ///
    /// # Errors
    /// [`StoreError`] where they are damaged or were written by a newer portal.
    fn decode<R: Record>(&self, value: &[u8]) -> Result<R, StoreError> {
        R::from_bytes(value)
    }

    /// The record stored under `key`, brought to its present shape.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read, is damaged, or was written by a newer portal.
    fn get_record<R: Record>(&self, key: &[u8]) -> Result<Option<R>, StoreError> {
        let bytes = self.get(R::TABLE, key)?;
        bytes.map(|bytes| self.decode(&bytes)).transpose()
    }

    /// Like [`Read::scan`], with every value as a record.
    ///
    /// # Errors
    /// [`StoreError`] where one cannot be read, is damaged, or was written by a newer portal.
    fn scan_records<R: Record>(
        &self,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<(Vec<u8>, R)>, StoreError> {
        let entries = self.scan(R::TABLE, prefix, after, limit)?.into_iter();
        entries
            .map(|(key, bytes)| Ok((key, self.decode(&bytes)?)))
            .collect()
    }
}

/// The committed state of one moment, as [`Store::read`](super::Store::read) shows it.
pub struct Reader<'a>(Box<dyn Snapshot + 'a>);

impl<'a> Reader<'a> {
    pub(super) fn new(snapshot: Box<dyn Snapshot + 'a>) -> Self {
        Self(snapshot)
    }
}

impl Read for Reader<'_> {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.0.get(table, key)
    }

    fn look<T>(
        &self,
        table: Table,
        key: &[u8],
        see: impl FnOnce(&[u8]) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let (mut see, mut seen) = (Some(see), None);
        self.0.look(table, key, &mut |value| {
            seen = see.take().map(|see| see(value));
        })?;
        seen.transpose()
    }

    fn scan(
        &self,
        table: Table,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        self.0.scan(table, prefix, after, limit)
    }
}

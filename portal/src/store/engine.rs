//! What the store asks of an engine: a snapshot to read from, and a commit that is all or nothing.

use std::ops::Bound;

use super::{StoreError, Table};

/// A key and its value.
pub type Entry = (Vec<u8>, Vec<u8>);

/// One key that gets a value, or loses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The table it is in.
    pub table: Table,
    /// The key.
    pub key: Vec<u8>,
    /// The new value; `None` removes the key.
    pub value: Option<Vec<u8>>,
}

/// Something that keeps tables of bytes.
pub trait Engine: Send + Sync + 'static {
    /// The committed state of this moment. Later commits do not show in it.
    ///
    /// # Errors
    /// [`StoreError::Disk`] or [`StoreError::Damaged`] where it cannot be read.
    fn snapshot(&self) -> Result<Box<dyn Snapshot + '_>, StoreError>;

    /// Applies every change or none, in order. Once this returns `Ok` a power cut takes nothing back.
    ///
    /// # Errors
    /// [`StoreError::Disk`] or [`StoreError::Damaged`]. After one of them nobody knows what the
    /// disk holds until the engine is opened again.
    fn commit(&self, changes: &[Change]) -> Result<(), StoreError>;

    /// The engine's name, for the log.
    fn name(&self) -> &'static str;
}

/// The state of every table at one moment.
pub trait Snapshot {
    /// The value of `key`.
    ///
    /// # Errors
    /// [`StoreError::Disk`] or [`StoreError::Damaged`] where it cannot be read.
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;

    /// Shows the value of `key` where it lies: for values of which the front is enough. Says whether
    /// there is one.
    ///
    /// # Errors
    /// As [`Snapshot::get`].
    fn look(
        &self,
        table: Table,
        key: &[u8],
        see: &mut dyn FnMut(&[u8]),
    ) -> Result<bool, StoreError> {
        let value = self.get(table, key)?;
        Ok(value.map(|value| see(&value)).is_some())
    }

    /// At most `limit` entries whose keys start with `prefix` and come after `after`, in the order
    /// of their bytes. The last key of one page is the `after` of the next.
    ///
    /// # Errors
    /// [`StoreError::Disk`] or [`StoreError::Damaged`] where they cannot be read.
    fn scan(
        &self,
        table: Table,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError>;
}

/// Where a scan starts: right after `after`, or at the first key that can start with `prefix`.
pub(super) fn start<'k>(prefix: &'k [u8], after: Option<&'k [u8]>) -> Bound<&'k [u8]> {
    match after {
        Some(key) if key >= prefix => Bound::Excluded(key),
        _ => Bound::Included(prefix),
    }
}

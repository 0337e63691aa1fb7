//! redb: one file of copy-on-write B-trees. The only folder that names it.
//!
//! redb alone would trust two things that a failing disk can change, so two things stand around it:
//! - where it opens a file that was closed well it checks no page: we let it check every one;
//! - where the newest of its two roots is damaged it may take the one before, and what was answered
//!   meanwhile is gone: each commit carries its number, which a file beside it knows too (`tip`).
//!
//! - `file` the file itself · `moment` what it holds at one moment · `trouble` what it says

mod file;
mod moment;
mod trouble;

use std::panic;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use ::redb::{Database, ReadableDatabase, TableDefinition};

use self::file::{begin, builder, make, number, prepared, said, tip};
use self::moment::Moment;
use self::trouble::{FILE, cannot_open, trouble};
use super::tip::Tip;
use super::{Change, Engine, Snapshot, StoreError, Table};

/// How the file is opened.
#[derive(Debug, Clone)]
pub struct RedbOptions {
    /// How much memory pages may be kept in.
    pub cache_bytes: usize,
}

impl Default for RedbOptions {
    fn default() -> Self {
        Self {
            cache_bytes: 16 * 1024 * 1024,
        }
    }
}

/// The engine on disk.
pub struct Redb {
    database: Database,
    /// The number of the last commit.
    last: Mutex<u64>,
    tip: Tip,
}

impl Redb {
    /// Opens the store at `path`, or makes an empty one there. It is never half made: a new file
    /// takes its name only when it is whole and on the disk. Every page is read and checked before
    /// the first answer.
    ///
    /// # Errors
    /// [`StoreError::InUse`], [`StoreError::NotOurs`], [`StoreError::TooNew`],
    /// [`StoreError::Damaged`] or [`StoreError::Disk`].
    pub fn open(path: &Path, options: &RedbOptions) -> Result<Self, StoreError> {
        if !path.try_exists().map_err(StoreError::disk)? {
            make(path)?;
        }
        // On damaged pages redb may panic where it checks nothing.
        let opened = panic::catch_unwind(|| {
            let database = builder(options).open(path).map_err(cannot_open)?;
            prepared(database)
        });
        let odd = || Err(StoreError::damaged(FILE, "its pages make no sense"));
        let (database, commit) = opened.unwrap_or_else(|_| odd())?;
        let tip = tip(&Self::tip_of(path), commit)?;
        Ok(Self {
            database,
            last: Mutex::new(commit),
            tip,
        })
    }

    /// Where the file lies that knows how far the store at `path` came.
    pub(super) fn tip_of(path: &Path) -> PathBuf {
        path.with_extension("redb-tip")
    }
}

impl Engine for Redb {
    fn snapshot(&self) -> Result<Box<dyn Snapshot + '_>, StoreError> {
        Ok(Box::new(Moment(
            self.database.begin_read().map_err(trouble)?,
        )))
    }

    fn commit(&self, changes: &[Change]) -> Result<(), StoreError> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let write = begin(&self.database)?;
        for changes in changes.chunk_by(|one, next| one.table == next.table) {
            let Some(first) = changes.first() else {
                continue;
            };
            let mut table = write.open_table(rows(first.table)).map_err(trouble)?;
            for Change { key, value, .. } in changes {
                let done = match value {
                    Some(value) => table.insert(key.as_slice(), value.as_slice()),
                    None => table.remove(key.as_slice()),
                };
                done.map_err(trouble)?;
            }
        }
        let commit = *last + 1;
        number(&write, commit)?;
        write.commit().map_err(trouble)?;
        *last = commit;
        self.tip.say(said(commit))
    }

    fn name(&self) -> &'static str {
        "redb"
    }
}

type Rows = TableDefinition<'static, &'static [u8], &'static [u8]>;

/// One table of bytes per [`Table`].
const fn rows(table: Table) -> Rows {
    TableDefinition::new(table.name())
}

#[cfg(test)]
mod tests;

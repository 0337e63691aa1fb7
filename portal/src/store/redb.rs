//! redb: one file of copy-on-write B-trees. The only file that names it.
//!
//! redb alone would trust two things that a failing disk can change, so two things stand around it:
//! - where it opens a file that was closed well it checks no page: we let it check every one;
//! - where the newest of its two roots is damaged it may take the one before, and what was answered
//!   meanwhile is gone: each commit carries its number, which a file beside it knows too (`tip`).

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::ops::Bound;
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use ::redb::{
    Builder, Database, Durability, Error, ReadTransaction, ReadableDatabase, TableDefinition,
    TableHandle, WriteTransaction,
};

use super::engine::start;
use super::tip::{Said, Tip};
use super::{Change, Engine, Entry, Snapshot, StoreError, Table};

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

/// Every file of ours has this table, with the version of the layout described in this file.
const MARK: TableDefinition<'static, (), u8> = TableDefinition::new("mesdroits-portal-store");
const LAYOUT: u8 = 1;
/// The number of the last commit. Files of earlier versions have none, and count from 0.
const LAST: TableDefinition<'static, (), u64> = TableDefinition::new("mesdroits-portal-commits");
const FILE: &str = "the file";

struct Moment(ReadTransaction);

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

fn builder(options: &RedbOptions) -> Builder {
    let mut builder = Database::builder();
    builder
        .set_cache_size(options.cache_bytes)
        .set_check_integrity_on_open(true);
    builder
}

/// A write that is on the disk when it is committed. What redb could note in it for a quicker opening
/// would not be read: every page is checked at each opening.
fn begin(database: &Database) -> Result<WriteTransaction, StoreError> {
    let mut write = database.begin_write().map_err(trouble)?;
    write
        .set_durability(Durability::Immediate)
        .map_err(trouble)?;
    Ok(write)
}

/// Makes an empty store under another name, then gives it its own.
fn make(path: &Path) -> Result<(), StoreError> {
    let draft = path.with_extension("new");
    match fs::remove_file(&draft) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(StoreError::disk(error));
        }
        _ => {}
    }
    let database = builder(&RedbOptions::default()).create(&draft);
    let (database, _) = prepared(database.map_err(cannot_open)?)?;
    database.close().map_err(trouble)?;
    fs::rename(&draft, path).map_err(StoreError::disk)?;
    // The name is on the disk once the folder is.
    crate::folders::sync(path.parent()).map_err(StoreError::disk)
}

/// Makes sure the file is ours, and that it has every table of this version. Says how far it came.
fn prepared(database: Database) -> Result<(Database, u64), StoreError> {
    let read = database.begin_read().map_err(trouble)?;
    let names = read.list_tables().map_err(trouble)?;
    let names: BTreeSet<_> = names.map(|table| table.name().to_owned()).collect();
    let is_new = names.is_empty();
    if !is_new && !names.contains(MARK.name()) {
        return Err(StoreError::NotOurs);
    }
    if !is_new {
        check_layout(&read)?;
    }
    if is_new || Table::ALL.iter().any(|table| !names.contains(table.name())) {
        add_tables(&database)?;
    }
    let commit = if names.contains(LAST.name()) {
        let read = database.begin_read().map_err(trouble)?;
        let last = read.open_table(LAST).map_err(trouble)?;
        let found = last.get(()).map_err(trouble)?;
        found.map_or(0, |found| found.value())
    } else {
        0
    };
    Ok((database, commit))
}

/// Writes the number of a commit into it.
fn number(write: &WriteTransaction, commit: u64) -> Result<(), StoreError> {
    let mut last = write.open_table(LAST).map_err(trouble)?;
    last.insert((), commit).map_err(trouble)?;
    Ok(())
}

/// Takes the file that knows how far the store came, or begins it beside a store that has none yet.
fn tip(path: &Path, commit: u64) -> Result<Tip, StoreError> {
    if !path.try_exists().map_err(StoreError::disk)? {
        Tip::make(path, said(commit))?;
        crate::folders::sync(path.parent()).map_err(StoreError::disk)?;
    }
    let (tip, known) = Tip::open(path)?;
    if known.commit > commit {
        let lost = "commits that were answered are missing";
        return Err(StoreError::damaged(FILE, lost));
    }
    tip.say(said(commit))?;
    tip.sync()?;
    Ok(tip)
}

fn said(commit: u64) -> Said {
    Said {
        layout: LAYOUT,
        commit,
    }
}

fn check_layout(read: &ReadTransaction) -> Result<(), StoreError> {
    let mark = read.open_table(MARK).map_err(trouble)?;
    match mark.get(()).map_err(trouble)?.map(|found| found.value()) {
        Some(LAYOUT) => Ok(()),
        Some(found) if found > LAYOUT => Err(StoreError::TooNew {
            place: FILE,
            found,
            known: LAYOUT,
        }),
        _ => Err(StoreError::damaged(FILE, "its layout has no version")),
    }
}

fn add_tables(database: &Database) -> Result<(), StoreError> {
    let write = begin(database)?;
    let mut mark = write.open_table(MARK).map_err(trouble)?;
    mark.insert((), LAYOUT).map_err(trouble)?;
    drop(mark);
    for table in Table::ALL {
        write.open_table(rows(*table)).map_err(trouble)?;
    }
    write.commit().map_err(trouble)
}

/// Where a file is refused before anything in it was read.
fn cannot_open(error: impl Into<Error>) -> StoreError {
    match error.into() {
        Error::Io(error) if error.kind() == io::ErrorKind::InvalidData => StoreError::NotOurs,
        Error::UpgradeRequired(_) => StoreError::NotOurs,
        error => trouble(error),
    }
}

/// What redb says, in the words of the store.
fn trouble(error: impl Into<Error>) -> StoreError {
    match error.into() {
        Error::DatabaseAlreadyOpen | Error::LockProtocolMismatch => StoreError::InUse,
        Error::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            StoreError::damaged(FILE, error)
        }
        error @ (Error::Corrupted(_)
        | Error::TableTypeMismatch { .. }
        | Error::TableIsMultimap(_)
        | Error::TypeDefinitionChanged { .. }
        | Error::TableDoesNotExist(_)) => StoreError::damaged(FILE, error),
        error => StoreError::disk(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(path: &Path) -> Result<Redb, StoreError> {
        Redb::open(path, &RedbOptions::default())
    }

    fn refusal(path: &Path, options: &RedbOptions) -> StoreError {
        let Err(error) = Redb::open(path, options) else {
            unreachable!("it opened");
        };
        error
    }

    /// A store with something in it, closed.
    fn filled(path: &Path) {
        let changes: Vec<_> = (0..2_000_u32)
            .map(|n| Change {
                table: Table::Log,
                key: n.to_be_bytes().to_vec(),
                value: Some(vec![7; 300]),
            })
            .collect();
        open(path).unwrap().commit(&changes).unwrap();
    }

    #[test]
    fn only_one_may_hold_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.redb");
        let first = open(&path).unwrap();
        let error = refusal(&path, &RedbOptions::default());
        assert!(matches!(error, StoreError::InUse), "{error}");
        drop(first);
        open(&path).unwrap();
    }

    #[test]
    fn a_start_cut_short_leaves_nothing_in_the_way() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("store.new"), "half").unwrap();
        open(&folder.path().join("store.redb")).unwrap();
        assert!(!folder.path().join("store.new").exists());
    }

    #[test]
    fn a_folder_that_is_not_there_is_the_disks_fault() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("missing").join("store.redb");
        let error = refusal(&path, &RedbOptions::default());
        assert!(matches!(error, StoreError::Disk(_)), "{error}");
    }

    #[test]
    fn a_file_of_someone_else_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.redb");
        for content in ["", "x", "a letter", &"a long letter".repeat(10_000)] {
            fs::write(&path, content).unwrap();
            let error = refusal(&path, &RedbOptions::default());
            assert!(matches!(error, StoreError::NotOurs), "{error}");
            assert_eq!(fs::read_to_string(&path).unwrap(), content);
        }
    }

    #[test]
    fn a_database_of_another_program_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.redb");
        let other = Database::create(&path).unwrap();
        let write = other.begin_write().unwrap();
        write.open_table(rows(Table::Log)).unwrap();
        write.commit().unwrap();
        drop(other);
        let error = refusal(&path, &RedbOptions::default());
        assert!(matches!(error, StoreError::NotOurs), "{error}");
    }

    #[test]
    fn a_newer_layout_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.redb");
        let engine = open(&path).unwrap();
        let write = begin(&engine.database).unwrap();
        write
            .open_table(MARK)
            .unwrap()
            .insert((), LAYOUT + 1)
            .unwrap();
        write.commit().unwrap();
        drop(engine);
        let error = refusal(&path, &RedbOptions::default());
        assert!(
            matches!(error, StoreError::TooNew { place: FILE, .. }),
            "{error}"
        );
    }

    #[test]
    fn a_table_of_a_later_version_is_added_to_an_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.redb");
        let engine = open(&path).unwrap();
        let write = begin(&engine.database).unwrap();
        assert!(write.delete_table(rows(Table::Journal)).unwrap());
        write.commit().unwrap();
        drop(engine);
        let engine = open(&path).unwrap();
        assert_eq!(
            engine
                .snapshot()
                .unwrap()
                .get(Table::Journal, b"k")
                .unwrap(),
            None
        );
    }

    /// A file as the first version of this layout left it: no commit has a number, nothing lies
    /// beside it.
    #[test]
    fn a_file_whose_commits_have_no_number_is_taken_up() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.redb");
        filled(&path);
        let engine = open(&path).unwrap();
        let write = begin(&engine.database).unwrap();
        assert!(write.delete_table(LAST).unwrap());
        write.commit().unwrap();
        drop(engine);
        fs::remove_file(Redb::tip_of(&path)).unwrap();

        let engine = open(&path).unwrap();
        let snapshot = engine.snapshot().unwrap();
        let found = snapshot.scan(Table::Log, b"", None, usize::MAX).unwrap();
        assert_eq!(found.len(), 2_000);
        drop(snapshot);
        drop(engine);
        filled(&path);
        assert_eq!(*open(&path).unwrap().last.lock().unwrap(), 1);
    }

    #[test]
    fn an_older_copy_of_the_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.redb");
        filled(&path);
        let older = fs::read(&path).unwrap();
        filled(&path);
        fs::write(&path, older).unwrap();
        let error = refusal(&path, &RedbOptions::default());
        assert!(
            matches!(error, StoreError::Damaged { .. }) && error.to_string().contains("backup"),
            "{error}"
        );
    }

    #[test]
    fn a_damaged_file_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.redb");
        filled(&path);
        let whole = fs::read(&path).unwrap();
        let mut header = whole.clone();
        header[64..320].fill(0xa5);
        let cut = whole[..whole.len() / 2].to_vec();
        for (what, damaged) in [("header", header), ("cut", cut)] {
            fs::write(&path, damaged).unwrap();
            let error = refusal(&path, &RedbOptions::default());
            assert!(
                matches!(error, StoreError::Damaged { .. }),
                "{what}: {error}"
            );
        }
    }
}

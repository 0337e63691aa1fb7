//! The file: ours, of this layout, and as far as was answered.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use ::redb::{
    Builder, Database, Durability, ReadTransaction, ReadableDatabase, TableDefinition, TableHandle,
    WriteTransaction,
};

use super::trouble::{FILE, cannot_open, trouble};
use super::{RedbOptions, rows};
use crate::store::tip::{Said, Tip};
use crate::store::{StoreError, Table};

/// Every file of ours has this table, with the version of the layout described in this file.
pub(super) const MARK: TableDefinition<'static, (), u8> =
    TableDefinition::new("mesdroits-portal-store");
pub(super) const LAYOUT: u8 = 1;
/// The number of the last commit. Files of earlier versions have none, and count from 0.
pub(super) const LAST: TableDefinition<'static, (), u64> =
    TableDefinition::new("mesdroits-portal-commits");

pub(super) fn builder(options: &RedbOptions) -> Builder {
    let mut builder = Database::builder();
    builder
        .set_cache_size(options.cache_bytes)
        .set_check_integrity_on_open(true);
    builder
}

/// A write that is on the disk when it is committed. What redb could note in it for a quicker opening
/// would not be read: every page is checked at each opening.
pub(super) fn begin(database: &Database) -> Result<WriteTransaction, StoreError> {
    let mut write = database.begin_write().map_err(trouble)?;
    write
        .set_durability(Durability::Immediate)
        .map_err(trouble)?;
    Ok(write)
}

/// Makes an empty store under another name, then gives it its own.
pub(super) fn make(path: &Path) -> Result<(), StoreError> {
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
pub(super) fn prepared(database: Database) -> Result<(Database, u64), StoreError> {
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
pub(super) fn number(write: &WriteTransaction, commit: u64) -> Result<(), StoreError> {
    let mut last = write.open_table(LAST).map_err(trouble)?;
    last.insert((), commit).map_err(trouble)?;
    Ok(())
}

/// Takes the file that knows how far the store came, or begins it beside a store that has none yet.
pub(super) fn tip(path: &Path, commit: u64) -> Result<Tip, StoreError> {
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

pub(super) fn said(commit: u64) -> Said {
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

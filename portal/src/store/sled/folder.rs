//! The folder: made whole, opened, synced, closed.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use ::sled::{Config, Db};

use super::mark::{MARK, Mark, said_by};
use super::trouble::{guarded, trouble};
use crate::store::StoreError;
use crate::store::tip::Tip;

pub(super) const TIP: &str = "tip";
/// sled's own names.
pub(super) const LOG: &str = "db";
pub(super) const BLOBS: &str = "blobs";

/// How much memory pages may be kept in.
const CACHE: u64 = 16 * 1024 * 1024;

/// Makes an empty store under another name, then gives it its own.
pub(super) fn make(path: &Path) -> Result<(), StoreError> {
    let draft = path.with_extension("new");
    match fs::remove_dir_all(&draft) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        done => done.map_err(StoreError::disk)?,
    }
    fs::create_dir(&draft).map_err(StoreError::disk)?;
    let db = open(&draft)?;
    let mark = Mark {
        commit: 1,
        ..Mark::default()
    };
    db.insert(MARK, mark.to_bytes()).map_err(trouble)?;
    db.flush().map_err(trouble)?;
    close(db, &draft)?;
    Tip::make(&draft.join(TIP), said_by(mark))?;
    let mut synced = BTreeSet::new();
    for folder in [draft.join(BLOBS), draft.clone()] {
        sync_new(&folder, &mut synced).map_err(StoreError::disk)?;
    }
    fs::rename(&draft, path).map_err(StoreError::disk)?;
    crate::folders::sync(path.parent()).map_err(StoreError::disk)
}

pub(super) fn open(folder: &Path) -> Result<Db, StoreError> {
    // `None`: nothing is written behind our back, and what is written is synced by us.
    let config = Config::new()
        .path(folder)
        .cache_capacity(CACHE)
        .flush_every_ms(None);
    guarded(|| config.open().map_err(trouble))
}

/// Closes, and waits until sled's threads have let go of the file: they may hold it a moment longer
/// than sled says, and whoever opens it next would find it in use.
pub(super) fn close(db: Db, folder: &Path) -> Result<(), StoreError> {
    // It syncs once more, and panics where the disk fails.
    let closed = catch_unwind(AssertUnwindSafe(|| drop(db)));
    let free = File::open(folder.join(LOG)).and_then(|file| file.lock());
    free.map_err(StoreError::disk)?;
    closed.map_err(|_| StoreError::disk("its last sync failed"))
}

/// Syncs the files of a folder that were not synced yet, then their names.
pub(super) fn sync_new(folder: &Path, synced: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    let mut is_new = false;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if synced.contains(&path) {
            continue;
        }
        is_new = true;
        match File::open(&path).and_then(|file| file.sync_all()) {
            // sled removes what it needs no more.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            done => done?,
        }
        synced.insert(path);
    }
    if is_new {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

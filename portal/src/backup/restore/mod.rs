//! A portal comes back on an empty machine: everything is checked before anything is written.
//! Gate keys come back from the gate backup less the tombstones, with fewer tries; revoked sticks and
//! deleted spaces never come back.
//!
//! - `rows` the dump, checked and written; `files` the settings, what they name, the blobs
//! - `deleted` what must not come back; `keys` the gate's; `renewals` mends what a renewal left

mod deleted;
mod files;
mod keys;
mod renewals;
mod rows;

pub(super) use rows::{check, fill};

use std::{
    io,
    path::{Path, PathBuf},
};

use gate::BackupPrivate;

use self::{
    deleted::{bury_deleted, forget_approvals},
    files::{copy_blobs, names, settings},
    keys::restore_gate,
};
use super::{BackupError, at, dump, make::ROWS, manifest::Manifest};
use crate::{
    folders,
    settings::FILE,
    store::{OnDisk, Sum},
};

/// The gate backup, and the structure's key that opens it.
#[derive(Debug)]
pub struct GateBackup {
    /// The folder of sealed backups.
    pub folder: PathBuf,
    /// The offline key.
    pub key: BackupPrivate,
}

/// What came back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Restored {
    /// Rows of both stores.
    pub rows: u64,
    /// The set hash of these rows: as they were read, and as they were found once written.
    pub set_hash: Sum,
    /// Blobs.
    pub blobs: u64,
    /// Gate keys that answer again.
    pub keys: u64,
    /// Sealed gate keys left out: revoked, or of another gate.
    pub left_out: u64,
    /// Sealed gate keys that do not open: damaged, or sealed to another key.
    pub unreadable: u64,
    /// Spaces deleted since: their rows came back and go again.
    pub deleted: u64,
    /// Live enrolments whose secret was in no backup: these sticks need a recovery.
    pub missing: u64,
}

/// Brings a backup back into the new or empty folder `data`, on the engine it was made from.
///
/// # Errors
/// [`BackupError`]; a damaged backup writes nothing.
pub fn restore(
    from: &Path,
    data: &Path,
    gate_backup: Option<&GateBackup>,
) -> Result<Restored, BackupError> {
    restore_on(from, data, gate_backup, None)
}

/// The same, on this engine where one is named.
///
/// # Errors
/// As [`restore`].
pub fn restore_on(
    from: &Path,
    data: &Path,
    gate_backup: Option<&GateBackup>,
    engine: Option<OnDisk>,
) -> Result<Restored, BackupError> {
    let manifest = Manifest::check(from)?;
    let rows = from.join(ROWS);
    let set_hash = check(&rows)?;
    folders::make_empty(data).map_err(at(data))?;
    let mut settings = settings(from, data)?;
    settings.file.engine = engine.unwrap_or(settings.file.engine);
    names(from, data)?;
    let mut restored = Restored {
        set_hash,
        ..Restored::default()
    };
    copy_blobs(from, &manifest, &settings, &mut restored)?;
    folders::make(&settings.gate_folder()).map_err(at(settings.gate_folder()))?;
    let engine = settings.file.engine;
    let space = engine.open(&settings.space_store())?;
    let gate = engine.open(&settings.gate_store())?;
    restored.rows = fill(&rows, &space, &gate)?;
    if dump::set_hash(&space, &gate)? != set_hash {
        return Err(BackupError::Differs);
    }
    forget_approvals(&space)?;
    let deleted = bury_deleted(&settings, &space, &gate, gate_backup, manifest.time)?;
    restored.deleted = deleted.spaces;
    restore_gate(
        &settings,
        &gate,
        gate_backup,
        &deleted,
        manifest.time,
        &mut restored,
    )?;
    space.close();
    gate.close();
    // Last: a folder with settings is a whole one.
    let text = toml::to_string(&settings.file)
        .map_err(io::Error::other)
        .map_err(at(data))?;
    folders::write(&data.join(FILE), text.as_bytes()).map_err(at(data))?;
    folders::sync(data.parent()).map_err(at(data))?;
    Ok(restored)
}

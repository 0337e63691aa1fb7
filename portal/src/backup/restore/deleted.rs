//! What must not come back: spaces deleted since, their sticks, and approvals given at the desk.

use std::collections::BTreeSet;

use wire::KeyId;

use super::GateBackup;
use crate::{
    backup::{BackupError, at, write},
    domain::{ceremony, deletion, erasure, gate::bury, idle},
    folders,
    records::{GateKey, Stage},
    settings::Settings,
    store::{Read, Store, StoreError, Table},
    tombstones,
};

/// What was deleted since the backup.
pub(super) struct Deleted {
    /// How many spaces.
    pub(super) spaces: u64,
    /// Their sticks, by their first names at the gate.
    pub(super) sticks: BTreeSet<KeyId>,
    /// Since when their keys are gone: the time of the backup.
    pub(super) time: u64,
}

/// Tombstones of spaces, written apart from the backup, are taken up and replayed: nobody opens these
/// spaces again, nor do their sticks have a key here. The portal erases the rest as it starts. A deletion
/// that runs in the backup begins anew then.
pub(super) fn bury_deleted(
    settings: &Settings,
    space: &Store,
    gate: &Store,
    backup: Option<&GateBackup>,
    time: u64,
) -> Result<Deleted, BackupError> {
    let kept = settings.path(&settings.file.gate.backup);
    folders::make(&kept).map_err(at(&kept))?;
    if let Some(backup) = backup {
        let written = tombstones::list(&backup.folder).map_err(at(&backup.folder))?;
        for (name, since) in written {
            tombstones::write(&kept, &name, since)?;
        }
    }
    let spaces = tombstones::replay(&kept, space)?;
    write(space, deletion::pause)?;
    write(space, ceremony::end_restored)?;
    write(space, idle::forget_look)?;
    let sticks = space.read(|read| erasure::sticks(read))?;
    let rows: Vec<(Vec<u8>, GateKey)> =
        gate.read(|read| read.scan_records(&[], None, usize::MAX))?;
    let theirs: Vec<_> = rows
        .into_iter()
        .filter(|(_, row)| sticks.contains(&row.line) && !matches!(row.stage, Stage::Gone(_)))
        .filter_map(|(key, row)| Some((KeyId::from_slice(&key)?, row)))
        .collect();
    write(gate, move |tx| {
        for (key_id, row) in theirs {
            bury(tx, &key_id, row, time);
        }
        Ok(())
    })?;
    Ok(Deleted {
        spaces,
        sticks,
        time,
    })
}

/// Whom an officer approved at the desk may have been turned down since: nobody is certified by an approval that came
/// back.
pub(super) fn forget_approvals(space: &Store) -> Result<(), BackupError> {
    let rows: Result<_, StoreError> =
        space.read(|read| read.scan(Table::Approvals, &[], None, usize::MAX));
    let rows = rows?;
    write(space, move |tx| {
        for (key, _) in rows {
            tx.delete(Table::Approvals, key);
        }
        Ok(())
    })
}

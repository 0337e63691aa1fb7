//! Gate keys come back from the gate backup less the tombstones, with fewer tries.

use std::{collections::BTreeSet, fs, io};

use gate::{OpenedBackup, SecretFiles};
use wire::{KeyId, gate::Element};

use super::{GateBackup, Restored, deleted::Deleted, renewals::renewals};
use crate::{
    StartError,
    backup::{BackupError, at, write},
    domain::gate::{bury, counters},
    folders,
    gate_files::SEALED,
    records::{GateKey, GateVoucher, Line, Stage},
    settings::Settings,
    store::{Read, Record, Store},
};

/// Keys less tombstones, with three tries in a row and half of what remained.
pub(super) fn restore_gate(
    settings: &Settings,
    gate: &Store,
    backup: Option<&GateBackup>,
    deleted: &Deleted,
    time: u64,
    restored: &mut Restored,
) -> Result<(), BackupError> {
    let known: Vec<(Vec<u8>, Line)> = gate.read(|read| read.scan_records(&[], None, usize::MAX))?;
    write(gate, move |tx| {
        for (key, line) in known {
            tx.put_record(key, &counters::after_restore(&line));
        }
        Ok(())
    })?;
    let id = settings.gate_id().map_err(StartError::from)?;
    let files = SecretFiles::open(settings.gate_secrets(), settings.realm(), id)
        .map_err(StartError::from)?;
    let sealed_to = settings.path(&settings.file.gate.backup);
    folders::make(&sealed_to).map_err(at(&sealed_to))?;
    if let Some(backup) = backup {
        let listed = fs::read_dir(&backup.folder).map_err(at(&backup.folder))?;
        for entry in listed {
            let path = entry.map_err(at(&backup.folder))?.path();
            if path.extension().is_none_or(|extension| extension != SEALED) {
                continue;
            }
            let sealed = fs::read(&path).ok();
            let opened = sealed.as_ref().and_then(|sealed| {
                let opened = gate::open_backup(sealed, &backup.key).ok()?;
                Some((sealed, opened))
            });
            // One that is damaged does not keep the others away.
            let Some((sealed, opened)) = opened else {
                restored.unreadable += 1;
                continue;
            };
            let ours = opened.id.gate_id == id && opened.id.realm == settings.realm();
            let key_id = opened.id.key_id;
            if ours && take(gate, &files, deleted, opened)? {
                let copy = sealed_to.join(format!("{}.{SEALED}", key_id.to_hex()));
                folders::write(&copy, sealed).map_err(at(copy))?;
                restored.keys += 1;
            } else {
                restored.left_out += 1;
            }
        }
        for key_id in renewals(gate, &kept(&files)?, time)? {
            files.destroy(key_id).map_err(StartError::from)?;
            let copy = sealed_to.join(format!("{}.{SEALED}", key_id.to_hex()));
            match fs::remove_file(&copy) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(at(copy)(error));
                }
                _ => {}
            }
            restored.keys -= 1;
            restored.left_out += 1;
        }
    }
    let kept = kept(&files)?;
    let rows: Vec<(Vec<u8>, GateKey)> =
        gate.read(|read| read.scan_records(&[], None, usize::MAX))?;
    let missing = rows.iter().filter(|(key, row)| {
        let kept = KeyId::from_slice(key).is_some_and(|key| kept.contains(&key));
        !kept && !matches!(row.stage, Stage::Gone(_))
    });
    restored.missing = missing.count() as u64;
    Ok(())
}

/// The keys whose secrets are here by now.
fn kept(files: &SecretFiles) -> Result<BTreeSet<KeyId>, BackupError> {
    let all = files.list().map_err(StartError::from)?;
    Ok(all.into_iter().collect())
}

/// Takes one key back, unless a tombstone stands against it or it is not the key it says it is.
fn take(
    gate: &Store,
    files: &SecretFiles,
    deleted: &Deleted,
    opened: OpenedBackup,
) -> Result<bool, BackupError> {
    let key_id = opened.id.key_id;
    let public = Element(opened.secret.public().to_bytes());
    let known: Option<GateKey> = gate.read(|read| read.get_record(&key_id.0))?;
    if let Some(row) = &known
        && (matches!(row.stage, Stage::Gone(_)) || row.public != public)
    {
        return Ok(false);
    }
    let sealed = GateKey::from_bytes(&opened.record).ok();
    let sealed = sealed.filter(|row| row.public == public);
    let is_new = known.is_none();
    let row = match (known, sealed) {
        // Committed since the ordinary backup.
        (Some(row), Some(sealed))
            if matches!(row.stage, Stage::Pending(_)) && sealed.stage == Stage::Live =>
        {
            let (stage, proven) = (Stage::Live, true);
            GateKey {
                stage,
                proven,
                ..row
            }
        }
        (Some(row), _) => row,
        // Enrolled since: the record sealed with the secret is all there is.
        (None, Some(sealed)) => sealed,
        (None, None) => return Ok(false),
    };
    // Renewed since the backup, but of a space that was deleted.
    if deleted.sticks.contains(&row.line) {
        let since = deleted.time;
        write(gate, move |tx| {
            bury(tx, &key_id, row, since);
            Ok(())
        })?;
        return Ok(false);
    }
    files
        .put(key_id, &opened.secret)
        .map_err(StartError::from)?;
    write(gate, move |tx| {
        if tx.get_record::<Line>(&row.line.0)?.is_none() {
            let line = counters::after_restore(&counters::fresh());
            tx.put_record(row.line.0, &line);
        }
        let is_free = tx.get_record::<GateVoucher>(&row.voucher.0)?.is_none();
        if is_free || (is_new && row.line == key_id) {
            let bound = GateVoucher {
                possession: row.keys.possession,
                key_id: row.line,
                since: row.since,
            };
            tx.put_record(row.voucher.0, &bound);
        }
        tx.put_record(key_id.0, &row);
        Ok(())
    })?;
    Ok(true)
}

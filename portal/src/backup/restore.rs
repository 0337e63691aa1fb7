//! A portal comes back on an empty machine: everything is checked before anything is written.
//! Gate keys come back from the gate backup less the tombstones, with fewer tries; revoked sticks and
//! deleted spaces never come back.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::{self, BufReader},
    path::{Path, PathBuf},
};

use gate::{BackupPrivate, OpenedBackup, SecretFiles};
use wire::{KeyId, gate::Element};

use super::{
    BackupError, at, damaged,
    dump::{self, VERSION, Which},
    make::{BLOBS, ROWS, SETTINGS},
    manifest::Manifest,
};
use crate::{
    StartError, board,
    domain::{
        ceremony, deletion, erasure,
        gate::{bury, counters},
        idle,
    },
    folders,
    gate_files::SEALED,
    helpers,
    records::{GateKey, GateVoucher, Line, Stage},
    settings::{FILE, Settings, SettingsError, SettingsFile},
    store::{OnDisk, Read, Record, Store, StoreError, Sum, Table, Tx, WriteError},
    tombstones,
};

/// Rows written in one transaction.
const BATCH: usize = 512;

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

/// Whom an officer approved at the desk may have been turned down since: nobody is certified by an approval that came
/// back.
fn forget_approvals(space: &Store) -> Result<(), BackupError> {
    let rows: Result<_, StoreError> =
        space.read(|read| read.scan(Table::Approvals, &[], None, usize::MAX));
    let rows = rows?;
    let wrote = space.write(move |tx| {
        for (key, _) in rows {
            tx.delete(Table::Approvals, key);
        }
        Ok(())
    });
    wrote.map_err(|error: WriteError<StoreError>| match error {
        WriteError::Refused(trouble) | WriteError::Store(trouble) => trouble.into(),
    })
}

/// The settings, which name only what lies in the data folder from now on.
fn settings(from: &Path, data: &Path) -> Result<Settings, BackupError> {
    let source = from.join(SETTINGS);
    let text = source.join(FILE);
    let text = fs::read_to_string(&text).map_err(at(text))?;
    let mut file: SettingsFile = toml::from_str(&text).map_err(|error| {
        StartError::from(SettingsError::Toml {
            path: source.join(FILE),
            source: Box::new(error),
        })
    })?;
    file.structure.locator = "locator".into();
    file.structure.backup_key = "backup.pub".into();
    file.tls.chain = "tls/chain.pem".into();
    file.tls.key = "tls/server.key".into();
    file.gate.backup = "gate-backup".into();
    Ok(Settings {
        data: data.to_owned(),
        file,
    })
}

/// What the settings name.
fn names(from: &Path, data: &Path) -> Result<(), BackupError> {
    let source = from.join(SETTINGS);
    folders::make(&data.join("tls")).map_err(at(data))?;
    for (name, is_needed) in [
        ("locator", true),
        ("backup.pub", true),
        ("tls/chain.pem", true),
        ("tls/server.key", true),
        ("tls/ca.pem", false),
        ("tls/ca.key", false),
        (board::FILE, false),
        (helpers::FILE, false),
        (helpers::ELSEWHERE, false),
    ] {
        let path = source.join(name);
        match fs::read(&path) {
            Ok(content) => folders::write(&data.join(name), &content).map_err(at(path))?,
            Err(error) if !is_needed && error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(at(path)(error)),
        }
    }
    Ok(())
}

fn copy_blobs(
    from: &Path,
    manifest: &Manifest,
    settings: &Settings,
    restored: &mut Restored,
) -> Result<(), BackupError> {
    let target = settings.blobs();
    folders::make(&target).map_err(at(&target))?;
    let mut copies = Manifest::new(manifest.time);
    for name in manifest.files.keys() {
        if let Some(place) = name.strip_prefix(&format!("{BLOBS}/")) {
            copies.copy(&from.join(name), &target, place)?;
            restored.blobs += 1;
        }
    }
    // Their bytes are on the disk; now their names.
    for entry in fs::read_dir(&target).map_err(at(&target))? {
        let path = entry.map_err(at(&target))?.path();
        if path.is_dir() {
            folders::sync(Some(&path)).map_err(at(&path))?;
        }
    }
    folders::sync(Some(&target)).map_err(at(&target))
}

/// Reads a dump to its end before anybody uses it: the set hash of the rows that will be written.
pub(super) fn check(rows: &Path) -> Result<Sum, BackupError> {
    let mut sum = Sum::default();
    let file = File::open(rows).map_err(at(rows))?;
    let read = dump::read(BufReader::new(file), |which, name, key, value| {
        if let Some(table) = known(name) {
            dump::count(&mut sum, which, table, &key, &value);
        }
        Ok::<_, io::Error>(())
    });
    match read {
        Ok(Some(VERSION)) => Ok(sum),
        Ok(Some(_)) => Err(BackupError::TooNew),
        Ok(None) => Err(damaged(rows)),
        Err(error) => Err(at(rows)(error)),
    }
}

/// A table of a portal that no longer knows it has nothing to say here, nor has one that an older portal still
/// brought back.
fn known(name: &str) -> Option<Table> {
    let mut lasting = Table::ALL.iter().copied().filter(dump::lasts);
    lasting.find(|table| table.name() == name)
}

/// Writes the rows, in batches, and says how many. A blob that nothing needed may have gone before it
/// was copied: its row comes back all the same, and ends as it would have.
pub(super) fn fill(rows: &Path, space: &Store, gate: &Store) -> Result<u64, BackupError> {
    let mut count = 0;
    let mut batch: Vec<(Which, Table, Vec<u8>, Vec<u8>)> = Vec::new();
    let flush = |batch: &mut Vec<(Which, Table, Vec<u8>, Vec<u8>)>| -> Result<(), BackupError> {
        for (which, store) in [(Which::Space, space), (Which::Gate, gate)] {
            let rows: Vec<_> = batch.extract_if(.., |row| row.0 == which).collect();
            write(store, move |tx| {
                for (_, table, key, value) in rows {
                    tx.put(table, key, value);
                }
                Ok(())
            })?;
        }
        Ok(())
    };
    let file = File::open(rows).map_err(at(rows))?;
    let read = dump::read(BufReader::new(file), |which, name, key, value| {
        let Some(table) = known(name) else {
            return Ok(());
        };
        batch.push((which, table, key, value));
        count += 1;
        if batch.len() >= BATCH {
            flush(&mut batch).map_err(io::Error::other)?;
        }
        Ok::<_, io::Error>(())
    });
    match read {
        Ok(Some(VERSION)) => flush(&mut batch).map(|()| count),
        Ok(_) => Err(damaged(rows)),
        Err(error) => Err(at(rows)(error)),
    }
}

/// What was deleted since the backup.
struct Deleted {
    /// How many spaces.
    spaces: u64,
    /// Their sticks, by their first names at the gate.
    sticks: BTreeSet<KeyId>,
    /// Since when their keys are gone: the time of the backup.
    time: u64,
}

/// Tombstones of spaces, written apart from the backup, are taken up and replayed: nobody opens these
/// spaces again, nor do their sticks have a key here. The portal erases the rest as it starts. A deletion
/// that runs in the backup begins anew then.
fn bury_deleted(
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

/// Keys less tombstones, with three tries in a row and half of what remained.
fn restore_gate(
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
        for key_id in renewals(gate, &files, time)? {
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
    let kept: BTreeSet<KeyId> = files
        .list()
        .map_err(StartError::from)?
        .into_iter()
        .collect();
    let rows: Vec<(Vec<u8>, GateKey)> =
        gate.read(|read| read.scan_records(&[], None, usize::MAX))?;
    let missing = rows.iter().filter(|(key, row)| {
        let kept = KeyId::from_slice(key).is_some_and(|key| kept.contains(&key));
        !kept && !matches!(row.stage, Stage::Gone(_))
    });
    restored.missing = missing.count() as u64;
    Ok(())
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

/// Mends what a renewal since the ordinary backup left: of the enrolments of a line the one that was
/// made last and has its secret lives, or waits for its COMMIT where the one before it has its secret
/// too. Every other is its predecessor's tombstone, and leads on to it. Says whose secrets must go.
fn renewals(gate: &Store, files: &SecretFiles, time: u64) -> Result<Vec<KeyId>, BackupError> {
    let kept: BTreeSet<KeyId> = files
        .list()
        .map_err(StartError::from)?
        .into_iter()
        .collect();
    let rows: Vec<(Vec<u8>, GateKey)> =
        gate.read(|read| read.scan_records(&[], None, usize::MAX))?;
    let mut lines: BTreeMap<KeyId, Vec<(KeyId, GateKey)>> = BTreeMap::new();
    for (key, row) in rows {
        if let Some(key_id) = KeyId::from_slice(&key) {
            lines.entry(row.line).or_default().push((key_id, row));
        }
    }
    let mut gone = Vec::new();
    for (line, rows) in lines {
        let mended = mend(line, &rows, &kept, time);
        gone.extend(mended.iter().filter_map(|(key_id, row)| {
            let buried = matches!(row.stage, Stage::Gone(_)) && kept.contains(key_id);
            buried.then_some(*key_id)
        }));
        write(gate, move |tx| {
            for (key_id, row) in mended {
                tx.put_record(key_id.0, &row);
            }
            Ok(())
        })?;
    }
    Ok(gone)
}

/// The rows of one line that change.
fn mend(
    line: KeyId,
    rows: &[(KeyId, GateKey)],
    kept: &BTreeSet<KeyId>,
    time: u64,
) -> Vec<(KeyId, GateKey)> {
    let is_last = |(key_id, row): &&(KeyId, GateKey)| (row.since, *key_id != line);
    let answering = rows
        .iter()
        .filter(|(key_id, row)| kept.contains(key_id) && !matches!(row.stage, Stage::Gone(_)));
    let live = answering
        .clone()
        .filter(|(_, row)| match row.stage {
            Stage::Live => true,
            // What it waits for is no more: it was committed.
            Stage::Pending(of) => !kept.contains(&of),
            Stage::Gone(_) => false,
        })
        .max_by_key(is_last);
    let Some((live_id, _)) = live else {
        return Vec::new();
    };
    let live_id = *live_id;
    let next_id = answering
        .filter(|(_, row)| row.stage == Stage::Pending(live_id))
        .max_by_key(is_last)
        .map(|(key_id, _)| *key_id);
    let mut mended: Vec<(KeyId, GateKey)> = Vec::new();
    for (key_id, row) in rows {
        let mut row = row.clone();
        if *key_id == live_id {
            (row.stage, row.next) = (Stage::Live, next_id);
        } else if Some(*key_id) != next_id && !matches!(row.stage, Stage::Gone(_)) {
            // Only what was live led on; a renewal that was replaced led nowhere.
            let leads = row.stage == Stage::Live;
            row.next = leads.then_some(live_id);
            row.stage = Stage::Gone(time);
        }
        mended.push((*key_id, row));
    }
    // The stick is known by its first name, and that may be in no backup any more.
    if !rows.iter().any(|(key_id, _)| *key_id == line)
        && let Some((_, row)) = mended.iter().find(|(key_id, _)| *key_id == live_id)
    {
        let (stage, next) = (Stage::Gone(time), Some(live_id));
        let first = GateKey {
            stage,
            next,
            ..row.clone()
        };
        mended.push((line, first));
    }
    mended.retain(|changed| !rows.contains(changed));
    mended
}

fn write(
    store: &Store,
    rule: impl FnOnce(&mut Tx<'_>) -> Result<(), StoreError> + Send + 'static,
) -> Result<(), BackupError> {
    store.write(rule).map_err(|error| match error {
        crate::store::WriteError::Refused(error) | crate::store::WriteError::Store(error) => {
            error.into()
        }
    })
}

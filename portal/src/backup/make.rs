//! A backup is made, while the portal runs or not.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::BufWriter,
    path::Path,
};

use wire::BlobId;

use super::{
    BackupError, at,
    dump::{Trouble, Which, Writer},
    manifest::Manifest,
};
use crate::{
    app::open_store,
    blobs,
    clock::Clock,
    folders,
    records::Blob,
    settings::{FILE, Settings},
    store::{Record, Store, Table},
};

/// The dump's name in a backup.
pub(super) const ROWS: &str = "rows.dump";
/// Where the blobs are.
pub(super) const BLOBS: &str = "blobs";
/// Where the settings and what they name are.
pub(super) const SETTINGS: &str = "settings";
/// Where the time of the last backup is kept, in the data folder.
pub(crate) const LAST: &str = "last-backup";

/// Backs up the portal of a data folder into the new folder `to`: by the portal itself where it
/// runs, else straight from its stores.
///
/// # Errors
/// [`BackupError`]; what is in `to` is then no backup.
pub fn backup(settings: &Settings, to: &Path, clock: &dyn Clock) -> Result<(), BackupError> {
    if let Some(answer) = super::control::ask(&settings.control(), to) {
        return answer;
    }
    let space = open_store(&settings.space_store())?;
    let gate = open_store(&settings.gate_store())?;
    write(settings, &space, &gate, to, clock.now())
}

/// Writes a backup from open stores.
pub(super) fn write(
    settings: &Settings,
    space: &Store,
    gate: &Store,
    to: &Path,
    now: u64,
) -> Result<(), BackupError> {
    folders::make_empty(to).map_err(at(to))?;
    let mut manifest = Manifest::new(now);
    let needed = dump(space, gate, &to.join(ROWS), now)?;
    manifest.note(to, ROWS)?;
    for (blob, is_needed) in needed {
        let place = blobs::place(&blob);
        let from = settings.blobs().join(place.as_ref());
        match manifest.copy(&from, to, &format!("{BLOBS}/{place}")) {
            // A blob that nothing needs may have gone since the dump.
            Err(BackupError::Io { source, .. })
                if !is_needed && source.kind() == std::io::ErrorKind::NotFound => {}
            copied => copied?,
        }
    }
    let file = &settings.file;
    for (path, name) in [
        (Path::new(FILE), FILE),
        (&file.structure.locator, "locator"),
        (&file.structure.backup_key, "backup.pub"),
        (&file.tls.chain, "tls/chain.pem"),
        (&file.tls.key, "tls/server.key"),
    ] {
        manifest.copy(&settings.path(path), to, &format!("{SETTINGS}/{name}"))?;
    }
    for name in ["tls/ca.pem", "tls/ca.key"] {
        let path = settings.data.join(name);
        if path.exists() {
            manifest.copy(&path, to, &format!("{SETTINGS}/{name}"))?;
        }
    }
    manifest.write(to)?;
    let last = settings.data.join(LAST);
    folders::write(&last, now.to_string().as_bytes()).map_err(at(last))
}

/// Dumps both stores, and says which blobs there are and whether a manifest needs them.
fn dump(
    space: &Store,
    gate: &Store,
    path: &Path,
    now: u64,
) -> Result<BTreeMap<BlobId, bool>, BackupError> {
    let file = File::create_new(path).map_err(at(path))?;
    let mut needed = BTreeMap::new();
    let written = || -> Result<(), Trouble> {
        let mut writer = Writer::begin(BufWriter::new(file), now)?;
        // The gate first: what the space hands on afterwards comes again from its outbox.
        gate.read(|read| writer.store(Which::Gate, read, |_, _, _| {}))?;
        space.read(|read| {
            writer.store(Which::Space, read, |table, key, value| {
                if table == Table::Blobs
                    && let (Some(blob), Ok(row)) =
                        (BlobId::from_slice(key), Blob::from_bytes(value))
                {
                    needed.insert(blob, row.folder.is_some());
                }
            })
        })?;
        let out = writer.end()?.into_inner();
        let file = out.map_err(std::io::IntoInnerError::into_error)?;
        Ok(file.sync_all()?)
    };
    match written() {
        Ok(()) => Ok(needed),
        Err(Trouble::Store(error)) => Err(error.into()),
        Err(Trouble::Io(error)) => Err(at(path)(error)),
    }
}

/// When the last backup was made, as far as the data folder knows.
pub(crate) fn last(settings: &Settings) -> Option<u64> {
    let text = fs::read_to_string(settings.data.join(LAST)).ok()?;
    text.trim().parse().ok()
}

//! A backup is made, while the portal runs or not.

use std::{
    collections::BTreeMap,
    fs::{self, OpenOptions},
    io::BufWriter,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use tokio::sync::Mutex;
use wire::BlobId;

use super::{
    BackupError, at,
    dump::{Trouble, Which, Writer},
    manifest::Manifest,
};
use crate::{
    app::{Shared, open_stores},
    blobs, board,
    clock::Clock,
    control,
    folders::{self, FileError},
    helpers,
    records::Blob,
    settings::{FILE, Settings},
    store::{Read, Reader, Record, Store, StoreError, Table},
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
    let socket = settings.control();
    // The portal has another working folder than whoever asks.
    let whole = std::path::absolute(to).map_err(at(to))?;
    if let Some(answer) = control::call(&socket, &format!("backup {}", whole.display())) {
        let said = answer.map_err(at(socket))?;
        return said.map(drop).map_err(BackupError::Portal);
    }
    let (space, gate) = open_stores(settings)?;
    write(settings, &space, &gate, to, clock.now(), None)
}

/// Makes a backup from the stores of a portal that runs.
pub(crate) async fn by_portal(app: &Shared, to: PathBuf) -> Result<(), BackupError> {
    let app = app.clone();
    let made = tokio::task::spawn_blocking(move || {
        let handing = Some(&app.handing);
        write(
            &app.settings,
            &app.space,
            &app.gate,
            &to,
            app.now(),
            handing,
        )
    });
    made.await
        .unwrap_or_else(|error| Err(BackupError::Portal(error.to_string())))
}

/// Writes a backup from open stores. Whoever hands orders on while they are open holds `handing`.
pub(super) fn write(
    settings: &Settings,
    space: &Store,
    gate: &Store,
    to: &Path,
    now: u64,
    handing: Option<&Mutex<()>>,
) -> Result<(), BackupError> {
    folders::make_empty(to).map_err(at(to))?;
    let mut manifest = Manifest::new(now);
    let needed = dump(space, gate, &to.join(ROWS), now, handing)?;
    manifest.note(to, ROWS)?;
    copy_blobs(settings, space, needed, to, &mut manifest)?;
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
    for name in [
        "tls/ca.pem",
        "tls/ca.key",
        board::FILE,
        helpers::FILE,
        helpers::ELSEWHERE,
    ] {
        let path = settings.data.join(name);
        if path.exists() {
            manifest.copy(&path, to, &format!("{SETTINGS}/{name}"))?;
        }
    }
    manifest.write(to)?;
    let last = settings.data.join(LAST);
    folders::write(&last, now.to_string().as_bytes()).map_err(at(last))
}

/// Copies the blobs of a dump.
fn copy_blobs(
    settings: &Settings,
    space: &Store,
    needed: BTreeMap<BlobId, bool>,
    to: &Path,
    manifest: &mut Manifest,
) -> Result<(), BackupError> {
    for (blob, is_needed) in needed {
        let place = blobs::place(&blob);
        let from = settings.blobs().join(place.as_ref());
        match manifest.copy(&from, to, &format!("{BLOBS}/{place}")) {
            // A blob that nothing needs, or whose space was deleted, may have gone since the dump.
            Err(BackupError::Io(FileError { source, .. }))
                if source.kind() == std::io::ErrorKind::NotFound
                    && (!is_needed || is_gone(space, &blob)?) => {}
            copied => copied?,
        }
    }
    Ok(())
}

/// Whether nothing knows the blob any more.
fn is_gone(space: &Store, blob: &BlobId) -> Result<bool, BackupError> {
    let row: Result<_, StoreError> = space.read(|read| read.get(Table::Blobs, &blob.0));
    Ok(row?.is_none())
}

/// Dumps both stores, and says which blobs there are and whether a manifest needs them.
pub(super) fn dump(
    space: &Store,
    gate: &Store,
    path: &Path,
    now: u64,
    handing: Option<&Mutex<()>>,
) -> Result<BTreeMap<BlobId, bool>, BackupError> {
    let mut options = OpenOptions::new();
    let options = options.write(true).create_new(true).mode(0o600);
    let file = options.open(path).map_err(at(path))?;
    let mut needed = BTreeMap::new();
    let written = || -> Result<(), Trouble> {
        let mut writer = Writer::begin(BufWriter::new(file), now)?;
        at_one_moment(space, gate, handing, |space, gate| {
            writer.store(Which::Gate, gate, |_, _, _| {})?;
            writer.store(Which::Space, space, |table, key, value| {
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

/// Reads both stores as of one moment, at which no order is between them: each is still in the
/// outbox, or the gate has done it, or both, which is the same.
fn at_one_moment<T>(
    space: &Store,
    gate: &Store,
    handing: Option<&Mutex<()>>,
    reading: impl FnOnce(&Reader<'_>, &Reader<'_>) -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    let held = handing.map(Mutex::blocking_lock);
    gate.read(|gate| {
        space.read(|space| {
            // Both moments are taken: what happens from now on shows in neither.
            drop(held);
            reading(space, gate)
        })
    })
}

/// When the last backup was made, as far as the data folder knows.
pub(crate) fn last(settings: &Settings) -> Option<u64> {
    let text = fs::read_to_string(settings.data.join(LAST)).ok()?;
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fixtures::{NOW, settled},
        store::Memory,
    };

    #[test]
    fn a_blob_that_went_with_its_space_since_the_dump_is_not_missed() {
        let folder = tempfile::tempdir().unwrap();
        let (settings, _) = settled(folder.path(), |_| {});
        let space = Store::start(Memory::new()).unwrap();
        let blob = BlobId([7; 32]);
        let copy = |space: &Store| {
            let needed = BTreeMap::from([(blob, true)]);
            let mut manifest = Manifest::new(NOW);
            copy_blobs(&settings, space, needed, folder.path(), &mut manifest)
        };
        copy(&space).unwrap();
        let wrote = space.write(move |tx| {
            tx.put(Table::Blobs, blob.0, []);
            Ok::<_, StoreError>(())
        });
        wrote.unwrap();
        let missed = copy(&space);
        assert!(matches!(missed, Err(BackupError::Io(_))), "{missed:?}");
    }

    #[test]
    fn an_order_is_in_the_outbox_or_done_in_every_backup() {
        let (space, gate) = (Memory::new(), Memory::new());
        let (space, gate) = (Store::start(space).unwrap(), Store::start(gate).unwrap());
        let put = |store: &Store, table| {
            let wrote = store.write(move |tx| {
                tx.put(table, b"order".as_slice(), []);
                Ok::<_, StoreError>(())
            });
            wrote.unwrap();
        };
        put(&space, Table::Outbox);
        let handing = Mutex::new(());
        let hand_on = || {
            let _held = handing.blocking_lock();
            put(&gate, Table::GateKeys);
            let wrote = space.write(|tx| {
                tx.delete(Table::Outbox, b"order".as_slice());
                Ok::<_, StoreError>(())
            });
            wrote.unwrap();
        };
        let look = |meanwhile: &dyn Fn()| {
            let seen = at_one_moment(&space, &gate, Some(&handing), |space, gate| {
                // Its lock is free again: handing on does not wait for the whole backup.
                meanwhile();
                let waits = space.get(Table::Outbox, b"order")?.is_some();
                Ok((waits, gate.get(Table::GateKeys, b"order")?.is_some()))
            });
            seen.ok().unwrap()
        };
        assert_eq!(look(&hand_on), (true, false));
        assert_eq!(look(&|| {}), (false, true));

        // In the middle of handing on no moment is taken.
        put(&space, Table::Outbox);
        let held = handing.blocking_lock();
        std::thread::scope(|threads| {
            let looking = threads.spawn(|| look(&|| {}));
            let wrote = space.write(|tx| {
                tx.delete(Table::Outbox, b"order".as_slice());
                Ok::<_, StoreError>(())
            });
            wrote.unwrap();
            drop(held);
            assert_eq!(looking.join().unwrap(), (false, true));
        });
    }
}

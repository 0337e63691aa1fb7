//! A portal changes its engine: the rows go out as a file, and come back to the other engine. The same
//! rows, so the set hash before and after is the same. Blobs and secrets are files, and stay.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{BackupError, at, dump, make, restore, write};
use crate::{
    StartError,
    app::open_stores,
    clock::Clock,
    folders,
    settings::{FILE, Settings, SettingsError, SettingsFile},
    store::{OnDisk, Read, Store, StoreError, Sum, Table},
};

/// Writes every lasting row of a portal that is stopped to the new file `out`. Says their set hash.
///
/// # Errors
/// [`BackupError`]
pub fn export(settings: &Settings, out: &Path, clock: &dyn Clock) -> Result<Sum, BackupError> {
    let (space, gate) = open_stores(settings)?;
    make::dump(&space, &gate, out, clock.now(), None)?;
    let written = restore::check(out)?;
    if written != dump::set_hash(&space, &gate)? {
        return Err(BackupError::Differs);
    }
    Ok(written)
}

/// Moves a portal that is stopped to another engine, with the rows of an export. They must be those
/// that its stores hold: an older export would give tries back to who spent them, and is refused; going
/// back in time is what a restore is for. Says the set hash. Who was logged in logs in again.
///
/// # Errors
/// [`BackupError`]; the portal then goes on with the engine it had.
pub fn import(settings: &Settings, from: &Path, engine: OnDisk) -> Result<Sum, BackupError> {
    let mut moved = settings.clone();
    moved.file.engine = engine;
    if engine == settings.file.engine {
        return Err(StartError::from(SettingsError::Value {
            word: "engine",
            reason: "this engine keeps the stores already",
        })
        .into());
    }
    let (space, gate) = open_stores(settings)?;
    let set_hash = restore::check(from)?;
    if dump::set_hash(&space, &gate)? != set_hash {
        return Err(BackupError::Differs);
    }
    // What a move that was cut short left behind.
    remove(&moved)?;
    let (new_space, new_gate) = (
        engine.open(&moved.space_store())?,
        engine.open(&moved.gate_store())?,
    );
    restore::fill(from, &new_space, &new_gate)?;
    carry(&space, &new_space, Table::StaffPasskeys)?;
    if dump::set_hash(&new_space, &new_gate)? != set_hash {
        return Err(BackupError::Differs);
    }
    new_space.close();
    new_gate.close();
    choose(&settings.data, engine)?;
    // Counters that are no longer counted must not lie about.
    space.close();
    gate.close();
    remove(settings)?;
    Ok(set_hash)
}

/// Whether stores of an engine lie there that is not the one chosen.
pub(crate) fn left_over(settings: &Settings) -> Option<PathBuf> {
    let others = OnDisk::ALL.into_iter();
    let others = others.filter(|engine| *engine != settings.file.engine);
    let mut paths = others.flat_map(|engine| {
        let mut other = settings.clone();
        other.file.engine = engine;
        [other.space_store(), other.gate_store()]
    });
    paths.find(|path| path.exists())
}

/// Takes over a table that no stream has. A restore must not let in at the desk whom it was closed to since; a
/// move is of one moment, and whoever came in comes in still.
fn carry(from: &Store, to: &Store, table: Table) -> Result<(), BackupError> {
    let rows: Result<_, StoreError> = from.read(|read| read.scan(table, &[], None, usize::MAX));
    let rows = rows?;
    write(to, move |tx| {
        for (key, value) in rows {
            tx.put(table, key, value);
        }
        Ok(())
    })
}

/// Removes the stores of the engine that these settings choose.
fn remove(settings: &Settings) -> Result<(), BackupError> {
    let stores = [settings.space_store(), settings.gate_store()];
    let files = stores.iter().flat_map(|at| settings.file.engine.files(at));
    for path in files {
        let removed = if path.is_dir() {
            fs::remove_dir_all(&path)
        } else {
            fs::remove_file(&path)
        };
        match removed {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            done => done.map_err(at(&path))?,
        }
        folders::sync(path.parent()).map_err(at(path))?;
    }
    Ok(())
}

/// Writes the one line of the settings; every other stays as the admin wrote it.
fn choose(data: &Path, engine: OnDisk) -> Result<(), BackupError> {
    let path = data.join(FILE);
    let text = fs::read_to_string(&path).map_err(at(&path))?;
    let mut in_table = false;
    let kept = text.lines().filter(|line| {
        in_table |= line.trim_start().starts_with('[');
        let word = line.split_once('=').map(|(word, _)| word.trim());
        in_table || word != Some("engine")
    });
    let line = format!("engine = \"{}\"", engine.name());
    let text: Vec<&str> = std::iter::once(line.as_str()).chain(kept).collect();
    let text = text.join("\n") + "\n";
    let read: Result<SettingsFile, _> = toml::from_str(&text);
    match read {
        Ok(file) if file.engine == engine => {
            folders::write(&path, text.as_bytes()).map_err(at(path))
        }
        _ => Err(StartError::from(SettingsError::Value {
            word: "engine",
            reason: "the line could not be changed: write it by hand",
        })
        .into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        clock::Fixed,
        fixtures::{NOW, settled},
    };

    fn put(settings: &Settings, value: &'static [u8]) {
        let (space, gate) = open_stores(settings).unwrap();
        for store in [space, gate] {
            let wrote = store.write(move |tx| {
                for table in Table::ALL {
                    tx.put(*table, b"small", [table.name().as_bytes(), value].concat());
                }
                tx.put(Table::Manifests, b"large", vec![7; 1 << 20]);
                Ok::<_, StoreError>(())
            });
            wrote.unwrap();
        }
    }

    #[test]
    fn there_and_back_the_rows_are_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let (settings, _) = settled(folder.path(), |_| {});
        let file = settings.data.join(FILE);
        let text = fs::read_to_string(&file)
            .unwrap()
            .replace("engine = \"redb\"\n", "");
        fs::write(&file, format!("# ours\n{text}# engine = \"none\"\n")).unwrap();
        put(&settings, b"1");
        let clock = Fixed::at(NOW);
        let mut seen = Vec::new();
        for (n, engine) in [OnDisk::Sled, OnDisk::Redb].into_iter().enumerate() {
            let settings = Settings::read(&settings.data).unwrap();
            let out = folder.path().join(format!("{n}.rows"));
            seen.push(export(&settings, &out, &clock).unwrap());
            seen.push(import(&settings, &out, engine).unwrap());
            assert!(!settings.space_store().exists() && !settings.gate_store().exists());
            let moved = Settings::read(&settings.data).unwrap();
            assert_eq!((moved.file.engine, left_over(&moved)), (engine, None));
            let (space, gate) = open_stores(&moved).unwrap();
            seen.push(dump::set_hash(&space, &gate).unwrap());
            let large = space.read(|read| read.get(Table::Manifests, b"large"));
            let large: Result<_, StoreError> = large;
            assert_eq!(large.unwrap().unwrap().len(), 1 << 20);
            // Whoever came in at the desk comes in still; who was logged in into a space logs in again.
            let small = |table: Table| -> Result<Option<Vec<u8>>, StoreError> {
                space.read(|read| read.get(table, b"small"))
            };
            assert!(small(Table::StaffPasskeys).unwrap().is_some());
            assert_eq!(small(Table::Tokens).unwrap(), None);
        }
        assert_ne!(seen[0], Sum::default());
        assert!(seen.iter().all(|sum| *sum == seen[0]), "{seen:?}");
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("engine = \"redb\"\n# ours\n"), "{text}");
        assert!(text.ends_with("# engine = \"none\"\n"), "{text}");
    }

    #[test]
    fn an_older_export_and_one_that_is_damaged_change_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (settings, _) = settled(folder.path(), |_| {});
        let (old, bad) = (folder.path().join("old"), folder.path().join("bad"));
        put(&settings, b"1");
        export(&settings, &old, &Fixed::at(NOW)).unwrap();
        let mut bytes = fs::read(&old).unwrap();
        bytes[100] ^= 1;
        fs::write(&bad, bytes).unwrap();
        put(&settings, b"2");
        let refused = import(&settings, &old, OnDisk::Sled);
        assert!(matches!(refused, Err(BackupError::Differs)));
        let refused = import(&settings, &bad, OnDisk::Sled);
        assert!(matches!(refused, Err(BackupError::Damaged { .. })));
        let refused = import(&settings, &old, OnDisk::Redb);
        assert!(matches!(refused, Err(BackupError::Start(_))));
        let (open, _gate) = open_stores(&settings).unwrap();
        let busy = import(&settings, &old, OnDisk::Sled).unwrap_err();
        assert!(busy.to_string().contains("another process"), "{busy}");
        drop(open);
        let settings = Settings::read(&settings.data).unwrap();
        assert_eq!(
            (settings.file.engine, left_over(&settings)),
            (OnDisk::Redb, None)
        );
        // By the line alone nothing moves.
        let mut other = settings.clone();
        other.file.engine = OnDisk::Sled;
        let error = open_stores(&other).unwrap_err().to_string();
        assert!(error.contains("portal import"), "{error}");
    }
}

//! Bits that change on the disk: whatever engine and whatever place, the store is refused, or holds
//! exactly what it held.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{Entry, OnDisk, Read, Store, StoreError, Table, Tx};

/// Flips in each file.
const FLIPS: usize = 60;

#[test]
fn a_flipped_bit_is_refused_or_changes_nothing_on_redb() {
    flip_all_over(OnDisk::Redb);
}

#[test]
fn a_flipped_bit_is_refused_or_changes_nothing_on_sled() {
    flip_all_over(OnDisk::Sled);
}

fn flip_all_over(engine: OnDisk) {
    let folder = tempfile::tempdir().unwrap();
    let (whole, copy) = (folder.path().join("whole"), folder.path().join("copy"));
    let expected = filled(engine, &whole);
    let (mut refused, mut harmless) = (0, 0);
    for name in files(&whole) {
        let content = fs::read(whole.join(&name)).unwrap();
        // What was never written is zero, and most of it says nothing.
        let written = (0..content.len()).filter(|at| content[*at] != 0);
        let written: Vec<_> = written.collect();
        let step = (written.len() / FLIPS).max(1);
        for at in written.into_iter().step_by(step) {
            copy_all(&whole, &copy);
            let mut flipped = content.clone();
            flipped[at] ^= 1 << (at % 8);
            fs::write(copy.join(&name), flipped).unwrap();
            match engine.open(&copy.join("store")).and_then(everything) {
                Ok(found) => {
                    harmless += 1;
                    assert!(found == expected, "byte {at} of {}", name.display());
                }
                Err(StoreError::Disk(error)) => unreachable!("the disk is well: {error}"),
                Err(_) => refused += 1,
            }
            fs::remove_dir_all(&copy).unwrap();
        }
    }
    assert!(refused > 20 && harmless > 0, "{refused} {harmless}");
}

/// A store that was opened again between its commits, so that every kind of its files is there.
fn filled(engine: OnDisk, folder: &Path) -> Vec<Entry> {
    fs::create_dir(folder).unwrap();
    let path = folder.join("store");
    for opened in 0..3 {
        let store = engine.open(&path).unwrap();
        for commit in 0..5 {
            store.write(move |tx| put(tx, opened * 5 + commit)).unwrap();
        }
        store.close();
    }
    everything(engine.open(&path).unwrap()).unwrap()
}

/// Rows of one commit, some of them longer than a page.
fn put(tx: &mut Tx<'_>, commit: u32) -> Result<(), StoreError> {
    for n in 0..40_u32 {
        let value = vec![commit.to_le_bytes()[0]; (n * n * 5 + commit) as usize];
        tx.put(Table::Log, (n * 7 + commit).to_be_bytes(), value);
    }
    Ok(())
}

fn everything(store: Store) -> Result<Vec<Entry>, StoreError> {
    let mut found = Vec::new();
    for table in Table::ALL {
        found.extend(store.read(|read| read.scan(*table, b"", None, usize::MAX))?);
    }
    store.close();
    Ok(found)
}

/// Names of files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = entries
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file());
    let names = files.map(|entry| entry.path().strip_prefix(folder).unwrap().to_owned());
    names.collect()
}

fn copy_all(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.unwrap();
        let place = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir(place).unwrap();
        } else {
            fs::copy(entry.path(), place).unwrap();
        }
    }
}

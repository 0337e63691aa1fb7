//! What sled is given to open: files of others, of later versions, half made, and damaged ones.

use std::fs;
use std::path::{Path, PathBuf};

use super::tip::{Said, Tip};
use super::{Change, Engine, Entry, Sled, StoreError, Table};

fn refusal(path: &Path) -> StoreError {
    let Err(error) = Sled::open(path) else {
        unreachable!("it opened");
    };
    error
}

/// Rows of one commit, some of them too large for one piece.
fn rows(commit: u32) -> Vec<Change> {
    let rows = 0..40_u32;
    rows.map(|n| Change {
        table: Table::Log,
        key: (n * 7 + commit).to_be_bytes().to_vec(),
        value: Some(vec![commit.to_le_bytes()[0]; (n * n * 5 + commit) as usize]),
    })
    .collect()
}

/// A store that was opened again between its commits, so that every kind of its files is there.
fn filled(path: &Path) -> Vec<Entry> {
    for opened in 0..3 {
        let engine = Sled::open(path).unwrap();
        for commit in 0..5 {
            engine.commit(&rows(opened * 5 + commit)).unwrap();
        }
    }
    everything(&Sled::open(path).unwrap()).unwrap()
}

fn everything(engine: &Sled) -> Result<Vec<Entry>, StoreError> {
    let snapshot = engine.snapshot()?;
    snapshot.scan(Table::Log, b"", None, usize::MAX)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn only_one_may_hold_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sled");
    let first = Sled::open(&path).unwrap();
    assert!(matches!(refusal(&path), StoreError::InUse));
    drop(first);
    Sled::open(&path).unwrap();
}

#[test]
fn a_start_cut_short_leaves_nothing_in_the_way() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("store.new")).unwrap();
    fs::write(folder.path().join("store.new/db"), "half").unwrap();
    Sled::open(&folder.path().join("store.sled")).unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_folder_that_is_not_there_is_the_disks_fault() {
    let folder = tempfile::tempdir().unwrap();
    let error = refusal(&folder.path().join("missing").join("store.sled"));
    assert!(matches!(error, StoreError::Disk(_)), "{error}");
}

#[test]
fn what_is_not_ours_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (file, other) = (folder.path().join("letter"), folder.path().join("photos"));
    fs::write(&file, "a letter").unwrap();
    fs::create_dir(&other).unwrap();
    fs::write(other.join("db"), "a photo").unwrap();
    for path in [&file, &other] {
        let error = refusal(path);
        assert!(matches!(error, StoreError::NotOurs), "{error}");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "a letter");
    assert_eq!(files(&other).len(), 1);
    assert_eq!(fs::read_to_string(other.join("db")).unwrap(), "a photo");
}

#[test]
fn a_newer_layout_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sled");
    drop(Sled::open(&path).unwrap());
    let (tip, said) = Tip::open(&path.join("tip")).unwrap();
    let newer = Said {
        layout: said.layout + 1,
        commit: said.commit + 1,
    };
    tip.say(newer).unwrap();
    drop(tip);
    let error = refusal(&path);
    assert!(matches!(error, StoreError::TooNew { .. }), "{error}");
}

#[test]
fn commits_that_were_answered_are_missed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sled");
    filled(&path);
    let (tip, said) = Tip::open(&path.join("tip")).unwrap();
    let later = Said {
        commit: said.commit + 1,
        ..said
    };
    tip.say(later).unwrap();
    drop(tip);
    let error = refusal(&path);
    assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
}

#[test]
fn large_values_make_no_file_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sled");
    let engine = Sled::open(&path).unwrap();
    for commit in 0..4_u32 {
        let large = (0..8_u32).map(|n| Change {
            table: Table::Manifests,
            key: (n + commit).to_be_bytes().to_vec(),
            value: Some(vec![0x5a; 1 << 20]),
        });
        engine.commit(&large.collect::<Vec<_>>()).unwrap();
    }
    assert_eq!(fs::read_dir(path.join("blobs")).unwrap().count(), 0);
}

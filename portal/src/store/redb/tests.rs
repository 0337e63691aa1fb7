//! Files that are ours, and files that are not, older, newer or damaged.

use super::file::{LAST, LAYOUT, MARK};
use super::*;
use std::fs;

fn open(path: &Path) -> Result<Redb, StoreError> {
    Redb::open(path, &RedbOptions::default())
}

fn refusal(path: &Path, options: &RedbOptions) -> StoreError {
    let Err(error) = Redb::open(path, options) else {
        unreachable!("it opened");
    };
    error
}

/// A store with something in it, closed.
fn filled(path: &Path) {
    let changes: Vec<_> = (0..2_000_u32)
        .map(|n| Change {
            table: Table::Log,
            key: n.to_be_bytes().to_vec(),
            value: Some(vec![7; 300]),
        })
        .collect();
    open(path).unwrap().commit(&changes).unwrap();
}

#[test]
fn only_one_may_hold_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.redb");
    let first = open(&path).unwrap();
    let error = refusal(&path, &RedbOptions::default());
    assert!(matches!(error, StoreError::InUse), "{error}");
    drop(first);
    open(&path).unwrap();
}

#[test]
fn a_start_cut_short_leaves_nothing_in_the_way() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("store.new"), "half").unwrap();
    open(&folder.path().join("store.redb")).unwrap();
    assert!(!folder.path().join("store.new").exists());
}

#[test]
fn a_folder_that_is_not_there_is_the_disks_fault() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("missing").join("store.redb");
    let error = refusal(&path, &RedbOptions::default());
    assert!(matches!(error, StoreError::Disk(_)), "{error}");
}

#[test]
fn a_file_of_someone_else_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.redb");
    for content in ["", "x", "a letter", &"a long letter".repeat(10_000)] {
        fs::write(&path, content).unwrap();
        let error = refusal(&path, &RedbOptions::default());
        assert!(matches!(error, StoreError::NotOurs), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
    }
}

#[test]
fn a_database_of_another_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.redb");
    let other = Database::create(&path).unwrap();
    let write = other.begin_write().unwrap();
    write.open_table(rows(Table::Log)).unwrap();
    write.commit().unwrap();
    drop(other);
    let error = refusal(&path, &RedbOptions::default());
    assert!(matches!(error, StoreError::NotOurs), "{error}");
}

#[test]
fn a_newer_layout_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.redb");
    let engine = open(&path).unwrap();
    let write = begin(&engine.database).unwrap();
    write
        .open_table(MARK)
        .unwrap()
        .insert((), LAYOUT + 1)
        .unwrap();
    write.commit().unwrap();
    drop(engine);
    let error = refusal(&path, &RedbOptions::default());
    assert!(
        matches!(error, StoreError::TooNew { place: FILE, .. }),
        "{error}"
    );
}

#[test]
fn a_table_of_a_later_version_is_added_to_an_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.redb");
    let engine = open(&path).unwrap();
    let write = begin(&engine.database).unwrap();
    assert!(write.delete_table(rows(Table::Journal)).unwrap());
    write.commit().unwrap();
    drop(engine);
    let engine = open(&path).unwrap();
    assert_eq!(
        engine
            .snapshot()
            .unwrap()
            .get(Table::Journal, b"k")
            .unwrap(),
        None
    );
}

/// A file as the first version of this layout left it: no commit has a number, nothing lies
/// beside it.
#[test]
fn a_file_whose_commits_have_no_number_is_taken_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.redb");
    filled(&path);
    let engine = open(&path).unwrap();
    let write = begin(&engine.database).unwrap();
    assert!(write.delete_table(LAST).unwrap());
    write.commit().unwrap();
    drop(engine);
    fs::remove_file(Redb::tip_of(&path)).unwrap();

    let engine = open(&path).unwrap();
    let snapshot = engine.snapshot().unwrap();
    let found = snapshot.scan(Table::Log, b"", None, usize::MAX).unwrap();
    assert_eq!(found.len(), 2_000);
    drop(snapshot);
    drop(engine);
    filled(&path);
    assert_eq!(*open(&path).unwrap().last.lock().unwrap(), 1);
}

#[test]
fn an_older_copy_of_the_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.redb");
    filled(&path);
    let older = fs::read(&path).unwrap();
    filled(&path);
    fs::write(&path, older).unwrap();
    let error = refusal(&path, &RedbOptions::default());
    assert!(
        matches!(error, StoreError::Damaged { .. }) && error.to_string().contains("backup"),
        "{error}"
    );
}

#[test]
fn a_damaged_file_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.redb");
    filled(&path);
    let whole = fs::read(&path).unwrap();
    let mut header = whole.clone();
    header[64..320].fill(0xa5);
    let cut = whole[..whole.len() / 2].to_vec();
    for (what, damaged) in [("header", header), ("cut", cut)] {
        fs::write(&path, damaged).unwrap();
        let error = refusal(&path, &RedbOptions::default());
        assert!(
            matches!(error, StoreError::Damaged { .. }),
            "{what}: {error}"
        );
    }
}

//! Secrets come, stay and go; what a crash or somebody else left there is told from them.

use super::*;
use crate::fixtures::{ID, Seeded, rfc_secret};
use proptest::prelude::*;
use tempfile::TempDir;

fn place() -> (TempDir, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("gate");
    (place, folder)
}

fn open(folder: &Path) -> SecretFiles {
    SecretFiles::open(folder, ID.realm, ID.gate_id).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn kept_listed_and_found_again_by_the_next_process() {
    let (_place, folder) = place();
    let files = open(&folder);
    assert!(files.get(ID.key_id).unwrap().is_none());
    files.put(ID.key_id, &rfc_secret()).unwrap();
    files
        .put(KeyId([1; 16]), &GateSecret::generate(&mut Seeded(0)))
        .unwrap();

    let files = open(&folder);
    assert_eq!(
        files.get(ID.key_id).unwrap().unwrap().public(),
        rfc_secret().public()
    );
    assert_eq!(files.list().unwrap(), [KeyId([1; 16]), ID.key_id]);
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&files.path(ID.key_id, KEY)), 0o600);
}

#[test]
fn put_twice_is_fine_and_another_secret_is_refused() {
    let (_place, folder) = place();
    let files = open(&folder);
    files.put(ID.key_id, &rfc_secret()).unwrap();
    files.put(ID.key_id, &rfc_secret()).unwrap();
    let other = GateSecret::generate(&mut Seeded(0));
    let refused = files.put(ID.key_id, &other).unwrap_err();
    assert!(matches!(refused, FilesError::Taken { key_id } if key_id == ID.key_id));
    assert_eq!(
        files.get(ID.key_id).unwrap().unwrap().public(),
        rfc_secret().public()
    );
    assert_eq!(names(&folder).len(), 1);
}

#[test]
fn destroyed_is_gone_overwritten_and_stays_gone() {
    let (place, folder) = place();
    let files = open(&folder);
    files.put(ID.key_id, &rfc_secret()).unwrap();
    // A second name for the same bytes shows what is left of them on the disk.
    let witness = place.path().join("witness");
    fs::hard_link(files.path(ID.key_id, KEY), &witness).unwrap();

    files.destroy(ID.key_id).unwrap();
    files.destroy(ID.key_id).unwrap();
    assert!(files.get(ID.key_id).unwrap().is_none());
    assert!(files.list().unwrap().is_empty());
    assert!(names(&folder).is_empty());
    assert_eq!(fs::read(witness).unwrap(), [0; key_file::LEN]);
    assert!(open(&folder).get(ID.key_id).unwrap().is_none());
}

#[test]
fn leftovers_of_a_crash_are_wiped_at_open() {
    let (place, folder) = place();
    let files = open(&folder);
    files.put(ID.key_id, &rfc_secret()).unwrap();
    let witness = place.path().join("witness");
    fs::hard_link(files.path(ID.key_id, KEY), &witness).unwrap();
    fs::rename(files.path(ID.key_id, KEY), files.path(ID.key_id, TMP)).unwrap();

    let files = open(&folder);
    assert!(names(&folder).is_empty());
    assert_eq!(fs::read(witness).unwrap(), [0; key_file::LEN]);
    files.put(ID.key_id, &rfc_secret()).unwrap();
}

#[test]
fn a_leftover_blocks_neither_put_nor_destroy() {
    let (_place, folder) = place();
    let files = open(&folder);
    fs::write(files.path(ID.key_id, TMP), b"half").unwrap();
    files.put(ID.key_id, &rfc_secret()).unwrap();
    fs::write(files.path(ID.key_id, TMP), b"half").unwrap();
    files.destroy(ID.key_id).unwrap();
    assert!(names(&folder).is_empty());
}

#[test]
fn a_folder_open_to_others_is_refused() {
    let (_place, folder) = place();
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o750)).unwrap();
    let refused = SecretFiles::open(&folder, ID.realm, ID.gate_id).unwrap_err();
    assert!(matches!(refused, FilesError::Exposed { .. }), "{refused}");
}

#[test]
fn an_unusable_file_is_neither_read_nor_replaced_but_can_be_destroyed() {
    let (_place, folder) = place();
    let files = open(&folder);
    files.put(ID.key_id, &rfc_secret()).unwrap();
    let elsewhere = SecretFiles::open(&folder, ID.realm, GateId([0; 16])).unwrap();
    let foreign = elsewhere.get(ID.key_id).unwrap_err();
    assert!(matches!(
        foreign,
        FilesError::Unusable {
            source: KeyFileError::Foreign,
            ..
        }
    ));

    fs::write(files.path(ID.key_id, KEY), b"").unwrap();
    let damaged = files.put(ID.key_id, &rfc_secret()).unwrap_err();
    assert!(matches!(
        damaged,
        FilesError::Unusable {
            source: KeyFileError::Damaged,
            ..
        }
    ));
    files.destroy(ID.key_id).unwrap();
    files.put(ID.key_id, &rfc_secret()).unwrap();
}

#[test]
fn a_reader_meets_the_secret_or_nothing_while_it_comes_and_goes() {
    let (_place, folder) = place();
    let files = open(&folder);
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for _ in 0..50 {
                files.put(ID.key_id, &rfc_secret()).unwrap();
                files.destroy(ID.key_id).unwrap();
            }
        });
        while !writer.is_finished() {
            files.get(ID.key_id).unwrap();
        }
    });
}

#[test]
fn other_names_are_not_looked_at() {
    let (_place, folder) = place();
    let files = open(&folder);
    for name in [
        "lost+found",
        "22.key",
        "note.tmp",
        &format!("{}.key.old", "22".repeat(16)),
    ] {
        fs::write(folder.join(name), b"kept").unwrap();
    }
    assert!(files.list().unwrap().is_empty());
    open(&folder);
    assert_eq!(names(&folder).len(), 4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_lies_in_a_key_file_is_refused(
        content in prop::collection::vec(any::<u8>(), 0..2 * MAX_FILE),
    ) {
        let (_place, folder) = place();
        let files = open(&folder);
        fs::write(files.path(ID.key_id, KEY), content).unwrap();
        prop_assert!(files.get(ID.key_id).is_err());
    }
}

//! What was acknowledged is there after a `kill -9`.
//!
//! The test starts itself again as another process, which writes until it is killed.

use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use super::{Entry, OnDisk, Read, Store, StoreError, Table, Tx};

const STORE: &str = "MESDROITS_TEST_STORE";
const ROUNDS: usize = 5;
const WRITERS: usize = 4;

#[test]
fn what_was_acknowledged_survives_a_kill_on_redb() {
    survives(OnDisk::Redb);
}

#[test]
fn what_was_acknowledged_survives_a_kill_on_sled() {
    survives(OnDisk::Sled);
}

fn survives(engine: OnDisk) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(engine.name());
    let mut acknowledged = Vec::new();
    for round in 0..ROUNDS {
        let enough = 20 + 17 * round;
        acknowledged.extend(write_until_killed(&path, enough));
        let stored = check(&open(&path));
        for number in &acknowledged {
            assert!(*number < stored, "{number} was acknowledged, then lost");
        }
    }
}

/// Not a test of its own: the other process, which does nothing unless it is told where to write.
#[test]
fn other_process() {
    let Some(path) = env::var_os(STORE) else {
        return;
    };
    let store = open(&PathBuf::from(path));
    thread::scope(|scope| {
        for _ in 0..WRITERS {
            scope.spawn(|| while acknowledge(store.write(add).unwrap()).is_ok() {});
        }
    });
}

/// Opens a store; its name says by which engine.
fn open(path: &Path) -> Store {
    let engine = OnDisk::ALL.into_iter();
    let mut engine = engine.filter(|engine| path.ends_with(engine.name()));
    engine.next().unwrap().open(path).unwrap()
}

/// Adds the next number: to the counter, and with its bytes to two tables.
fn add(tx: &mut Tx<'_>) -> Result<u64, StoreError> {
    let number = next(tx)?;
    tx.put(Table::Log, number.to_be_bytes(), bytes_of(number));
    tx.put(Table::Boxes, number.to_be_bytes(), bytes_of(number));
    tx.put(Table::Meta, b"next", (number + 1).to_be_bytes());
    Ok(number)
}

/// Says that `number` is stored; fails once nobody listens.
fn acknowledge(number: u64) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(format!("\nstored {number}.\n").as_bytes())?;
    out.flush()
}

/// Runs the other process, kills it after `enough` acknowledgements, and returns all it gave.
fn write_until_killed(path: &Path, enough: usize) -> Vec<u64> {
    let (_crate, module) = module_path!().split_once("::").unwrap();
    let mut child = Command::new(env::current_exe().unwrap())
        .args([
            "--exact",
            &format!("{module}::other_process"),
            "--nocapture",
        ])
        .env(STORE, OsString::from(path))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut acknowledged: Vec<u64> = lines
        .by_ref()
        .filter_map(|line| number_of(&line.unwrap()))
        .take(enough)
        .collect();
    child.kill().unwrap();
    // What was in the pipe when it died was acknowledged too.
    acknowledged.extend(lines.filter_map(|line| number_of(&line.unwrap())));
    child.wait().unwrap();
    assert!(acknowledged.len() >= enough, "the other process gave up");
    acknowledged
}

fn number_of(line: &str) -> Option<u64> {
    let number = line.strip_prefix("stored ")?.strip_suffix('.')?;
    number.parse().ok()
}

/// Checks that every transaction is there whole or not at all, and returns how many are there.
fn check(store: &Store) -> u64 {
    let checked = store.read(|reader| {
        let stored = next(reader)?;
        let expected: Vec<Entry> = (0..stored)
            .map(|number| (number.to_be_bytes().to_vec(), bytes_of(number)))
            .collect();
        for table in [Table::Log, Table::Boxes] {
            let found = reader.scan(table, b"", None, usize::MAX)?;
            assert!(found == expected, "{table:?} is torn");
        }
        Ok::<_, StoreError>(stored)
    });
    checked.unwrap()
}

fn next(from: &impl Read) -> Result<u64, StoreError> {
    let next = from.get(Table::Meta, b"next")?;
    Ok(next.map_or(0, |next| u64::from_be_bytes(next.try_into().unwrap())))
}

/// From one byte to three pages, different for each number.
fn bytes_of(number: u64) -> Vec<u8> {
    let length = 1 + usize::try_from(number * 2_711 % 12_000).unwrap();
    number
        .to_le_bytes()
        .into_iter()
        .cycle()
        .take(length)
        .collect()
}

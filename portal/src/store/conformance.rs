//! One story every engine must pass, told through the `Store`.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::mpsc;
use std::task::{Context, Waker};
use std::thread::{self, JoinHandle};

use super::{Memory, OnDisk, Read, Store, StoreError, Table, Tx, WriteError};

#[test]
fn memory_passes() {
    let memory = Memory::new();
    story(&|| Store::start(memory.clone()).unwrap());
}

#[test]
fn redb_passes() {
    passes(OnDisk::Redb);
}

#[test]
fn sled_passes() {
    passes(OnDisk::Sled);
}

fn passes(engine: OnDisk) {
    let folder = tempfile::tempdir().unwrap();
    story(&|| engine.open(&folder.path().join("store")).unwrap());
}

/// Keeps the writer busy until it is dropped: what is asked meanwhile waits, and falls into one
/// batch with it.
pub(super) struct Held {
    release: Option<mpsc::Sender<()>>,
    busy: Option<JoinHandle<()>>,
}

pub(super) fn hold(store: &Store) -> Held {
    let (started, has_started) = mpsc::channel();
    let (release, released) = mpsc::channel::<()>();
    let store = store.clone();
    let busy = thread::spawn(move || {
        write(&store, move |_tx| {
            started.send(()).unwrap();
            released.recv().unwrap_err();
        });
    });
    has_started.recv().unwrap();
    Held {
        release: Some(release),
        busy: Some(busy),
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.release.take();
        self.busy.take().map(JoinHandle::join);
    }
}

/// Starts a write and returns it with its place in the queue taken.
pub(super) fn queued<F: Future>(write: F) -> Pin<Box<F>> {
    let mut write = Box::pin(write);
    let mut context = Context::from_waker(Waker::noop());
    assert!(write.as_mut().poll(&mut context).is_pending());
    write
}

/// Waits for one future on this thread.
pub(super) fn block_on<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.unwrap().block_on(future)
}

fn story(open: &dyn Fn() -> Store) {
    let store = open();
    a_closure_sees_what_it_wrote(&store);
    a_refused_closure_leaves_nothing(&store);
    a_write_is_whole_across_tables(&store);
    what_is_deleted_is_gone(&store);
    a_scan_is_ordered_and_bounded(&store);
    a_scan_sees_through_pending_changes(&store);
    a_snapshot_does_not_move(&store);
    a_long_look_sees_one_moment(&store);
    a_large_value_is_a_value(&store);
    those_who_wait_share_a_batch(&store);
    threads_take_turns(&store);
    drop(store);
    everything_is_there_after_reopening(&open());
}

fn a_closure_sees_what_it_wrote(store: &Store) {
    let seen = store.write(|tx| {
        tx.put(Table::Accounts, b"anna", b"1");
        let first = tx.get(Table::Accounts, b"anna")?;
        tx.put(Table::Accounts, b"anna", b"2");
        Ok::<_, StoreError>((first, tx.get(Table::Accounts, b"anna")?))
    });
    assert_eq!(
        seen.unwrap(),
        (Some(b"1".to_vec()), Some(b"2".to_vec())),
        "the last word counts"
    );
    assert_eq!(value(store, Table::Accounts, b"anna").unwrap(), b"2");
}

fn a_refused_closure_leaves_nothing(store: &Store) {
    let refused = store.write(|tx| {
        tx.put(Table::Accounts, b"anna", b"3");
        tx.put(Table::Accounts, b"boris", b"1");
        Err::<(), _>("no")
    });
    assert!(matches!(refused, Err(WriteError::Refused("no"))));
    assert_eq!(value(store, Table::Accounts, b"anna").unwrap(), b"2");
    assert_eq!(value(store, Table::Accounts, b"boris"), None);
}

fn a_write_is_whole_across_tables(store: &Store) {
    write(store, |tx| {
        for table in Table::ALL {
            tx.put(*table, b"whole", table.name());
        }
    });
    for table in Table::ALL {
        let found = value(store, *table, b"whole").unwrap();
        assert_eq!(found, table.name().as_bytes(), "tables do not mix");
    }
}

fn what_is_deleted_is_gone(store: &Store) {
    write(store, |tx| {
        tx.put(Table::Slots, b"old", b"1");
        tx.put(Table::Slots, b"kept", b"1");
    });
    write(store, |tx| {
        tx.delete(Table::Slots, b"old");
        tx.delete(Table::Slots, b"never there");
        assert_eq!(tx.get(Table::Slots, b"old").unwrap(), None);
    });
    assert_eq!(value(store, Table::Slots, b"old"), None);
    assert_eq!(value(store, Table::Slots, b"kept").unwrap(), b"1");
}

/// Keys whose order is that of their bytes, not of their lengths.
const LOG: [&[u8]; 7] = [b"a", b"a\0", b"ab", b"a\xff", b"b", b"ba", b"\xff\xff"];

fn a_scan_is_ordered_and_bounded(store: &Store) {
    write(store, |tx| {
        tx.delete(Table::Log, b"whole");
        for key in LOG.iter().rev() {
            tx.put(Table::Log, *key, *key);
        }
    });
    let scan = |prefix: &[u8], after: Option<&[u8]>, limit| {
        let entries = store.read(|reader| reader.scan(Table::Log, prefix, after, limit));
        keys(entries.unwrap())
    };
    assert_eq!(scan(b"", None, 100), LOG);
    assert_eq!(scan(b"", None, 3), LOG[..3]);
    assert_eq!(scan(b"a", None, 100), LOG[..4]);
    assert_eq!(scan(b"a", Some(b"a"), 2), LOG[1..3], "after is left out");
    assert_eq!(
        scan(b"a", Some(b"a\x01"), 2),
        LOG[2..4],
        "after need not be there"
    );
    assert_eq!(
        scan(b"b", Some(b"a"), 9),
        LOG[4..6],
        "after comes before the prefix"
    );
    assert_eq!(
        scan(b"a", Some(b"b"), 9),
        LOG[..0],
        "after comes behind the prefix"
    );
    assert_eq!(scan(b"\xff", None, 9), LOG[6..]);
    assert_eq!(scan(b"c", None, 9), LOG[..0]);
    assert_eq!(scan(b"", None, 0), LOG[..0]);
}

fn a_scan_sees_through_pending_changes(store: &Store) {
    let refused = store.write(|tx| {
        tx.delete(Table::Log, b"a");
        tx.delete(Table::Log, b"ab");
        tx.put(Table::Log, b"aa", b"new");
        tx.put(Table::Log, b"c", b"new");
        tx.put(Table::Log, b"b", b"changed");
        let page = |after, limit| keys(tx.scan(Table::Log, b"", after, limit).unwrap());
        let all: [&[u8]; 7] = [b"a\0", b"aa", b"a\xff", b"b", b"ba", b"c", b"\xff\xff"];
        assert_eq!(page(None, 100), all);
        for limit in 0..=all.len() {
            assert_eq!(page(None, limit), all[..limit], "deleted keys do not count");
        }
        assert_eq!(page(Some(b"a\xff"), 3), all[3..6]);
        assert_eq!(keys(tx.scan(Table::Log, b"a", None, 9).unwrap()), all[..3]);
        assert_eq!(tx.get(Table::Log, b"b").unwrap().unwrap(), b"changed");
        Err::<(), _>("only looking")
    });
    assert!(matches!(refused, Err(WriteError::Refused("only looking"))));
}

fn a_snapshot_does_not_move(store: &Store) {
    let before = store.read(|reader| {
        write(store, |tx| tx.put(Table::Boxes, b"late", b"1"));
        assert_eq!(reader.scan(Table::Boxes, b"late", None, 9)?, []);
        reader.get(Table::Boxes, b"late")
    });
    assert_eq!(before.unwrap(), None);
    assert_eq!(value(store, Table::Boxes, b"late").unwrap(), b"1");
}

/// More rows than any page of an engine, all of them replaced, removed or joined meanwhile.
fn a_long_look_sees_one_moment(store: &Store) {
    let rows = |value: &'static [u8]| {
        let numbers = (0..3_000_u32).filter(|n| n % 3 > 0);
        numbers.map(move |n| (n.to_be_bytes().to_vec(), value.to_vec()))
    };
    write(store, move |tx| {
        rows(b"old").for_each(|(key, value)| tx.put(Table::Journal, key, value));
        tx.delete(Table::Journal, b"whole");
    });
    let change = |n: u32| {
        write(store, move |tx| match n % 3 {
            0 => tx.put(Table::Journal, n.to_be_bytes(), b"joined"),
            1 => tx.put(Table::Journal, n.to_be_bytes(), b"replaced"),
            _ => tx.delete(Table::Journal, n.to_be_bytes()),
        });
    };
    let seen = store.read(|reader| {
        let mut seen = Vec::new();
        for n in 0..60 {
            let after = seen.last().map(|(key, _): &super::Entry| key.clone());
            seen.extend(reader.scan(Table::Journal, b"", after.as_deref(), 37)?);
            // Before where it looks, and behind.
            (0..3).for_each(|part| change(n * 47 + part));
        }
        let after = seen.last().map(|(key, _)| key.clone());
        seen.extend(reader.scan(Table::Journal, b"", after.as_deref(), usize::MAX)?);
        assert!(reader.scan(Table::Journal, b"", None, usize::MAX)? == seen);
        assert_eq!(
            reader.get(Table::Journal, &1_u32.to_be_bytes())?.unwrap(),
            b"old"
        );
        Ok::<_, StoreError>(seen)
    });
    assert!(seen.unwrap() == rows(b"old").collect::<Vec<_>>());
    let now = store.read(|reader| reader.scan(Table::Journal, b"", None, 3));
    let now = now.unwrap();
    assert_eq!(now[0].1, b"joined");
    assert_eq!(now[1].1, b"replaced");
}

fn a_large_value_is_a_value(store: &Store) {
    let value = |length: usize| -> Vec<u8> {
        let bytes = (0..length).map(|n| (n % 251).to_le_bytes()[0]);
        bytes.collect()
    };
    for length in [1 << 20, 70_000, 6_144, 6_145, 3 << 20] {
        write(store, move |tx| {
            tx.put(Table::Manifests, b"large", value(length))
        });
        assert!(self::value(store, Table::Manifests, b"large").unwrap() == value(length));
    }
    let before = store.read(|reader| {
        write(store, move |tx| {
            tx.put(Table::Manifests, b"large", value(70_000))
        });
        reader.get(Table::Manifests, b"large")
    });
    assert!(before.unwrap().unwrap() == value(3 << 20));
    let scanned = store.read(|reader| reader.scan(Table::Manifests, b"l", None, 9));
    assert!(scanned.unwrap() == [(b"large".to_vec(), value(70_000))]);
}

fn those_who_wait_share_a_batch(store: &Store) {
    let append = |letter: &'static str, is_kept: bool| {
        queued(store.write_async(move |tx| {
            let mut word = tx.get(Table::Staged, b"word")?.unwrap_or_default();
            word.extend(letter.bytes());
            tx.put(Table::Staged, b"word", word.clone());
            let row = tx.scan(Table::Staged, b"word", None, 9)?;
            assert_eq!(row, [(b"word".to_vec(), word)]);
            if is_kept {
                Ok(())
            } else {
                Err(StoreError::NotOurs)
            }
        }))
    };
    let held = hold(store);
    let first = append("a", true);
    let refused = append("x", false);
    let third = append("b", true);
    assert_eq!(value(store, Table::Staged, b"word"), None);
    drop(held);
    block_on(first).unwrap();
    assert!(matches!(
        block_on(refused),
        Err(WriteError::Refused(StoreError::NotOurs))
    ));
    block_on(third).unwrap();
    assert_eq!(value(store, Table::Staged, b"word").unwrap(), b"ab");
}

fn threads_take_turns(store: &Store) {
    thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| {
                let mut last = 0;
                for _ in 0..50 {
                    let count = store.write(increment).unwrap();
                    assert!(count > last, "a later write sees every earlier one");
                    last = count;
                }
            });
        }
    });
    assert_eq!(
        value(store, Table::Meta, b"count").unwrap(),
        800_u64.to_be_bytes()
    );
}

fn increment(tx: &mut Tx<'_>) -> Result<u64, StoreError> {
    let count = tx.get(Table::Meta, b"count")?;
    let count = count.map_or(0, |count| u64::from_be_bytes(count.try_into().unwrap()));
    tx.put(Table::Meta, b"count", (count + 1).to_be_bytes());
    Ok(count + 1)
}

fn everything_is_there_after_reopening(store: &Store) {
    assert_eq!(value(store, Table::Accounts, b"anna").unwrap(), b"2");
    assert_eq!(value(store, Table::Accounts, b"boris"), None);
    assert_eq!(value(store, Table::Slots, b"old"), None);
    assert_eq!(value(store, Table::Staged, b"word").unwrap(), b"ab");
    assert_eq!(store.write(increment).unwrap(), 801);
    let log = store.read(|reader| reader.scan(Table::Log, b"", None, 100));
    assert_eq!(keys(log.unwrap()), LOG);
    let large = value(store, Table::Manifests, b"large").unwrap();
    assert_eq!(large.len(), 70_000);
}

fn write(store: &Store, changes: impl FnOnce(&mut Tx<'_>) + Send + 'static) {
    let written = store.write(|tx| {
        changes(tx);
        Ok::<_, Infallible>(())
    });
    written.unwrap();
}

fn value(store: &Store, table: Table, key: &[u8]) -> Option<Vec<u8>> {
    store.read(|reader| reader.get(table, key)).unwrap()
}

fn keys(entries: Vec<super::Entry>) -> Vec<Vec<u8>> {
    entries.into_iter().map(|(key, _)| key).collect()
}

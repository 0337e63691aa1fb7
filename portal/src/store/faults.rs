//! What the store does when a closure, the engine or the disk lets it down.

use std::convert::Infallible;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};

use super::conformance::{block_on, hold, queued};
use super::{
    Change, Engine, Entry, Memory, Read, Snapshot, Store, StoreError, Table, Tx, WriteError,
};

/// What the engine is about to do wrong.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
enum Fault {
    #[default]
    Nothing,
    CommitFails,
    CommitPanics,
    SnapshotFails,
    ReadFails,
}

/// An engine in memory that fails on demand and counts its commits.
#[derive(Clone, Default)]
struct Faulty {
    memory: Memory,
    fault: Arc<Mutex<Fault>>,
    commits: Arc<AtomicUsize>,
    /// Hangs up when the engine is dropped.
    _in_use: Option<mpsc::Sender<Infallible>>,
}

impl Faulty {
    fn will(&self, fault: Fault) {
        *self.fault.lock().unwrap() = fault;
    }

    fn fault(&self) -> Fault {
        *self.fault.lock().unwrap()
    }
}

impl Engine for Faulty {
    fn snapshot(&self) -> Result<Box<dyn Snapshot + '_>, StoreError> {
        match self.fault() {
            Fault::SnapshotFails => Err(StoreError::disk("no snapshot")),
            Fault::ReadFails => Ok(Box::new(Unreadable)),
            _ => self.memory.snapshot(),
        }
    }

    fn commit(&self, changes: &[Change]) -> Result<(), StoreError> {
        self.commits.fetch_add(1, Ordering::Relaxed);
        match self.fault() {
            Fault::CommitFails => Err(StoreError::disk("no space left")),
            Fault::CommitPanics => panic!("the engine panics, as this test asked"),
            _ => self.memory.commit(changes),
        }
    }

    fn name(&self) -> &'static str {
        "faulty"
    }
}

struct Unreadable;

impl Snapshot for Unreadable {
    fn get(&self, table: Table, _key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Err(StoreError::damaged(table.name(), "unreadable"))
    }

    fn scan(
        &self,
        table: Table,
        _prefix: &[u8],
        _after: Option<&[u8]>,
        _limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        Err(StoreError::damaged(table.name(), "unreadable"))
    }
}

fn faulty() -> (Faulty, Store) {
    let engine = Faulty::default();
    let store = Store::start(engine.clone()).unwrap();
    (engine, store)
}

fn put(key: &'static str) -> impl FnOnce(&mut Tx<'_>) -> Result<(), &'static str> + Send {
    move |tx| {
        tx.put(Table::Meta, key, "1");
        Ok(())
    }
}

fn stored(engine: &Faulty) -> Vec<String> {
    let snapshot = engine.memory.snapshot().unwrap();
    let entries = snapshot.scan(Table::Meta, b"", None, usize::MAX).unwrap();
    let keys = entries.into_iter().map(|(key, _)| key);
    keys.map(|key| String::from_utf8(key).unwrap()).collect()
}

#[test]
fn those_who_wait_cost_one_commit_and_a_panic_is_ones_own() {
    let (engine, store) = faulty();
    let held = hold(&store);
    let first = queued(store.write_async(put("first")));
    let panics = queued(store.write_async(|tx| -> Result<(), Infallible> {
        tx.put(Table::Meta, "panicked", "1");
        panic!("a closure panics, as this test asked")
    }));
    let refused = queued(store.write_async(|tx| {
        tx.put(Table::Meta, "refused", "1");
        Err::<(), _>("no")
    }));
    let last = queued(store.write_async(put("last")));
    drop(held);
    block_on(first).unwrap();
    let panics = block_on(panics);
    assert!(matches!(
        panics,
        Err(WriteError::Store(StoreError::Panicked))
    ));
    assert!(matches!(block_on(refused), Err(WriteError::Refused("no"))));
    block_on(last).unwrap();
    assert_eq!(engine.commits.load(Ordering::Relaxed), 1);
    assert_eq!(stored(&engine), ["first", "last"]);
}

#[test]
fn nothing_to_write_costs_no_commit() {
    let (engine, store) = faulty();
    store.write(|_tx| Ok::<_, Infallible>(())).unwrap();
    assert_eq!(engine.commits.load(Ordering::Relaxed), 0);
}

#[test]
fn a_batch_is_bounded_in_number_and_in_bytes() {
    let (engine, store) = faulty();
    let held = hold(&store);
    // With the one that holds the writer, one more than a commit may have.
    let writes: Vec<_> = (0..256)
        .map(|_| queued(store.write_async(put("one"))))
        .collect();
    drop(held);
    for write in writes {
        block_on(write).unwrap();
    }
    assert_eq!(engine.commits.swap(0, Ordering::Relaxed), 2);

    let held = hold(&store);
    let large = |key: &'static str| {
        queued(store.write_async(move |tx| {
            tx.put(Table::Meta, key, vec![0; 3 << 20]);
            Ok::<_, Infallible>(())
        }))
    };
    let writes = ["first", "fills the batch", "comes next"].map(large);
    drop(held);
    for write in writes {
        block_on(write).unwrap();
    }
    assert_eq!(engine.commits.load(Ordering::Relaxed), 2);
}

#[test]
fn a_failed_commit_answers_everyone_then_stops_all_writing() {
    let (engine, store) = faulty();
    let held = hold(&store);
    let put_one = queued(store.write_async(put("one")));
    // It was refused because of a change that is about to fail.
    let refused = queued(store.write_async(|tx| match tx.get(Table::Meta, b"one") {
        Ok(Some(_)) => Err("there is one already"),
        _ => Ok(()),
    }));
    engine.will(Fault::CommitFails);
    drop(held);
    let put_one = block_on(put_one);
    assert!(matches!(
        put_one,
        Err(WriteError::Store(StoreError::Disk(_)))
    ));
    let refused = block_on(refused);
    assert!(matches!(
        refused,
        Err(WriteError::Store(StoreError::Disk(_)))
    ));

    engine.will(Fault::Nothing);
    let later = store.write(put("later"));
    assert!(matches!(
        later,
        Err(WriteError::Store(StoreError::Poisoned))
    ));
    let later = block_on(store.write_async(put("later")));
    assert!(matches!(
        later,
        Err(WriteError::Store(StoreError::Poisoned))
    ));
    assert_eq!(
        store
            .read(|reader| reader.get(Table::Meta, b"one"))
            .unwrap(),
        None
    );

    drop(store);
    let reopened = Store::start(engine.clone()).unwrap();
    reopened.write(put("after reopening")).unwrap();
    assert_eq!(stored(&engine), ["after reopening"]);
}

#[test]
fn an_engine_that_panics_or_shows_nothing_stops_all_writing() {
    for fault in [Fault::CommitPanics, Fault::SnapshotFails] {
        let (engine, store) = faulty();
        engine.will(fault);
        for _ in 0..2 {
            let written = store.write(put("one"));
            assert!(matches!(
                written,
                Err(WriteError::Store(StoreError::Poisoned))
            ));
            engine.will(Fault::Nothing);
        }
        store.close();
        assert_eq!(stored(&engine).len(), 0);
    }
}

#[test]
fn a_failed_read_cannot_be_overlooked() {
    let (engine, store) = faulty();
    engine.will(Fault::ReadFails);
    let overlooked = store.write(|tx| {
        let there = tx.get(Table::Tokens, b"one").unwrap_or_default();
        tx.put(Table::Meta, "one", "1");
        Ok::<_, Infallible>(there)
    });
    assert!(matches!(
        overlooked,
        Err(WriteError::Store(StoreError::Damaged {
            place: "tokens",
            ..
        }))
    ));
    let translated = store.write(|tx| {
        let page = tx.scan(Table::Log, b"", None, 1);
        page.map_err(|_| "there is no such page")
    });
    assert!(matches!(
        translated,
        Err(WriteError::Store(StoreError::Damaged { place: "log", .. }))
    ));
    engine.will(Fault::Nothing);
    store.write(put("afterwards")).unwrap();
    assert_eq!(stored(&engine), ["afterwards"]);
}

#[test]
fn closing_writes_what_waits_then_says_so() {
    let (engine, store) = faulty();
    let held = hold(&store);
    let waiting = queued(store.write_async(put("waiting")));
    let closing = std::thread::spawn({
        let store = store.clone();
        move || store.close()
    });
    drop(held);
    closing.join().unwrap();
    block_on(waiting).unwrap();
    assert_eq!(stored(&engine), ["waiting"]);

    store.close();
    let written = store.write(put("late"));
    assert!(matches!(
        written,
        Err(WriteError::Store(StoreError::Closed))
    ));
    let read = store.read(|reader| reader.get(Table::Meta, b"waiting"));
    assert!(matches!(read, Err(StoreError::Closed)));
    assert_eq!(format!("{store:?}"), r#"Store("closed")"#);
}

#[test]
fn the_last_handle_ends_the_writer() {
    let (engine, store) = faulty();
    // Nobody waits for this write any more, and it is written all the same.
    let held = hold(&store);
    drop(queued(store.write_async(put("forgotten"))));
    drop(held);
    drop(store);
    assert_eq!(stored(&engine), ["forgotten"]);
}

#[test]
fn the_last_handle_may_be_inside_a_closure() {
    let engine = Faulty::default();
    let (in_use, until_dropped) = mpsc::channel();
    let store = Store::start(Faulty {
        _in_use: Some(in_use),
        ..engine.clone()
    });
    let store = store.unwrap();
    let last = store.clone();
    let (release, released) = mpsc::channel::<()>();
    drop(queued(store.write_async(move |tx| {
        released.recv().unwrap_err();
        drop(last);
        put("last")(tx)
    })));
    drop(store);
    drop(release);
    until_dropped.recv().unwrap_err();
    assert_eq!(stored(&engine), ["last"]);
}

#[test]
fn a_closure_that_would_wait_for_itself_panics_instead() {
    let (_engine, store) = faulty();
    let inner = store.clone();
    let nested = store.write(move |_tx| inner.write(put("nested")).map_err(drop));
    assert!(matches!(
        nested,
        Err(WriteError::Store(StoreError::Panicked))
    ));
    store.write(put("afterwards")).unwrap();
}

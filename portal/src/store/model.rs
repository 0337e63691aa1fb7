//! Whatever is asked of it, the store answers as a plain map would.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;

use super::conformance::{block_on, hold, queued};
use super::{Entry, Memory, OnDisk, Read, Store, StoreError, Table, Tx, WriteError};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_engine_answers_like_a_map(history in vec(transaction(), 1..12), batched: bool) {
        let memory = Memory::new();
        let expected = Model::default().live(&history);
        let last = expected.last().unwrap();
        prop_assert_eq!(&live(&Store::start(memory.clone()).unwrap(), &history, batched), &expected);
        prop_assert_eq!(&everything(&Store::start(memory).unwrap()), last);
        for engine in OnDisk::ALL {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("store");
            prop_assert_eq!(&live(&engine.open(&path).unwrap(), &history, batched), &expected);
            prop_assert_eq!(&everything(&engine.open(&path).unwrap()), last);
        }
    }
}

/// A closure: what it does in turn, and whether it says `Ok` in the end.
#[derive(Debug, Clone)]
struct Transaction {
    steps: Vec<Step>,
    is_kept: bool,
}

#[derive(Debug, Clone)]
enum Step {
    Put(Table, Vec<u8>, Vec<u8>),
    Delete(Table, Vec<u8>),
    Scan(Table, Vec<u8>, Option<Vec<u8>>, usize),
}

fn transaction() -> impl Strategy<Value = Transaction> {
    (vec(step(), 0..12), prop::bool::weighted(0.7))
        .prop_map(|(steps, is_kept)| Transaction { steps, is_kept })
}

fn step() -> impl Strategy<Value = Step> {
    let table = || prop::sample::select(vec![Table::Log, Table::Boxes]);
    // Few keys, so that they meet.
    let key = || vec(prop::sample::select(vec![0, 1, 0xff]), 0..4);
    prop_oneof![
        4 => (table(), key(), vec(any::<u8>(), 0..3)).prop_map(|(t, k, v)| Step::Put(t, k, v)),
        2 => (table(), key()).prop_map(|(t, k)| Step::Delete(t, k)),
        4 => (table(), key(), prop::option::of(key()), 0..6_usize)
            .prop_map(|(t, prefix, after, limit)| Step::Scan(t, prefix, after, limit)),
    ]
}

/// All that one transaction saw; at the end of a history, all that is stored.
type Seen = Vec<Vec<Entry>>;

/// Lives through `history` on a store and tells what each transaction saw, then what is stored.
fn live(store: &Store, history: &[Transaction], batched: bool) -> Vec<Seen> {
    let closures = history.iter().cloned().map(closure);
    let mut seen: Vec<Seen> = if batched {
        let held = hold(store);
        let writes: Vec<_> = closures
            .map(|closure| queued(store.write_async(closure)))
            .collect();
        drop(held);
        let writes = writes.into_iter();
        writes.map(|write| either(block_on(write))).collect()
    } else {
        closures
            .map(|closure| either(store.write(closure)))
            .collect()
    };
    seen.push(everything(store));
    seen
}

fn closure(
    transaction: Transaction,
) -> impl FnOnce(&mut Tx<'_>) -> Result<Seen, Seen> + Send + 'static {
    move |tx| {
        let mut seen = Seen::new();
        for step in transaction.steps {
            match step {
                Step::Put(table, key, value) => tx.put(table, key, value),
                Step::Delete(table, key) => tx.delete(table, key),
                Step::Scan(table, prefix, after, limit) => {
                    seen.push(tx.scan(table, &prefix, after.as_deref(), limit).unwrap());
                }
            }
        }
        if transaction.is_kept {
            Ok(seen)
        } else {
            Err(seen)
        }
    }
}

fn either(outcome: Result<Seen, WriteError<Seen>>) -> Seen {
    outcome.unwrap_or_else(|refused| match refused {
        WriteError::Refused(seen) => seen,
        WriteError::Store(error) => panic!("{error}"),
    })
}

fn everything(store: &Store) -> Seen {
    let all = store.read(|reader| {
        let tables = Table::ALL.iter();
        let scans = tables.map(|table| reader.scan(*table, b"", None, usize::MAX));
        scans.collect::<Result<Seen, StoreError>>()
    });
    all.unwrap()
}

#[derive(Clone, Default)]
struct Model(BTreeMap<(Table, Vec<u8>), Vec<u8>>);

impl Model {
    fn live(mut self, history: &[Transaction]) -> Vec<Seen> {
        let mut seen = Vec::new();
        for transaction in history {
            let mut next = self.clone();
            seen.push(next.run(&transaction.steps));
            if transaction.is_kept {
                self = next;
            }
        }
        let tables = Table::ALL.iter();
        seen.push(
            tables
                .map(|table| self.scan(*table, b"", None, usize::MAX))
                .collect(),
        );
        seen
    }

    fn run(&mut self, steps: &[Step]) -> Seen {
        let mut seen = Seen::new();
        for step in steps.iter().cloned() {
            match step {
                Step::Put(table, key, value) => drop(self.0.insert((table, key), value)),
                Step::Delete(table, key) => drop(self.0.remove(&(table, key))),
                Step::Scan(table, prefix, after, limit) => {
                    seen.push(self.scan(table, &prefix, after.as_deref(), limit));
                }
            }
        }
        seen
    }

    fn scan(&self, table: Table, prefix: &[u8], after: Option<&[u8]>, limit: usize) -> Vec<Entry> {
        let rows = self.0.iter().filter(|((row, key), _)| {
            *row == table && key.starts_with(prefix) && after.is_none_or(|after| &key[..] > after)
        });
        rows.take(limit)
            .map(|((_, key), value)| (key.clone(), value.clone()))
            .collect()
    }
}

//! The one thread that writes: it takes what is waiting, commits it at once, then answers everyone.
//!
//! A commit costs one wait for the disk whatever it holds, so writes that wait together are
//! committed together.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle, ThreadId};

use tokio::sync::{mpsc, oneshot, watch};

use super::overlay::Overlay;
use super::{Engine, StoreError, Tx, WriteError};

/// How many writes may wait; who asks for more waits for room.
pub(super) const QUEUE: usize = 1024;
/// How many closures one commit may hold.
const BATCH_CLOSURES: usize = 256;
/// A batch takes no further closure once its changes are this large.
const BATCH_BYTES: usize = 4 * 1024 * 1024;

/// A closure on its way to the writer: run it, then tell its caller.
pub(super) struct Job(Box<dyn FnOnce(&mut Tx<'_>) -> Answer + Send>);

/// Where the caller of a [`Job`] waits.
pub(super) type Waiting<T, E> = oneshot::Receiver<Result<T, WriteError<E>>>;

impl Job {
    pub(super) fn new<T, E, F>(closure: F) -> (Self, Waiting<T, E>)
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Send + 'static,
    {
        let (reply, waiting) = oneshot::channel();
        let run = |tx: &mut Tx<'_>| {
            let outcome = run(closure, tx);
            Answer {
                is_kept: outcome.is_ok(),
                tell: Box::new(|committed| {
                    let outcome = committed.map_err(WriteError::Store).and(outcome);
                    // Whoever stopped waiting learns nothing; what was written stays written.
                    drop(reply.send(outcome));
                }),
            }
        };
        (Self(Box::new(run)), waiting)
    }
}

struct Answer {
    /// Whether the closure's changes join the commit.
    is_kept: bool,
    /// Hands the caller its outcome, once the commit's is known.
    tell: Box<dyn FnOnce(Result<(), StoreError>)>,
}

/// Runs a closure. Its panic stays its own, and trouble it met wins over whatever it made of it.
fn run<T, E>(
    closure: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    tx: &mut Tx<'_>,
) -> Result<T, WriteError<E>> {
    match catch_unwind(AssertUnwindSafe(|| closure(tx))) {
        Err(_panic) => {
            tracing::error!("a write panicked; its changes were dropped");
            Err(WriteError::Store(StoreError::Panicked))
        }
        Ok(outcome) => match tx.trouble() {
            Some(trouble) => Err(WriteError::Store(trouble.clone())),
            None => outcome.map_err(WriteError::Refused),
        },
    }
}

/// The writer's thread, seen from outside.
pub(super) struct Thread {
    id: ThreadId,
    handle: Mutex<Option<JoinHandle<()>>>,
}

impl Thread {
    /// Starts a writer that ends when every sender of `jobs` is gone and the queue is empty, or at
    /// the first failure of the engine: `failed` then becomes true.
    pub(super) fn start(
        engine: Arc<dyn Engine>,
        jobs: mpsc::Receiver<Job>,
        failed: watch::Sender<bool>,
    ) -> io::Result<Self> {
        let mut writer = Writer { engine, jobs };
        let handle = thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || {
                let mut alarm = Alarm(Some(failed));
                if writer.work().is_ok() {
                    alarm.0 = None;
                }
            })?;
        Ok(Self {
            id: handle.thread().id(),
            handle: Mutex::new(Some(handle)),
        })
    }

    /// Whether the caller is a closure that the writer runs.
    pub(super) fn is_current(&self) -> bool {
        thread::current().id() == self.id
    }

    /// Waits until the writer ended.
    pub(super) fn join(&self) {
        let mut handle = self.handle.lock().unwrap_or_else(PoisonError::into_inner);
        let ended = handle.take().map(JoinHandle::join);
        if let Some(Err(_panic)) = ended {
            tracing::error!("the store's engine panicked; what was waiting was not written");
        }
    }
}

impl Drop for Thread {
    fn drop(&mut self) {
        // The last handle may have travelled inside a closure: the writer cannot wait for itself.
        if !self.is_current() {
            self.join();
        }
    }
}

/// Rings when it is dropped, by a panic of the engine too, unless it was emptied before.
struct Alarm(Option<watch::Sender<bool>>);

impl Drop for Alarm {
    fn drop(&mut self) {
        if let Some(failed) = self.0.take() {
            failed.send_replace(true);
        }
    }
}

struct Writer {
    engine: Arc<dyn Engine>,
    jobs: mpsc::Receiver<Job>,
}

impl Writer {
    /// Works until nobody can ask any more. A failure ends it at once: what is still waiting is
    /// dropped unwritten, and its callers learn that the store is poisoned.
    fn work(&mut self) -> Result<(), StoreError> {
        while let Some(job) = self.jobs.blocking_recv() {
            self.batch(job).inspect_err(|error| {
                let error: &dyn std::error::Error = error;
                tracing::error!(engine = self.engine.name(), error, "the store stopped");
            })?;
        }
        Ok(())
    }

    /// Runs `first` and what waits behind it, commits what was kept, then answers everyone.
    fn batch(&mut self, first: Job) -> Result<(), StoreError> {
        let snapshot = self.engine.snapshot()?;
        let mut changes = Overlay::default();
        let mut answers = Vec::new();
        let mut next = Some(first);
        while let Some(Job(run)) = next {
            let mut tx = Tx::new(&*snapshot, &changes);
            let answer = run(&mut tx);
            if answer.is_kept {
                let kept = tx.into_changes();
                changes.absorb(kept);
            }
            answers.push(answer);
            let is_full = answers.len() >= BATCH_CLOSURES || changes.bytes() >= BATCH_BYTES;
            next = if is_full {
                None
            } else {
                self.jobs.try_recv().ok()
            };
        }
        drop(snapshot);
        let changes = changes.into_changes();
        let committed = if changes.is_empty() {
            Ok(())
        } else {
            self.engine.commit(&changes)
        };
        // A refusal too may rest on a change that never reached the disk: a failure answers all.
        for answer in answers {
            (answer.tell)(committed.clone());
        }
        committed
    }
}

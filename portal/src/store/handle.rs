//! The handle everyone holds.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::{mpsc, watch};

use super::writer::{Job, QUEUE, Thread};
use super::{Engine, Reader, StoreError, Tx, WriteError};

/// The store. Clones are handles to the same one; when the last is dropped, what waits is written,
/// then the writer ends.
///
/// A write happens if and only if its closure says `Ok`, and is on the disk when its caller learns
/// so. Writes take turns: each sees all that was written before. The first failure of a commit stops
/// all further writing with [`StoreError::Poisoned`] until the store is opened again.
#[derive(Clone)]
pub struct Store(Arc<Shared>);

impl Store {
    /// Starts a store on an engine.
    ///
    /// # Errors
    /// [`StoreError::Disk`] where the system gives no thread.
    pub fn start(engine: impl Engine) -> Result<Self, StoreError> {
        let engine: Arc<dyn Engine> = Arc::new(engine);
        let (jobs, waiting) = mpsc::channel(QUEUE);
        let (alarm, failed) = watch::channel(false);
        let thread =
            Thread::start(Arc::clone(&engine), waiting, alarm).map_err(StoreError::disk)?;
        let open = RwLock::new(Some(Open { engine, jobs }));
        let shared = Shared {
            open,
            failed,
            thread,
        };
        Ok(Self(Arc::new(shared)))
    }

    /// Runs `closure` on the writer's thread and waits until its changes are on the disk. The
    /// closure must be quick, and what it needs it must own.
    ///
    /// # Errors
    /// [`WriteError::Refused`] with what the closure said, or [`WriteError::Store`]; either way none
    /// of its changes is kept.
    ///
    /// # Panics
    /// On a thread of an async runtime, which must not wait: use [`Store::write_async`] there. And
    /// inside another closure of the same store, which would wait for itself.
    pub fn write<T, E, F>(&self, closure: F) -> Result<T, WriteError<E>>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Send + 'static,
    {
        assert!(
            !self.0.thread.is_current(),
            "a closure wrote to the store that runs it"
        );
        let (job, answer) = Job::new(closure);
        let sent = self.open()?.jobs.blocking_send(job);
        sent.map_err(|_| StoreError::Poisoned)?;
        answer.blocking_recv().map_err(|_| StoreError::Poisoned)?
    }

    /// Like [`Store::write`], for async callers. Dropping the future once it was polled does not
    /// take the write back.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub async fn write_async<T, E, F>(&self, closure: F) -> Result<T, WriteError<E>>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Send + 'static,
    {
        let (job, answer) = Job::new(closure);
        let sent = self.open()?.jobs.send(job).await;
        sent.map_err(|_| StoreError::Poisoned)?;
        answer.await.map_err(|_| StoreError::Poisoned)?
    }

    /// Runs `reading` on this thread, on the state committed just now. Writes go on meanwhile and do
    /// not show in it.
    ///
    /// # Errors
    /// What `reading` says, or the [`StoreError`] that kept it from starting.
    pub fn read<T, E, F>(&self, reading: F) -> Result<T, E>
    where
        F: FnOnce(&Reader<'_>) -> Result<T, E>,
        E: From<StoreError>,
    {
        let engine = self.open()?.engine;
        let reader = Reader::new(engine.snapshot()?);
        reading(&reader)
    }

    /// Whether it takes writes.
    ///
    /// # Errors
    /// [`StoreError::Poisoned`] after a failure, [`StoreError::Closed`] once it was closed.
    pub fn takes_writes(&self) -> Result<(), StoreError> {
        if *self.0.failed.borrow() {
            return Err(StoreError::Poisoned);
        }
        self.open().map(drop)
    }

    /// Returns once a failure has stopped all writing. It may be dropped at any time.
    pub async fn failed(&self) {
        let mut failed = self.0.failed.clone();
        if failed.wait_for(|failed| *failed).await.is_err() {
            // It ended as it was told to: there will be no failure.
            std::future::pending::<()>().await;
        }
    }

    /// Takes no further work, writes what waits, and returns when the writer ended. Afterwards, and
    /// once reads under way are done, the file is free. It may wait for the disk: in an async
    /// program call it on a blocking thread.
    ///
    /// # Panics
    /// Inside a closure of this store, which would wait for itself.
    pub fn close(&self) {
        assert!(
            !self.0.thread.is_current(),
            "a closure closed the store that runs it"
        );
        let open = self.0.open.write();
        drop(open.unwrap_or_else(PoisonError::into_inner).take());
        self.0.thread.join();
    }

    fn open(&self) -> Result<Open, StoreError> {
        let open = self.0.open.read().unwrap_or_else(PoisonError::into_inner);
        open.clone().ok_or(StoreError::Closed)
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let engine = self.open().map_or("closed", |open| open.engine.name());
        f.debug_tuple("Store").field(&engine).finish()
    }
}

/// Dropped in this order: the queue ends first, then the writer is waited for.
struct Shared {
    /// `None` once the store was closed.
    open: RwLock<Option<Open>>,
    /// Whether a failure stopped the writer.
    failed: watch::Receiver<bool>,
    thread: Thread,
}

#[derive(Clone)]
struct Open {
    engine: Arc<dyn Engine>,
    jobs: mpsc::Sender<Job>,
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::super::Memory;
    use super::*;

    #[test]
    fn a_handle_is_shared_and_its_writes_travel_between_threads() -> Result<(), StoreError> {
        fn travels<T: Send>(_: &T) {}
        fn is_shared<T: Sync>(_: &T) {}

        let store = Store::start(Memory::new())?;
        is_shared(&store);
        travels(&store.write_async(|_tx| Ok::<_, Infallible>(())));
        assert_eq!(format!("{store:?}"), r#"Store("memory")"#);
        Ok(())
    }
}

//! A newer version that is on its way onto the stick in use: one at a time, how far it is, and that nothing of it is written
//! any more once it was stopped.

use key_core::{
    stick::{Folder, Medium},
    update::Progress,
};
use std::{
    io,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

/// Where it is known whether one is on its way.
#[derive(Debug, Clone, Default)]
pub(crate) struct Renewal(Arc<Mutex<Option<Progress>>>);

impl Renewal {
    /// How far it is, where one is on its way.
    pub(crate) fn now(&self) -> Option<Progress> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins one on a stick, unless another is on its way, or still ends.
    pub(crate) fn begin(&self, folder: Folder) -> Option<Arc<Renewed>> {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if now.is_some() {
            return None;
        }
        *now = Some(Progress { done: 0, of: 0 });
        Some(Arc::new(Renewed {
            folder,
            stopped: AtomicBool::new(false),
            of: self.clone(),
        }))
    }

    fn set(&self, to: Option<Progress>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = to;
    }
}

/// The stick that is written. Whoever writes it holds this: the next one begins when nobody does any more.
pub(crate) struct Renewed {
    folder: Folder,
    stopped: AtomicBool,
    of: Renewal,
}

impl Renewed {
    /// It is so far now.
    pub(crate) fn say(&self, progress: Progress) {
        self.of.set(Some(progress));
    }

    /// Stops it, as soon as what is being written is written, when what is returned is dropped.
    pub(crate) fn stops(self: &Arc<Self>) -> Stops {
        Stops(Arc::clone(self))
    }

    fn unless_stopped(&self) -> io::Result<&Folder> {
        match self.stopped.load(Ordering::SeqCst) {
            true => Err(io::ErrorKind::NotConnected.into()),
            false => Ok(&self.folder),
        }
    }
}

impl Drop for Renewed {
    fn drop(&mut self) {
        self.of.set(None);
    }
}

/// Stops what it is of when it is dropped.
pub(crate) struct Stops(Arc<Renewed>);

impl Drop for Stops {
    fn drop(&mut self) {
        self.0.stopped.store(true, Ordering::SeqCst);
    }
}

impl Medium for Renewed {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        self.unless_stopped()?.read(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.unless_stopped()?.write(name, bytes)
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        self.unless_stopped()?.remove(name)
    }

    fn read_long(&self, name: &str, longest: u64) -> io::Result<Option<Vec<u8>>> {
        self.unless_stopped()?.read_long(name, longest)
    }

    fn make_folder(&self, name: &str) -> io::Result<()> {
        self.unless_stopped()?.make_folder(name)
    }

    fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        self.unless_stopped()?.names(folder)
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        self.unless_stopped()?.rename(from, to)
    }

    fn let_start(&self, name: &str) -> io::Result<()> {
        self.unless_stopped()?.let_start(name)
    }

    fn present(&self) -> bool {
        self.unless_stopped().is_ok_and(Medium::present)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_on_its_way_until_whoever_writes_it_is_done() {
        let stick = tempfile::tempdir().unwrap();
        let renewal = Renewal::default();
        let folder = Folder::new(stick.path());
        let first = renewal.begin(folder.clone()).unwrap();
        assert!(renewal.begin(folder.clone()).is_none());
        first.say(Progress { done: 1, of: 2 });
        // The space is shut while a file is being written.
        let (stops, writes) = (first.stops(), Arc::clone(&first));
        writes.write("one", b"1").unwrap();
        drop((stops, first));
        assert!(
            renewal.begin(folder.clone()).is_none(),
            "somebody still writes"
        );
        assert_eq!(renewal.now(), Some(Progress { done: 1, of: 2 }));
        assert!(writes.write("two", b"2").is_err() && !writes.present());
        assert!(!stick.path().join("two").exists());
        drop(writes);
        assert_eq!(renewal.now(), None);
        assert!(renewal.begin(folder).is_some());
    }
}

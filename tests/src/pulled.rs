//! A real folder on a stick that fails: pulled out in mid-write, full, or read-only.

use key_core::{
    fleet::{Ground, Room},
    stick::{Folder, Medium},
};
use std::{
    io::{self, ErrorKind, Read},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

/// How a medium ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Pulled out: gone for reading, too.
    Pulled,
    /// Full: still read.
    Full,
    /// Write-protected: still read.
    ReadOnly,
}

/// A folder on a stick that takes only so many more bytes. What was written before the end is
/// written for real: a torn file has the new bytes up to the cut and the old ones after it.
#[derive(Debug, Clone)]
pub struct Failing {
    folder: Folder,
    end: End,
    left: Arc<AtomicU64>,
    writes: Arc<AtomicU64>,
    lefts: Arc<Mutex<Vec<u64>>>,
}

impl Failing {
    /// The stick on `folder`, which ends after `bytes` more bytes.
    #[must_use]
    pub fn after(bytes: u64, folder: &Folder, end: End) -> Self {
        Self {
            folder: folder.clone(),
            end,
            left: Arc::new(AtomicU64::new(bytes)),
            writes: Arc::default(),
            lefts: Arc::default(),
        }
    }

    /// Whether it has ended.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.left.load(Ordering::SeqCst) == 0
    }

    /// How many files were written to their end.
    #[must_use]
    pub fn writes(&self) -> u64 {
        self.writes.load(Ordering::SeqCst)
    }

    /// How many bytes it still took after each change that was made to its end.
    #[must_use]
    pub fn lefts(&self) -> Vec<u64> {
        self.lefts
            .lock()
            .map(|lefts| lefts.clone())
            .unwrap_or_default()
    }

    fn take(&self, bytes: u64) {
        let left = self.left.fetch_sub(bytes, Ordering::SeqCst) - bytes;
        if let Ok(mut lefts) = self.lefts.lock() {
            lefts.push(left);
        }
    }

    fn gone(&self) -> bool {
        self.end == End::Pulled && self.ended()
    }

    fn there(&self) -> io::Result<()> {
        match self.gone() {
            true => Err(self.error()),
            false => Ok(()),
        }
    }

    fn error(&self) -> io::Error {
        match self.end {
            End::Pulled => ErrorKind::NotConnected.into(),
            End::Full => ErrorKind::StorageFull.into(),
            End::ReadOnly => ErrorKind::ReadOnlyFilesystem.into(),
        }
    }
}

impl Medium for Failing {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        if self.gone() {
            Err(self.error())
        } else {
            self.folder.read(name)
        }
    }

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let length = bytes.len() as u64;
        let left = self.left.load(Ordering::SeqCst);
        if length < left {
            self.take(length);
            self.writes.fetch_add(1, Ordering::SeqCst);
            return self.folder.write(name, bytes);
        }
        self.left.store(0, Ordering::SeqCst);
        let written = usize::try_from(left).unwrap_or(bytes.len());
        if written > 0 && self.end != End::ReadOnly {
            let mut torn = self.folder.read(name)?.unwrap_or_default();
            if torn.len() < written {
                torn.resize(written, 0);
            }
            torn[..written].copy_from_slice(&bytes[..written]);
            self.folder.write(name, &torn)?;
        }
        Err(self.error())
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        if self.ended() {
            Err(self.error())
        } else {
            self.folder.remove(name)
        }
    }

    fn read_long(&self, name: &str, longest: u64) -> io::Result<Option<Vec<u8>>> {
        if self.gone() {
            Err(self.error())
        } else {
            self.folder.read_long(name, longest)
        }
    }

    fn make_folder(&self, name: &str) -> io::Result<()> {
        if self.ended() {
            Err(self.error())
        } else {
            self.folder.make_folder(name)
        }
    }

    fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        if self.gone() {
            Err(self.error())
        } else {
            self.folder.names(folder)
        }
    }

    fn let_start(&self, name: &str) -> io::Result<()> {
        if self.ended() {
            Err(self.error())
        } else {
            self.folder.let_start(name)
        }
    }

    /// Takes two bytes: before the first nothing happened, between them the file that had the name is gone.
    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        let left = self.left.load(Ordering::SeqCst);
        if left > 2 {
            self.take(2);
            return self.folder.rename(from, to);
        }
        self.left.store(0, Ordering::SeqCst);
        match left {
            0 => {}
            1 => self.folder.remove(to)?,
            _ => self.folder.rename(from, to)?,
        }
        Err(self.error())
    }

    fn present(&self) -> bool {
        !self.gone() && self.folder.present()
    }
}

impl Failing {
    /// Writes as much of it as there are bytes left.
    fn pour(
        &self,
        content: &mut dyn Read,
        write: impl Fn(&[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut bytes = Vec::new();
        content.read_to_end(&mut bytes)?;
        let length = bytes.len() as u64;
        let left = self.left.load(Ordering::SeqCst);
        if length < left {
            self.left.fetch_sub(length, Ordering::SeqCst);
            self.writes.fetch_add(1, Ordering::SeqCst);
            return write(&bytes);
        }
        self.left.store(0, Ordering::SeqCst);
        let written = usize::try_from(left).unwrap_or(bytes.len());
        if written > 0 && self.end != End::ReadOnly {
            write(&bytes[..written])?;
        }
        Err(self.error())
    }
}

impl Ground for Failing {
    fn files(&self) -> io::Result<Vec<(String, u64)>> {
        self.there()?;
        self.folder.files()
    }

    fn room(&self) -> io::Result<Option<Room>> {
        self.there()?;
        self.folder.room()
    }

    fn put(&self, name: &str, content: &mut dyn Read) -> io::Result<()> {
        self.pour(content, |mut bytes| self.folder.put(name, &mut bytes))
    }

    fn put_over(&self, name: &str, content: &mut dyn Read) -> io::Result<()> {
        self.pour(content, |mut bytes| self.folder.put_over(name, &mut bytes))
    }

    fn look(&self, name: &str) -> io::Result<Option<Box<dyn Read>>> {
        self.there()?;
        self.folder.look(name)
    }

    fn reserve(&self, _: &str, _: u64) -> io::Result<()> {
        self.there()?;
        Err(ErrorKind::Unsupported.into())
    }

    fn tidy(&self) -> io::Result<()> {
        self.there()?;
        self.folder.tidy()
    }

    fn forget(&self) -> io::Result<bool> {
        self.there()?;
        self.folder.forget()
    }

    fn settle(&self) -> io::Result<()> {
        self.there()?;
        self.folder.settle()
    }
}

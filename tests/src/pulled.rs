//! A real folder on a stick that fails: pulled out in mid-write, full, or read-only.

use key_core::{
    fleet::{Ground, Room},
    stick::{Folder, Medium},
};
use std::{
    io::{self, ErrorKind, Read},
    sync::{
        Arc,
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
            self.left.fetch_sub(length, Ordering::SeqCst);
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

    fn present(&self) -> bool {
        !self.gone() && self.folder.present()
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
        let mut bytes = Vec::new();
        content.read_to_end(&mut bytes)?;
        let length = bytes.len() as u64;
        let left = self.left.load(Ordering::SeqCst);
        if length < left {
            self.left.fetch_sub(length, Ordering::SeqCst);
            self.writes.fetch_add(1, Ordering::SeqCst);
            return self.folder.put(name, &mut &bytes[..]);
        }
        self.left.store(0, Ordering::SeqCst);
        let written = usize::try_from(left).unwrap_or(bytes.len());
        if written > 0 && self.end != End::ReadOnly {
            self.folder.put(name, &mut &bytes[..written])?;
        }
        Err(self.error())
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

    fn settle(&self) -> io::Result<()> {
        self.there()?;
        self.folder.settle()
    }
}

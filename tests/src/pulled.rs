//! A real folder that is pulled out after a given number of written bytes.

use key_core::stick::{Folder, Medium};
use std::{
    io,
    sync::{Arc, Mutex},
};

/// How many more bytes the medium takes before it is gone. Shared, so that a test can ask.
#[derive(Debug, Clone)]
pub struct Cut(Arc<Mutex<Option<u64>>>);

impl Cut {
    /// Gone after `bytes` more bytes.
    #[must_use]
    pub fn after(bytes: u64) -> Self {
        Self(Arc::new(Mutex::new(Some(bytes))))
    }

    /// Whether it has been pulled.
    #[must_use]
    pub fn pulled(&self) -> bool {
        self.0.lock().is_ok_and(|left| *left == Some(0))
    }

    /// Takes up to `wanted` bytes; none once it is gone.
    fn take(&self, wanted: u64) -> io::Result<u64> {
        let mut left = self.0.lock().map_err(|_| io::ErrorKind::Other)?;
        let Some(bytes) = left.as_mut() else {
            return Ok(wanted);
        };
        let taken = wanted.min(*bytes);
        *bytes -= taken;
        Ok(taken)
    }
}

/// A folder on a stick that will be pulled out. What was written before the cut is written for
/// real: a torn file has the new bytes up to the cut and the old ones after it.
#[derive(Debug)]
pub struct Pulled {
    folder: Folder,
    cut: Cut,
}

impl Pulled {
    /// The stick on `folder`.
    #[must_use]
    pub fn new(folder: Folder, cut: Cut) -> Self {
        Self { folder, cut }
    }
}

impl Medium for Pulled {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        if self.cut.pulled() {
            return Err(io::ErrorKind::NotConnected.into());
        }
        self.folder.read(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let length = bytes.len() as u64;
        let taken = self.cut.take(length)?;
        if taken == length && !self.cut.pulled() {
            return self.folder.write(name, bytes);
        }
        let mut torn = self.folder.read(name)?.unwrap_or_default();
        let written = usize::try_from(taken).unwrap_or(bytes.len());
        if torn.len() < written {
            torn.resize(written, 0);
        }
        torn[..written].copy_from_slice(&bytes[..written]);
        if written > 0 {
            self.folder.write(name, &torn)?;
        }
        Err(io::ErrorKind::NotConnected.into())
    }

    fn present(&self) -> bool {
        !self.cut.pulled() && self.folder.present()
    }
}

//! The board as it is handed out: read again when another file lies there, and kept in memory once for
//! everybody who asks.

use std::{
    fs, io,
    os::unix::fs::MetadataExt,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use bytes::Bytes;
use wire::{Code, Hash, Realm, board::SignedBoard};

use crate::domain::Outcome;

/// A board, and how an app says that it has this one.
#[derive(Debug, Clone)]
pub(crate) struct Copy {
    pub(crate) bytes: Bytes,
    /// An entity tag (RFC 9110 section 8.8.3).
    pub(crate) tag: String,
}

/// Which file it was that was read.
type Stamp = (u64, u64, i64, i64);

/// The board of a running portal.
#[derive(Debug)]
pub(crate) struct Shown {
    path: PathBuf,
    realm: Realm,
    pinned: Hash,
    /// The last file that was read, and what it held where it was believed.
    read: Mutex<Option<(Stamp, Option<Copy>)>>,
}

impl Shown {
    /// The board at this path, of the structure with this root.
    pub(crate) fn at(path: PathBuf, realm: Realm, pinned: Hash) -> Self {
        Self {
            path,
            realm,
            pinned,
            read: Mutex::default(),
        }
    }

    /// The board that is up. Asks the disk.
    ///
    /// # Errors
    /// `NotFound` where there is none, `Damaged` where the structure did not sign what is there.
    pub(crate) fn look(&self) -> Outcome<Copy> {
        let stamp = match fs::metadata(&self.path) {
            Ok(meta) => (meta.ino(), meta.size(), meta.mtime(), meta.mtime_nsec()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(Code::NotFound.into());
            }
            Err(_) => return Err(Code::Unavailable.into()),
        };
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let known = match &*read {
            Some((of, known)) if *of == stamp => known.clone(),
            _ => {
                let found = self.read(stamp.1);
                if found.is_none() {
                    tracing::error!("the board is damaged: publish it again");
                }
                *read = Some((stamp, found.clone()));
                found
            }
        };
        known.ok_or_else(|| Code::Damaged.into())
    }

    fn read(&self, size: u64) -> Option<Copy> {
        if size > SignedBoard::MAX as u64 {
            return None;
        }
        let bytes = fs::read(&self.path).ok()?;
        let signed: SignedBoard = wire::decode_canonical(&bytes, SignedBoard::MAX).ok()?;
        signed.open(self.realm, &self.pinned).ok()?;
        Some(Copy {
            tag: format!("\"{}\"", Hash::of(&bytes).to_hex()),
            bytes: bytes.into(),
        })
    }
}

//! The board as it is handed out: read again when another file lies there, and kept in memory once for
//! everybody who asks.

use std::path::PathBuf;

use bytes::Bytes;
use wire::{Code, Hash, Realm, board::SignedBoard};

use crate::{domain::Outcome, watched::Watched};

/// A board, and how an app says that it has this one.
#[derive(Debug, Clone)]
pub(crate) struct Copy {
    pub(crate) bytes: Bytes,
    /// An entity tag (RFC 9110 section 8.8.3).
    pub(crate) tag: String,
}

/// The board of a running portal.
#[derive(Debug)]
pub(crate) struct Shown {
    realm: Realm,
    pinned: Hash,
    file: Watched<Copy>,
}

impl Shown {
    /// The board at this path, of the structure with this root.
    pub(crate) fn at(path: PathBuf, realm: Realm, pinned: Hash) -> Self {
        let damaged = "the board is damaged: publish it again";
        Self {
            realm,
            pinned,
            file: Watched::at(path, SignedBoard::MAX, damaged),
        }
    }

    /// The board that is up. Asks the disk.
    ///
    /// # Errors
    /// `NotFound` where there is none, `Damaged` where the structure did not sign what is there.
    pub(crate) fn look(&self) -> Outcome<Copy> {
        let copy = self.file.look(|bytes| {
            let signed: SignedBoard = wire::decode_canonical(&bytes, SignedBoard::MAX).ok()?;
            signed.open(self.realm, &self.pinned).ok()?;
            Some(Copy {
                tag: format!("\"{}\"", Hash::of(&bytes).to_hex()),
                bytes: bytes.into(),
            })
        });
        copy?.ok_or_else(|| Code::NotFound.into())
    }
}

//! The board as it is handed out: read again when another file lies there, and kept in memory once for
//! everybody who asks.

use std::path::PathBuf;

use bytes::Bytes;
use wire::{
    Code, Hash, Realm,
    board::{SignedBoard, Structure},
};

use crate::{
    domain::{Outcome, ensure},
    watched::Watched,
};

/// A board, and how an app says that it has this one.
#[derive(Debug, Clone)]
pub(crate) struct Copy {
    pub(crate) bytes: Bytes,
    /// An entity tag (RFC 9110 section 8.8.3).
    pub(crate) tag: String,
    /// How to reach the structure.
    pub(crate) structure: Structure,
    /// Whether it says that the structure closes.
    closes: bool,
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
            let (_, board) = signed.open(self.realm, &self.pinned).ok()?;
            Some(Copy {
                closes: board.closing.is_some(),
                structure: board.structure,
                tag: format!("\"{}\"", Hash::of(&bytes).to_hex()),
                bytes: bytes.into(),
            })
        });
        copy?.ok_or_else(|| Code::NotFound.into())
    }

    /// Whether new spaces may begin: not where the structure says that it closes. A board that is not
    /// believed says nothing.
    pub(crate) fn welcomes(&self) -> Outcome<()> {
        let closes = self.look().is_ok_and(|copy| copy.closes);
        ensure(!closes, Code::Closing)
    }
}

//! The version as it is handed out: read again when another one lies there.

use std::{collections::BTreeMap, fs::File, io, path::PathBuf};

use bytes::Bytes;
use wire::{Code, Hash, version::OfferedVersion};

use super::OFFERED;
use crate::{domain::Outcome, watched::Watched};

/// What is up: the answer as it is handed out, and how long each file of it is.
#[derive(Debug, Clone)]
pub(crate) struct Copy {
    pub(crate) bytes: Bytes,
    files: BTreeMap<Hash, u64>,
}

/// The version of a running portal.
#[derive(Debug)]
pub(crate) struct Shown {
    folder: PathBuf,
    offered: Watched<Copy>,
}

impl Shown {
    /// The version in this folder, if there is one.
    pub(crate) fn at(folder: PathBuf) -> Self {
        let damaged = "the version for sticks is damaged: install it again";
        Self {
            offered: Watched::at(folder.join(OFFERED), OfferedVersion::MAX, damaged),
            folder,
        }
    }

    /// The version that is up. Asks the disk.
    ///
    /// # Errors
    /// `NotFound` where there is none, `Damaged` where it cannot be read.
    pub(crate) fn look(&self) -> Outcome<Copy> {
        let copy = self.offered.look(|bytes| {
            let offered: OfferedVersion =
                wire::decode_canonical(&bytes, OfferedVersion::MAX).ok()?;
            let list = release::List::new(offered.list.to_vec());
            let sums = list.lines().values().copied();
            Some(Copy {
                files: sums.zip(offered.sizes).collect(),
                bytes: bytes.into(),
            })
        });
        copy?.ok_or_else(|| Code::NotFound.into())
    }

    /// A file of that version, and how long it is. A name that is on no list leads nowhere.
    ///
    /// # Errors
    /// `NotFound` where the version that is up has no such file.
    pub(crate) fn file(&self, sum: &Hash) -> Outcome<(File, u64)> {
        let length = self.look()?.files.get(sum).copied();
        let length = length.ok_or(Code::NotFound)?;
        match File::open(self.folder.join(sum.to_hex())) {
            Ok(file) => Ok((file, length)),
            // Another version was put up this moment.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Code::NotFound.into()),
            Err(_) => Err(Code::Unavailable.into()),
        }
    }
}

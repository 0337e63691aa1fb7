//! The folder that is the same on every stick: whole, as its own list says.

use super::Fault;
use crate::contents::{self, LIST, Standing};
use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
};
use wire::Hash;

/// A program folder whose every file is what its list says.
#[derive(Debug)]
pub struct Programs {
    folder: PathBuf,
    files: Vec<Program>,
    list: Hash,
}

/// One file of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Program {
    /// Path below the folder, with `/`.
    pub(super) name: String,
    /// SHA-256 of its bytes.
    pub(super) hash: Hash,
    /// Its size in bytes.
    pub(super) bytes: u64,
}

impl Programs {
    /// Reads every file of the folder once, and compares it with the list.
    ///
    /// # Errors
    /// [`Fault::Programs`] where one is changed, missing, or not on the list, or where there is no list.
    pub fn read(folder: &Path) -> Result<Self, Fault> {
        let found = contents::contents(folder).map_err(unread)?;
        let list = found
            .list
            .ok_or_else(|| Fault::Programs(format!("there is no {LIST}")))?;
        if let Some(wrong) = (found.files.iter()).find(|line| line.standing != Standing::Listed) {
            let why = match wrong.standing {
                Standing::Missing => "is missing",
                Standing::Changed => "is not as the list says",
                _ => "is not on the list",
            };
            return Err(Fault::Programs(format!("{} {why}", wrong.name)));
        }
        let hashes = contents::listed(folder).map_err(unread)?;
        let mut files: Vec<Program> = found
            .files
            .into_iter()
            .filter(|line| line.name != LIST)
            .filter_map(|line| {
                Some(Program {
                    hash: *hashes.get(&line.name)?,
                    bytes: line.bytes,
                    name: line.name,
                })
            })
            .collect();
        let bytes = std::fs::metadata(folder.join(LIST)).map_err(unread)?.len();
        // The list last: a stick that bears it has all that it names.
        files.push(Program {
            name: LIST.to_owned(),
            hash: list,
            bytes,
        });
        Ok(Self {
            folder: folder.to_owned(),
            files,
            list,
        })
    }

    /// SHA-256 of the list, to compare with the published one.
    #[must_use]
    pub fn list(&self) -> Hash {
        self.list
    }

    /// Bytes of all files together.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|program| program.bytes).sum()
    }

    pub(super) fn files(&self) -> &[Program] {
        &self.files
    }

    pub(super) fn open(&self, program: &Program) -> io::Result<File> {
        File::open(self.folder.join(&program.name))
    }
}

fn unread(error: impl core::fmt::Display) -> Fault {
    Fault::Programs(error.to_string())
}

//! The ordinary backup: a dump of both stores as of one moment, the blobs, the settings; and the
//! way back. No gate secret is ever in it: those are sealed apart, when a stick enrols.
//!
//! - `dump` the stream of rows; `manifest` what files there are, with their hashes
//! - `make` and `restore` the two ways
//! - `moved` takes the rows alone from one engine to another, by the same stream

mod dump;
mod make;
mod manifest;
mod moved;
mod restore;

pub use make::backup;
pub(crate) use make::{by_portal, last};
pub(crate) use moved::left_over;
pub use moved::{export, import};
pub use restore::{GateBackup, Restored, restore, restore_on};

use std::{io, path::PathBuf};

use crate::{
    folders::{self, FileError},
    store::{Store, StoreError, Tx, WriteError},
};

/// Why a backup was not made or not brought back.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file.
    #[error(transparent)]
    Io(#[from] FileError),
    /// A store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file of the backup is not what was written.
    #[error("{}: the backup is damaged, take another one", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// What was written is not what was read, or not what the stores hold.
    #[error(
        "these are not the rows that the stores hold: stop the portal, export again, then import"
    )]
    Differs,
    /// A newer portal wrote it.
    #[error("a newer portal wrote this backup: install that portal, then restore")]
    TooNew,
    /// The settings, the secrets or the structure's files.
    #[error(transparent)]
    Start(#[from] crate::StartError),
    /// A rule of the portal.
    #[error(transparent)]
    Rule(#[from] wire::Refusal),
    /// The portal that runs said no.
    #[error("the portal that runs said: {0}")]
    Portal(String),
}

fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> BackupError {
    let at = folders::at(path);
    move |error| at(error).into()
}

fn damaged(path: impl Into<PathBuf>) -> BackupError {
    BackupError::Damaged { path: path.into() }
}

/// Writes by a rule that only the store can refuse.
fn write(
    store: &Store,
    rule: impl FnOnce(&mut Tx<'_>) -> Result<(), StoreError> + Send + 'static,
) -> Result<(), BackupError> {
    store.write(rule).map_err(|error| match error {
        WriteError::Refused(trouble) | WriteError::Store(trouble) => trouble.into(),
    })
}

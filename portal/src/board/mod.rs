//! The board: what the structure says to everybody it serves. A file in the data folder, signed by a
//! publisher; the portal hands it on and never looks into the catalogue.
//!
//! - `publish` the admin signs the next one, or puts one in that another portal has
//! - `shown` it is handed out, from the moment the file is there

mod publish;
mod shown;

pub use publish::{NOTICE_DAYS, Saying, announce, install, publish};
pub(crate) use shown::Shown;

use std::{fs, io};

use wire::{
    board::{Board, Publisher, SignedBoard},
    structure::StructureError,
};

use crate::{
    folders::{FileError, at},
    settings::{Settings, SettingsError},
};

/// Its name in the data folder, and in a backup.
pub(crate) const FILE: &str = "board";

/// Why a board is not put up.
#[derive(Debug, thiserror::Error)]
pub enum BoardError {
    /// A file could not be read or written.
    #[error(transparent)]
    Io(#[from] FileError),
    /// The settings.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The publisher, or a board to be put in, is not believed.
    #[error("the publisher is not believed: {0}")]
    Publisher(StructureError),
    /// What is said breaks a rule.
    #[error("{0}")]
    Rule(&'static str),
    /// The catalogue.
    #[error("the catalogue is no JSON of a catalogue: {0}")]
    Catalogue(#[from] serde_json::Error),
    /// The board that is there.
    #[error(
        "the board in the data folder does not verify: bring it back from the last backup, or delete \
         the file to begin anew"
    )]
    Damaged,
    /// A board to be put in comes before the one that is there.
    #[error("this board has number {number}, and number {known} is up already")]
    Older {
        /// Its number.
        number: u64,
        /// The number of the one that is there.
        known: u64,
    },
}

/// The board of a data folder and who signed it; `None` where there is none.
///
/// # Errors
/// [`BoardError`], also where this structure did not sign it.
pub fn current(settings: &Settings) -> Result<Option<(Publisher, Board)>, BoardError> {
    let path = settings.board();
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(at(path)(error).into()),
    };
    let signed: Result<SignedBoard, _> = wire::decode_canonical(&bytes, SignedBoard::MAX);
    let signed = signed.map_err(|_| BoardError::Damaged)?;
    let opened = signed.open(settings.realm(), &settings.root()?.fingerprint());
    opened.map(Some).map_err(|_| BoardError::Damaged)
}

//! The structure's own keys: root and backup key offline, officer key for a year. The mediator's
//! tool signs vouchers with the officer's; nothing here runs while the portal serves.
//!
//! - `keys` the keys in memory; `pem` the same at rest, encrypted; `made` a structure on its first day
//! - `files` the structure's folder; `sign` what its keys sign
//! - `officer` an officer at work: certifies helpers, says who no longer is one
//! - `renew` another root in the place of the one before
//! - `attester` the folder of the key that signs what people learnt
//! - `publisher` the folder of whoever keeps the board, who is not the holder of the root

mod attester;
mod files;
mod keys;
mod made;
mod officer;
mod pem;
mod publisher;
mod renew;
mod sign;

pub use attester::{AttesterFolder, Naming};
pub(crate) use files::read_backup_key;
pub use files::{Public, StructureFolder};
pub use keys::{AttesterKey, OfficerKey, PublisherKey, RootKey};
pub use made::{Addresses, Structure};
pub use officer::Officiating;
pub use pem::{Cost, PemError};
pub use publisher::PublisherFolder;

use std::path::PathBuf;

use crate::folders::FileError;

/// Why something could not be done with the structure's folder.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// A file could not be read or written.
    #[error(transparent)]
    Io(#[from] FileError),
    /// A key file.
    #[error("{}: {source}", path.display())]
    Pem {
        /// The file.
        path: PathBuf,
        /// Why it does not open.
        source: PemError,
    },
    /// A public file is not what it should be.
    #[error("{}: {what}", path.display())]
    Content {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        what: &'static str,
    },
    /// What the structure's name shall be.
    #[error("{0}")]
    Rule(&'static str),
    /// The locator is not this structure's.
    #[error(transparent)]
    Structure(#[from] wire::structure::StructureError),
}

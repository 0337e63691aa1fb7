//! The engines on disk, and the word in the settings that chooses one.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Redb, RedbOptions, Sled, Store, StoreError};

/// An engine that keeps its tables on disk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum OnDisk {
    /// One file of B-trees.
    #[default]
    Redb,
    /// A folder with a log of pages.
    Sled,
}

impl OnDisk {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Redb, Self::Sled];

    /// Its word in the settings, which ends the names of its files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Redb => "redb",
            Self::Sled => "sled",
        }
    }

    /// What lies on the disk for the store at `path`, in the order in which it may be removed.
    #[must_use]
    pub fn files(self, path: &Path) -> Vec<PathBuf> {
        match self {
            Self::Redb => vec![Redb::tip_of(path), path.to_owned()],
            Self::Sled => vec![path.to_owned()],
        }
    }

    /// Starts a store on what is at `path`, or on an empty one made there.
    ///
    /// # Errors
    /// As the engine says.
    pub fn open(self, path: &Path) -> Result<Store, StoreError> {
        match self {
            Self::Redb => Store::start(Redb::open(path, &RedbOptions::default())?),
            Self::Sled => Store::start(Sled::open(path)?),
        }
    }
}

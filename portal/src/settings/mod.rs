//! What the admin may set: `settings.toml` in the data folder. Unknown words are refused, so that a
//! slip of the pen is not a silent default.
//!
//! - `file` its words · `paths` where everything lies

mod file;
mod paths;

pub(crate) use file::paris;
pub use file::{
    GateSettings, IdleSettings, LimitSettings, RealmName, SettingsFile, StructureSettings,
    TlsSettings, WebauthnSettings,
};

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::tz::TimeZone;
use wire::{GateId, Realm, SigPublic};

/// The settings file's name in the data folder.
pub const FILE: &str = "settings.toml";

/// A portal's settings, and the folder they lie in.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The data folder: every path in the file counts from here.
    pub data: PathBuf,
    /// The file's content.
    pub file: SettingsFile,
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file cannot be read.
    #[error("{}: {source}. Run `portal init`, or name the data folder with --data", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is not the expected TOML.
    #[error("{}: {source}", path.display())]
    Toml {
        /// The file.
        path: PathBuf,
        /// Where, and what.
        source: Box<toml::de::Error>,
    },
    /// A value makes no sense.
    #[error("{word}: {reason}")]
    Value {
        /// Its name in the file.
        word: &'static str,
        /// What is expected.
        reason: &'static str,
    },
}

impl Settings {
    /// Reads the settings of a data folder.
    ///
    /// # Errors
    /// [`SettingsError`], which names the file and the word.
    pub fn read(data: &Path) -> Result<Self, SettingsError> {
        let path = data.join(FILE);
        let text = fs::read_to_string(&path).map_err(|source| SettingsError::Read {
            path: path.clone(),
            source,
        })?;
        let file = toml::from_str(&text).map_err(|source| SettingsError::Toml {
            path,
            source: Box::new(source),
        })?;
        let settings = Self {
            data: data.to_owned(),
            file,
        };
        settings.root()?;
        settings.gate_id()?;
        settings.zone()?;
        Ok(settings)
    }

    /// Where the structure is.
    pub(crate) fn zone(&self) -> Result<TimeZone, SettingsError> {
        TimeZone::get(&self.file.timezone).map_err(|_| SettingsError::Value {
            word: "timezone",
            reason: "a time zone as in \"Europe/Paris\" or \"Indian/Reunion\"",
        })
    }

    /// The realm.
    #[must_use]
    pub fn realm(&self) -> Realm {
        self.file.realm.into()
    }

    /// The first root's public key.
    ///
    /// # Errors
    /// [`SettingsError::Value`] where it is not one.
    pub fn root(&self) -> Result<SigPublic, SettingsError> {
        SigPublic::from_hex(&self.file.structure.root).ok_or(SettingsError::Value {
            word: "structure.root",
            reason: "64 hexadecimal digits, as in the structure's root.pub",
        })
    }

    /// The gate's id.
    ///
    /// # Errors
    /// [`SettingsError::Value`] where it is not one.
    pub fn gate_id(&self) -> Result<GateId, SettingsError> {
        GateId::from_hex(&self.file.gate.id).ok_or(SettingsError::Value {
            word: "gate.id",
            reason: "32 hexadecimal digits, as in the locator",
        })
    }
}

#[cfg(test)]
mod tests;

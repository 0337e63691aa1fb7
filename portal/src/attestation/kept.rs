//! The key at the portal: in the data folder, readable by its user alone, like that of its certificate. A backup does
//! not take it along: after a restore it is put in again. A portal that runs finds it at the next press.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use wire::{
    attestation::{Attester, Statement},
    structure::StructureError,
};
use zeroize::Zeroizing;

use crate::{
    folders::{self, FileError, at},
    settings::{Settings, SettingsError},
    structure::AttesterKey,
};

const FOLDER: &str = "attester";
const KEY: &str = "key.pem";
/// The list that names the key: handed out to whoever wants to verify.
const STATEMENT: &str = "attestations.structure";

/// Why a key is not put in.
#[derive(Debug, thiserror::Error)]
pub enum AttestationError {
    /// A file could not be read or written.
    #[error(transparent)]
    Io(#[from] FileError),
    /// The settings.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The list of keys.
    #[error("the list of keys is not believed: {0}")]
    Statement(#[from] StructureError),
    /// The list does not name the key now.
    #[error("the structure does not name this key, or it no longer counts")]
    Over,
    /// What lies there is no key.
    #[error("the key in the data folder is damaged: put it in again")]
    Damaged,
}

/// The key that signs here, and how the structure names it.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) key: AttesterKey,
    pub(crate) attester: Attester,
}

impl Kept {
    /// The key of a data folder, if it counts now; none where nobody put one in.
    ///
    /// # Errors
    /// [`AttestationError`].
    pub(crate) fn read(settings: &Settings, now: u64) -> Result<Option<Self>, AttestationError> {
        let folder = folder(settings);
        let path = folder.join(KEY);
        let text = match fs::read_to_string(&path) {
            Ok(text) => Zeroizing::new(text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(at(path)(error).into()),
        };
        let key = AttesterKey::from_bare(&text).map_err(|_| AttestationError::Damaged)?;
        let path = folder.join(STATEMENT);
        let bytes = fs::read(&path).map_err(at(&path))?;
        let statement = Statement::from_bytes(&bytes).map_err(|_| AttestationError::Damaged)?;
        let attester = named(settings, &key, &statement, now)?;
        Ok(Some(Self { key, attester }))
    }
}

/// Puts a key into a data folder, in the place of the one before.
///
/// # Errors
/// [`AttestationError`]; then the one before stays.
pub fn install(
    settings: &Settings,
    (key, statement): (&AttesterKey, &Statement),
    now: u64,
) -> Result<Attester, AttestationError> {
    let attester = named(settings, key, statement, now)?;
    let folder = folder(settings);
    folders::make(&folder).map_err(at(&folder))?;
    let bare = key.expose_bare().map_err(|_| AttestationError::Damaged)?;
    // Cut between the two, the list does not name the old key any less than before: it names both.
    for (name, bytes) in [
        (STATEMENT, &wire::encode(statement)[..]),
        (KEY, bare.as_bytes()),
    ] {
        let path = folder.join(name);
        folders::write(&path, bytes).map_err(at(&path))?;
    }
    Ok(attester)
}

fn named(
    settings: &Settings,
    key: &AttesterKey,
    statement: &Statement,
    now: u64,
) -> Result<Attester, AttestationError> {
    let said = statement.verify(&settings.root()?.fingerprint())?;
    if said.realm != settings.realm() {
        return Err(StructureError::WrongRealm.into());
    }
    let counts = said
        .attesters
        .into_iter()
        .find(|one| one.key == key.public() && one.counts(now));
    counts.ok_or(AttestationError::Over)
}

fn folder(settings: &Settings) -> PathBuf {
    settings.path(Path::new(FOLDER))
}

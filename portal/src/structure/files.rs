//! The structure's folder: three encrypted keys, and what may be shown to anybody.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use gate::BackupPrivate;
use wire::{
    Random, Realm, SigPublic, Signed,
    helper::Retired,
    seal::KemPublic,
    structure::{Locator, Officer, SignedLocator, StructureError},
};
use zeroize::Zeroizing;

use super::{
    Cost, FolderError, OfficerKey, PemError, RootKey, Structure,
    pem::{self, Kind},
};
use crate::folders::{self, at};

pub(super) const ROOT_KEY: &str = "root.key.pem";
pub(super) const OFFICER_KEY: &str = "officer.key.pem";
const BACKUP_KEY: &str = "backup.key.pem";
const ROOT_PUBLIC: &str = "root.pub";
pub(super) const OFFICER: &str = "officer.cert";
pub(super) const RETIRED: &str = "officers.retired";
const BACKUP_PUBLIC: &str = "backup.pub";
pub(super) const LOCATOR: &str = "locator";
const UNSIGNED: &str = "no locator is signed yet: `portal structure init` signs one, and it is in a copy of this folder";

/// What may be shown to anybody: everything a portal needs of its structure.
#[derive(Debug, Clone)]
pub struct Public {
    /// The realm.
    pub realm: Realm,
    /// The first root: its fingerprint is on every stick.
    pub root: SigPublic,
    /// The officer, signed by the root.
    pub officer: Signed<Officer>,
    /// What gate backups are sealed to.
    pub backup: KemPublic,
    /// Where portal and gates are.
    pub locator: SignedLocator,
}

impl Public {
    /// The locator, verified from the root.
    ///
    /// # Errors
    /// [`StructureError`] where the root did not sign it.
    pub fn locator(&self) -> Result<Locator, StructureError> {
        self.locator.verify(self.realm, &self.root.fingerprint())
    }
}

/// The folder on the structure's own medium.
#[derive(Debug, Clone)]
pub struct StructureFolder(PathBuf);

impl StructureFolder {
    /// The folder at this path.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Puts a new structure away, each key under the passphrase.
    ///
    /// # Errors
    /// [`FolderError`]; a folder that is not empty is refused.
    pub fn write(
        &self,
        structure: &Structure,
        passphrase: &str,
        random: &mut dyn Random,
    ) -> Result<(), FolderError> {
        folders::make_empty(&self.0).map_err(|source| self.io("", source))?;
        let public = structure.public();
        for (name, kind, seed) in [
            (ROOT_KEY, Kind::Ed25519, structure.root().expose_seed()),
            (
                OFFICER_KEY,
                Kind::Ed25519,
                structure.officer().expose_seed(),
            ),
            (BACKUP_KEY, Kind::XWing, structure.backup().expose_bytes()),
        ] {
            let pem = pem::seal(kind, seed, passphrase, Cost::Strong, random)
                .map_err(|source| self.pem(name, source))?;
            self.put(name, pem.as_bytes())?;
        }
        self.put(
            ROOT_PUBLIC,
            format!("{}\n", public.root.to_hex()).as_bytes(),
        )?;
        self.put(
            BACKUP_PUBLIC,
            format!("{}\n", public.backup.to_hex()).as_bytes(),
        )?;
        self.put(OFFICER, &public.officer.to_bytes())?;
        self.put(LOCATOR, &wire::encode(&public.locator))
    }

    /// Reads what may be shown to anybody.
    ///
    /// # Errors
    /// [`FolderError`], also where the locator is not signed by this root.
    pub fn public(&self) -> Result<Public, FolderError> {
        let root = self.text(ROOT_PUBLIC)?;
        let root = SigPublic::from_hex(root.trim());
        let backup = self.text(BACKUP_PUBLIC)?;
        let backup = KemPublic::from_hex(backup.trim());
        let officer = Signed::<Officer>::from_bytes(&self.bytes(OFFICER)?).ok();
        let locator = match fs::read(self.path(LOCATOR)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(self.content(LOCATOR, UNSIGNED));
            }
            read => read.map_err(|source| self.io(LOCATOR, source))?,
        };
        let locator: Option<SignedLocator> =
            wire::decode_canonical(&locator, SignedLocator::MAX).ok();
        let locator = locator.ok_or_else(|| self.content(LOCATOR, "not a locator"))?;
        let claimed = locator.locator.claimed().map_err(StructureError::from)?;
        let public = Public {
            realm: claimed.realm,
            root: root.ok_or_else(|| self.content(ROOT_PUBLIC, "not a public key"))?,
            officer: officer.ok_or_else(|| self.content(OFFICER, "not a certificate"))?,
            backup: backup.ok_or_else(|| self.content(BACKUP_PUBLIC, "not a public key"))?,
            locator,
        };
        public.locator()?;
        Ok(public)
    }

    /// The officer's key, if it is the one that the root named.
    pub(super) fn officer(&self, passphrase: &str) -> Result<(Public, OfficerKey), FolderError> {
        let public = self.public()?;
        let roots = &public.locator.roots;
        let current = roots.current(public.realm, &public.root.fingerprint())?;
        let named = public.officer.verify(public.realm, &current);
        let named = named.map_err(StructureError::from)?.key;
        let seed = self.open(OFFICER_KEY, Kind::Ed25519, passphrase)?;
        let officer = OfficerKey::from_seed(&seed);
        if officer.public() != named {
            return Err(self.pem(OFFICER_KEY, PemError::OtherKey));
        }
        Ok((public, officer))
    }

    /// Who was an officer before, where somebody was.
    pub(super) fn retired(&self) -> Result<Option<Signed<Retired>>, FolderError> {
        match fs::read(self.0.join(RETIRED)) {
            Ok(bytes) => {
                let retired = Signed::<Retired>::from_bytes(&bytes);
                let retired = retired.map_err(|_| self.content(RETIRED, "not a list of officers"));
                Ok(Some(retired?))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(self.io(RETIRED, source)),
        }
    }

    /// The current root's key.
    pub(super) fn root(&self, public: &Public, passphrase: &str) -> Result<RootKey, FolderError> {
        let seed = self.open(ROOT_KEY, Kind::Ed25519, passphrase)?;
        let root = RootKey::from_seed(&seed);
        let roots = &public.locator.roots;
        if root.public() != roots.current(public.realm, &public.root.fingerprint())? {
            return Err(self.pem(ROOT_KEY, PemError::OtherKey));
        }
        Ok(root)
    }

    /// The key that opens gate backups.
    ///
    /// # Errors
    /// [`FolderError`].
    pub fn backup_key(&self, passphrase: &str) -> Result<BackupPrivate, FolderError> {
        read_backup_key(&self.0.join(BACKUP_KEY), passphrase)
    }

    pub(super) fn open(
        &self,
        name: &str,
        kind: Kind,
        passphrase: &str,
    ) -> Result<Zeroizing<[u8; 32]>, FolderError> {
        let text = Zeroizing::new(self.text(name)?);
        pem::open(kind, &text, passphrase).map_err(|source| self.pem(name, source))
    }

    pub(super) fn put(&self, name: &str, content: &[u8]) -> Result<(), FolderError> {
        folders::write(&self.0.join(name), content).map_err(|source| self.io(name, source))
    }

    /// Gives a file the name of another, which is no more.
    pub(super) fn rename(&self, name: &str, to: &str) -> Result<(), FolderError> {
        let renamed = fs::rename(self.path(name), self.path(to));
        let synced = renamed.and_then(|()| folders::sync(Some(&self.0)));
        synced.map_err(|source| self.io(name, source))
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn bytes(&self, name: &str) -> Result<Vec<u8>, FolderError> {
        fs::read(self.0.join(name)).map_err(|source| self.io(name, source))
    }

    fn text(&self, name: &str) -> Result<String, FolderError> {
        fs::read_to_string(self.0.join(name)).map_err(|source| self.io(name, source))
    }

    pub(super) fn io(&self, name: &str, source: io::Error) -> FolderError {
        at(self.0.join(name))(source).into()
    }

    pub(super) fn pem(&self, name: &str, source: PemError) -> FolderError {
        FolderError::Pem {
            path: self.0.join(name),
            source,
        }
    }

    pub(super) fn content(&self, name: &str, what: &'static str) -> FolderError {
        FolderError::Content {
            path: self.0.join(name),
            what,
        }
    }
}

/// The key that opens gate backups, from its own file.
pub(crate) fn read_backup_key(path: &Path, passphrase: &str) -> Result<BackupPrivate, FolderError> {
    let text = fs::read_to_string(path).map_err(at(path))?;
    let seed = pem::open(Kind::XWing, &Zeroizing::new(text), passphrase);
    let seed = seed.map_err(|source| FolderError::Pem {
        path: path.to_owned(),
        source,
    })?;
    Ok(BackupPrivate::from_bytes(&seed))
}

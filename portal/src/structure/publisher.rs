//! The folder of whoever keeps the board: one encrypted key, and the certificate by which the root
//! names it. The admin of a portal may have it; the root stays offline.

use std::{fs, path::PathBuf};

use wire::{Random, Signed, board::Publisher};
use zeroize::Zeroizing;

use super::{
    Cost, FolderError, PemError, PublisherKey,
    pem::{self, Kind},
};
use crate::folders::{self, at};

const KEY: &str = "publisher.key.pem";
const CERTIFICATE: &str = "publisher.cert";

/// A publisher's folder.
#[derive(Debug, Clone)]
pub struct PublisherFolder(PathBuf);

impl PublisherFolder {
    /// The folder at this path.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Puts a new publisher away, its key under a passphrase of its own.
    ///
    /// # Errors
    /// [`FolderError`]; a folder that is not empty is refused.
    pub fn write(
        &self,
        key: &PublisherKey,
        certificate: &Signed<Publisher>,
        passphrase: &str,
        random: &mut dyn Random,
    ) -> Result<(), FolderError> {
        let sealed = pem::seal(
            Kind::Ed25519,
            key.expose_seed(),
            passphrase,
            Cost::Strong,
            random,
        );
        let sealed = sealed.map_err(|source| self.pem(source))?;
        folders::make_empty(&self.0).map_err(at(&self.0))?;
        self.put(KEY, sealed.as_bytes())?;
        self.put(CERTIFICATE, &certificate.to_bytes())
    }

    /// Takes key and certificate out. Whether the root signed it is for whoever has the root to check.
    ///
    /// # Errors
    /// [`FolderError`], also where they do not belong together.
    pub fn read(&self, passphrase: &str) -> Result<(PublisherKey, Signed<Publisher>), FolderError> {
        let path = self.0.join(CERTIFICATE);
        let bytes = fs::read(&path).map_err(at(&path))?;
        let certificate = Signed::<Publisher>::from_bytes(&bytes).ok();
        let claims = certificate.and_then(|signed| Some((signed.claimed().ok()?, signed)));
        let (claimed, certificate) = claims.ok_or(FolderError::Content {
            path,
            what: "not a publisher's certificate",
        })?;
        let path = self.0.join(KEY);
        let text = Zeroizing::new(fs::read_to_string(&path).map_err(at(&path))?);
        let seed = pem::open(Kind::Ed25519, &text, passphrase);
        let seed = seed.map_err(|source| self.pem(source))?;
        let key = PublisherKey::from_seed(&seed);
        if key.public() != claimed.key {
            return Err(self.pem(PemError::OtherKey));
        }
        Ok((key, certificate))
    }

    fn put(&self, name: &str, content: &[u8]) -> Result<(), FolderError> {
        let path = self.0.join(name);
        Ok(folders::write(&path, content).map_err(at(&path))?)
    }

    fn pem(&self, source: PemError) -> FolderError {
        FolderError::Pem {
            path: self.0.join(KEY),
            source,
        }
    }
}

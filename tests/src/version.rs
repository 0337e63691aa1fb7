//! Whoever signs versions of a stick: small ones, whose programs are a few bytes or a script, and real ones.

use anyhow::{Context, Result};
use packing::{
    folder::{Built, lay_out},
    key::{self, Purpose},
    sign::sign,
};
use release::{PublicKey, Signed, newest};
use semver::Version;
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// A key, and the sticks that it signed.
pub struct Signer {
    folder: TempDir,
    secret: PathBuf,
    public: String,
}

impl Signer {
    /// One with a new key.
    ///
    /// # Errors
    /// Where no file can be written.
    pub fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let secret = folder.path().join("key");
        key::make(&secret, Purpose::Development)?;
        Self::of(folder, secret)
    }

    /// One with a key that programs were built with.
    ///
    /// # Errors
    /// Where there is no such key.
    pub fn with_key(secret: PathBuf) -> Result<Self> {
        Self::of(tempfile::tempdir()?, secret)
    }

    fn of(folder: TempDir, secret: PathBuf) -> Result<Self> {
        let public = fs::read_to_string(key::public_file(&secret))?;
        let public = public
            .lines()
            .last()
            .context("a key has a line")?
            .to_owned();
        Ok(Self {
            folder,
            secret,
            public,
        })
    }

    /// The public key as a program is built with it.
    #[must_use]
    pub fn public(&self) -> &str {
        &self.public
    }

    /// The public key.
    ///
    /// # Errors
    /// Where it is none.
    pub fn key(&self) -> Result<PublicKey> {
        PublicKey::parse(&self.public).context("no public key")
    }

    /// File of the public key.
    #[must_use]
    pub fn public_file(&self) -> PathBuf {
        key::public_file(&self.secret)
    }

    /// A new stick of that version, its programs these texts.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn stick(&self, version: &str, program: &[u8], launcher: &[u8]) -> Result<PathBuf> {
        let made = self.folder.path().join(format!("made-{version}"));
        let pages = made.join("pages");
        fs::create_dir_all(&pages)?;
        fs::write(pages.join("LISEZ-MOI.html"), format!("<h1>{version}</h1>"))?;
        fs::write(pages.join("manque-linux.html"), "<h1>webkit</h1>")?;
        for (name, bytes) in [("cle", program), ("ouvrir", launcher)] {
            let file = made.join(name);
            fs::write(&file, bytes)?;
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755))?;
        }
        let built = Built {
            linux: [made.join("cle"), made.join("ouvrir")],
            windows: None,
            carried: None,
            pages,
        };
        let stick = self.folder.path().join(format!("stick-{version}"));
        self.lay_out(&built, &stick, version)?;
        Ok(stick)
    }

    /// The version that a stick starts, after every file of it was checked.
    ///
    /// # Errors
    /// Where it starts none, or one that is not whole.
    pub fn started(&self, stick: &Path) -> Result<Version> {
        let side = newest(stick, Some(&self.key()?))?.context("the stick starts nothing")?;
        side.check_all()?;
        Ok(side.version().context("it is of no version")?.clone())
    }

    /// Signs the list that lies in a folder, as that version.
    ///
    /// # Errors
    /// Where there is none.
    pub fn sign(&self, folder: &Path, version: &str) -> Result<()> {
        sign(folder, &self.secret, &what(version)?)?;
        Ok(())
    }

    /// A stick of what was built.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn lay_out(&self, built: &Built, stick: &Path, version: &str) -> Result<()> {
        lay_out(built, stick, &self.secret, &what(version)?)?;
        Ok(())
    }
}

/// Puts what lies in a folder into another one, without permissions: exFAT has none.
///
/// # Errors
/// Where one of both cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        match entry.file_type()?.is_dir() {
            true => copy(&entry.path(), &to)?,
            false => fs::write(to, fs::read(entry.path())?)?,
        }
    }
    Ok(())
}

fn what(version: &str) -> Result<Signed> {
    Ok(Signed {
        version: Version::parse(version)?,
        development: true,
    })
}

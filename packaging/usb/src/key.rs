//! A key that signs versions, in the format of minisign. It belongs on a medium that is offline.

use anyhow::{Context, Result, ensure};
use minisign::{KeyPair, PublicKey, SecretKey, SecretKeyBox};
use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
};

/// Whether a key protects people's sticks or only tries things out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Under a passphrase, which is asked for.
    Release,
    /// Without one: whoever reads the file can sign.
    Development,
}

/// Makes a key. Its public part goes beside it, with `.pub` behind the name. No file is written over.
///
/// # Errors
/// Where one of the two is there already, or cannot be written.
pub fn make(file: &Path, purpose: Purpose) -> Result<()> {
    for there in [file, &public_file(file)] {
        ensure!(!there.exists(), "{} is there already", there.display());
    }
    let pair = match purpose {
        Purpose::Release => KeyPair::generate_encrypted_keypair(None)?,
        Purpose::Development => KeyPair::generate_unencrypted_keypair()?,
    };
    let (secret, public) = (pair.sk.to_box(None)?, pair.pk.to_box()?);
    write_secret(file, &secret.into_string())?;
    fs::write(public_file(file), public.into_string())?;
    Ok(())
}

/// Where the public part of a key lies.
#[must_use]
pub fn public_file(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".pub");
    name.into()
}

/// Reads a key, asking for its passphrase where it has one.
///
/// # Errors
/// Where the file is no key of minisign, or the passphrase is another.
pub fn read(file: &Path) -> Result<(SecretKey, PublicKey)> {
    let text =
        fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let sealed = SecretKeyBox::from_string(&text).context("this is no key of minisign")?;
    let open = SecretKeyBox::from_string(&text)?.into_unencrypted_secret_key();
    let secret = match open {
        Ok(secret) => secret,
        Err(_) => sealed
            .into_secret_key(None)
            .context("the passphrase is another, or the key is damaged")?,
    };
    let public = PublicKey::from_secret_key(&secret)?;
    Ok((secret, public))
}

#[cfg(unix)]
fn write_secret(file: &Path, text: &str) -> Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    let mut file = options.open(file)?;
    file.write_all(text.as_bytes())?;
    Ok(file.sync_all()?)
}

#[cfg(not(unix))]
fn write_secret(file: &Path, text: &str) -> Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(file)?;
    file.write_all(text.as_bytes())?;
    Ok(file.sync_all()?)
}

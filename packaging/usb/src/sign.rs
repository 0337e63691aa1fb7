//! Writes the list of a version and signs it. Both can be checked with other people's programs:
//! `sha256sum -c liste.sha256` and `minisign -Vm liste.sha256`.

use crate::key;
use anyhow::{Context, Result, ensure};
use release::{LIST, List, PublicKey, SIGNATURE, Side, Signed};
use std::{collections::BTreeMap, fs, io::Cursor, path::Path};
use wire::Hash;

/// Writes the list of every file in a folder. A folder in it is refused: a version is flat.
///
/// # Errors
/// Where a file cannot be read, or the list cannot be written.
pub fn list(folder: &Path) -> Result<List> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        ensure!(entry.file_type()?.is_file(), "{name} is no file");
        if name != LIST && name != SIGNATURE {
            files.insert(name, Hash::of(&fs::read(entry.path())?));
        }
    }
    ensure!(!files.is_empty(), "there is no file to list");
    let text = List::text_of(&files);
    fs::write(folder.join(LIST), &text)?;
    Ok(List::new(text.into_bytes()))
}

/// Signs the list of a folder with a key, and checks the signature as a stick does.
///
/// # Errors
/// Where there is no list, or the key cannot be used.
pub fn sign(folder: &Path, key: &Path, what: &Signed) -> Result<Side> {
    let list = List::read(folder)?.context("there is no list to sign")?;
    let (secret, public) = key::read(key)?;
    let comment = what.comment();
    let signature = minisign::sign(
        Some(&public),
        &secret,
        Cursor::new(list.text()),
        Some(&comment),
        Some("signature of the list of a version"),
    )?;
    fs::write(folder.join(SIGNATURE), signature.into_string())?;
    let public = PublicKey::parse(&public.to_base64()).context("no public key")?;
    Side::read(folder, Some(&public))?.context("there is no list")
}

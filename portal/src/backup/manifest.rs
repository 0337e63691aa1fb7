//! What files a backup is made of, with their sizes and hashes. Its own hash lies beside it.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Read, Write},
    path::Path,
};

use ring::digest::{Context, SHA256};
use serde::{Deserialize, Serialize};
use wire::Hash;

use super::{BackupError, at, damaged};
use crate::folders;

const NAME: &str = "manifest.json";
const OWN_HASH: &str = "manifest.sha256";
/// The version this program writes.
const VERSION: u16 = 1;

/// The files of a backup, by their path in it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    version: u16,
    /// Unix seconds.
    pub(super) time: u64,
    /// By path.
    pub(super) files: BTreeMap<String, Entry>,
}

/// One file.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// Bytes.
    size: u64,
    /// SHA-256, hexadecimal.
    sha256: String,
}

impl Manifest {
    /// An empty one.
    pub(super) fn new(time: u64) -> Self {
        Self {
            version: VERSION,
            time,
            files: BTreeMap::new(),
        }
    }

    /// Copies a file into the backup, and notes it.
    pub(super) fn copy(&mut self, from: &Path, to: &Path, name: &str) -> Result<(), BackupError> {
        let target = to.join(name);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(at(folder))?;
        }
        let mut source = File::open(from).map_err(at(from))?;
        let mut copy = File::create(&target).map_err(at(&target))?;
        let entry = hash(&mut source, &mut copy).map_err(at(&target))?;
        copy.sync_all().map_err(at(&target))?;
        let mode = source.metadata().map_err(at(from))?.permissions();
        copy.set_permissions(mode).map_err(at(&target))?;
        self.files.insert(name.to_owned(), entry);
        Ok(())
    }

    /// Notes a file that lies in the backup already.
    pub(super) fn note(&mut self, to: &Path, name: &str) -> Result<(), BackupError> {
        let path = to.join(name);
        let mut file = File::open(&path).map_err(at(&path))?;
        let entry = hash(&mut file, &mut io::sink()).map_err(at(&path))?;
        self.files.insert(name.to_owned(), entry);
        Ok(())
    }

    /// Writes the manifest: the backup is whole from here on.
    pub(super) fn write(&self, to: &Path) -> Result<(), BackupError> {
        let text = serde_json::to_vec_pretty(self)
            .map_err(io::Error::other)
            .map_err(at(to))?;
        let own = format!("{}\n", Hash::of(&text).to_hex());
        folders::write(&to.join(NAME), &text).map_err(at(to.join(NAME)))?;
        folders::write(&to.join(OWN_HASH), own.as_bytes()).map_err(at(to.join(OWN_HASH)))
    }

    /// Reads a manifest, and checks every file against it before anybody uses one.
    pub(super) fn check(from: &Path) -> Result<Self, BackupError> {
        let path = from.join(NAME);
        let text = fs::read(&path).map_err(at(&path))?;
        let own = from.join(OWN_HASH);
        let own = fs::read_to_string(&own).map_err(at(&own))?;
        if own.trim() != Hash::of(&text).to_hex() {
            return Err(damaged(path));
        }
        let manifest: Self = serde_json::from_slice(&text).map_err(|_| damaged(&path))?;
        if manifest.version > VERSION {
            return Err(BackupError::TooNew);
        }
        for (name, noted) in &manifest.files {
            // A name that leads elsewhere is none of ours.
            if name.split('/').any(|part| part.is_empty() || part == "..") {
                return Err(damaged(path));
            }
            let path = from.join(name);
            let mut file = File::open(&path).map_err(at(&path))?;
            let found = hash(&mut file, &mut io::sink()).map_err(at(&path))?;
            if found != *noted {
                return Err(damaged(path));
            }
        }
        Ok(manifest)
    }
}

fn hash(from: &mut impl Read, to: &mut impl Write) -> io::Result<Entry> {
    let mut digest = Context::new(&SHA256);
    let mut buffer = vec![0; 256 << 10];
    let mut size = 0;
    loop {
        let length = from.read(&mut buffer)?;
        if length == 0 {
            break;
        }
        digest.update(&buffer[..length]);
        to.write_all(&buffer[..length])?;
        size += length as u64;
    }
    let sha256 = data_encoding::HEXLOWER.encode(digest.finish().as_ref());
    Ok(Entry { size, sha256 })
}

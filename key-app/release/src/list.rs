//! The list of a version, in the format of `sha256sum`: anyone can check it with that program.

use crate::Fault;
use std::{collections::BTreeMap, fs, io, path::Path};
use wire::Hash;

/// The list.
pub const LIST: &str = "liste.sha256";
/// Its signature, in the format of minisign.
pub const SIGNATURE: &str = "liste.sha256.minisig";
/// Longest list, in bytes.
pub const LONGEST: u64 = 1 << 20;

/// A list as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    text: Vec<u8>,
    lines: BTreeMap<String, Hash>,
}

impl List {
    /// The list that this text is. A line that is none names no file: what it meant to name is then not on
    /// the list.
    #[must_use]
    pub fn new(text: Vec<u8>) -> Self {
        let lines = String::from_utf8_lossy(&text)
            .lines()
            .filter_map(|line| line.split_once("  "))
            .filter_map(|(hash, name)| Some((name.to_owned(), Hash::from_hex(hash)?)))
            .collect();
        Self { text, lines }
    }

    /// The list in a folder; `None` where there is none, or one too long to be one.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn read(folder: &Path) -> io::Result<Option<Self>> {
        let path = folder.join(LIST);
        match fs::metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Ok(metadata) if metadata.len() > LONGEST => Ok(None),
            _ => Ok(Some(Self::new(fs::read(path)?))),
        }
    }

    /// The text of a list of these files.
    #[must_use]
    pub fn text_of(files: &BTreeMap<String, Hash>) -> String {
        let lines = files
            .iter()
            .map(|(name, hash)| format!("{}  {name}\n", hash.to_hex()));
        lines.collect()
    }

    /// Its bytes, as they are signed.
    #[must_use]
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// What it says of each file.
    #[must_use]
    pub fn lines(&self) -> &BTreeMap<String, Hash> {
        &self.lines
    }

    /// Whether these bytes are what it says of a file.
    ///
    /// # Errors
    /// [`Fault::Changed`] where they are not; [`Fault::Missing`] where it does not name the file.
    pub fn holds(&self, name: &str, bytes: &[u8]) -> Result<(), Fault> {
        match self.lines.get(name) {
            Some(hash) if *hash == Hash::of(bytes) => Ok(()),
            Some(_) => Err(Fault::Changed(name.to_owned())),
            None => Err(Fault::Missing(name.to_owned())),
        }
    }

    /// SHA-256 of the list itself, as it is published.
    #[must_use]
    pub fn hash(&self) -> Hash {
        Hash::of(&self.text)
    }
}

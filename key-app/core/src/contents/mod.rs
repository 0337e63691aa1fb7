//! What a stick holds: every file against the published list of its version, and a search in every
//! byte. The list says what is the same on every stick; the four files that are not on it have a fixed
//! size and hold no name.
//!
//! - `lists` what is expected · `files` what is there · `search` words in their bytes

mod files;
mod lists;
mod search;

pub(crate) use files::{files_below, hash_of};
pub use lists::write_list;
pub use release::{LIST, PublicKey};
pub use search::{Found, search};

use self::lists::{Expected, Listed, listed};
use crate::trouble::{Result, Trouble};
use release::Signed;
use std::{
    fs,
    path::{Path, PathBuf},
};
use wire::Hash;

/// The files that are a stick's own, and the one size each may have.
pub const OWN: [(&str, u64); 4] = [
    ("cle-a.bin", 8 << 10),
    ("cle-b.bin", 8 << 10),
    ("repere-a.bin", 8 << 10),
    ("repere-b.bin", 8 << 10),
];

/// How a file stands against the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// One of the four that are this stick's own, of its fixed size.
    Own,
    /// Named as one of the four, but of another size.
    OwnWrongSize,
    /// The same, byte for byte, on every stick of this version.
    Listed,
    /// On the list, with other bytes.
    Changed,
    /// On the list, and not on the stick.
    Missing,
    /// Not on the list.
    Unlisted,
}

/// One file of the stick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Path below the stick's folder, with `/`, for people: what is no letter in it is shown as U+FFFD.
    pub name: String,
    /// The same path as the system has it.
    pub path: PathBuf,
    /// Its size in bytes; 0 where it is missing.
    pub bytes: u64,
    /// How it stands.
    pub standing: Standing,
}

/// Everything on the stick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// By name.
    pub files: Vec<Line>,
    /// SHA-256 of the list itself, to compare with the published one; `None` where there is no list. Where two
    /// versions lie on the stick, that of the one that is started.
    pub list: Option<Hash>,
    /// Who signed that list.
    pub signature: Signature,
}

/// How the signature of a list stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signature {
    /// There is none, or no list.
    Missing,
    /// This program knows no key to check it with.
    Unchecked,
    /// It is good.
    Good(Signed),
    /// Another key's, or what was signed was changed since.
    Wrong,
}

/// Reads every file of the stick and compares it with the lists on it: that of each side, and for what lies at the
/// top that of the version that is started. Signatures are checked with `key`; where one is good, a list whose
/// signature is not names nothing.
///
/// # Errors
/// [`Trouble::Stick`] where a file cannot be read.
pub fn contents(stick: &Path, key: Option<&PublicKey>) -> Result<Contents> {
    let Listed {
        mut expected,
        list,
        signature,
        wrong,
    } = listed(stick, key)?;
    let mut files = Vec::new();
    for (name, path) in files_below(stick)? {
        let bytes = fs::symlink_metadata(&path).map_err(Trouble::reading)?.len();
        let standing = match (own_size(&name), expected.remove(&name)) {
            (Some(size), _) if size == bytes => Standing::Own,
            (Some(_), _) => Standing::OwnWrongSize,
            (None, Some(Expected::Sum(hash))) if hash == hash_of(&path)? => Standing::Listed,
            (None, Some(Expected::OfTheList)) if !wrong.contains(&name) => Standing::Listed,
            (None, Some(_)) => Standing::Changed,
            (None, None) => Standing::Unlisted,
        };
        files.push(Line {
            name,
            path: path.strip_prefix(stick).unwrap_or(&path).to_owned(),
            bytes,
            standing,
        });
    }
    files.extend(expected.into_iter().filter_map(|(name, expected)| {
        let Expected::Sum(_) = expected else {
            return None;
        };
        Some(Line {
            path: PathBuf::from(&name),
            name,
            bytes: 0,
            standing: Standing::Missing,
        })
    }));
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Contents {
        files,
        list,
        signature,
    })
}

/// The size of a stick's own file. FAT may show its name in capital letters.
pub(crate) fn own_size(name: &str) -> Option<u64> {
    OWN.iter()
        .find(|(own, _)| own.eq_ignore_ascii_case(name))
        .map(|(_, size)| *size)
}

#[cfg(test)]
mod tests;

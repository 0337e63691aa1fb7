//! A newer version on a stick that is in use. It is written on the side that starts least, and counts when its
//! signature is there, written last: whenever the stick is pulled out, one whole version can be started. Key
//! files are not touched.

mod worth;

use self::worth::{Sides, Worth};
use crate::{
    contents::{PublicKey, own_size},
    stick::Medium,
    trouble::Trouble,
};
use release::{FRONT, LINUX, LIST, SIGNATURE, Side, WINDOWS, newest, side::SIDES, versions};
use semver::Version;
use std::{collections::BTreeMap, fs, io, path::Path};
use wire::Hash;

/// Longest file of a version, in bytes.
const LONGEST: u64 = 512 << 20;
/// Programs and their launchers. Each starts the stick on the computers of one system.
const STARTS: [&str; 4] = [LINUX, WINDOWS, FRONT[0], FRONT[1]];
/// What a file at the top is called until it is whole.
const ASIDE: &str = ".neuf";

/// How it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Updated {
    /// The stick already had this version, whole.
    Already(Version),
    /// The stick starts this version from now on.
    To(Version),
}

/// Why a stick keeps the version that it has.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// What was to be written is not what somebody signed.
    #[error(
        "what was to be put on the stick is not good: {0}. Take it again from where it was published"
    )]
    Source(#[from] release::Fault),
    /// Nothing to write is there.
    #[error("there is no version in this folder: it has no list")]
    NoVersion,
    /// A file that no version has.
    #[error("a version has no file called {0:?}")]
    Name(String),
    /// A link or a device lies on the stick: what is written there goes elsewhere.
    #[error("the stick holds a link or a device: {0}. Remove it first")]
    NotAFile(String),
    /// The stick is newer.
    #[error(
        "the stick has version {has}, and {offered} is older. To take it all the same, name it with --although-older {offered}"
    )]
    Older {
        /// On the stick.
        has: Version,
        /// In the folder.
        offered: Version,
    },
    /// Two versions of one name.
    #[error(
        "the stick has another version {0}. To take this one all the same, name it with --although-older {0}"
    )]
    Another(Version),
    /// A side is signed by somebody else: perhaps all that the stick starts.
    #[error(
        "the version in the folder {0} of the stick was signed with another key. Name that key with --key and take a version that it signed, or remove the folder {0} first"
    )]
    OtherKey(String),
    /// A computer on which the stick starts would start it no more.
    #[error(
        "the stick has {0}, and what was to be put on it has not. Take a version that is made for the same computers"
    )]
    Lacks(String),
    /// The stick does not hold what was written on it.
    #[error(
        "the stick does not keep what is written on it: {0} is another when it is read back. Take another stick"
    )]
    NotKept(String),
    /// The stick cannot be read or written. What it started before, it starts.
    #[error(transparent)]
    Stick(#[from] Trouble),
}

/// Puts the version in `from`, a version's folder or a stick, on a stick. `although` names a version that is taken
/// even if it is not newer.
///
/// # Errors
/// [`Refused`]; the stick starts what it started before, or the new version, and the same call goes on.
pub fn update(
    stick: &Path,
    medium: &dyn Medium,
    from: &Path,
    key: &PublicKey,
    although: Option<&Version>,
) -> Result<Updated, Refused> {
    let source = source(from, key)?;
    let offered = source.version().cloned().ok_or(Refused::NoVersion)?;
    let files = files(&source)?;
    leads_nowhere(stick)?;
    let sides = Sides::on(stick, key)?;
    // A stick on which nothing can be started is mended.
    if let Some((current, worth)) = sides.in_use() {
        let has = current.version().cloned().ok_or(Refused::NoVersion)?;
        let same = current.list().text() == source.list().text();
        if has == offered && same && worth == Worth::Whole {
            write_front(medium, &files)?;
            return Ok(Updated::Already(has));
        }
        let told = although == Some(&offered);
        if has > offered && !told {
            return Err(Refused::Older { has, offered });
        }
        if has == offered && !same && !told {
            return Err(Refused::Another(has));
        }
        let names = current.list().lines();
        if let Some(name) = STARTS
            .iter()
            .find(|name| names.contains_key(**name) && !files.contains_key(**name))
        {
            return Err(Refused::Lacks((*name).to_owned()));
        }
    }
    let place = sides.least();
    write_side(medium, SIDES[place], &source, &files)?;
    write_front(medium, &files)?;
    // What is newer or of the same name would be started first.
    let other = versions(stick, Some(key))
        .into_iter()
        .nth(1 - place)
        .flatten();
    if let Some(Ok(other)) = other
        && other.version() >= source.version()
    {
        forget(medium, SIDES[1 - place], &other)?;
    }
    Ok(Updated::To(offered))
}

/// The version in a folder, or the newest on a stick, every file checked.
fn source(from: &Path, key: &PublicKey) -> Result<Side, Refused> {
    let side = match Side::read(from, Some(key))? {
        Some(side) => side,
        None => newest(from, Some(key))?.ok_or(Refused::NoVersion)?,
    };
    side.check_all()?;
    Ok(side)
}

/// Its files. A name leads nowhere else, and is none of the stick's own.
fn files(source: &Side) -> Result<BTreeMap<String, Vec<u8>>, Refused> {
    let mut files = BTreeMap::new();
    for name in source.list().lines().keys() {
        let plain = name
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || ".-_".contains(sign));
        let taken = own_size(name).is_some() || [LIST, SIGNATURE].contains(&&**name);
        if !plain || name.starts_with('.') || name.ends_with(ASIDE) || taken {
            return Err(Refused::Name(name.clone()));
        }
        let bytes = fs::read(source.folder().join(name)).map_err(release::Fault::from)?;
        source.holds(name, &bytes)?;
        files.insert(name.clone(), bytes);
    }
    Ok(files)
}

/// Looks that what is read and written lies on the stick itself.
fn leads_nowhere(stick: &Path) -> Result<(), Refused> {
    // The top first: a side may be a link itself.
    for folder in [stick.to_owned(), stick.join(SIDES[0]), stick.join(SIDES[1])] {
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries.map_err(Trouble::reading)?,
        };
        for entry in entries {
            let entry = entry.map_err(Trouble::reading)?;
            let kind = entry.file_type().map_err(Trouble::reading)?;
            if !kind.is_file() && !kind.is_dir() {
                return Err(Refused::NotAFile(entry.path().display().to_string()));
            }
        }
    }
    Ok(())
}

fn write_side(
    medium: &dyn Medium,
    side: &str,
    source: &Side,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<(), Refused> {
    let of_list = |name| fs::read(source.folder().join(name)).map_err(release::Fault::from);
    let (list, signature) = (of_list(LIST)?, of_list(SIGNATURE)?);
    medium.make_folder(side).map_err(Trouble::writing)?;
    // From here on the side does not count.
    remove(medium, side, SIGNATURE)?;
    remove(medium, side, LIST)?;
    for name in medium.names(side).map_err(Trouble::reading)? {
        if !files.contains_key(&name) {
            remove(medium, side, &name)?;
        }
    }
    for (name, bytes) in files {
        write(medium, &format!("{side}/{name}"), bytes)?;
    }
    write(medium, &format!("{side}/{LIST}"), &list)?;
    write(medium, &format!("{side}/{SIGNATURE}"), &signature)
}

/// What lies at the top is written aside, and takes the place of what was there when it is whole.
fn write_front(medium: &dyn Medium, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Refused> {
    for name in FRONT {
        let aside = format!("{name}{ASIDE}");
        match files.get(name) {
            Some(bytes) if is_there(medium, name, bytes)? => {}
            Some(bytes) => {
                write(medium, &aside, bytes)?;
                medium.rename(&aside, name).map_err(Trouble::writing)?;
            }
            None => medium.remove(name).map_err(Trouble::writing)?,
        }
        medium.remove(&aside).map_err(Trouble::writing)?;
    }
    Ok(())
}

/// Empties a side. Without its signature it counts no more.
fn forget(medium: &dyn Medium, side: &str, was: &Side) -> Result<(), Refused> {
    remove(medium, side, SIGNATURE)?;
    remove(medium, side, LIST)?;
    for name in was.list().lines().keys() {
        remove(medium, side, name)?;
    }
    Ok(())
}

/// Writes a file and reads it back from the medium, unless it is there already.
fn write(medium: &dyn Medium, name: &str, bytes: &[u8]) -> Result<(), Refused> {
    if is_there(medium, name, bytes)? {
        return Ok(());
    }
    medium.write(name, bytes).map_err(Trouble::writing)?;
    if is_there(medium, name, bytes)? {
        Ok(())
    } else {
        Err(Refused::NotKept(name.to_owned()))
    }
}

fn is_there(medium: &dyn Medium, name: &str, bytes: &[u8]) -> Result<bool, Refused> {
    let there = medium.read_long(name, LONGEST).map_err(Trouble::reading)?;
    Ok(
        there
            .is_some_and(|there| there.len() == bytes.len() && Hash::of(&there) == Hash::of(bytes)),
    )
}

fn remove(medium: &dyn Medium, side: &str, name: &str) -> Result<(), Refused> {
    let removed = medium.remove(&format!("{side}/{name}"));
    removed.map_err(|error| Trouble::writing(error).into())
}

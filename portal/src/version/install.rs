//! A version is put where sticks find it: its files first, and last what names them. It counts whole or not at all.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use release::{Fault, Issued, LINUX, List, PublicKey, Side, Signed, WINDOWS, newest};
use semver::Version;
use wire::{Hash, version::OfferedVersion};

use super::OFFERED;
use crate::{
    folders::{self, FileError, at},
    settings::Settings,
};

/// What was put there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Installed {
    /// Which version.
    pub version: Version,
    /// Whether it was signed with a key made on the fly: it is for trying only.
    pub development: bool,
    /// How many files.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Programs that it has not: a stick that has them does not take it.
    pub lacks: Vec<&'static str>,
}

/// Why a version is not put up.
#[derive(Debug, thiserror::Error)]
pub enum VersionError {
    /// A file could not be read or written.
    #[error(transparent)]
    Io(#[from] FileError),
    /// It is not what somebody signed with that key.
    #[error("this version is not good: {0}. Take it again from where it was published")]
    Source(#[from] Fault),
    /// No version lies there.
    #[error("there is no version in this folder: it has no list")]
    NoVersion,
    /// Its list says more than a portal hands on.
    #[error("the list of this version is too long")]
    TooLong,
    /// One that comes before.
    #[error(
        "sticks can take version {has} here already, and {offered} is older. To put it up all the same, name it with \
         --although-older {offered}"
    )]
    Older {
        /// What is up.
        has: Version,
        /// What was to be.
        offered: Version,
    },
    /// What is there cannot be read.
    #[error(
        "the version in the data folder is damaged: take it away with `portal version withdraw`, then install it again"
    )]
    Damaged,
}

/// Puts up the version in `from`, a version's folder or a stick, signed by `key`. A portal that runs hands it out at once.
/// `although` names one that may be older than what is up.
///
/// # Errors
/// [`VersionError`]; what was up stays.
pub fn install(
    settings: &Settings,
    from: &Path,
    key: &PublicKey,
    although: Option<&Version>,
) -> Result<Installed, VersionError> {
    let side = match Side::read(from, Some(key))? {
        Some(side) => side,
        None => newest(from, Some(key))?.ok_or(VersionError::NoVersion)?,
    };
    let issued = Issued::read(side.folder(), key)?.ok_or(VersionError::NoVersion)?;
    let folder = settings.version();
    folders::make(&folder).map_err(at(&folder))?;
    let offered = folder.join(OFFERED);
    let _locked = folders::lock(&offered).map_err(at(&offered))?;
    let told = although == Some(issued.version());
    if let Some(has) = claimed(settings)?
        && has > *issued.version()
        && !told
    {
        let offered = issued.version().clone();
        return Err(VersionError::Older { has, offered });
    }
    let names = issued.list().lines();
    let lengths = names.keys().map(|name| Ok(read(&side, name)?.len() as u64));
    let sizes: Vec<u64> = lengths.collect::<Result<_, VersionError>>()?;
    let bytes = sizes.iter().sum();
    let answer = wire::encode(&OfferedVersion {
        list: issued.list().text().to_vec().into(),
        signature: issued.signature().to_owned(),
        sizes,
    });
    if answer.len() > OfferedVersion::MAX {
        return Err(VersionError::TooLong);
    }
    let written = write(&folder, &side, &issued);
    let written =
        written.and_then(|()| Ok(folders::write(&offered, &answer).map_err(at(&offered))?));
    let sums = |list: &List| list.lines().values().map(Hash::to_hex).collect::<Vec<_>>();
    if let Err(error) = written {
        // What was half written must not fill the disk on which people's papers lie.
        match read_offered(settings) {
            Ok(kept) => clear(
                &folder,
                &kept.map(|(list, _)| sums(&list)).unwrap_or_default(),
            )?,
            Err(VersionError::Damaged) => clear(&folder, &[])?,
            Err(_) => {}
        }
        return Err(error);
    }
    clear(&folder, &sums(issued.list()))?;
    let lacks = [LINUX, WINDOWS].into_iter();
    Ok(Installed {
        version: issued.version().clone(),
        development: issued.signed().development,
        files: names.len(),
        bytes,
        lacks: lacks.filter(|name| !names.contains_key(*name)).collect(),
    })
}

/// Takes away what is up. Sticks keep what they have.
///
/// # Errors
/// [`VersionError::Io`].
pub fn withdraw(settings: &Settings) -> Result<bool, VersionError> {
    let folder = settings.version();
    if !folder.exists() {
        return Ok(false);
    }
    let offered = folder.join(OFFERED);
    let _locked = folders::lock(&offered).map_err(at(&offered))?;
    let was = offered.exists();
    if was {
        fs::remove_file(&offered).map_err(at(&offered))?;
        folders::sync(Some(&folder)).map_err(at(&folder))?;
    }
    clear(&folder, &[])?;
    Ok(was)
}

/// Which version is up, every file of it looked at, and whether it is for trying only; `None` where none is. Who signed it is
/// for sticks to say.
///
/// # Errors
/// [`VersionError::Damaged`] where a file is not what the list says.
pub fn current(settings: &Settings) -> Result<Option<Signed>, VersionError> {
    let Some((list, signed)) = read_offered(settings)? else {
        return Ok(None);
    };
    for (name, sum) in list.lines() {
        let path = settings.version().join(sum.to_hex());
        let content = fs::read(path).map_err(|_| VersionError::Damaged)?;
        list.holds(name, &content)
            .map_err(|_| VersionError::Damaged)?;
    }
    Ok(Some(signed))
}

/// What is up says that it is of this version. One that is damaged says nothing, and is written over.
fn claimed(settings: &Settings) -> Result<Option<Version>, VersionError> {
    match read_offered(settings) {
        Ok(read) => Ok(read.map(|(_, signed)| signed.version)),
        Err(VersionError::Damaged) => Ok(None),
        Err(other) => Err(other),
    }
}

fn read_offered(settings: &Settings) -> Result<Option<(List, Signed)>, VersionError> {
    let path = settings.version().join(OFFERED);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(at(path)(error).into()),
    };
    let offered: Result<OfferedVersion, _> = wire::decode_canonical(&bytes, OfferedVersion::MAX);
    let offered = offered.map_err(|_| VersionError::Damaged)?;
    let signed = Signed::claimed(&offered.signature).ok_or(VersionError::Damaged)?;
    let list = List::new(offered.list.to_vec());
    Ok(Some((list, signed)))
}

/// Writes each file under its sum.
fn write(folder: &Path, side: &Side, issued: &Issued) -> Result<(), VersionError> {
    for (name, sum) in issued.list().lines() {
        let to = folder.join(sum.to_hex());
        folders::write(&to, &read(side, name)?).map_err(at(&to))?;
    }
    Ok(())
}

/// A file of the version, as its list says.
fn read(side: &Side, name: &str) -> Result<Vec<u8>, VersionError> {
    let path: PathBuf = side.folder().join(name);
    let content = fs::read(&path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => VersionError::Source(Fault::Missing(name.to_owned())),
        _ => VersionError::Io(at(path)(error)),
    })?;
    side.holds(name, &content)?;
    Ok(content)
}

/// Removes files of versions before. Whoever fetches one of them now begins anew.
fn clear(folder: &Path, kept: &[String]) -> Result<(), VersionError> {
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let entry = entry.map_err(at(folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_sum = Hash::from_hex(name.trim_end_matches(".new")).is_some();
        if is_sum && !kept.contains(&name) {
            fs::remove_file(entry.path()).map_err(at(entry.path()))?;
        }
    }
    Ok(())
}

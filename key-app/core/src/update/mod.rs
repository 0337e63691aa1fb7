//! A newer version on a stick that is in use. It is written on the side that starts least, and counts when its
//! signature is there, written last: whenever the stick is pulled out, one whole version can be started. Key
//! files are not touched.
//!
//! - `change` one version on its way onto a stick · `worth` what each side of the stick starts
//! - `others` what somebody else put where it goes
//! - `offered` the version that the portal has, fetched by whoever opened their space

mod change;
mod offered;
mod others;
mod worth;

pub use offered::{Newer, Progress, Shelf};

use self::change::{Change, Weighed};
use crate::{contents::PublicKey, stick::Medium, trouble::Trouble};
use release::{Issued, Side, newest};
use semver::Version;
use std::{fs, path::Path};

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
    /// The stick cannot be read or written, or the portal not be asked. What the stick started before, it starts.
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
    let issued = Issued::read(source.folder(), key)?.ok_or(Refused::NoVersion)?;
    let read = |name: &str| {
        let bytes = fs::read(source.folder().join(name)).map_err(release::Fault::from)?;
        source.holds(name, &bytes)?;
        Ok(bytes)
    };
    let change = match Change::weigh(stick, issued, key, although, None)? {
        Weighed::Already(change) => {
            change.again(medium, read)?;
            return Ok(Updated::Already(change.version().clone()));
        }
        Weighed::To(change) => change,
    };
    change.begin(medium)?;
    for name in change.names() {
        change.put(medium, name, &read(name)?)?;
    }
    change.end(stick, medium, key)?;
    Ok(Updated::To(change.version().clone()))
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

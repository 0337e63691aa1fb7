//! Who may help, as the structure's officers certified it. One file in the data folder, signed piece
//! by piece; the portal hands it on, and lets nobody read under a mandate who is not in it.
//!
//! - `certify` what an officer does: certify, stop, sign the list of revocations anew
//! - `known` what a running portal knows of it, from the moment the file is there
//! - `dormant` whose space nobody has opened for months
//! - `elsewhere` for whom another structure vouches
//! - `asked` who asks to be certified, kept by the portal for the officer to read

mod asked;
mod certify;
mod dormant;
mod elsewhere;
mod known;

pub use asked::{Asked, asked};
pub(crate) use asked::{Asking, refused};
pub use certify::{Certify, certify, refresh, stop};
pub use dormant::{dormant, is_awake};
pub use elsewhere::{Elsewhere, Vouch, admit, dismiss, elsewhere, enquire, vouch};
pub(crate) use elsewhere::{FILE as ELSEWHERE, Vouchers};
pub(crate) use known::{Certified, Known};

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use minicbor::{Decode, Encode, bytes::ByteVec};
use wire::{
    helper::{Helper, SignedHelper, SignedRevocations},
    limits,
    structure::StructureError,
};

use crate::{
    control::AskError,
    domain::DAY,
    folders::{self, FileError, at},
    settings::{Settings, SettingsError},
};

/// Its name in the data folder, and in a backup.
pub(crate) const FILE: &str = "helpers";
/// Where those who ask are written down.
pub(crate) const ASKED: &str = "helpers.asked";

/// The longest file, in bytes.
const MAX: usize = limits::HELPERS * (SignedHelper::MAX + 8) + SignedRevocations::MAX + 64;

/// Why something could not be done with the helpers of a structure.
#[derive(Debug, thiserror::Error)]
pub enum HelpersError {
    /// A file could not be read or written.
    #[error(transparent)]
    Io(#[from] FileError),
    /// The settings.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// What was signed would not be believed.
    #[error("no app would believe this officer: {0}")]
    Officer(StructureError),
    /// The file that is there.
    #[error("{} is damaged: bring it back from the last backup", .0.display())]
    Damaged(PathBuf),
    /// Nobody asked with this number.
    #[error(
        "nobody with this number has asked: let the helper open their space, choose to help, and read \
         the number from their own screen"
    )]
    NobodyAsked,
    /// Nobody has opened this helper's own space for months.
    #[error(
        "nobody has opened the space of {0} for six months: let them open it, or say --although-dormant"
    )]
    Dormant(String),
    /// Whether that is so is not known.
    #[error(transparent)]
    Ask(#[from] AskError),
    /// Nobody is certified with this number.
    #[error("no helper with this number is certified here")]
    NotCertified,
    /// What is said of a helper.
    #[error("{0}")]
    Rule(&'static str),
}

/// The file: certificates in no order, and the list of those who no longer count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct File {
    /// Each a [`SignedHelper`].
    #[n(0)]
    pub(crate) helpers: Vec<ByteVec>,
    /// A [`SignedRevocations`], from the first certificate on.
    #[n(1)]
    pub(crate) revocations: Option<ByteVec>,
}

impl File {
    /// The file of a data folder; an empty one where there is none.
    fn read(path: &Path) -> Result<Self, HelpersError> {
        match fs::read(path) {
            Ok(bytes) => wire::decode_canonical(&bytes, MAX)
                .map_err(|_| HelpersError::Damaged(path.to_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(at(path)(error).into()),
        }
    }
}

/// Keeps other commands, and a running portal, from changing this file at the same time.
fn lock(path: &Path) -> Result<fs::File, HelpersError> {
    Ok(folders::lock(path).map_err(at(path))?)
}

/// Everybody who is certified at `now`.
///
/// # Errors
/// [`HelpersError`].
pub fn list(settings: &Settings, now: u64) -> Result<Vec<Helper>, HelpersError> {
    let path = settings.helpers();
    let file = File::read(&path)?;
    let pinned = settings.root()?.fingerprint();
    let certified = Certified::of(&file, settings.realm(), &pinned);
    let certified = certified.ok_or(HelpersError::Damaged(path))?;
    Ok(certified
        .all(now)
        .map(|(_, helper)| helper.clone())
        .collect())
}

/// When the officer ends who last signed the list of those who were stopped, in Unix seconds. `None` where no list is.
///
/// # Errors
/// [`HelpersError`].
pub fn officer_ends(settings: &Settings) -> Result<Option<u64>, HelpersError> {
    let path = settings.helpers();
    let Some(list) = File::read(&path)?.revocations else {
        return Ok(None);
    };
    let list: SignedRevocations =
        wire::decode_canonical(&list, MAX).map_err(|_| HelpersError::Damaged(path.clone()))?;
    let officer = list
        .officer
        .claimed()
        .map_err(|_| HelpersError::Damaged(path))?;
    Ok(Some(officer.not_after))
}

/// How many are certified at `now`, and how many days the list of revocations has left; none where it
/// is too old. `None` where nobody ever was.
///
/// # Errors
/// [`HelpersError`].
pub fn standing(
    settings: &Settings,
    now: u64,
) -> Result<Option<(usize, Option<u64>)>, HelpersError> {
    let path = settings.helpers();
    let file = File::read(&path)?;
    let certified = Certified::of(&file, settings.realm(), &settings.root()?.fingerprint());
    let certified = certified.ok_or(HelpersError::Damaged(path))?;
    let left = certified
        .standing()
        .map(|standing| standing.left(now) / DAY);
    let fresh = certified
        .standing()
        .filter(|standing| standing.is_fresh(now));
    Ok(left.map(|left| (certified.all(now).count(), fresh.map(|_| left))))
}

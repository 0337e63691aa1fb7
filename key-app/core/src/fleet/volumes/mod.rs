//! What is plugged into this computer: removable volumes, as they come and go. One file for each system.
//!
//! Windows has none yet: its question for the kind of a drive wants memory that this crate does not touch.
//! There a volume is named by hand.

#[cfg(target_os = "linux")]
mod linux;

#[cfg(target_os = "linux")]
pub use linux::Linux;

use super::Refusal;
use std::{io, path::PathBuf, time::Duration};

/// A mounted volume.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// Where it is mounted.
    pub path: PathBuf,
    /// What tells it from an earlier one at the same place: a stick that was out for a moment is another one.
    pub mount: u64,
    /// What the system calls its disk.
    pub disk: String,
    /// Whether the system says that it can be taken out.
    pub removable: bool,
    /// Whether it hangs on USB.
    pub usb: bool,
    /// Whether this computer runs from its disk.
    pub system: bool,
    /// Whether it cannot be written.
    pub read_only: bool,
}

impl Volume {
    /// Why it is not written on, by what it is alone.
    #[must_use]
    pub fn refused(&self) -> Option<Refusal> {
        match self {
            Self { system: true, .. } => Some(Refusal::System),
            Self {
                removable: false, ..
            } => Some(Refusal::NotRemovable),
            Self {
                read_only: true, ..
            } => Some(Refusal::ReadOnly),
            _ => None,
        }
    }
}

/// Who knows what is plugged in.
pub trait Volumes {
    /// Every mounted volume that lies on a disk.
    ///
    /// # Errors
    /// Where the system does not say.
    fn list(&self) -> io::Result<Vec<Volume>>;

    /// Returns when something was plugged in or taken out, or after this time.
    ///
    /// # Errors
    /// Where the system does not say.
    fn wait(&self, at_most: Duration) -> io::Result<()>;
}

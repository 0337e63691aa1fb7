//! What is plugged into this computer: removable volumes, as they come and go. One file for each system.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(windows)]
mod windows;

#[cfg(target_os = "linux")]
pub use linux::Linux;
#[cfg(target_os = "linux")]
pub(super) use linux::source;
#[cfg(windows)]
pub use windows::Windows;
#[cfg(windows)]
pub(super) use windows::room;

use super::Refusal;
use std::{io, path::PathBuf, time::Duration};

/// A mounted volume.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// Where it is mounted.
    pub path: PathBuf,
    /// Which of all that were seen it is, counted by whoever looks: the system gives its own numbers again. A stick
    /// that was seen to be out and is in again is another one.
    pub mount: u64,
    /// What the system calls the disk that it lies on; where it is encrypted, the disk that holds it.
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

/// The computer that this program runs on.
#[derive(Debug, Clone)]
pub struct Computer {
    #[cfg(target_os = "linux")]
    sys: PathBuf,
}

impl Computer {
    /// This one.
    #[must_use]
    pub fn here() -> Self {
        Self {
            #[cfg(target_os = "linux")]
            sys: PathBuf::from("/sys"),
        }
    }

    /// This one, but for the tree that says what hangs where: for tests.
    #[cfg(target_os = "linux")]
    #[must_use]
    pub fn with_sys(sys: PathBuf) -> Self {
        Self { sys }
    }

    /// Every mounted volume that lies on a disk.
    ///
    /// # Errors
    /// Where the system does not say.
    pub fn plugged(&self) -> io::Result<Vec<Volume>> {
        self.open()?.list()
    }

    /// Somebody who waits for what is plugged in.
    ///
    /// # Errors
    /// Where the system does not say.
    #[cfg(target_os = "linux")]
    pub fn open(&self) -> io::Result<impl Volumes + Send + use<>> {
        Linux::at(&self.sys, std::path::Path::new("/proc"))
    }

    /// Somebody who waits for what is plugged in.
    ///
    /// # Errors
    /// Where the system does not say.
    #[cfg(windows)]
    pub fn open(&self) -> io::Result<impl Volumes + Send + use<>> {
        Ok(Windows::here())
    }

    /// Nobody has written this for other systems: volumes are named by hand.
    ///
    /// # Errors
    /// Always.
    #[cfg(not(any(target_os = "linux", windows)))]
    pub fn open(&self) -> io::Result<Nobody> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Who waits where nobody knows how.
#[cfg(not(any(target_os = "linux", windows)))]
#[derive(Debug)]
pub enum Nobody {}

#[cfg(not(any(target_os = "linux", windows)))]
impl Volumes for Nobody {
    fn list(&self) -> io::Result<Vec<Volume>> {
        match *self {}
    }

    fn wait(&self, _: Duration) -> io::Result<()> {
        match *self {}
    }
}

//! The version of the programs that sticks of this structure can take: copied here by the admin, handed on as its maker
//! signed it. A portal makes none, and a stick looks who signed it.
//!
//! - `install` the admin puts one there, or takes it away · `shown` it is handed out, from that moment on
//!
//! In the folder `version` of the data folder: `offered`, the list with its signature, and each file by its sum.

mod install;
mod shown;

pub use install::{Installed, VersionError, current, install, withdraw};
pub(crate) use shown::Shown;

/// Its folder in the data folder. A backup leaves it out: it can be fetched again.
pub(crate) const FOLDER: &str = "version";
/// The list and its signature, in that folder.
pub(crate) const OFFERED: &str = "offered";

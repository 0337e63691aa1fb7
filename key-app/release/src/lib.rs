//! What is the same on every stick: its list, who signed the list, and which of two versions is started.
//!
//! - `list` the names and sums of a version's files · `signature` who signed it, and of which version it is
//! - `issued` a version as it is handed on, apart from its files
//! - `side` the folders `a` and `b` of a stick: one version each, the newest whole one is started
//! - `carried` libraries for Linux computers that lack them, packed into one file of a version
//! - `private` folders that a program makes for itself and deletes
//! - `words` what the launcher says where nothing can be started
//! - `bin/ouvrir.rs` the launcher: it lies at the top of the stick and needs nothing of the computer
//!
//! Not here: writing a stick (key-core), a key that signs (packaging), a window.

#[cfg(target_os = "linux")]
pub mod carried;
pub mod issued;
pub mod list;
pub mod private;
pub mod side;
pub mod signature;
pub mod words;

pub use issued::Issued;
pub use list::{LIST, List, SIGNATURE};
pub use side::{Side, newest, versions};
pub use signature::{PublicKey, Signed};

/// The Linux program of a version.
pub const LINUX: &str = "cle";
/// The Windows program of a version.
pub const WINDOWS: &str = "cle.exe";
/// What Windows loads with its program, before any line of that program runs.
pub const LOADER: &str = "WebView2Loader.dll";
/// What Linux computers may lack, packed into one file of a version.
pub const CARRIED: &str = "webkitgtk.tar.zst";
/// The program of this system.
pub const PROGRAM: &str = if cfg!(windows) { WINDOWS } else { LINUX };
/// What also lies at the top of a stick, where people look: launchers, and the page that is read first.
pub const FRONT: [&str; 3] = ["ouvrir-linux", "ouvrir-windows.exe", "LISEZ-MOI.html"];

/// Whether a file is started on Linux, by its name, in whatever folder it lies.
#[must_use]
pub fn is_started(name: &str) -> bool {
    let (_, name) = name.rsplit_once('/').unwrap_or(("", name));
    [LINUX, FRONT[0]].contains(&name)
}

/// Why a version is not started.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Nobody signed the list.
    #[error("the list of the version has no signature")]
    Unsigned,
    /// Signed with a key that this program does not know.
    #[error("the list of the version was signed with another key")]
    OtherKey,
    /// The list or its signature was changed.
    #[error("the list of the version or its signature was changed")]
    Forged,
    /// What was signed with the list names no version.
    #[error("the signature names no version")]
    NoVersion,
    /// A file is not what the list says.
    #[error("{0} is not what the list says")]
    Changed(String),
    /// A file of the list is not there.
    #[error("{0} is missing")]
    Missing(String),
    /// The stick cannot be read.
    #[error("the stick cannot be read: {0}")]
    Reading(#[from] std::io::Error),
}

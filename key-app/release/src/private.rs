//! Where a program that leaves nothing behind keeps what it must write: folders in memory, known by their name.

use std::path::{Path, PathBuf};

/// Private folders are called so: whatever is, and no running program names, may be deleted.
pub const PREFIX: &str = "cle-";

/// Folders in memory in which nothing outlives the computer, the likeliest first.
#[must_use]
pub fn places() -> Vec<PathBuf> {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let all = [runtime, Some(PathBuf::from("/dev/shm"))];
    all.into_iter()
        .flatten()
        .filter(|place| place.is_dir())
        .collect()
}

/// Whether a folder is one that this program made for itself.
#[must_use]
pub fn is_private(folder: &Path) -> bool {
    folder
        .file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with(PREFIX))
}

//! Where a program that leaves nothing behind keeps what it must write: folders in memory, known by their name, that only
//! their owner enters.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Private folders are called so: whatever is, and no running program names, may be deleted.
const PREFIX: &str = "cle-";

/// Folders in memory in which nothing outlives the computer, the likeliest first; the system's own for temporary files
/// where there are none.
#[must_use]
pub fn places() -> Vec<PathBuf> {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let all = [runtime, Some(PathBuf::from("/dev/shm"))];
    let mut places: Vec<_> = all
        .into_iter()
        .flatten()
        .filter(|place| place.is_absolute() && place.is_dir())
        .collect();
    if places.is_empty() {
        let place = std::env::temp_dir();
        places.push(std::path::absolute(&place).unwrap_or(place));
    }
    places
}

/// A new private folder in one of [`places`].
///
/// # Errors
/// Where none can be made there.
pub fn make(place: &Path) -> io::Result<PathBuf> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o700));
    }
    Ok(builder.prefix(PREFIX).tempdir_in(place)?.keep())
}

/// Whether a folder is one that this program made for itself: by its name, where such folders are made, and no link.
#[must_use]
pub fn is_private(folder: &Path) -> bool {
    let named = folder.file_name();
    let named = named.is_some_and(|name| name.to_string_lossy().starts_with(PREFIX));
    let lies_there = folder
        .parent()
        .is_some_and(|parent| places().iter().any(|place| place == parent));
    named && lies_there && fs::symlink_metadata(folder).is_ok_and(|it| it.is_dir())
}

/// Deletes a private folder, whatever still lies in it.
pub fn remove(folder: &Path) {
    if is_private(folder) {
        // Gone already is what is wanted; what cannot go now goes at the next start.
        let _ = fs::remove_dir_all(folder);
    }
}

/// Where it is not known who runs, nothing is deleted.
#[cfg(not(target_os = "linux"))]
pub fn remove_leftovers() {}

/// Deletes what a kill of program and watcher at once left: its owner is gone, so it goes too.
#[cfg(target_os = "linux")]
pub fn remove_leftovers() {
    let entries = places()
        .into_iter()
        .filter_map(|place| fs::read_dir(place).ok());
    for entry in entries.flatten().filter_map(Result::ok) {
        if is_private(&entry.path()) && !in_use(&entry.path()) {
            remove(&entry.path());
        }
    }
}

/// Whether a running program names the folder on its command line: launcher, window and watcher do.
#[cfg(target_os = "linux")]
fn in_use(folder: &Path) -> bool {
    let folder = folder.as_os_str().as_encoded_bytes();
    let Ok(processes) = fs::read_dir("/proc") else {
        return true;
    };
    processes.filter_map(Result::ok).any(|process| {
        fs::read(process.path().join("cmdline"))
            .is_ok_and(|line| line.split(|byte| *byte == 0).any(|word| word == folder))
    })
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn nobody_else_enters_and_nothing_else_is_taken_for_one() {
        let place = places().swap_remove(0);
        let made = make(&place).unwrap();
        assert_eq!(
            fs::metadata(&made).unwrap().permissions().mode() & 0o777,
            0o700
        );
        assert!(is_private(&made));
        // Somebody's own folder of that name, and a link that leads to one.
        let home = tempfile::tempdir().unwrap();
        let photos = home.path().join("cle-photos");
        fs::create_dir(&photos).unwrap();
        let link = place.join(format!("cle-link-{}", std::process::id()));
        symlink(&photos, &link).unwrap();
        for other in [&photos, &link] {
            assert!(!is_private(other), "{}", other.display());
            remove(other);
            assert!(other.exists());
        }
        fs::remove_file(link).unwrap();
        remove(&made);
        assert!(!made.exists());
    }
}

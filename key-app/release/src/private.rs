//! Where a program that leaves nothing behind keeps what it must write: folders in memory, known by their name, that only
//! their owner enters.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Private folders are called so: whatever is, and neither its maker runs nor a running program names it, may be deleted.
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
    let maker = maker().map_or_else(|| PREFIX.to_owned(), |maker| format!("{PREFIX}{maker}-"));
    Ok(builder.prefix(&maker).tempdir_in(place)?.keep())
}

/// This program, as no other is called while the computer runs. A program that it becomes is still the same.
#[cfg(target_os = "linux")]
fn maker() -> Option<String> {
    let id = std::process::id();
    Some(format!("{id}-{}", started(id)?))
}

#[cfg(not(target_os = "linux"))]
fn maker() -> Option<String> {
    None
}

/// When a program was started, in ticks since the computer was: the 22nd field of proc_pid_stat(5).
#[cfg(target_os = "linux")]
fn started(id: u32) -> Option<String> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // Its name, in brackets, may hold anything.
    let (_, fields) = stat.rsplit_once(')')?;
    fields.split_whitespace().nth(19).map(str::to_owned)
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

/// Whether the program that made the folder runs, or one that names it on its command line: launcher, window and watcher
/// do. Two that are started at once see each other's folders before anybody names them.
#[cfg(target_os = "linux")]
fn in_use(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let mut made_by = name.strip_prefix(PREFIX).unwrap_or_default().split('-');
    if let (Some(id), Some(start)) = (made_by.next(), made_by.next())
        && let Ok(id) = id.parse()
        && started(id).as_deref() == Some(start)
    {
        return true;
    }
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

    /// A launcher that is started twice: the second one looks for leftovers before the first has named its folder.
    #[test]
    fn what_somebody_makes_who_still_runs_is_no_leftover() {
        let place = places().swap_remove(0);
        let made = make(&place).unwrap();
        assert!(in_use(&made));
        // Of a program that ended, and of one whose number another program has now.
        let (id, start) = (std::process::id(), started(std::process::id()).unwrap());
        for maker in [format!("{id}-1"), format!("1-{start}"), "x".to_owned()] {
            let left = place.join(format!("{PREFIX}{maker}-abcdef"));
            assert!(!in_use(&left), "{}", left.display());
        }
        remove(&made);
        assert!(!made.exists());
    }

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

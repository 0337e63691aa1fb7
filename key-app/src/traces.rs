//! Nothing stays: the web view keeps what it must in a private folder, which is deleted when the
//! program ends, when it is killed, and when it starts again.

use anyhow::{Context, Result};
use release::private::{PREFIX, is_private, places};
use std::{
    io::Read,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Makes the private folder, in memory where the system has such a place, after deleting those of
/// programs that are gone.
pub(crate) fn make_folder() -> Result<PathBuf> {
    remove_leftovers();
    let place = memory().swap_remove(0);
    let folder = tempfile::Builder::new()
        .prefix(PREFIX)
        .tempdir_in(&place)
        .with_context(|| format!("no private folder can be made in {}", place.display()))?;
    Ok(folder.keep())
}

/// Starts the process that outlives this one and deletes its private folder.
pub(crate) fn start_watcher(folder: &Path) -> Result<()> {
    let watcher = Command::new(this_program()?)
        .arg("--watch")
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // Held open for as long as this program lives.
    std::mem::forget(watcher.stdin);
    Ok(())
}

/// Waits for the end of the program that holds the other end of standard input, however it ends, and
/// deletes its private folder.
pub(crate) fn watch(folder: &Path) -> Result<()> {
    std::io::stdin().read_to_end(&mut Vec::new())?;
    anyhow::ensure!(is_private(folder), "not a private folder");
    // Processes of the web view end a moment after the program and may still write.
    for _ in 0..50 {
        remove(folder);
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    Ok(())
}

/// Deletes a private folder, whatever still lies in it.
pub(crate) fn remove(folder: &Path) {
    if is_private(folder) {
        // Gone already is what is wanted; what cannot go now goes at the next start.
        let _ = std::fs::remove_dir_all(folder);
    }
}

/// A kill of program and watcher at once leaves a folder: its owner is gone, so it goes too.
pub(crate) fn remove_leftovers() {
    let entries = memory()
        .into_iter()
        .filter_map(|place| std::fs::read_dir(place).ok());
    for entry in entries.flatten().filter_map(Result::ok) {
        if is_private(&entry.path()) && !in_use(&entry.path()) {
            remove(&entry.path());
        }
    }
}

/// Whether a running program names the folder on its command line: it and its watcher do.
fn in_use(folder: &Path) -> bool {
    let folder = folder.as_os_str().as_encoded_bytes();
    let Ok(processes) = std::fs::read_dir("/proc") else {
        return true;
    };
    processes.filter_map(Result::ok).any(|process| {
        std::fs::read(process.path().join("cmdline"))
            .is_ok_and(|line| line.split(|byte| *byte == 0).any(|word| word == folder))
    })
}

/// Places in memory; the system's own for temporary files where there are none.
fn memory() -> Vec<PathBuf> {
    let mut places = places();
    if places.is_empty() {
        places.push(std::env::temp_dir());
    }
    places
}

/// Where it runs from memory it has no path of its own.
#[cfg(target_os = "linux")]
#[expect(
    clippy::unnecessary_wraps,
    reason = "other systems may not know where the program lies"
)]
fn this_program() -> std::io::Result<PathBuf> {
    Ok("/proc/self/exe".into())
}

#[cfg(not(target_os = "linux"))]
fn this_program() -> std::io::Result<PathBuf> {
    std::env::current_exe()
}

/// No core dump holds a key; no other program of the same user reads this one's memory.
#[cfg(target_os = "linux")]
pub(crate) fn harden() {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let _ = setrlimit(Resource::Core, none);
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn harden() {}

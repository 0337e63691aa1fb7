//! Nothing stays: the web view keeps what it must in a private folder, which is deleted when the
//! program ends, when it is killed, and when it starts again.

use anyhow::{Context, Result};
use std::{
    io::Read,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use tempfile::TempDir;

/// What private folders are called.
const PREFIX: &str = "cle-";

/// Turns off what would leave traces and makes the private folder, in memory where the system has
/// such a place.
pub(crate) fn prepare() -> Result<TempDir> {
    harden();
    let place = private_place();
    remove_leftovers(&place);
    let folder = tempfile::Builder::new()
        .prefix(PREFIX)
        .tempdir_in(&place)
        .with_context(|| format!("no private folder can be made in {}", place.display()))?;
    start_watcher(folder.path())?;
    Ok(folder)
}

/// Waits for the end of the program that holds the other end of standard input, however it ends, and
/// deletes its private folder.
pub(crate) fn watch(watched: &[String]) -> Result<()> {
    let [folder, pid] = watched else {
        anyhow::bail!("a folder and a process are watched")
    };
    // Standard input ends with the program, killed or not.
    std::io::stdin().read_to_end(&mut Vec::new())?;
    let folder = Path::new(folder);
    let ours = folder
        .file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with(PREFIX));
    anyhow::ensure!(ours, "not a private folder of process {pid}");
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    Ok(())
}

fn start_watcher(folder: &Path) -> Result<()> {
    let watcher = Command::new(std::env::current_exe()?)
        .arg("--watch")
        .arg(folder)
        .arg(std::process::id().to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // Held open for as long as this program lives.
    std::mem::forget(watcher.stdin);
    Ok(())
}

/// A kill of program and watcher at once leaves a folder: its owner is gone, so it goes too.
fn remove_leftovers(place: &Path) {
    let Ok(entries) = std::fs::read_dir(place) else {
        return;
    };
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name();
        if name.to_string_lossy().starts_with(PREFIX) && !in_use(&entry.path()) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether a running program names the folder on its command line: its watcher does.
fn in_use(folder: &Path) -> bool {
    let folder = folder.as_os_str().as_encoded_bytes();
    let Ok(processes) = std::fs::read_dir("/proc") else {
        return true;
    };
    processes.filter_map(Result::ok).any(|process| {
        std::fs::read(process.path().join("cmdline"))
            .is_ok_and(|line| line.windows(folder.len()).any(|w| w == folder))
    })
}

/// Memory-backed places first.
fn private_place() -> PathBuf {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    [runtime, Some(PathBuf::from("/dev/shm"))]
        .into_iter()
        .flatten()
        .find(|place| place.is_dir())
        .unwrap_or_else(std::env::temp_dir)
}

/// No core dump holds a key; no other program of the same user reads this one's memory.
#[cfg(target_os = "linux")]
fn harden() {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let _ = setrlimit(Resource::Core, none);
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

#[cfg(not(target_os = "linux"))]
fn harden() {}

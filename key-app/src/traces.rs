//! Nothing stays: the web view keeps what it must in a private folder, which is deleted when the
//! program ends, when it is killed, and when it starts again.

use anyhow::{Context, Result};
use release::private::{self, is_private, places, remove, remove_leftovers};
use std::{
    io::Read,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Makes the private folder, in memory where the system has such a place, after deleting those of
/// programs that are gone.
pub(crate) fn make_folder() -> Result<PathBuf> {
    remove_leftovers();
    let place = places().swap_remove(0);
    private::make(&place)
        .with_context(|| format!("no private folder can be made in {}", place.display()))
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

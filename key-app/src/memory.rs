//! The program runs from memory, not from the stick: whoever pulls the stick out gets a locked window,
//! not a program that breaks because its own code is gone; and the stick can be ejected while it runs.

use std::path::Path;

/// Where programs of a graphical session write besides the private folder, and how each is turned off.
const QUIET: [(&str, &str); 2] = [
    // Caches of shaders, which would lie in the home.
    ("MESA_SHADER_CACHE_DISABLE", "true"),
    // No helper that remembers what was opened.
    ("GIO_USE_VFS", "local"),
];

/// Replaces this process by the same program, read into memory, with the private folder as the only
/// place to write to. Comes back where the system cannot: the program then goes on as it is.
#[cfg(target_os = "linux")]
pub(crate) fn start_again(stick: &Path, private: &Path, alone: bool) {
    use std::{os::unix::process::CommandExt, process::Command};
    let program = in_memory().unwrap_or_else(|_| "/proc/self/exe".into());
    let trouble = Command::new(program)
        .arg0("cle")
        .arg("--stick")
        .arg(stick)
        .arg("--private")
        .arg(private)
        .args(alone.then_some("--alone"))
        // The file chooser notes recent papers below the first, libraries cache below the second.
        .env("XDG_DATA_HOME", private)
        .env("XDG_CACHE_HOME", private)
        .env("XDG_STATE_HOME", private)
        .envs(QUIET)
        .exec();
    eprintln!("the program runs from the stick, not from memory: {trouble}");
}

/// A copy of this program that lies in no folder. It goes with the process.
#[cfg(target_os = "linux")]
fn in_memory() -> std::io::Result<std::path::PathBuf> {
    use rustix::fs::{MemfdFlags, memfd_create};
    use std::{fs::File, io, os::fd::AsRawFd};
    let mut memory = File::from(memfd_create("cle", MemfdFlags::CLOEXEC)?);
    io::copy(&mut File::open("/proc/self/exe")?, &mut memory)?;
    let program = format!("/proc/self/fd/{}", memory.as_raw_fd());
    // Held open until the program is replaced.
    std::mem::forget(memory);
    Ok(program.into())
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn start_again(_: &Path, _: &Path, _: bool) {
    let _ = QUIET;
}

//! The window as it is handed out: its size, and how long until a person can press something.

use super::Figures;
use anyhow::{Context, Result};
use std::process::{Command, Stdio};
use tests::screen::{Display, Stopwatch};

/// Starts that are timed; the first one warms the system's caches.
const STARTS: usize = 4;

pub(crate) fn measure(figures: &mut Figures) -> Result<()> {
    // Built by a profile of its own, in a folder of that name.
    let program = std::env::current_exe()?.with_file_name("../shell/cle");
    let size = std::fs::metadata(&program)
        .context("the window was not built")?
        .len();
    figures.note("shell_mb", size as f64 / 1e6);
    let mut best = f64::MAX;
    for _ in 0..STARTS {
        best = best.min(start(&program)?);
    }
    figures.note("app_start_ms", best * 1_000.0);
    Ok(())
}

/// Seconds from the start to the last change of the screen: the first screen is then there.
fn start(program: &std::path::Path) -> Result<f64> {
    let (stick, home) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let display = Display::start()?;
    let blank = display.pixels()?;
    let watch = Stopwatch::start();
    let mut running = Command::new(program)
        .arg("--stick")
        .arg(stick.path())
        .env("DISPLAY", display.name())
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let shown = display.changed_from_at(&blank, &watch);
    running.kill()?;
    running.wait()?;
    shown
}

//! A screen without a monitor: Xvfb, which ends with the test.

use super::Stopwatch;
use anyhow::{Context, Result, ensure};
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// Seconds without a change after which a screen is at rest: the pages move something at least that
/// often while they work.
const REST: f64 = 2.5;

/// A screen of 1024 × 600 pixels, as on a small old laptop.
pub struct Display {
    server: Child,
    desktop: Option<Child>,
    name: String,
    pixels: tempfile::TempDir,
}

impl Display {
    /// Starts it.
    ///
    /// # Errors
    /// Where Xvfb is missing.
    pub fn start() -> Result<Self> {
        let pixels = tempfile::tempdir()?;
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-fbdir"])
            .arg(pixels.path())
            .args(["-screen", "0", "1024x600x24"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb does not start")?;
        let mut line = String::new();
        let said = server.stdout.take().context("Xvfb says nothing")?;
        BufReader::new(said).read_line(&mut line)?;
        Ok(Self {
            server,
            desktop: None,
            name: format!(":{}", line.trim()),
            pixels,
        })
    }

    /// What `DISPLAY` is set to.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is on the screen now, in the server's own order of bytes.
    ///
    /// # Errors
    /// Where the server has gone.
    pub fn pixels(&self) -> Result<Vec<u8>> {
        Ok(std::fs::read(self.pixels.path().join("Xvfb_screen0"))?)
    }

    /// Waits until the screen is another than `before` and at rest.
    ///
    /// # Errors
    /// Where it never changes or never rests.
    pub fn changed_from(&self, before: &[u8]) -> Result<Vec<u8>> {
        self.rest(before, &Stopwatch::start()).map(|(seen, _)| seen)
    }

    /// The same; answers with the seconds of `watch` at the last change.
    ///
    /// # Errors
    /// Where it never changes or never rests.
    pub fn changed_from_at(&self, before: &[u8], watch: &Stopwatch) -> Result<f64> {
        self.rest(before, watch).map(|(_, at)| at)
    }

    fn rest(&self, before: &[u8], watch: &Stopwatch) -> Result<(Vec<u8>, f64)> {
        let patience = Stopwatch::start();
        let (mut last, mut at, mut calm) = (self.pixels()?, watch.seconds(), Stopwatch::start());
        while last == before || calm.seconds() < REST {
            ensure!(
                patience.seconds() < 60.0,
                "the screen does not change, or never rests"
            );
            let now = self.pixels()?;
            if now != last {
                (last, at, calm) = (now, watch.seconds(), Stopwatch::start());
            }
            std::thread::yield_now();
        }
        Ok((last, at))
    }

    /// A screen with a desktop, which gives a new window a frame and the keyboard.
    ///
    /// # Errors
    /// Where Xvfb or openbox is missing.
    pub fn with_desktop() -> Result<Self> {
        let mut display = Self::start()?;
        let desktop = Command::new("openbox")
            .env("DISPLAY", &display.name)
            .stdout(Stdio::null())
            .spawn()
            .context("openbox does not start")?;
        display.desktop = Some(desktop);
        let patience = Stopwatch::start();
        // Only a desktop knows how many of them there are.
        while display.hands(&["get_num_desktops"]).is_err() {
            let ended = display
                .desktop
                .as_mut()
                .and_then(|desktop| desktop.try_wait().transpose());
            let ended = ended.transpose()?;
            ensure!(ended.is_none(), "openbox ended: {ended:?}");
            ensure!(patience.seconds() < 60.0, "openbox does not come up");
        }
        Ok(display)
    }

    /// Waits until the window of that name has the keyboard.
    ///
    /// # Errors
    /// Where it never has.
    pub fn wait_for_window(&self, name: &str) -> Result<()> {
        let patience = Stopwatch::start();
        loop {
            // Before the desktop is there, no window is active.
            let active = self.hands(&["getactivewindow", "getwindowname"]);
            if active.is_ok_and(|active| active.trim() == name) {
                return Ok(());
            }
            ensure!(
                patience.seconds() < 60.0,
                "no window {name} comes to the front"
            );
        }
    }

    /// Waits until a window of another name has the keyboard.
    ///
    /// # Errors
    /// Where none comes.
    pub fn wait_for_another_window(&self, name: &str) -> Result<()> {
        let patience = Stopwatch::start();
        loop {
            let active = self.hands(&["getactivewindow", "getwindowname"]);
            if active.is_ok_and(|active| !active.trim().is_empty() && active.trim() != name) {
                return Ok(());
            }
            ensure!(patience.seconds() < 60.0, "no window stands over {name}");
        }
    }

    /// Lets the person press keys: `xdotool` with these words.
    ///
    /// # Errors
    /// Where xdotool is missing or refuses.
    pub fn hands(&self, words: &[&str]) -> Result<String> {
        let output = Command::new("xdotool")
            .args(words)
            .env("DISPLAY", &self.name)
            .output()
            .context("xdotool does not start")?;
        ensure!(output.status.success(), "xdotool {words:?}: {output:?}");
        Ok(String::from_utf8(output.stdout)?)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Some(desktop) = &mut self.desktop {
            let _ = desktop.kill();
            let _ = desktop.wait();
        }
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

//! A computer with Windows, as far as Wine is one: a real prefix of its own, without a screen.

mod journeys;
mod starts;

pub use journeys::{
    opens, prepares_by_the_dozen, says_what_is_missing, starts_only_what_was_signed, stick_with,
};

pub use starts::measure;

use crate::version::Signer;
use anyhow::{Context, Result, bail, ensure};
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Output, Stdio},
    time::Duration,
};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::unix::pipe,
    process::Command,
    time::timeout,
};

const WINE: &str = "/usr/lib/wine/wine64";
/// Longest wait for something that is expected to happen.
const PATIENCE: Duration = Duration::from_secs(60);
const TARGET: &str = "../target/windows";

/// A computer with Windows, as far as Wine is one.
pub struct Computer {
    prefix: tempfile::TempDir,
}

impl Computer {
    /// A fresh one.
    ///
    /// # Errors
    /// Where Wine is missing or does not start, or the library that it lacks was not built.
    pub async fn new() -> Result<Self> {
        let prefix = tempfile::tempdir()?;
        // What shows pages there: it writes down which.
        let bin = prefix.path().join("bin");
        fs::create_dir(&bin)?;
        let told = prefix.path().join("told");
        let made = Command::new("mkfifo").arg(&told).status().await?;
        ensure!(made.success(), "no pipe: {made}");
        let script = format!("#!/bin/sh\nprintf '%s\\n' \"$1\" > '{}'\n", told.display());
        fs::write(bin.join("xdg-open"), script)?;
        fs::set_permissions(bin.join("xdg-open"), fs::Permissions::from_mode(0o755))?;
        let computer = Self { prefix };
        let made = computer.wine().args(["wineboot", "-i"]).output().await?;
        ensure!(made.status.success(), "{}", said(&made));
        let system = computer.prefix.path().join("wine/drive_c/windows/system32");
        fs::copy(
            place("wine/bcryptprimitives.dll"),
            system.join("bcryptprimitives.dll"),
        )
        .context("./cle test makes it")?;
        Ok(computer)
    }

    fn wine(&self) -> Command {
        let mut wine = Command::new(WINE);
        let path = std::env::var("PATH").unwrap_or_default();
        let own = self.prefix.path().join("bin");
        wine.env("PATH", format!("{}:{path}", own.display()))
            .env("WINEPREFIX", self.prefix.path().join("wine"))
            .env("WINEDEBUG", "-all")
            // Nothing is fetched for a prefix.
            .env("WINEDLLOVERRIDES", "mscoree,mshtml=")
            .env("LANG", "fr_FR.UTF-8")
            .env_remove("DISPLAY")
            .kill_on_drop(true);
        wine
    }

    /// How this program is started there; the caller adds its words.
    ///
    /// # Errors
    /// Where there is no such program.
    pub fn program(&self, program: &Path) -> Result<Command> {
        ensure!(program.exists(), "{} was not built", program.display());
        let mut wine = self.wine();
        wine.arg(program);
        Ok(wine)
    }

    /// Starts a program, and answers with the page that it has shown, as soon as it does.
    ///
    /// # Errors
    /// Where none is shown within a minute; says what the program said.
    pub async fn told_by(&self, program: &Path, signer: &Signer) -> Result<String> {
        let told = self.prefix.path().join("told");
        // Open for writing too: whoever shows a page comes later.
        let told = pipe::OpenOptions::new()
            .read_write(true)
            .open_receiver(told)?;
        let mut command = self.program(program)?;
        let running = command
            // Programs of the tests have no key of their own.
            .env("CLE_RELEASE_KEY", signer.public())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let mut told = BufReader::new(told).lines();
        if let Ok(page) = timeout(PATIENCE, told.next_line()).await {
            return page?.context("the page has no name");
        }
        let output = timeout(PATIENCE, running.wait_with_output()).await??;
        bail!("no page, but {}: {}", output.status, said(&output));
    }
}

impl Drop for Computer {
    /// Wine's own server outlives its programs.
    fn drop(&mut self) {
        let _ = std::process::Command::new("/usr/lib/wine/wineserver64")
            .arg("-k")
            .env("WINEPREFIX", self.prefix.path().join("wine"))
            .status();
    }
}

/// A path of this computer as a program for Windows reads it.
#[must_use]
pub fn spelled(path: &Path) -> PathBuf {
    format!("Z:{}", path.display()).into()
}

/// All that a program said.
#[must_use]
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

/// How programs for Windows were built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// For the tests: quick to make, not small.
    Test,
    /// As they lie on a stick.
    HandedOut,
}

impl Build {
    /// Where that program lies, whether or not it was built.
    #[must_use]
    pub fn program(self, name: &str) -> PathBuf {
        let profile = match self {
            Self::Test => "debug",
            Self::HandedOut => "shell",
        };
        place("x86_64-pc-windows-gnu").join(profile).join(name)
    }
}

fn place(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(TARGET)
        .join(path)
}

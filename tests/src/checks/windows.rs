//! Programs for Windows under Wine, against a real portal on this computer: a stick is provisioned, opened for the
//! first time and opened again by them, and opened by the programs of Linux too; the launcher starts what was signed and
//! nothing else. Of the window Wine shows that it starts and says what is missing: Wine has no WebView2.

use super::place;
use crate::{
    cast::Cast,
    version::Signer,
    world::{CODE, open},
};
use anyhow::{Context, Result, ensure};
use key_core::stick::Folder as Medium;
use packing::folder::{Built, LOADER};
use serde_json::json;
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Output,
};
use tokio::process::Command;
use wire::{folder::Folder, structure::VoucherKind};

/// The largest that the window's program may be, in bytes.
const LARGEST: u64 = 15 << 20;
const WINE: &str = "/usr/lib/wine/wine64";

/// Plays it all; sizes go to `target/reports/windows.json`.
///
/// # Errors
/// Names what did not go as on Linux.
pub async fn windows() -> Result<()> {
    let computer = Computer::new().await?;
    let mut cast = Cast::gather().await?;
    cast.start_portal().await?;
    let stick = cast.stick("windows");
    cast.provision_by(
        computer.program(&built("stick.exe"))?,
        &stick,
        VoucherKind::Account,
        spelled,
    )
    .await?;
    for what in ["first", "open"] {
        let mut headless = computer.program(&built("headless.exe"))?;
        headless.arg(what).arg(spelled(&stick)).arg(CODE);
        let output = headless.output().await?;
        ensure!(output.status.success(), "{what}: {}", said(&output));
        let titles = String::from_utf8_lossy(&output.stdout).into_owned();
        ensure!(titles.trim() == "Une note", "{what}: {titles:?}");
    }
    let space = open(&Medium::new(&stick), CODE).await?.space;
    ensure!(space.list(Folder::Private).len() == 1, "Linux opens it too");
    println!(
        "under Wine: a stick was provisioned, opened for the first time and opened; Linux opens it too"
    );
    starts_only_what_was_signed(&computer).await?;
    says_what_is_missing(&computer).await?;
    let mut sizes = serde_json::Map::new();
    for name in ["stick.exe", "ouvrir.exe", "cle.exe"] {
        let file = fs::metadata(built(name)).with_context(|| format!("no {name}"))?;
        ensure!(file.len() <= LARGEST, "{name} has {} bytes", file.len());
        sizes.insert(name.to_owned(), json!(file.len()));
    }
    fs::create_dir_all(place("../target/reports"))?;
    let report = serde_json::to_string_pretty(&json!({ "bytes": sizes }))?;
    fs::write(place("../target/reports/windows.json"), report)?;
    Ok(())
}

/// The launcher on a stick whose program says how it was called. Changed by one byte it is not started.
async fn starts_only_what_was_signed(computer: &Computer) -> Result<()> {
    let (_room, stick) = stick_with("headless.exe")?;
    let launcher = stick.join("ouvrir-windows.exe");
    let output = computer.program(&launcher)?.output().await?;
    ensure!(output.status.success(), "{}", said(&output));
    let mut program = fs::read(stick.join("a/cle.exe"))?;
    program.push(0);
    fs::write(stick.join("a/cle.exe"), program)?;
    let output = computer.program(&launcher)?.output().await?;
    ensure!(!output.status.success(), "it was started");
    ensure!(
        said(&output).contains("is not what the list says"),
        "{}",
        said(&output)
    );
    println!(
        "under Wine: the launcher starts what was signed, and nothing that was changed by a byte"
    );
    Ok(())
}

/// The window finds no web view, has the page shown that says so, and ends; started by the launcher, and by itself.
async fn says_what_is_missing(computer: &Computer) -> Result<()> {
    let (_room, stick) = stick_with("cle.exe")?;
    for program in ["ouvrir-windows.exe", "a/cle.exe"] {
        let shown = computer.told_by(&stick.join(program)).await?;
        ensure!(
            shown.ends_with("a/manque-windows.html"),
            "{program} shows {shown:?}"
        );
    }
    println!("under Wine: the window starts, and has the page shown that says what is missing");
    Ok(())
}

/// A signed stick that starts this program on Windows. What is on the Linux side of it does not matter here.
fn stick_with(program: &str) -> Result<(tempfile::TempDir, PathBuf)> {
    let signer = Signer::with_key(place("../target/stick/development.key"))?;
    let room = tempfile::tempdir()?;
    let stick = room.path().join("stick");
    let linux = room.path().join("linux");
    fs::write(&linux, "linux")?;
    let files = Built {
        linux: [linux.clone(), linux],
        windows: Some([built(program), built("ouvrir.exe"), built(LOADER)]),
        pages: place("../key-app/ui/dist-stick"),
    };
    signer.lay_out(&files, &stick, "1.0.0")?;
    Ok((room, stick))
}

/// A computer with Windows, as far as Wine is one.
struct Computer {
    prefix: tempfile::TempDir,
}

impl Computer {
    async fn new() -> Result<Self> {
        let prefix = tempfile::tempdir()?;
        // What shows pages there: it writes down which.
        let bin = prefix.path().join("bin");
        fs::create_dir(&bin)?;
        let told = prefix.path().join("told");
        let script = format!("#!/bin/sh\nprintf '%s' \"$1\" > '{}'\n", told.display());
        fs::write(bin.join("xdg-open"), script)?;
        fs::set_permissions(bin.join("xdg-open"), fs::Permissions::from_mode(0o755))?;
        let computer = Self { prefix };
        let made = computer.wine().args(["wineboot", "-i"]).output().await?;
        ensure!(made.status.success(), "{}", said(&made));
        let system = computer.prefix.path().join("wine/drive_c/windows/system32");
        fs::copy(
            place("../target/windows/wine/bcryptprimitives.dll"),
            system.join("bcryptprimitives.dll"),
        )
        .context("./cle check windows makes it")?;
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

    fn program(&self, program: &Path) -> Result<Command> {
        ensure!(program.exists(), "{} was not built", program.display());
        let mut wine = self.wine();
        wine.arg(program);
        Ok(wine)
    }
}

impl Computer {
    /// Starts a program and waits until it has a page shown.
    async fn told_by(&self, program: &Path) -> Result<String> {
        let told = self.prefix.path().join("told");
        let _ = fs::remove_file(&told);
        let output = self.program(program)?.output().await?;
        let patience = crate::screen::Stopwatch::start();
        loop {
            if let Ok(told) = fs::read_to_string(&told)
                && !told.is_empty()
            {
                return Ok(told);
            }
            ensure!(patience.seconds() < 60.0, "no page: {}", said(&output));
            tokio::task::yield_now().await;
        }
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
fn spelled(path: &Path) -> PathBuf {
    format!("Z:{}", path.display()).into()
}

fn built(name: &str) -> PathBuf {
    place("../target/windows/x86_64-pc-windows-gnu/shell").join(name)
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

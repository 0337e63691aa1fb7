//! What programs for Windows do under Wine: the same whatever way they were built.

use super::{Build, Computer, said, spelled};
use crate::{
    cast::Cast,
    version::Signer,
    world::{CODE, open},
};
use anyhow::{Result, ensure};
use key_core::stick::Folder as Medium;
use packing::folder::{Built, LOADER};
use std::{
    fs,
    path::{Path, PathBuf},
};
use wire::{folder::Folder, structure::VoucherKind};

/// A stick is provisioned against a real portal, opened for the first time and opened again; Linux opens it too.
///
/// # Errors
/// Names what did not go as on Linux.
pub async fn opens(computer: &Computer, build: Build) -> Result<()> {
    let mut cast = Cast::gather().await?;
    cast.start_portal().await?;
    let stick = cast.stick("windows");
    cast.provision_by(
        computer.program(&build.program("stick.exe"))?,
        &stick,
        VoucherKind::Account,
        spelled,
    )
    .await?;
    for what in ["first", "open"] {
        let mut headless = computer.program(&build.program("headless.exe"))?;
        headless.arg(what).arg(spelled(&stick)).arg(CODE);
        let output = headless.output().await?;
        ensure!(output.status.success(), "{what}: {}", said(&output));
        let titles = String::from_utf8_lossy(&output.stdout).into_owned();
        ensure!(titles.trim() == "Une note", "{what}: {titles:?}");
    }
    let space = open(&Medium::new(&stick), CODE).await?.space;
    ensure!(space.list(Folder::Private).len() == 1, "Linux opens it too");
    Ok(())
}

/// Two folders are prepared as sticks in one go, with numbers, and one of them opens.
///
/// # Errors
/// Names what did not go as on Linux.
pub async fn prepares_by_the_dozen(
    computer: &Computer,
    build: Build,
    signer: &Signer,
) -> Result<()> {
    let mut cast = Cast::gather().await?;
    cast.start_portal().await?;
    let vouchers = cast.vouchers(2).await?;
    // A program that knows a key takes nothing that this key has not signed.
    let programs = cast.path("programs");
    fs::rename(signer.stick("1.2.3", &[7; 70_001], b"starts")?, &programs)?;
    let sticks = [cast.stick("one"), cast.stick("two")];
    let mut fleet = computer.program(&build.program("stick.exe"))?;
    fleet
        .args(["fleet", "--from", "41", "--count", "2", "--over"])
        .args(["--structure", &cast.fingerprint()?])
        .arg("--locator")
        .arg(spelled(&cast.path("structure/locator")))
        .arg("--programs")
        .arg(spelled(&programs))
        .arg("--vouchers")
        .arg(spelled(&vouchers));
    for stick in &sticks {
        fs::create_dir_all(stick)?;
        fleet.arg("--volumes").arg(spelled(stick));
    }
    let output = fleet.output().await?;
    ensure!(output.status.success(), "{}", said(&output));
    for stick in &sticks {
        ensure!(stick.join("a/cle").exists(), "{}", said(&output));
        crate::world::first_opening(&Medium::new(stick), CODE).await?;
    }
    Ok(())
}

/// The launcher on a stick whose program says how it was called. Changed by one byte it is not started.
///
/// # Errors
/// Where it is not started whole, or started changed.
pub async fn starts_only_what_was_signed(
    computer: &Computer,
    build: Build,
    signer: &Signer,
) -> Result<()> {
    let (_room, stick) = stick_with(&build.program("headless.exe"), build, signer)?;
    let launcher = stick.join("ouvrir-windows.exe");
    let launch = || {
        let mut command = computer.program(&launcher)?;
        // Programs of the tests have no key of their own.
        command.env("CLE_RELEASE_KEY", signer.public());
        anyhow::Ok(command)
    };
    let output = launch()?.output().await?;
    ensure!(output.status.success(), "{}", said(&output));
    let mut program = fs::read(stick.join("a/cle.exe"))?;
    program.push(0);
    fs::write(stick.join("a/cle.exe"), program)?;
    let output = launch()?.output().await?;
    ensure!(!output.status.success(), "it was started");
    let said = said(&output);
    ensure!(said.contains("is not what the list says"), "{said}");
    Ok(())
}

/// The window finds no web view, has the page shown that says so, and ends; started by the launcher, and by itself.
///
/// # Errors
/// Names what it has shown instead.
pub async fn says_what_is_missing(
    computer: &Computer,
    build: Build,
    signer: &Signer,
) -> Result<()> {
    let (_room, stick) = stick_with(&build.program("cle.exe"), build, signer)?;
    for program in ["ouvrir-windows.exe", "a/cle.exe"] {
        let shown = computer.told_by(&stick.join(program), signer).await?;
        ensure!(
            shown.ends_with("a/manque-windows.html"),
            "{program} shows {shown:?}"
        );
    }
    Ok(())
}

/// A signed stick that starts this program on Windows, and the folder that it goes with. What is on its Linux side does
/// not matter here.
///
/// # Errors
/// Where a program was not built, or no file can be written.
pub fn stick_with(
    program: &Path,
    build: Build,
    signer: &Signer,
) -> Result<(tempfile::TempDir, PathBuf)> {
    let room = tempfile::tempdir()?;
    let linux = room.path().join("linux");
    fs::write(&linux, "linux")?;
    let stick = room.path().join("stick");
    lay_out([linux.clone(), linux], program, build, signer, &stick)?;
    Ok((room, stick))
}

/// A signed stick that starts one program on Linux, by a launcher, and another one on Windows.
///
/// # Errors
/// Where a program was not built, or no file can be written.
pub(super) fn lay_out(
    linux: [PathBuf; 2],
    program: &Path,
    build: Build,
    signer: &Signer,
    stick: &Path,
) -> Result<()> {
    let files = Built {
        linux,
        windows: Some([
            program.to_owned(),
            build.program("ouvrir.exe"),
            build.program(LOADER),
        ]),
        carried: None,
        pages: Path::new(env!("CARGO_MANIFEST_DIR")).join("../key-app/ui/dist-stick"),
    };
    signer.lay_out(&files, stick, "1.0.0")
}

//! The stick as `./cle stick` makes it, by other people's programs too: what it holds, who signed it, its image, and
//! that its programs start.

use super::{place, run, succeeded};
use crate::screen::Display;
use anyhow::{Context, Result, ensure};
use packing::{
    exfat::Loop,
    folder::check,
    image::{BEGINS, LABEL, partition_type},
};
use release::{LIST, PublicKey};
use std::{
    fs,
    process::{Command, Stdio},
};

/// Looks at `target/stick/checked` and `target/stick/checked.img`.
///
/// # Errors
/// Names what is not as it should be.
pub async fn stick() -> Result<()> {
    let stick = place("../target/stick/checked").canonicalize()?;
    let public = place("../target/stick/development.key.pub").canonicalize()?;
    let key = PublicKey::parse(&fs::read_to_string(&public)?).context("no key")?;
    let side = check(&stick, &key)?;
    let signed = side.signed().context("nobody signed it")?;
    ensure!(signed.development, "a stick of this clone says what it is");
    let version = stick.join("a");

    let mut sums = Command::new("sha256sum");
    sums.args(["--check", "--strict", "--quiet", LIST])
        .current_dir(&version);
    succeeded(&run(sums).await?)?;
    let mut minisign = Command::new("minisign");
    minisign
        .args(["-V", "-m", LIST, "-p"])
        .arg(&public)
        .current_dir(&version);
    let verified = run(minisign).await?;
    succeeded(&verified)?;
    ensure!(verified.1.contains(&signed.comment()), "{}", verified.1);

    // The launcher wants nothing of the computer.
    let mut linked = Command::new("ldd");
    linked.arg(stick.join("ouvrir-linux"));
    let (_, linked) = run(linked).await?;
    ensure!(linked.contains("not a dynamic executable"), "{linked}");
    starts(&stick)?;
    in_an_image(&stick, &key)?;
    println!(
        "the stick: {} files, signed, its programs start, its image holds the same",
        side.list().lines().len()
    );
    Ok(())
}

/// As whoever double-clicks on it. The key in it is compiled in: no environment is asked.
fn starts(stick: &std::path::Path) -> Result<()> {
    let display = Display::with_desktop()?;
    let home = tempfile::tempdir()?;
    let mut running = Command::new(stick.join("ouvrir-linux"))
        .env_clear()
        .env("DISPLAY", display.name())
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("LANG", "fr_FR.UTF-8")
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .env("CLE_RELEASE_KEY", "another key")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let shown = display.wait_for_window("Clé");
    running.kill()?;
    running.wait()?;
    shown
}

/// The image, mounted as a computer does.
fn in_an_image(stick: &std::path::Path, key: &PublicKey) -> Result<()> {
    let image = place("../target/stick/checked.img").canonicalize()?;
    ensure!(partition_type(&image)? == "7", "the partition is exFAT's");
    let device = Loop::of(&image, BEGINS, fs::metadata(&image)?.len() - BEGINS)?;
    ensure!(
        device.label()? == LABEL,
        "{} is no neutral name",
        device.label()?
    );
    let folder = tempfile::tempdir()?;
    let mounted = device.mount(folder.path())?;
    let in_image = check(folder.path(), key)?;
    let in_folder = check(stick, key)?;
    ensure!(in_image.list() == in_folder.list(), "another version");
    mounted.unmount()
}

//! One file that holds a whole stick, to be written on real ones: a partition table, and exFAT with the files.

use crate::{
    exfat::{Loop, said},
    folder::check,
};
use anyhow::{Context, Result, ensure};
use release::PublicKey;
use std::{
    fs::{self, File},
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

/// What a stick is called on a desktop: nothing that says what it is or whose.
pub const LABEL: &str = "USB";
/// Where the partition begins, in bytes: sticks are made of large blocks.
pub const BEGINS: u64 = 1 << 20;
/// Room beside two versions: key files, and what exFAT keeps for itself.
const ROOM: u64 = 16 << 20;
/// Images grow in steps of this many bytes.
const STEP: u64 = 1 << 20;

/// Writes the stick that lies in a folder into an image, mounts it anew and compares every byte. Returns the
/// image's size in bytes. Side `b` has room for a version as large, and a half more.
///
/// # Errors
/// Where the image is there already, a tool is missing, or a byte is another.
pub fn write(stick: &Path, image: &Path, key: &PublicKey) -> Result<u64> {
    check(stick, key)?;
    ensure!(!image.exists(), "{} is there already", image.display());
    let files = bytes_below(stick)?;
    let partition = (files * 5 / 2 + ROOM).next_multiple_of(STEP);
    let size = BEGINS + partition;
    let written = File::create_new(image)
        .map_err(anyhow::Error::from)
        .and_then(|file| Ok(file.set_len(size)?))
        .and_then(|()| fill(stick, image, partition, key));
    if written.is_err() {
        // Half an image is none.
        let _ = fs::remove_file(image);
    }
    written.map(|()| size)
}

fn fill(stick: &Path, image: &Path, partition: u64, key: &PublicKey) -> Result<()> {
    partition_table(image)?;
    let device = Loop::of(image, BEGINS, partition)?;
    device.format(LABEL)?;
    let folder = std::env::temp_dir().join(format!("pack-{}", std::process::id()));
    fs::create_dir(&folder)?;
    let filled = (|| {
        let mounted = device.mount(&folder)?;
        copy_below(stick, &folder)?;
        mounted.unmount()?;
        let mounted = device.mount(&folder)?;
        check(&folder, key).context("the image is not what was written")?;
        mounted.unmount()
    })();
    fs::remove_dir(&folder)?;
    filled
}

/// One partition that holds exFAT: type 7, from the first mebibyte to the end.
fn partition_table(image: &Path) -> Result<()> {
    let mut sfdisk = Command::new("sfdisk")
        .args(["--quiet", "--label", "dos"])
        .arg(image)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .context("sfdisk is missing")?;
    if let Some(mut words) = sfdisk.stdin.take() {
        writeln!(words, "start={}, type=7", BEGINS / 512)?;
    }
    ensure!(sfdisk.wait()?.success(), "sfdisk refuses");
    Ok(())
}

/// What the partition table of an image says: the type of its first partition.
///
/// # Errors
/// Where `sfdisk` is missing or refuses.
pub fn partition_type(image: &Path) -> Result<String> {
    let said = said(
        Command::new("sfdisk")
            .arg("--part-type")
            .arg(image)
            .arg("1"),
    )?;
    Ok(said.trim().to_owned())
}

fn bytes_below(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        bytes += if entry.file_type()?.is_dir() {
            bytes_below(&entry.path())?
        } else {
            entry.metadata()?.len()
        };
    }
    Ok(bytes)
}

fn copy_below(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir(&to)?;
            copy_below(&entry.path(), &to)?;
        } else {
            // No permissions: exFAT has none.
            let mut file = File::create_new(&to)?;
            file.write_all(&fs::read(entry.path())?)?;
            file.sync_all()?;
        }
    }
    Ok(())
}

//! The disks that mounts lie on, and those that the computer runs from.

use super::{Linux, Mount};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Folders from which a computer runs, also one that was started from a stick.
const SYSTEM: [&str; 12] = [
    "/",
    "/cdrom",
    "/run/archiso/bootmnt",
    "/run/initramfs/live",
    "/run/live/medium",
    "/boot",
    "/boot/efi",
    "/etc",
    "/home",
    "/nix",
    "/usr",
    "/var",
];

impl Linux {
    /// The folder in `/sys` of the whole disk that a mount lies on. `None` where it lies on none.
    pub(super) fn disk(&self, mount: &Mount) -> Option<PathBuf> {
        let by_number = self.sys.join("dev/block").join(&mount.device);
        match fs::canonicalize(by_number) {
            Ok(block) => whole(block),
            // A file system of another process has a number of its own, and names its device.
            Err(_) => self.named(&mount.source),
        }
    }

    /// The same of a device by its name, as `/dev/sdb1`.
    fn named(&self, source: &str) -> Option<PathBuf> {
        let name = source.strip_prefix("/dev/")?;
        let block = fs::canonicalize(self.sys.join("class/block").join(name));
        whole(block.ok()?)
    }

    /// The disks that this computer runs from.
    pub(super) fn of_system(&self, mounts: &[Mount]) -> BTreeSet<PathBuf> {
        let runs = |mount: &&Mount| SYSTEM.iter().any(|path| mount.path == Path::new(path));
        let swaps = fs::read_to_string(&self.swaps).unwrap_or_default();
        let swaps = swaps.lines().skip(1).filter_map(|line| {
            let source = line.split_whitespace().next()?;
            self.named(source)
        });
        let of_mounts = mounts.iter().filter(runs);
        let of_mounts = of_mounts.filter_map(|mount| self.disk(mount));
        let mut disks: BTreeSet<PathBuf> = of_mounts.chain(swaps).collect();
        // What a mapped disk lies on is of the system too: encrypted, or made of several.
        let below: Vec<PathBuf> = disks.iter().flat_map(|disk| below(disk)).collect();
        disks.extend(below);
        disks
    }
}

/// The disks that a mapped one lies on, through every layer. The last one lies on no other.
pub(super) fn below(disk: &Path) -> Vec<PathBuf> {
    let nearest = slaves(disk);
    let deeper: Vec<PathBuf> = nearest.iter().flat_map(|disk| below(disk)).collect();
    nearest.into_iter().chain(deeper).collect()
}

/// The disks right below a mapped one.
fn slaves(disk: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(disk.join("slaves")) else {
        return Vec::new();
    };
    let below = entries.filter_map(|entry| fs::canonicalize(entry.ok()?.path()).ok());
    below.filter_map(whole).collect()
}

/// The disk that a partition is of, or the disk itself.
fn whole(block: PathBuf) -> Option<PathBuf> {
    match block.join("partition").exists() {
        true => block.parent().map(Path::to_owned),
        false => Some(block),
    }
}

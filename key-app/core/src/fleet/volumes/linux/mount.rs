//! One line of mountinfo, and what a folder lies on by it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// One line of mountinfo.
pub(super) struct Mount {
    pub(super) id: u64,
    /// Major and minor number, as `8:17`.
    pub(super) device: String,
    pub(super) path: PathBuf,
    pub(super) read_only: bool,
    pub(super) source: String,
}

impl Mount {
    /// `36 35 98:0 /root /mnt rw,noatime master:1 - ext3 /dev/root rw,errors=continue`
    pub(super) fn read(line: &str) -> Option<Self> {
        let (mount, filesystem) = line.split_once(" - ")?;
        let mut words = mount.split(' ');
        let id = words.next()?.parse().ok()?;
        let mut words = words.skip(1);
        let (device, _root, path, options) =
            (words.next()?, words.next()?, words.next()?, words.next()?);
        let mut words = filesystem.split(' ').skip(1);
        let (source, of_all) = (words.next()?, words.next().unwrap_or_default());
        let is_read_only = |options: &str| options.split(',').any(|option| option == "ro");
        Some(Self {
            id,
            device: device.to_owned(),
            path: PathBuf::from(unescaped(path)),
            read_only: is_read_only(options) || is_read_only(of_all),
            source: unescaped(source),
        })
    }
}

/// The device that the file system of a folder says it lies on.
pub(in crate::fleet) fn source(folder: &Path) -> io::Result<Option<PathBuf>> {
    use std::os::linux::fs::MetadataExt;
    let device = fs::metadata(folder)?.st_dev();
    let number = format!(
        "{}:{}",
        rustix::fs::major(device),
        rustix::fs::minor(device)
    );
    let text = fs::read("/proc/self/mountinfo")?;
    let text = String::from_utf8_lossy(&text);
    let mut mounts = text.lines().filter_map(Mount::read);
    let found = mounts.find(|mount| mount.device == number);
    Ok(found
        .map(|mount| PathBuf::from(mount.source))
        .filter(|source| source.starts_with("/dev")))
}

/// Spaces, tabs, line ends and backslashes are written as three octal digits.
fn unescaped(text: &str) -> String {
    let escaped = [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\134", "\\"),
    ];
    let plain = |text: String, (written, meant): (&str, &str)| text.replace(written, meant);
    escaped.into_iter().fold(text.to_owned(), plain)
}

//! The medium: a folder on the stick, read past the cache and written through it.

use super::Content;
use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Seek, Write},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// Where a stick's files lie. Tests put a medium here that is pulled out in mid-write.
pub trait Medium: Send + Sync {
    /// The file as the medium holds it, not as a cache remembers it. `None` where there is none.
    ///
    /// # Errors
    /// Where the medium fails or is gone.
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>>;

    /// Writes the file in place and returns when the medium holds it.
    ///
    /// # Errors
    /// Where the medium fails, is full, read-only or gone. The file may then be torn.
    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()>;

    /// Removes the file; none there is no error.
    ///
    /// # Errors
    /// Where the medium fails, is read-only or gone.
    fn remove(&self, name: &str) -> io::Result<()>;

    /// The file of a version, as [`Medium::read`] reads a key file.
    ///
    /// # Errors
    /// Where the medium fails or is gone, or where the file is longer than `longest` bytes.
    fn read_long(&self, name: &str, longest: u64) -> io::Result<Option<Vec<u8>>>;

    /// Makes a folder; one that is there is no error.
    ///
    /// # Errors
    /// Where the medium fails, is full, read-only or gone.
    fn make_folder(&self, name: &str) -> io::Result<()>;

    /// What files a folder holds.
    ///
    /// # Errors
    /// Where the medium fails or is gone.
    fn names(&self, folder: &str) -> io::Result<Vec<String>>;

    /// Gives a file another name, in the place of a file that has it. That is not one step on FAT and exFAT: a
    /// stick that is pulled meanwhile may have lost the file that had the name, never the other one.
    ///
    /// # Errors
    /// Where the medium fails, is read-only or gone.
    fn rename(&self, from: &str, to: &str) -> io::Result<()>;

    /// Lets a file be started, where the file system says of each file whether it may. FAT and exFAT say it of all.
    ///
    /// # Errors
    /// Where the medium fails, is read-only or gone.
    fn let_start(&self, name: &str) -> io::Result<()>;

    /// Whether the medium is still there.
    fn present(&self) -> bool;
}

/// A folder of a mounted stick.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
    /// Whether the system has named the device that the folder lies on: one it then no longer names
    /// is out.
    device_seen: Arc<AtomicBool>,
}

impl Folder {
    /// Uses `path`, which must exist.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            device_seen: Arc::default(),
        }
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Nothing on a stick is larger.
const MAX_FILE: u64 = 64 << 10;

impl Medium for Folder {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let Some(file) = self.open(name)? else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        file.take(MAX_FILE + 1).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    fn read_long(&self, name: &str, longest: u64) -> io::Result<Option<Vec<u8>>> {
        let Some(file) = self.open(name)? else {
            return Ok(None);
        };
        if file.length() > longest {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut bytes = Vec::new();
        file.take(longest).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    fn make_folder(&self, name: &str) -> io::Result<()> {
        match std::fs::create_dir(self.path.join(name)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                match std::fs::symlink_metadata(self.path.join(name))?.is_dir() {
                    true => Ok(()),
                    false => Err(io::ErrorKind::NotADirectory.into()),
                }
            }
            Err(error) => Err(error),
            Ok(()) => sync_folder(&self.path),
        }
    }

    fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(self.path.join(folder))? {
            let entry = entry?;
            if !entry.file_type()?.is_dir() {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        Ok(names)
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        std::fs::rename(self.path.join(from), self.path.join(to))?;
        sync_folder(&self.path)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        // Neither FAT nor exFAT renames atomically: the file is overwritten, the other copy stays.
        let mut file = without_links(&mut OpenOptions::new())
            .write(true)
            .create(true)
            .truncate(false)
            .open(self.path.join(name))?;
        file.rewind()?;
        file.write_all(bytes)?;
        file.set_len(bytes.len() as u64)?;
        file.sync_all()?;
        sync_folder(self.path.join(name).parent().unwrap_or(&self.path))?;
        forget_cache(&file);
        Ok(())
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        match std::fs::remove_file(self.path.join(name)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.present() => Ok(()),
            Err(error) => Err(error),
            Ok(()) => sync_folder(self.path.join(name).parent().unwrap_or(&self.path)),
        }
    }

    fn let_start(&self, name: &str) -> io::Result<()> {
        let_start(&self.path.join(name))
    }

    fn present(&self) -> bool {
        let Ok(metadata) = std::fs::metadata(&self.path) else {
            return false;
        };
        metadata.is_dir() && answers(&self.path) && self.device_is_there(&metadata)
    }
}

impl Folder {
    /// Overwrites a file of any size in place with zeros, lets `forget` make the system forget what was written, reads
    /// it back, and removes it. What cannot be written only because it is marked so loses that mark. A link is removed,
    /// and nothing of what it leads to. Gives the bytes that were overwritten.
    ///
    /// # Errors
    /// Where the medium fails, is read-only or gone; [`io::ErrorKind::InvalidData`] where it keeps something else;
    /// [`io::ErrorKind::Unsupported`] where the system does not forget: then reading back would show nothing.
    pub(crate) fn blank(
        &self,
        below: &Path,
        forget: &dyn Fn() -> io::Result<bool>,
    ) -> io::Result<u64> {
        let path = self.path.join(below);
        let found = std::fs::symlink_metadata(&path)?;
        let bytes = if found.is_file() { found.len() } else { 0 };
        if bytes > 0 {
            let mut file = although_marked(&path, || {
                without_links(OpenOptions::new().write(true)).open(&path)
            })?;
            io::copy(&mut io::repeat(0).take(bytes), &mut file)?;
            file.sync_all()?;
            drop(file);
            if !forget()? {
                return Err(io::ErrorKind::Unsupported.into());
            }
            if !is_blank(Content::open(&path)?, bytes)? {
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        although_marked(&path, || std::fs::remove_file(&path))?;
        sync_folder(path.parent().unwrap_or(&self.path))?;
        match std::fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.present() => Ok(bytes),
            Err(error) => Err(error),
            Ok(_) => Err(io::ErrorKind::InvalidData.into()),
        }
    }

    /// A file, to be read from the medium; `None` where there is none.
    fn open(&self, name: &str) -> io::Result<Option<Content>> {
        match Content::open(&self.path.join(name)) {
            Ok(file) => Ok(Some(file)),
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.present() => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The system may show a folder from its cache for as long as nobody unmounts it; it drops the
    /// device at once.
    #[cfg(target_os = "linux")]
    fn device_is_there(&self, metadata: &std::fs::Metadata) -> bool {
        use std::os::linux::fs::MetadataExt;
        let device = metadata.st_dev();
        let (major, minor) = (rustix::fs::major(device), rustix::fs::minor(device));
        let named = Path::new(&format!("/sys/dev/block/{major}:{minor}")).exists();
        let seen = self.device_seen.fetch_or(named, Ordering::Relaxed);
        named || !seen
    }

    #[cfg(not(target_os = "linux"))]
    fn device_is_there(&self, _: &std::fs::Metadata) -> bool {
        self.device_seen.load(Ordering::Relaxed);
        true
    }
}

/// Whether a file holds so many zeros and nothing else.
fn is_blank(mut file: impl Read, bytes: u64) -> io::Result<bool> {
    let mut piece = vec![0; 1 << 20];
    let mut back = 0;
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok(back == bytes);
        }
        if piece[..read].iter().any(|byte| *byte != 0) {
            return Ok(false);
        }
        back += read as u64;
    }
}

/// Does something to a file; where that is forbidden, once more without the mark that says so.
pub(crate) fn although_marked<T>(path: &Path, act: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match act() {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            // The first reason is the one to tell. A folder that is marked lets nothing be removed from it.
            for marked in [Some(path), path.parent()].into_iter().flatten() {
                let _ = unmark(marked);
            }
            act().map_err(|_| error)
        }
        other => other,
    }
}

#[cfg(unix)]
fn unmark(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let found = std::fs::symlink_metadata(path)?;
    if found.is_symlink() {
        return Ok(());
    }
    let mut rights = found.permissions();
    rights.set_mode(rights.mode() | 0o600);
    std::fs::set_permissions(path, rights)
}

#[cfg(not(unix))]
fn unmark(path: &Path) -> io::Result<()> {
    let found = std::fs::symlink_metadata(path)?;
    if found.is_symlink() {
        return Ok(());
    }
    let mut rights = found.permissions();
    rights.set_readonly(false);
    std::fs::set_permissions(path, rights)
}

/// A file system of another process is asked itself: what is known of a folder may be a second old.
#[cfg(unix)]
fn answers(path: &Path) -> bool {
    rustix::fs::statvfs(path).is_ok()
}

#[cfg(not(unix))]
fn answers(_: &Path) -> bool {
    true
}

/// Asks the system to drop what it remembers of the file, so that the next read asks the medium.
#[cfg(unix)]
pub(crate) fn forget_cache(file: &File) {
    // Advice only: a file system that ignores it reads from its cache, which the sum still checks.
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
}

#[cfg(not(unix))]
pub(crate) fn forget_cache(_: &File) {}

/// Opens no link: what it leads to is not on the stick, and is perhaps a file of whoever plugged the stick in. FAT and
/// exFAT have none.
#[cfg(unix)]
pub(crate) fn without_links(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed())
}

#[cfg(not(unix))]
pub(crate) fn without_links(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    match File::open(path)?.sync_all() {
        // Some FUSE file systems do not sync folders; the file itself is synced.
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
        other => other,
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whoever reads a file may start it. Where the file system knows no such right, it is as it is.
#[cfg(unix)]
pub(crate) fn let_start(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let found = std::fs::symlink_metadata(path)?;
    let mode = found.permissions().mode();
    if !found.is_file() || mode & 0o100 != 0 {
        return Ok(());
    }
    let may = std::fs::Permissions::from_mode(mode | (mode & 0o444) >> 2);
    match std::fs::set_permissions(path, may) {
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::PermissionDenied | io::ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        other => other,
    }
}

#[cfg(not(unix))]
pub(crate) fn let_start(_: &Path) -> io::Result<()> {
    Ok(())
}

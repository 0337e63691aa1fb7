//! The very volume that was there when it was opened. A path leads to whatever is mounted there now: perhaps to a stick
//! that was plugged in meanwhile, and that nobody looked at.

use super::{Ground, Room};
use crate::stick::{Folder, Medium};
use std::{
    fs::File,
    io::{self, Read},
    path::Path,
    sync::Arc,
};

/// A volume that is held. Once it is pulled out everything fails, whatever lies in its place.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    folder: Folder,
    /// Where it is mounted, as long as it is.
    place: Folder,
    _open: Arc<File>,
}

impl Held {
    /// Holds what is mounted at `path` now. Nobody can take it out in the usual way until the last clone goes.
    ///
    /// # Errors
    /// Where there is no folder.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let open = open(path)?;
        let held = Self {
            folder: Folder::new(through(&open, path)),
            place: Folder::new(path),
            _open: Arc::new(open),
        };
        // From here on a device that is no longer named is one that is out.
        match held.present() {
            true => Ok(held),
            false => Err(io::ErrorKind::NotConnected.into()),
        }
    }
}

#[cfg(not(windows))]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// Windows opens a folder only for whoever says that it may be one.
#[cfg(windows)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::windows::fs::OpenOptionsExt;
    /// FILE_FLAG_BACKUP_SEMANTICS of CreateFileW.
    const FOLDER_TOO: u32 = 0x0200_0000;
    std::fs::OpenOptions::new()
        .read(true)
        .custom_flags(FOLDER_TOO)
        .open(path)
}

/// The folder by what holds it.
#[cfg(target_os = "linux")]
fn through(open: &File, _: &Path) -> std::path::PathBuf {
    use std::os::fd::AsRawFd;
    format!("/proc/self/fd/{}", open.as_raw_fd()).into()
}

/// Elsewhere no path leads through what is open: another volume with this letter is not told from this one.
#[cfg(not(target_os = "linux"))]
fn through(_: &File, path: &Path) -> std::path::PathBuf {
    path.to_owned()
}

/// Whether both are on one volume. While one is held nothing else gets its number: another number is another volume,
/// or a folder from which the volume is gone.
#[cfg(unix)]
fn is_there(held: &Path, place: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let number = |path| std::fs::metadata(path).map(|found| found.dev());
    matches!((number(held), number(place)), (Ok(held), Ok(place)) if held == place)
}

#[cfg(not(unix))]
fn is_there(_: &Path, _: &Path) -> bool {
    true
}

impl Medium for Held {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        self.folder.read(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.folder.write(name, bytes)
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        self.folder.remove(name)
    }

    fn read_long(&self, name: &str, longest: u64) -> io::Result<Option<Vec<u8>>> {
        self.folder.read_long(name, longest)
    }

    fn make_folder(&self, name: &str) -> io::Result<()> {
        self.folder.make_folder(name)
    }

    fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        self.folder.names(folder)
    }

    fn let_start(&self, name: &str) -> io::Result<()> {
        self.folder.let_start(name)
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        self.folder.rename(from, to)
    }

    fn present(&self) -> bool {
        self.folder.present() && is_there(self.folder.path(), self.place.path())
    }
}

impl Ground for Held {
    fn files(&self) -> io::Result<Vec<(String, u64)>> {
        self.folder.files()
    }

    fn room(&self) -> io::Result<Option<Room>> {
        self.folder.room()
    }

    fn put(&self, name: &str, content: &mut dyn Read) -> io::Result<()> {
        self.folder.put(name, content)
    }

    fn put_over(&self, name: &str, content: &mut dyn Read) -> io::Result<()> {
        self.folder.put_over(name, content)
    }

    fn look(&self, name: &str) -> io::Result<Option<Box<dyn Read>>> {
        self.folder.look(name)
    }

    fn reserve(&self, name: &str, bytes: u64) -> io::Result<()> {
        self.folder.reserve(name, bytes)
    }

    fn tidy(&self) -> io::Result<()> {
        self.folder.tidy()
    }

    fn forget(&self) -> io::Result<bool> {
        self.folder.forget()
    }

    fn settle(&self) -> io::Result<()> {
        self.folder.settle()
    }
}

//! The ground that a fleet writes on: a stick's medium that also takes whole programs.

use crate::{
    contents,
    stick::{Folder, Medium},
};
use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Write},
    path::Path,
};

/// How much a stick takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Bytes that are free.
    pub free: u64,
    /// Bytes that the smallest file takes.
    pub cluster: u64,
    /// Whether nothing can be written.
    pub read_only: bool,
}

/// Where programs are written too. Tests put ground here that is pulled out, or smaller than it says.
pub trait Ground: Medium + Clone + 'static {
    /// Path below, with `/`, and size in bytes of everything that is no folder.
    ///
    /// # Errors
    /// Where the stick fails or is gone.
    fn files(&self) -> io::Result<Vec<(String, u64)>>;

    /// How much it takes. `None` where the system does not say.
    ///
    /// # Errors
    /// Where the stick fails or is gone.
    fn room(&self) -> io::Result<Option<Room>>;

    /// Writes a file of any size in place. It is durable once [`Ground::settle`] returns.
    ///
    /// # Errors
    /// Where the stick fails, is full, read-only or gone, or `content` fails. The file may then be torn.
    fn put(&self, name: &str, content: &mut dyn Read) -> io::Result<()>;

    /// The file as the stick holds it, not as a cache remembers it. `None` where there is none.
    ///
    /// # Errors
    /// Where the stick fails or is gone.
    fn look(&self, name: &str) -> io::Result<Option<Box<dyn Read>>>;

    /// Takes room for a file without writing it, where the file system can.
    ///
    /// # Errors
    /// [`io::ErrorKind::Unsupported`] where it cannot; otherwise where the stick fails, is full or gone.
    fn reserve(&self, name: &str, bytes: u64) -> io::Result<()>;

    /// Removes every folder that holds nothing: a name of one may say whose the stick was.
    ///
    /// # Errors
    /// Where the stick fails or is gone.
    fn tidy(&self) -> io::Result<()>;

    /// Returns when the stick holds all that was put.
    ///
    /// # Errors
    /// Where it does not.
    fn settle(&self) -> io::Result<()>;
}

impl Ground for Folder {
    fn files(&self) -> io::Result<Vec<(String, u64)>> {
        let below = contents::files_below(self.path())
            .map_err(|error| io::Error::other(error.to_string()))?;
        let sized = below.into_iter().map(|(name, path)| {
            let bytes = std::fs::symlink_metadata(path)?.len();
            Ok((name, bytes))
        });
        sized.collect()
    }

    fn room(&self) -> io::Result<Option<Room>> {
        room(self.path())
    }

    fn put(&self, name: &str, content: &mut dyn Read) -> io::Result<()> {
        let path = self.path().join(name);
        if let Some(above) = path.parent() {
            std::fs::create_dir_all(above)?;
        }
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .open(path)?;
        let mut piece = vec![0; 1 << 20];
        loop {
            let read = content.read(&mut piece)?;
            if read == 0 {
                break;
            }
            file.write_all(&piece[..read])?;
        }
        // Elsewhere each file is synced by itself.
        #[cfg(not(target_os = "linux"))]
        file.sync_all()?;
        Ok(())
    }

    fn look(&self, name: &str) -> io::Result<Option<Box<dyn Read>>> {
        let file = match File::open(self.path().join(name)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.present() => {
                return Ok(None);
            }
            Err(error) => return Err(error),
        };
        crate::stick::forget_cache(&file);
        Ok(Some(Box::new(file)))
    }

    fn reserve(&self, name: &str, bytes: u64) -> io::Result<()> {
        reserve(&self.path().join(name), bytes)
    }

    fn tidy(&self) -> io::Result<()> {
        remove_empty(self.path(), 0)
    }

    #[cfg(target_os = "linux")]
    fn settle(&self) -> io::Result<()> {
        Ok(rustix::fs::syncfs(File::open(self.path())?)?)
    }

    #[cfg(not(target_os = "linux"))]
    fn settle(&self) -> io::Result<()> {
        Ok(())
    }
}

/// Folders below one that are looked into: no stick has more.
const DEEPEST: usize = 64;

fn remove_empty(folder: &Path, depth: usize) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() && depth < DEEPEST {
            remove_empty(&entry.path(), depth + 1)?;
            match std::fs::remove_dir(entry.path()) {
                // It holds something, or it is the system's own.
                Err(error)
                    if matches!(
                        error.kind(),
                        io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::PermissionDenied
                    ) => {}
                other => other?,
            }
        }
    }
    Ok(())
}

#[cfg(unix)]
fn room(path: &Path) -> io::Result<Option<Room>> {
    let found = rustix::fs::statvfs(path)?;
    Ok(Some(Room {
        free: found.f_bavail.saturating_mul(found.f_frsize),
        cluster: found.f_frsize.max(1),
        read_only: found.f_flag.contains(rustix::fs::StatVfsMountFlags::RDONLY),
    }))
}

#[cfg(not(unix))]
fn room(_: &Path) -> io::Result<Option<Room>> {
    Ok(None)
}

#[cfg(target_os = "linux")]
fn reserve(path: &Path, bytes: u64) -> io::Result<()> {
    let file = File::create(path)?;
    // Without this flag vfat writes zeros all the way.
    let reserved = rustix::fs::FallocateFlags::KEEP_SIZE;
    match rustix::fs::fallocate(&file, reserved, 0, bytes) {
        Err(rustix::io::Errno::OPNOTSUPP | rustix::io::Errno::NOSYS) => {
            std::fs::remove_file(path)?;
            Err(io::ErrorKind::Unsupported.into())
        }
        other => Ok(other?),
    }
}

#[cfg(not(target_os = "linux"))]
fn reserve(_: &Path, _: u64) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

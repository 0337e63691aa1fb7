//! The ground that a fleet writes on: a stick's medium that also takes whole programs.

use crate::{
    contents,
    stick::{Content, Folder, Medium, although_marked, let_start, without_links},
};
use std::{
    fs::OpenOptions,
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

/// Something on a stick that is neither a file nor a folder: it leads elsewhere. Or something whose name is no text: by
/// what is shown of it nobody finds it again, to look at it or to remove it.
#[derive(Debug, thiserror::Error)]
#[error("{0} is a link or a device, or its name is no text")]
pub struct NotAFile(pub String);

/// Where programs are written too. Tests put ground here that is pulled out, or smaller than it says.
pub trait Ground: Medium + Clone + 'static {
    /// Path below, with `/`, and size in bytes of everything that is no folder.
    ///
    /// # Errors
    /// Where the stick fails or is gone; [`NotAFile`] where there is a link, a device, or a name that is no text.
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

    /// Writes over the bytes of a file that is there, in their place, and returns when the stick holds them. What is
    /// only removed is found again by whoever looks for it.
    ///
    /// # Errors
    /// Where the stick fails, is read-only or gone, or `content` fails.
    fn put_over(&self, name: &str, content: &mut dyn Read) -> io::Result<()>;

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

    /// Makes what is read next come from the stick itself. False where the system remembers what was written and does
    /// not let it be forgotten: then reading back shows nothing.
    ///
    /// # Errors
    /// Where the stick fails or is gone.
    fn forget(&self) -> io::Result<bool>;

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
            let found = std::fs::symlink_metadata(&path)?;
            let below = path.strip_prefix(self.path());
            let is_text = below.is_ok_and(|below| below.to_str().is_some());
            match found.is_file() && is_text {
                true => Ok((name, found.len())),
                false => Err(io::Error::other(NotAFile(name))),
            }
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
        let mut file = without_links(&mut OpenOptions::new())
            .write(true)
            .create(true)
            .truncate(true)
            .open(&path)?;
        pour(content, &mut file)?;
        if release::is_started(name) {
            let_start(&path)?;
        }
        // Elsewhere each file is synced by itself.
        #[cfg(not(target_os = "linux"))]
        file.sync_all()?;
        Ok(())
    }

    fn put_over(&self, name: &str, content: &mut dyn Read) -> io::Result<()> {
        let path = self.path().join(name);
        let mut file = although_marked(&path, || {
            without_links(OpenOptions::new().write(true)).open(&path)
        })?;
        pour(content, &mut file)?;
        file.sync_all()
    }

    fn look(&self, name: &str) -> io::Result<Option<Box<dyn Read>>> {
        match Content::open(&self.path().join(name)) {
            Ok(content) => Ok(Some(Box::new(content))),
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.present() => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn reserve(&self, name: &str, bytes: u64) -> io::Result<()> {
        reserve(&self.path().join(name), bytes)
    }

    fn tidy(&self) -> io::Result<()> {
        remove_empty(self.path(), 0)
    }

    fn forget(&self) -> io::Result<bool> {
        forget(self.path())
    }

    #[cfg(target_os = "linux")]
    fn settle(&self) -> io::Result<()> {
        Ok(rustix::fs::syncfs(std::fs::File::open(self.path())?)?)
    }

    #[cfg(not(target_os = "linux"))]
    fn settle(&self) -> io::Result<()> {
        Ok(())
    }
}

/// In pieces: a stick takes them one after the other, and whoever stops waits for one.
fn pour(content: &mut dyn Read, file: &mut std::fs::File) -> io::Result<()> {
    let mut piece = vec![0; 1 << 20];
    loop {
        let read = content.read(&mut piece)?;
        if read == 0 {
            return Ok(());
        }
        file.write_all(&piece[..read])?;
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

#[cfg(windows)]
fn room(path: &Path) -> io::Result<Option<Room>> {
    /// exFAT's clusters on a stick; on a smaller one they are smaller.
    const CLUSTER: u64 = 128 << 10;
    let found = super::volumes::room(path);
    Ok(found.map(|(free, read_only)| Room {
        free,
        cluster: CLUSTER,
        read_only,
    }))
}

#[cfg(not(any(unix, windows)))]
fn room(_: &Path) -> io::Result<Option<Room>> {
    Ok(None)
}

#[cfg(target_os = "linux")]
fn reserve(path: &Path, bytes: u64) -> io::Result<()> {
    let file = without_links(&mut OpenOptions::new())
        .write(true)
        .create(true)
        .truncate(true)
        .open(path)?;
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

/// A file system of another process reads its disk through the cache of that disk, which outlives what is forgotten of
/// each file: it is forgotten too, where this program may.
#[cfg(target_os = "linux")]
fn forget(path: &Path) -> io::Result<bool> {
    /// As statfs(2) has it.
    const FUSE: rustix::fs::FsWord = 0x6573_5546;
    if rustix::fs::statfs(path)?.f_type != FUSE {
        return Ok(true);
    }
    let Some(device) = super::volumes::source(path)? else {
        return Ok(false);
    };
    let Ok(device) = std::fs::File::open(device) else {
        return Ok(false);
    };
    device.sync_all()?;
    crate::stick::forget_cache(&device);
    Ok(true)
}

/// Nothing is forgotten there: what is read is read around it, where that may be.
#[cfg(windows)]
fn forget(path: &Path) -> io::Result<bool> {
    crate::stick::content::is_asked(path)
}

#[cfg(not(any(target_os = "linux", windows)))]
fn forget(_: &Path) -> io::Result<bool> {
    Ok(true)
}

#[cfg(not(target_os = "linux"))]
fn reserve(_: &Path, _: u64) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::{fs, os::unix::fs::symlink};

    #[test]
    fn what_a_link_leads_to_is_neither_read_nor_written() {
        let room = tempfile::tempdir().unwrap();
        let (stick, letter) = (room.path().join("stick"), room.path().join("letter"));
        fs::create_dir(&stick).unwrap();
        fs::write(&letter, "somebody's").unwrap();
        symlink(&letter, stick.join("cle")).unwrap();
        symlink(room.path(), stick.join("a")).unwrap();
        let ground = Folder::new(&stick);
        let refused: [bool; 7] = [
            ground.write("cle", b"ours").is_err(),
            ground.put("cle", &mut &b"ours"[..]).is_err(),
            ground.reserve("cle", 1).is_err(),
            ground.look("cle").is_err(),
            ground.read("cle").is_err(),
            ground.read_long("cle", 1 << 10).is_err(),
            ground.make_folder("a").is_err(),
        ];
        assert_eq!(refused, [true; 7]);
        assert_eq!(fs::read(letter).unwrap(), b"somebody's");
        let other = ground.files().unwrap_err().downcast::<NotAFile>().unwrap();
        assert_eq!(other.0, "a");
    }

    /// ext4 takes any bytes as a name. By what is shown of such a name no file is found again, and none removed.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_that_cannot_be_said_is_refused() {
        use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
        for name in [&b"photo-\xe9.jpg"[..], b"\xe9t\xe9/photo.jpg"] {
            let stick = tempfile::tempdir().unwrap();
            let file = stick.path().join(OsStr::from_bytes(name));
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, "somebody's").unwrap();
            let refused = Folder::new(stick.path()).files().unwrap_err();
            let shown = String::from_utf8_lossy(name).into_owned();
            assert_eq!(refused.downcast::<NotAFile>().unwrap().0, shown);
        }
    }
}

//! A stick that is smaller than it says, mounted: what is written behind its true end lands at its beginning. A FUSE
//! process keeps the bytes as one file, a loop device makes a disk of it, and exFAT lies on that.

use crate::volume::Volume;
use anyhow::Result;
use fuser::{
    BackgroundSession, Config, Errno, FileAttr, FileHandle, FileType, Filesystem, FopenFlags,
    Generation, INodeNo, LockOwner, OpenFlags, ReplyAttr, ReplyData, ReplyDirectory, ReplyEntry,
    ReplyOpen, ReplyWrite, Request, WriteFlags,
};
use std::{
    ffi::OsStr,
    ops::{Deref, DerefMut},
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, UNIX_EPOCH},
};
use tempfile::TempDir;

const NAME: &str = "disk";
const DISK: INodeNo = INodeNo(2);
const KEPT: Duration = Duration::from_secs(1);

/// The stick. What was mounted last goes first.
pub struct WrappingVolume {
    volume: Volume,
    _serving: BackgroundSession,
    _folder: TempDir,
}

impl WrappingVolume {
    /// A stick that says `said` bytes and has `real` ones.
    ///
    /// # Errors
    /// Where this machine mounts none.
    pub fn mount(said: u64, real: usize) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let disk = Disk {
            said,
            bytes: Mutex::new(vec![0; real]),
        };
        let serving = fuser::spawn_mount(disk, folder.path(), &Config::default())?;
        Ok(Self {
            volume: Volume::of(&folder.path().join(NAME))?,
            _serving: serving,
            _folder: folder,
        })
    }
}

impl Deref for WrappingVolume {
    type Target = Volume;

    fn deref(&self) -> &Volume {
        &self.volume
    }
}

impl DerefMut for WrappingVolume {
    fn deref_mut(&mut self) -> &mut Volume {
        &mut self.volume
    }
}

/// One file in one folder.
struct Disk {
    said: u64,
    bytes: Mutex<Vec<u8>>,
}

impl Disk {
    fn bytes(&self) -> MutexGuard<'_, Vec<u8>> {
        self.bytes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn attributes(&self, of: INodeNo) -> FileAttr {
        let is_disk = of == DISK;
        FileAttr {
            ino: of,
            size: if is_disk { self.said } else { 0 },
            blocks: if is_disk { self.said / 512 } else { 0 },
            atime: UNIX_EPOCH,
            mtime: UNIX_EPOCH,
            ctime: UNIX_EPOCH,
            crtime: UNIX_EPOCH,
            kind: if is_disk {
                FileType::RegularFile
            } else {
                FileType::Directory
            },
            perm: if is_disk { 0o600 } else { 0o700 },
            nlink: 1,
            uid: 0,
            gid: 0,
            rdev: 0,
            flags: 0,
            blksize: 512,
        }
    }
}

impl Filesystem for Disk {
    fn lookup(&self, _: &Request, _: INodeNo, name: &OsStr, reply: ReplyEntry) {
        match name == NAME {
            true => reply.entry(&KEPT, &self.attributes(DISK), Generation(0)),
            false => reply.error(Errno::ENOENT),
        }
    }

    fn getattr(&self, _: &Request, of: INodeNo, _: Option<FileHandle>, reply: ReplyAttr) {
        reply.attr(&KEPT, &self.attributes(of));
    }

    fn readdir(
        &self,
        _: &Request,
        _: INodeNo,
        _: FileHandle,
        from: u64,
        mut reply: ReplyDirectory,
    ) {
        if from == 0 {
            let _ = reply.add(DISK, 1, FileType::RegularFile, NAME);
        }
        reply.ok();
    }

    /// Nothing is remembered on the way: a stick's own chip is asked each time.
    fn open(&self, _: &Request, _: INodeNo, _: OpenFlags, reply: ReplyOpen) {
        reply.opened(FileHandle(0), FopenFlags::FOPEN_DIRECT_IO);
    }

    fn read(
        &self,
        _: &Request,
        _: INodeNo,
        _: FileHandle,
        offset: u64,
        size: u32,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyData,
    ) {
        let bytes = self.bytes();
        let end = (offset + u64::from(size)).min(self.said);
        let real = bytes.len() as u64;
        let read: Vec<u8> = (offset..end).map(|at| bytes[place(at, real)]).collect();
        reply.data(&read);
    }

    fn write(
        &self,
        _: &Request,
        _: INodeNo,
        _: FileHandle,
        offset: u64,
        data: &[u8],
        _: WriteFlags,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyWrite,
    ) {
        let mut bytes = self.bytes();
        let real = bytes.len() as u64;
        for (at, byte) in (offset..).zip(data) {
            bytes[place(at, real)] = *byte;
        }
        reply.written(u32::try_from(data.len()).unwrap_or(u32::MAX));
    }
}

/// Where a byte lies really.
fn place(at: u64, real: u64) -> usize {
    usize::try_from(at % real).unwrap_or_default()
}

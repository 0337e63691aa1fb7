//! A file that was opened so that the system remembers nothing of it. Then it is read in whole sectors, into memory that
//! begins where a sector may.

use std::{
    fs::File,
    io::{self, Read},
};

/// No stick's sector is longer, and each is a part of it.
const SECTOR: usize = 4 << 10;
/// How much is read at once.
const PIECE: usize = 1 << 20;

pub(super) struct Around {
    file: File,
    /// The length that the system says.
    bytes: u64,
    /// Read from the file so far.
    at: u64,
    room: Vec<u8>,
    /// Where a sector may begin in it, what lies there, and how much of that was given.
    begin: usize,
    filled: usize,
    given: usize,
}

impl Around {
    /// Reads the first piece: a system that lets a file be opened so may refuse to read it.
    pub(super) fn new(file: File) -> io::Result<Self> {
        let bytes = file.metadata()?.len();
        let piece = usize::try_from(bytes).map_or(PIECE, |bytes| bytes.min(PIECE));
        let room = vec![0; piece.next_multiple_of(SECTOR) + SECTOR];
        let begin = room.as_ptr().align_offset(SECTOR);
        let mut around = Self {
            file,
            bytes,
            at: 0,
            room,
            begin,
            filled: 0,
            given: 0,
        };
        around.fill()?;
        Ok(around)
    }

    pub(super) fn length(&self) -> u64 {
        self.bytes
    }

    fn fill(&mut self) -> io::Result<()> {
        (self.filled, self.given) = (0, 0);
        if self.at == self.bytes {
            return Ok(());
        }
        let end = self.room.len() - SECTOR + self.begin;
        let Some(place) = self.room.get_mut(self.begin..end) else {
            return Err(io::ErrorKind::Unsupported.into());
        };
        // The last sector of a file is said as far as the file goes.
        let read = self.file.read(place)?;
        let left = self.bytes - self.at;
        let read = usize::try_from(left).map_or(read, |left| read.min(left));
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.filled = read;
        self.at += read as u64;
        Ok(())
    }
}

impl Read for Around {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.given == self.filled {
            self.fill()?;
        }
        let from = self.begin + self.given;
        let count = out.len().min(self.filled - self.given);
        out[..count].copy_from_slice(&self.room[from..from + count]);
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Linux is as strict where it reads around what it remembers, on a disk.
    #[cfg(target_os = "linux")]
    fn open(path: &std::path::Path) -> File {
        use std::os::unix::fs::OpenOptionsExt;
        let direct = rustix::fs::OFlags::DIRECT.bits().cast_signed();
        let mut options = File::options();
        options.read(true).custom_flags(direct).open(path).unwrap()
    }

    #[cfg(windows)]
    fn open(path: &std::path::Path) -> File {
        use std::os::windows::fs::OpenOptionsExt;
        let mut options = File::options();
        let options = options.read(true).custom_flags(0x2000_0000);
        options.open(path).unwrap()
    }

    #[cfg(any(target_os = "linux", windows))]
    #[test]
    fn every_length_is_read_to_its_last_byte() {
        // Beside the program: a folder for temporary files may lie in memory, which cannot be read around.
        let beside = std::env::current_exe().unwrap();
        let folder = tempfile::tempdir_in(beside.parent().unwrap()).unwrap();
        let path = folder.path().join("cle");
        let lengths = [0, 1, 511, 512, 4095, 4096, 4097];
        let long = [0, 1, 4095].map(|more| PIECE + more);
        for length in lengths.into_iter().chain(long).chain([3 * PIECE + 7]) {
            let bytes: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            std::fs::write(&path, &bytes).unwrap();
            let mut around = Around::new(open(&path)).unwrap();
            assert_eq!(around.length(), length as u64);
            let mut read = Vec::new();
            around.read_to_end(&mut read).unwrap();
            assert!(read == bytes, "{length}");
        }
    }
}

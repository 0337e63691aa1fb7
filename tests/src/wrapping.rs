//! A stick with a false size: it keeps the first bytes, and writes the rest over them or nowhere. The books of its
//! file system lie elsewhere, so that only contents are lost, as late as possible.

use key_core::{
    fleet::{Ground, Room},
    stick::Medium,
};
use std::{
    collections::BTreeMap,
    io::{self, ErrorKind, Read},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// What becomes of bytes behind the true end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// They are written over the first ones.
    Wraps,
    /// They are lost, and read as zeros.
    Drops,
}

/// Bytes of a cluster, unless it is said.
const CLUSTER: u64 = 4 << 10;

/// The stick.
#[derive(Debug, Clone)]
pub struct FalseSize {
    said: u64,
    behind: Behind,
    cluster: u64,
    state: Arc<Mutex<State>>,
}

#[derive(Debug)]
struct State {
    bytes: Vec<u8>,
    /// Where a file begins, the room it has, and its length.
    files: BTreeMap<String, (u64, u64, u64)>,
}

impl FalseSize {
    /// A stick that says `said` bytes and has `real` ones.
    #[must_use]
    pub fn new(said: u64, real: usize, behind: Behind) -> Self {
        Self {
            said,
            behind,
            cluster: CLUSTER,
            state: Arc::new(Mutex::new(State {
                bytes: vec![0; real],
                files: BTreeMap::new(),
            })),
        }
    }

    /// The same with clusters of so many bytes.
    #[must_use]
    pub fn with_clusters(self, cluster: u64) -> Self {
        Self { cluster, ..self }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where a byte lies really.
    fn place(&self, at: u64, real: usize) -> Option<usize> {
        let at = usize::try_from(at).ok()?;
        match self.behind {
            Behind::Wraps => Some(at % real),
            Behind::Drops => (at < real).then_some(at),
        }
    }

    fn store(&self, name: &str, content: &[u8]) -> io::Result<()> {
        let length = content.len() as u64;
        self.reserve(name, length)?;
        let mut state = self.state();
        let start = state.files.get(name).map_or(0, |(start, ..)| *start);
        let real = state.bytes.len();
        for (at, byte) in (start..).zip(content) {
            if let Some(place) = self.place(at, real) {
                state.bytes[place] = *byte;
            }
        }
        Ok(())
    }
}

impl Medium for FalseSize {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let state = self.state();
        let Some((start, _, length)) = state.files.get(name) else {
            return Ok(None);
        };
        let real = state.bytes.len();
        let bytes = (*start..start + length)
            .map(|at| self.place(at, real).map_or(0, |place| state.bytes[place]));
        Ok(Some(bytes.collect()))
    }

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.store(name, bytes)
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        self.state().files.remove(name);
        Ok(())
    }

    fn read_long(&self, name: &str, longest: u64) -> io::Result<Option<Vec<u8>>> {
        let found = self.read(name)?;
        match found {
            Some(bytes) if bytes.len() as u64 > longest => {
                Err(io::Error::from(io::ErrorKind::FileTooLarge))
            }
            found => Ok(found),
        }
    }

    /// Whatever lies on it may be started.
    fn let_start(&self, _: &str) -> io::Result<()> {
        Ok(())
    }

    /// A name with `/` needs no folder here.
    fn make_folder(&self, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        let state = self.state();
        let below = state
            .files
            .keys()
            .filter_map(|name| name.strip_prefix(folder)?.strip_prefix('/'));
        Ok(below.map(str::to_owned).collect())
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        let mut state = self.state();
        let file = state.files.remove(from);
        let file = file.ok_or(io::Error::from(io::ErrorKind::NotFound))?;
        state.files.insert(to.to_owned(), file);
        Ok(())
    }

    fn present(&self) -> bool {
        true
    }
}

impl Ground for FalseSize {
    fn files(&self) -> io::Result<Vec<(String, u64)>> {
        let state = self.state();
        let files = state.files.iter();
        Ok(files
            .map(|(name, (.., length))| (name.clone(), *length))
            .collect())
    }

    fn room(&self) -> io::Result<Option<Room>> {
        let taken: u64 = self.state().files.values().map(|(_, room, _)| room).sum();
        Ok(Some(Room {
            free: self.said - taken,
            cluster: self.cluster,
            read_only: false,
        }))
    }

    fn put(&self, name: &str, content: &mut dyn Read) -> io::Result<()> {
        let mut bytes = Vec::new();
        content.read_to_end(&mut bytes)?;
        self.store(name, &bytes)
    }

    fn put_over(&self, name: &str, content: &mut dyn Read) -> io::Result<()> {
        self.put(name, content)
    }

    fn look(&self, name: &str) -> io::Result<Option<Box<dyn Read>>> {
        let found = self.read(name)?;
        Ok(found.map(|bytes| Box::new(io::Cursor::new(bytes)) as Box<dyn Read>))
    }

    /// The first gap that is large enough, as file systems do. No file is longer than FAT32 has it.
    fn reserve(&self, name: &str, bytes: u64) -> io::Result<()> {
        if bytes > u64::from(u32::MAX) {
            return Err(ErrorKind::FileTooLarge.into());
        }
        let mut state = self.state();
        let room = bytes.div_ceil(self.cluster) * self.cluster;
        if let Some((_, has, length)) = state.files.get_mut(name)
            && *has >= room
        {
            *length = bytes;
            return Ok(());
        }
        state.files.remove(name);
        let mut taken: Vec<(u64, u64)> = state
            .files
            .values()
            .map(|(start, room, _)| (*start, *room))
            .collect();
        taken.sort_unstable();
        let mut at = 0;
        for (start, has) in taken {
            if at + room <= start {
                break;
            }
            at = start + has;
        }
        if at + room > self.said {
            // Its name was written before there was no room.
            state.files.insert(name.to_owned(), (at, 0, 0));
            return Err(ErrorKind::StorageFull.into());
        }
        state.files.insert(name.to_owned(), (at, room, bytes));
        Ok(())
    }

    fn tidy(&self) -> io::Result<()> {
        Ok(())
    }

    fn forget(&self) -> io::Result<bool> {
        Ok(true)
    }

    fn settle(&self) -> io::Result<()> {
        Ok(())
    }
}

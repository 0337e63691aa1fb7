//! A small file beside an engine's own: it says how far the engine has come, and keeps others out.
//!
//! An engine that replays a log may find a damaged place, take it for the end, and go on without
//! what came after. The tip was written after each commit, so it knows better.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::FileExt;
use std::path::Path;

use ring::digest::{SHA256, digest};

use super::StoreError;

/// The file, locked for as long as this lives.
#[derive(Debug)]
pub(super) struct Tip(File);

/// What the tip says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    /// The layout of the store beside it.
    pub(super) layout: u8,
    /// The last commit that was on the disk.
    pub(super) commit: u64,
}

/// Who wrote it.
const MAGIC: &[u8; 15] = b"mesdroits-store";
/// Magic, layout, commit.
const FACTS: usize = MAGIC.len() + 1 + 8;
/// Facts, and the beginning of their SHA-256.
const SLOT: usize = FACTS + 16;
/// Slots lie in sectors of their own: a write that is torn takes one of them.
const APART: u64 = 4096;
const FILE: &str = "the tip";

impl Tip {
    /// Makes the file of a new store.
    pub(super) fn make(path: &Path, said: Said) -> Result<(), StoreError> {
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create_new(true)
            .open(path);
        let tip = Self(file.map_err(StoreError::disk)?);
        tip.say(said)?;
        tip.sync()
    }

    /// Takes the file that is there, or says who holds it. What it says is the newer of its slots.
    pub(super) fn open(path: &Path) -> Result<(Self, Said), StoreError> {
        let file = OpenOptions::new().read(true).write(true).open(path);
        let file = file.map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => StoreError::NotOurs,
            _ => StoreError::disk(error),
        })?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::InUse),
            Err(TryLockError::Error(error)) => return Err(StoreError::disk(error)),
        }
        let said = [0, APART].into_iter().filter_map(|at| read(&file, at));
        let said = said.max_by_key(|said| said.commit);
        let said =
            said.ok_or_else(|| StoreError::damaged(FILE, "neither of its slots is whole"))?;
        Ok((Self(file), said))
    }

    /// Says how far the store came. It reaches the disk in its own time: this is the second witness.
    pub(super) fn say(&self, said: Said) -> Result<(), StoreError> {
        let at = if said.commit.is_multiple_of(2) {
            0
        } else {
            APART
        };
        let slot = slot(said);
        self.0.write_all_at(&slot, at).map_err(StoreError::disk)
    }

    /// Waits until it is on the disk.
    pub(super) fn sync(&self) -> Result<(), StoreError> {
        self.0.sync_all().map_err(StoreError::disk)
    }
}

fn slot(said: Said) -> [u8; SLOT] {
    let mut slot = [0; SLOT];
    let (facts, proof) = slot.split_at_mut(FACTS);
    let (magic, rest) = facts.split_at_mut(MAGIC.len());
    magic.copy_from_slice(MAGIC);
    let (layout, commit) = rest.split_at_mut(1);
    layout.copy_from_slice(&[said.layout]);
    commit.copy_from_slice(&said.commit.to_be_bytes());
    let hash = digest(&SHA256, facts);
    for (to, from) in proof.iter_mut().zip(hash.as_ref()) {
        *to = *from;
    }
    slot
}

fn read(file: &File, at: u64) -> Option<Said> {
    let mut found = [0; SLOT];
    file.read_exact_at(&mut found, at).ok()?;
    let (layout, commit) = found.get(MAGIC.len()..FACTS)?.split_first()?;
    let said = Said {
        layout: *layout,
        commit: u64::from_be_bytes(commit.try_into().ok()?),
    };
    (slot(said) == found).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn said(commit: u64) -> Said {
        Said { layout: 3, commit }
    }

    #[test]
    fn the_newer_slot_counts_and_one_may_be_torn() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tip");
        Tip::make(&path, said(1)).unwrap();
        for commit in 2..5 {
            let (tip, found) = Tip::open(&path).unwrap();
            assert_eq!(found, said(commit - 1));
            tip.say(said(commit)).unwrap();
        }
        let whole = fs::read(&path).unwrap();
        let second = usize::try_from(APART).unwrap();
        let bytes = (0..SLOT).chain(second..second + SLOT);
        for (byte, bit) in bytes.flat_map(|byte| (0..8).map(move |bit| (byte, bit))) {
            let mut flipped = whole.clone();
            flipped[byte] ^= 1 << bit;
            fs::write(&path, flipped).unwrap();
            let (_, found) = Tip::open(&path).unwrap();
            assert!(found == said(4) || found == said(3), "{found:?}");
        }
        for (content, is_ours) in [(&b""[..], false), (&whole[..SLOT], true)] {
            fs::write(&path, content).unwrap();
            assert_eq!(Tip::open(&path).is_ok(), is_ours);
        }
    }

    #[test]
    fn one_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tip");
        assert!(matches!(Tip::open(&path), Err(StoreError::NotOurs)));
        Tip::make(&path, said(1)).unwrap();
        let (tip, _) = Tip::open(&path).unwrap();
        assert!(matches!(Tip::open(&path), Err(StoreError::InUse)));
        drop(tip);
        Tip::open(&path).unwrap();
    }
}

//! Whether a stick is as large as it says. One with a false size keeps the first bytes and writes the rest
//! over them, or nowhere: that is seen only by reading back what was written far apart.

use super::{Fault, Ground, Step, progress::Progress, stop::Stopping};
use crate::trouble::Trouble;
use std::{
    io::{self, Read},
    sync::atomic::AtomicBool,
};
use wire::Hash;

/// How much is written to find out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Probe {
    /// Nothing more than the stick's own files: for a folder that is no volume of its own.
    Written,
    /// Marks at the places where a false size would show. Where the file system does not let them be reached, as many
    /// bytes as the programs take once more: a stick holds two versions at most.
    #[default]
    Marks,
    /// The whole free room, once: certain, and as slow as the stick.
    Whole,
}

/// What is known of a stick's size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Capacity {
    /// What was written came back; of the rest nothing is known.
    WhatWasWritten,
    /// Room for a second version came back; of the rest nothing is known.
    TwoVersions,
    /// Marks over the whole room came back.
    Marks,
    /// Every free byte came back.
    Whole,
}

/// Names of what a probe writes begin so. All of it goes again.
const NAME: &str = "essai-";
/// Bytes of a mark.
const MARK: u64 = 64 << 10;
/// The first mark stands at the beginning of the free room, the next ones at this many bytes after it, twice as
/// many, and so on: false sizes are powers of two, and then two marks fall on one place.
const FIRST: u64 = 1 << 20;
/// Bytes of one file that only takes room: FAT32 has no file of 4 GiB.
const LONGEST: u64 = 2 << 30;
/// Bytes of one file where the whole room is filled. After each it is waited until the stick holds them, and nothing is
/// heard meanwhile: a slow stick takes a minute or two.
const PIECE: u64 = 128 << 20;
/// Bytes that stay free for the system's own books.
const SPARE: u64 = 512 << 10;

/// Whether a file is one that a probe wrote: somebody else's may begin as it does.
pub(super) fn is_of_probe(name: &str) -> bool {
    let numbered = name.strip_prefix(NAME).and_then(|rest| {
        let number = rest.strip_suffix(".bin").or(rest.strip_suffix(".vide"))?;
        number.parse::<u32>().ok()
    });
    numbered.is_some()
}

/// What was written, to be read back.
pub(super) struct Probed {
    pub(super) capacity: Capacity,
    written: Vec<(String, u64, u64)>,
    spaces: Vec<String>,
    seed: Hash,
}

impl Probed {
    /// Writes. `again` is what the programs take, in bytes. `seed` is another at each attempt: what an earlier one left
    /// does not count. `tell` hears how far it is.
    pub(super) fn write(
        ground: &impl Ground,
        probe: Probe,
        again: u64,
        seed: Hash,
        stopped: &AtomicBool,
        tell: &mut dyn FnMut(Step),
    ) -> Result<Self, Fault> {
        let free = match ground.room().map_err(Trouble::reading)? {
            Some(room) => room.free.saturating_sub(SPARE),
            None => 0,
        };
        let all = match probe {
            Probe::Whole => free,
            Probe::Written | Probe::Marks => again.min(free),
        };
        let step = |done, all| Step::Trying { done, all };
        let told = &mut Progress::new(all, step, tell);
        let mut probed = Self {
            capacity: Capacity::WhatWasWritten,
            written: Vec::new(),
            spaces: Vec::new(),
            seed,
        };
        match probe {
            Probe::Written => return Ok(probed),
            Probe::Marks if probed.marks(ground, stopped, told)? => {
                probed.capacity = Capacity::Marks
            }
            Probe::Marks => probed.capacity = probed.fill(ground, again, stopped, told)?,
            Probe::Whole => probed.capacity = probed.fill(ground, u64::MAX, stopped, told)?,
        }
        ground.settle().map_err(Trouble::writing)?;
        Ok(probed)
    }

    /// Whether all of it comes back. `tell` hears how far it is.
    pub(super) fn comes_back(
        &self,
        ground: &impl Ground,
        stopped: &AtomicBool,
        tell: &mut dyn FnMut(Step),
    ) -> Result<bool, Fault> {
        let all = self.written.iter().map(|(_, _, bytes)| bytes).sum();
        let step = |done, all| Step::Reading { done, all };
        let told = &mut Progress::new(all, step, tell);
        for (name, place, bytes) in &self.written {
            let Some(found) = ground.look(name).map_err(Trouble::reading)? else {
                return Ok(false);
            };
            let expected = Pattern::new(self.seed, *place, *bytes);
            let found = told.of(Stopping::new(found, stopped));
            if !same(found, expected).map_err(Trouble::reading)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes it all away.
    pub(super) fn remove(&self, ground: &impl Ground) -> Result<(), Fault> {
        let written = self.written.iter().map(|(name, ..)| name);
        for name in written.chain(&self.spaces) {
            ground.remove(name).map_err(Trouble::writing)?;
        }
        Ok(())
    }

    /// Whether the file system let them be placed.
    fn marks(
        &mut self,
        ground: &impl Ground,
        stopped: &AtomicBool,
        told: &mut Progress<'_>,
    ) -> Result<bool, Fault> {
        let Some(room) = ground.room().map_err(Trouble::reading)? else {
            return Ok(false);
        };
        let room = room.free.saturating_sub(SPARE);
        let (mut at, mut next) = (0, FIRST);
        while at + MARK <= room {
            self.put(ground, at, MARK, stopped, told)?;
            at += MARK;
            if at + MARK > room {
                break;
            }
            // The last mark stands at the end of the room.
            let until = next.min(room - MARK);
            match self.leave(ground, until.saturating_sub(at).max(1)) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(false),
                Err(error) if error.kind() == io::ErrorKind::StorageFull => break,
                Err(error) => return Err(Trouble::writing(error).into()),
            }
            at = until.max(at + 1);
            next *= 2;
        }
        Ok(true)
    }

    /// Takes so many bytes of room without writing them.
    fn leave(&mut self, ground: &impl Ground, bytes: u64) -> io::Result<()> {
        let mut left = bytes;
        while left > 0 {
            let piece = left.min(LONGEST);
            let space = format!("{NAME}{}.vide", self.spaces.len());
            // Where there is no room its name may be there all the same.
            self.spaces.push(space.clone());
            ground.reserve(&space, piece)?;
            left -= piece;
        }
        Ok(())
    }

    /// Writes `most` bytes, or as many as there is room for: what is then known of the stick.
    fn fill(
        &mut self,
        ground: &impl Ground,
        most: u64,
        stopped: &AtomicBool,
        told: &mut Progress<'_>,
    ) -> Result<Capacity, Fault> {
        let block = BLOCK as u64;
        let most = most.checked_next_multiple_of(block).unwrap_or(u64::MAX);
        let mut at = 0;
        while at < most {
            let Some(room) = ground.room().map_err(Trouble::reading)? else {
                return Ok(Capacity::WhatWasWritten);
            };
            let free = room.free.saturating_sub(SPARE);
            let bytes = free.min(PIECE).min(most - at) / block * block;
            if bytes == 0 {
                return Ok(Capacity::Whole);
            }
            self.put(ground, at, bytes, stopped, told)?;
            // Else the next one is planned with room that is spoken for.
            ground.settle().map_err(Trouble::writing)?;
            at += bytes;
        }
        Ok(Capacity::TwoVersions)
    }

    fn put(
        &mut self,
        ground: &impl Ground,
        place: u64,
        bytes: u64,
        stopped: &AtomicBool,
        told: &mut Progress<'_>,
    ) -> Result<(), Fault> {
        let name = format!("{NAME}{}.bin", self.written.len());
        let pattern = Pattern::new(self.seed, place, bytes);
        let mut pattern = told.of(Stopping::new(pattern, stopped));
        self.written.push((name.clone(), place, bytes));
        ground.put(&name, &mut pattern).map_err(Trouble::writing)?;
        Ok(())
    }
}

/// Bytes of a block of the pattern.
const BLOCK: usize = 4 << 10;

/// Bytes that are other ones at each place and each attempt.
struct Pattern {
    seed: Hash,
    place: u64,
    left: u64,
    block: Vec<u8>,
    read: usize,
}

impl Pattern {
    fn new(seed: Hash, place: u64, bytes: u64) -> Self {
        Self {
            seed,
            place,
            left: bytes,
            block: Vec::new(),
            read: 0,
        }
    }
}

impl Read for Pattern {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Ok(0);
        }
        if self.read == self.block.len() {
            let of_place = [&self.seed.0[..], &self.place.to_be_bytes()].concat();
            self.block = Hash::of(&of_place).0.repeat(BLOCK / 32);
            self.place += BLOCK as u64;
            self.read = 0;
        }
        let left = usize::try_from(self.left).unwrap_or(usize::MAX);
        let count = out.len().min(self.block.len() - self.read).min(left);
        out[..count].copy_from_slice(&self.block[self.read..self.read + count]);
        self.read += count;
        self.left -= count as u64;
        Ok(count)
    }
}

/// Whether two contents are the same to their ends.
fn same(mut found: impl Read, mut expected: impl Read) -> io::Result<bool> {
    let (mut a, mut b) = (vec![0; 64 << 10], vec![0; 64 << 10]);
    loop {
        let (read, wanted) = (fill(&mut found, &mut a)?, fill(&mut expected, &mut b)?);
        if a[..read] != b[..wanted] {
            return Ok(false);
        }
        if read == 0 {
            return Ok(true);
        }
    }
}

fn fill(content: &mut impl Read, piece: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < piece.len() {
        match content.read(&mut piece[filled..])? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_probe_wrote_is_one_of_it() {
        for name in ["essai-0.bin", "essai-12.vide"] {
            assert!(is_of_probe(name), "{name}");
        }
        for name in [
            "essai-lettre.odt",
            "essai-1.odt",
            "essai-.bin",
            "a/essai-0.bin",
        ] {
            assert!(!is_of_probe(name), "{name}");
        }
    }
}

//! Memory that the system does not write to its disk: pages locked once, handed out slot by slot,
//! wiped when they come back (ADR 0011).

use core::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use zeroize::Zeroize;

/// Bytes of a slot: no fixed secret is longer.
pub(crate) const SLOT: usize = 64;
/// Alignment of what is locked: the smallest page there is.
const PAGE: usize = 4_096;
/// Pages asked for at once. Some systems let a program lock 64 KiB in all.
const STEP: usize = 4;

/// Slots that nobody holds. Pages are never given back: there are as many as were needed at once.
static FREE: Mutex<Vec<&'static mut [u8; SLOT]>> = Mutex::new(Vec::new());
/// Whether the system has refused to lock a page.
static REFUSED: AtomicBool = AtomicBool::new(false);

/// Whether every secret so far lies in memory that the system keeps out of its swap.
///
/// Where it is false the system allows too little (`ulimit -l`): secrets are wiped all the same, and
/// the person is told.
#[must_use]
pub fn all_locked() -> bool {
    !REFUSED.load(Ordering::Relaxed)
}

/// Zeros to write a secret into, wiped when dropped.
pub(crate) struct Slot(&'static mut [u8]);

impl Slot {
    pub(crate) fn take() -> Self {
        let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        if free.is_empty() {
            free.extend(more());
        }
        match free.pop() {
            Some(slot) => Self(slot),
            None => unreachable!("pages hold slots"),
        }
    }

    pub(crate) fn first<const N: usize>(&self) -> &[u8; N] {
        const { assert!(N <= SLOT, "no secret is longer than its slot") };
        match self.0.first_chunk() {
            Some(bytes) => bytes,
            None => unreachable!("a slot has {SLOT} bytes"),
        }
    }

    pub(crate) fn first_mut<const N: usize>(&mut self) -> &mut [u8; N] {
        const { assert!(N <= SLOT, "no secret is longer than its slot") };
        match self.0.first_chunk_mut() {
            Some(bytes) => bytes,
            None => unreachable!("a slot has {SLOT} bytes"),
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.0.zeroize();
        if let Ok(slot) = core::mem::take(&mut self.0).try_into() {
            FREE.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(slot);
        }
    }
}

#[derive(Clone)]
#[repr(align(4096))]
struct Page([u8; PAGE]);

fn more() -> impl Iterator<Item = &'static mut [u8; SLOT]> {
    let pages = vec![Page([0; PAGE]); STEP].leak();
    match region::lock(pages.as_ptr(), size_of_val(pages)) {
        // For as long as the program lives.
        Ok(lock) => core::mem::forget(lock),
        Err(_) => REFUSED.store(true, Ordering::Relaxed),
    }
    pages
        .iter_mut()
        .flat_map(|page| page.0.as_chunks_mut::<SLOT>().0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_comes_back_wiped() {
        let mut slot = Slot::take();
        slot.first_mut::<32>().fill(7);
        let place = slot.0.as_ptr();
        drop(slot);
        let mut held = Vec::new();
        let again = loop {
            let slot = Slot::take();
            if slot.0.as_ptr() == place {
                break slot;
            }
            held.push(slot);
        };
        assert_eq!(again.first::<SLOT>(), &[0; SLOT]);
    }

    /// The system itself says how much of this process it keeps out of its swap.
    #[cfg(target_os = "linux")]
    #[test]
    fn the_system_says_that_it_is_locked() {
        let slots: Vec<Slot> = (0..200).map(|_| Slot::take()).collect();
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let line = status.lines().find(|l| l.starts_with("VmLck:")).unwrap();
        let kib: usize = line.split_whitespace().nth(1).unwrap().parse().unwrap();
        assert!(all_locked(), "ulimit -l allows too little");
        assert!(kib * 1_024 >= slots.len() * SLOT, "{line}");
    }
}

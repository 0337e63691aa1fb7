//! Primitives leave copies of keys on the stack, where nobody can name them: each call ends with zeros
//! written over the stack it used.

use core::hint::black_box;

/// More than ring uses.
const SHALLOW: usize = 16 << 10;
/// More than X-Wing and ristretto255 use, unoptimised.
const DEEP: usize = 128 << 10;

/// Runs `work`, then overwrites the stack below the caller.
pub(crate) fn swept<T>(work: impl FnOnce() -> T) -> T {
    over::<SHALLOW, T>(work)
}

/// The same where primitives go deep.
pub(crate) fn swept_deep<T>(work: impl FnOnce() -> T) -> T {
    over::<DEEP, T>(work)
}

fn over<const DEPTH: usize, T>(work: impl FnOnce() -> T) -> T {
    let out = apart(work);
    sweep::<DEPTH>();
    out
}

/// A frame of its own, so that it lies where [`sweep`] will write.
#[inline(never)]
fn apart<T>(work: impl FnOnce() -> T) -> T {
    work()
}

#[inline(never)]
fn sweep<const DEPTH: usize>() {
    // Somebody might look at it: so it is written.
    black_box(&mut [0u8; DEPTH]);
}

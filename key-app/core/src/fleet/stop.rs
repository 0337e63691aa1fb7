//! Stopping in the middle: what is read for a stick, or from it, ends there. What lies on the stick is then what a
//! pulled one has, and goes on later.

use std::{
    io::{self, Read},
    sync::atomic::{AtomicBool, Ordering},
};

/// Reads until somebody stops.
pub(super) struct Stopping<'a, R> {
    content: R,
    stopped: &'a AtomicBool,
}

impl<'a, R> Stopping<'a, R> {
    pub(super) fn new(content: R, stopped: &'a AtomicBool) -> Self {
        Self { content, stopped }
    }
}

impl<R: Read> Read for Stopping<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if is_stopped(self.stopped) {
            return Err(io::Error::other("it was stopped"));
        }
        self.content.read(into)
    }
}

pub(super) fn is_stopped(stopped: &AtomicBool) -> bool {
    stopped.load(Ordering::Acquire)
}

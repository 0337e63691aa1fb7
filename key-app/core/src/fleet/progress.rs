//! How far a stick is, told every few megabytes: whoever watches knows by it that the work goes on.

use super::Step;
use std::io::{self, Read};

/// Bytes after which it is told again. Even a slow stick takes them in seconds.
const EVERY: u64 = 4 << 20;

/// What is told of bytes, as they go.
pub(super) struct Progress<'a> {
    step: fn(u64, u64) -> Step,
    tell: &'a mut dyn FnMut(Step),
    all: u64,
    done: u64,
    told: u64,
}

/// Content that tells as it is read.
pub(super) struct Told<'p, 'a, R> {
    content: R,
    progress: &'p mut Progress<'a>,
}

impl<'a> Progress<'a> {
    /// Of `all` bytes. `step` makes what is told from those that are done and all.
    pub(super) fn new(all: u64, step: fn(u64, u64) -> Step, tell: &'a mut dyn FnMut(Step)) -> Self {
        Self {
            step,
            tell,
            all,
            done: 0,
            told: 0,
        }
    }

    /// Content whose bytes count.
    pub(super) fn of<R>(&mut self, content: R) -> Told<'_, 'a, R> {
        Told {
            content,
            progress: self,
        }
    }
}

impl<R: Read> Read for Told<'_, '_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.content.read(into)?;
        let progress = &mut *self.progress;
        progress.done += read as u64;
        if progress.done - progress.told >= EVERY {
            progress.told = progress.done;
            let step = (progress.step)(progress.done.min(progress.all), progress.all);
            (progress.tell)(step);
        }
        Ok(read)
    }
}

//! The only place that asks the machine for the time. Everywhere else time is an argument.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

/// Something that knows the time of day.
pub trait Clock: Send + Sync + 'static {
    /// Unix seconds.
    fn now(&self) -> u64;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct System;

impl Clock for System {
    fn now(&self) -> u64 {
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the clock that others take"
        )]
        let now = SystemTime::now();
        // A machine that believes it is before 1970 is at 1970: every signature is then too young.
        now.duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs())
    }
}

/// A clock that stands still until it is set: for tests and rehearsals.
#[derive(Debug, Default)]
pub struct Fixed(AtomicU64);

impl Fixed {
    /// A clock that shows `now`.
    #[must_use]
    pub fn at(now: u64) -> Self {
        Self(AtomicU64::new(now))
    }

    /// Sets it, forward or back.
    pub fn set(&self, now: u64) {
        self.0.store(now, Ordering::SeqCst);
    }

    /// Moves it forward.
    pub fn advance(&self, seconds: u64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for Fixed {
    fn now(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// Measures how long something took, for the log line of a request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts measuring.
    pub(crate) fn start() -> Self {
        #[expect(
            clippy::disallowed_methods,
            reason = "a duration for the log, no rule reads it"
        )]
        let now = Instant::now();
        Self(now)
    }

    /// How long it has been.
    pub(crate) fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, Fixed, System};

    #[test]
    fn a_fixed_clock_stands_still_until_it_is_moved() {
        let clock = Fixed::at(1_000);
        assert_eq!(clock.now(), 1_000);
        clock.advance(60);
        clock.set(clock.now() - 30);
        assert_eq!(clock.now(), 1_030);
    }

    #[test]
    fn the_system_clock_is_past_2020() {
        assert!(System.now() > 1_577_836_800);
    }
}

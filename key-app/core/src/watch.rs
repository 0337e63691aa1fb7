//! How long steps took. A measurement, never a decision: time is an argument.

use std::time::{Duration, Instant};

/// A stopwatch that is already running.
pub trait Watch: Send + Sync {
    /// Time since it was started.
    fn elapsed(&self) -> Duration;
}

/// The machine's monotonic clock.
#[derive(Debug)]
pub struct WallWatch(Instant);

impl WallWatch {
    /// Starts.
    #[must_use]
    pub fn start() -> Self {
        #[expect(
            clippy::disallowed_methods,
            reason = "the one place that reads this clock"
        )]
        Self(Instant::now())
    }
}

impl Watch for WallWatch {
    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

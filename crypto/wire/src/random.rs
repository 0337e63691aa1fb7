//! Randomness is an argument.

use ring::rand::{SecureRandom, SystemRandom};

/// A source of uniformly random bytes, handed in by whoever calls.
pub trait Random: Send {
    /// Fills `out` with random bytes.
    fn fill(&mut self, out: &mut [u8]);
}

/// A random array.
pub fn bytes<const N: usize>(random: &mut dyn Random) -> [u8; N] {
    let mut out = [0; N];
    random.fill(&mut out);
    out
}

/// The operating system's source.
#[derive(Debug, Clone)]
pub struct System(SystemRandom);

impl Default for System {
    fn default() -> Self {
        Self::new()
    }
}

impl System {
    /// Opens the operating system's source.
    #[must_use]
    pub fn new() -> Self {
        Self(SystemRandom::new())
    }
}

impl Random for System {
    fn fill(&mut self, out: &mut [u8]) {
        #[expect(
            clippy::expect_used,
            reason = "a system without randomness can keep no promise: stop"
        )]
        self.0
            .fill(out)
            .expect("the operating system gives randomness");
    }
}

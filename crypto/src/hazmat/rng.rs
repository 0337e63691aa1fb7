//! Our source of randomness in the two dialects the primitives speak.

use core::convert::Infallible;
use wire::Random;

/// `rand_core` 0.10, for HPKE and Shamir.
pub(super) struct Modern<'a>(pub(super) &'a mut dyn Random);

impl rand_core::TryRng for Modern<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(wire::random::bytes(self.0)))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(wire::random::bytes(self.0)))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(out);
        Ok(())
    }
}

impl rand_core::TryCryptoRng for Modern<'_> {}

/// `rand_core` 0.6, for the VOPRF.
pub(super) struct Older<'a>(pub(super) &'a mut dyn Random);

impl rand_core_06::RngCore for Older<'_> {
    fn next_u32(&mut self) -> u32 {
        u32::from_le_bytes(wire::random::bytes(self.0))
    }

    fn next_u64(&mut self) -> u64 {
        u64::from_le_bytes(wire::random::bytes(self.0))
    }

    fn fill_bytes(&mut self, out: &mut [u8]) {
        self.0.fill(out);
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), rand_core_06::Error> {
        self.0.fill(out);
        Ok(())
    }
}

impl rand_core_06::CryptoRng for Older<'_> {}

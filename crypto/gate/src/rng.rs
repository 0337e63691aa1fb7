//! [`wire::Random`] as the two generations of `rand_core` that the primitives ask for.

use core::convert::Infallible;
use wire::{Random, random};

/// For `voprf`, which speaks `rand_core` 0.6.
pub(crate) struct ForVoprf<'a>(pub(crate) &'a mut dyn Random);

impl rand_core_06::CryptoRng for ForVoprf<'_> {}

impl rand_core_06::RngCore for ForVoprf<'_> {
    fn next_u32(&mut self) -> u32 {
        u32::from_le_bytes(random::bytes(self.0))
    }

    fn next_u64(&mut self) -> u64 {
        u64::from_le_bytes(random::bytes(self.0))
    }

    fn fill_bytes(&mut self, out: &mut [u8]) {
        self.0.fill(out);
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), rand_core_06::Error> {
        self.0.fill(out);
        Ok(())
    }
}

/// For `hpke`, which speaks `rand_core` 0.10: whoever never fails is an `Rng` there.
pub(crate) struct ForHpke<'a>(pub(crate) &'a mut dyn Random);

impl rand_core::TryCryptoRng for ForHpke<'_> {}

impl rand_core::TryRng for ForHpke<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(random::bytes(self.0)))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(random::bytes(self.0)))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(out);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::Script;

    #[test]
    fn every_method_draws_from_the_source_handed_in() {
        use rand_core::Rng as _;
        use rand_core_06::RngCore as _;

        let mut source = Script::of(&[1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 3]);
        let mut old = ForVoprf(&mut source);
        assert_eq!((old.next_u32(), old.next_u64()), (1, 2));
        let mut byte = [0];
        old.fill_bytes(&mut byte);
        assert_eq!(byte, [3]);

        let mut source = Script::of(&[1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 3]);
        let mut new = ForHpke(&mut source);
        assert_eq!((new.next_u32(), new.next_u64()), (1, 2));
        new.fill_bytes(&mut byte);
        assert_eq!(byte, [3]);
    }
}

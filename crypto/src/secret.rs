//! How secrets are held: built in place in locked memory, wiped when dropped, never shown.

use crate::locked::Slot;
use wire::{Random, random};
use zeroize::Zeroizing;

/// Bytes that are wiped when dropped.
pub(crate) type Wiped = Zeroizing<Vec<u8>>;

/// Fixed-size secret bytes: no `Clone`, no `Deref`, no serialisation, a starred `Debug`.
pub(crate) struct Secret<const N: usize>(Slot);

impl<const N: usize> Secret<N> {
    pub(crate) fn random(random: &mut dyn Random) -> Self {
        let mut secret = Self::zeroed();
        random.fill(secret.0.first_mut::<N>());
        secret
    }

    /// Takes a copy of `bytes`; the caller's own is the caller's to wipe.
    pub(crate) fn from_bytes(bytes: &[u8; N]) -> Self {
        let mut secret = Self::zeroed();
        secret.0.first_mut::<N>().copy_from_slice(bytes);
        secret
    }

    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        <&[u8; N]>::try_from(bytes).ok().map(Self::from_bytes)
    }

    /// Lets `fill` write the secret where it will stay.
    pub(crate) fn build<E>(fill: impl FnOnce(&mut [u8; N]) -> Result<(), E>) -> Result<Self, E> {
        let mut secret = Self::zeroed();
        fill(secret.0.first_mut())?;
        Ok(secret)
    }

    pub(crate) fn expose(&self) -> &[u8; N] {
        self.0.first()
    }

    pub(crate) fn copied(&self) -> Self {
        Self::from_bytes(self.expose())
    }

    fn zeroed() -> Self {
        Self(Slot::take())
    }
}

impl<const N: usize> core::fmt::Debug for Secret<N> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("***")
    }
}

/// A fresh random identifier or salt: public, so a plain array.
pub(crate) fn fresh<const N: usize>(random: &mut dyn Random) -> [u8; N] {
    random::bytes(random)
}

/// One newtype for each role of 32-byte secret.
macro_rules! secret {
    ($(#[doc = $doc:literal])* $name:ident) => {
        $(#[doc = $doc])*
        #[derive(Debug)]
        pub struct $name(pub(crate) $crate::secret::Secret<32>);

        impl $name {
            /// A fresh random one.
            #[must_use]
            pub fn make(random: &mut dyn wire::Random) -> Self {
                Self($crate::secret::Secret::random(random))
            }

            #[allow(dead_code, reason = "not every role is read back from bytes")]
            pub(crate) fn from_slice(bytes: &[u8]) -> $crate::Result<Self> {
                $crate::secret::Secret::from_slice(bytes).map(Self).ok_or($crate::Opening::Damaged)
            }
        }
    };
}
pub(crate) use secret;

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn debug_is_starred() {
        assert_eq!(
            format!("{:?}", Secret::<4>::from_bytes(&[1, 2, 3, 4])),
            "***"
        );
    }
}

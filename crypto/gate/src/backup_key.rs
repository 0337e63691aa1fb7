//! The offline officer key that gate backups are sealed to.

use core::fmt;
use hpke::{Deserializable, Kem, Serializable, kem::XWing};
use wire::{Random, seal::KemPublic};
use zeroize::Zeroizing;

/// The private half of an offline officer's X-Wing key (KEM 0x647A): its 32-byte seed.
///
/// Lives offline. Wiped when dropped; boxed, so that moving it leaves no copy behind. It has neither
/// `Clone` nor `Serialize` nor `Deref`, and its `Debug` shows stars.
pub struct BackupPrivate(Box<Zeroizing<[u8; 32]>>);

impl BackupPrivate {
    /// Makes a fresh key.
    #[must_use]
    pub fn generate(random: &mut dyn Random) -> Self {
        let mut key = Self::empty();
        random.fill(&mut key.0[..]);
        key
    }

    /// Takes a key out of the structure's encrypted PKCS#8 file. Any 32 bytes are a key.
    #[must_use]
    pub fn from_bytes(seed: &[u8; 32]) -> Self {
        let mut key = Self::empty();
        key.0.copy_from_slice(seed);
        key
    }

    /// Shows the seed, for one purpose: writing the structure's encrypted PKCS#8 file.
    #[must_use]
    pub fn expose_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The public half, which gates seal to.
    #[must_use]
    pub fn public(&self) -> KemPublic {
        public_of(&self.for_hpke())
    }

    /// The key as `hpke` wants it; wiped by it when dropped.
    pub(crate) fn for_hpke(&self) -> <XWing as Kem>::PrivateKey {
        #[expect(
            clippy::expect_used,
            reason = "only the length is checked, and it is in the type"
        )]
        Deserializable::from_bytes(&self.0[..]).expect("an X-Wing seed is any 32 bytes")
    }

    fn empty() -> Self {
        Self(Box::new(Zeroizing::new([0; 32])))
    }
}

/// The public half of a key that is already expanded.
pub(crate) fn public_of(private: &<XWing as Kem>::PrivateKey) -> KemPublic {
    let mut out = [0; KemPublic::LEN];
    XWing::sk_to_pk(private).write_exact(&mut out);
    KemPublic(out)
}

impl fmt::Debug for BackupPrivate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BackupPrivate(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{Seeded, hex, unhex};

    /// Seeds and SHA-256 of public keys from draft-connolly-cfrg-xwing-kem, in crate x-wing 0.1.1
    /// `tests/test-vectors.json`.
    const X_WING: [(&str, &str); 3] = [
        (
            "7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26",
            "2e816deebcd76c5c80d0cd2d174478871658e8e2ff42bc9d4a6e486372e856bb",
        ),
        (
            "badfd6dfaac359a5efbb7bcc4b59d538df9a04302e10c8bc1cbf1a0b3a5120ea",
            "c42ba5f8430d7d2c83739338203819f090e8303ce9c8b02107c272bfa5376916",
        ),
        (
            "ef58538b8d23f87732ea63b02b4fa0f4873360e2841928cd60dd4cee8cc0d4c9",
            "6b080d6b84f095342092fa7a22423e58bd681397ad0ef00eac92bd254db4fa95",
        ),
    ];

    #[test]
    fn the_seed_is_the_x_wing_private_key() {
        for (seed, public) in X_WING {
            let key = BackupPrivate::from_bytes(&unhex(seed).try_into().unwrap());
            assert_eq!(key.public().fingerprint().to_hex(), public);
            assert_eq!(hex(key.expose_bytes()), seed);
        }
    }

    #[test]
    fn fresh_keys_differ_and_debug_shows_stars() {
        let mut random = Seeded(0);
        let (a, b) = (
            BackupPrivate::generate(&mut random),
            BackupPrivate::generate(&mut random),
        );
        assert_ne!(a.expose_bytes(), b.expose_bytes());
        assert_eq!(format!("{a:?}"), "BackupPrivate(***)");
    }
}

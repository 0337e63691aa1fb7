//! Ed25519 keys: possession (2), gate-success (6), lineage (7), author (15), suspend (17), root (19),
//! control (20).

use crate::{Opening, Result, hazmat::ed25519, secret::Secret};
use wire::{Message, Random, Realm, SigPublic, Signature, Signed};

/// A signing key, held as its 32-byte seed.
#[derive(Debug)]
pub struct SigningKey {
    seed: Secret<32>,
    public: SigPublic,
}

impl SigningKey {
    /// A fresh random one.
    #[must_use]
    pub fn make(random: &mut dyn Random) -> Self {
        Self::from_seed(Secret::random(random))
    }

    pub(crate) fn from_seed(seed: Secret<32>) -> Self {
        let public = ed25519::public(&seed);
        Self { seed, public }
    }

    pub(crate) fn from_slice(seed: &[u8]) -> Result<Self> {
        Secret::from_slice(seed)
            .map(Self::from_seed)
            .ok_or(Opening::Damaged)
    }

    pub(crate) fn seed(&self) -> &Secret<32> {
        &self.seed
    }

    /// The same key once more, for a session that outlives an envelope.
    #[must_use]
    pub fn copied(&self) -> Self {
        Self {
            seed: self.seed.copied(),
            public: self.public,
        }
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> SigPublic {
        self.public
    }

    /// Signs a message of one shape, in one realm.
    #[must_use]
    pub fn sign<T: Message>(&self, realm: Realm, message: &T) -> Signed<T> {
        Signed::sign_with(realm, message, |bytes| self.sign_bytes(bytes))
    }

    /// Signs bytes that start with a `ctx`; for shapes that bear two signatures.
    pub(crate) fn sign_bytes(&self, bytes: &[u8]) -> Signature {
        ed25519::sign(&self.seed, bytes)
    }
}

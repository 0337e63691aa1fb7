//! X-Wing keys: ceremony (10), slot_open and slot_admin (12), reader (16), card (24).

use crate::{
    Opening, Result,
    hazmat::kem,
    secret::{Secret, Wiped},
};
use wire::{
    Hash, Label, Part, Random, Realm, ctx,
    seal::{KemPublic, Sealed},
};

/// An X-Wing key, held as its raw 32-byte private key.
#[derive(Debug)]
pub struct KemKey {
    seed: Secret<32>,
    public: Box<KemPublic>,
}

impl KemKey {
    /// A fresh random one.
    #[must_use]
    pub fn make(random: &mut dyn Random) -> Self {
        Self::from_seed(Secret::random(random))
    }

    pub(crate) fn from_seed(seed: Secret<32>) -> Self {
        let public = Box::new(kem::public(&seed));
        Self { seed, public }
    }

    pub(crate) fn from_slice(seed: &[u8]) -> Result<Self> {
        Secret::from_slice(seed)
            .map(Self::from_seed)
            .ok_or(Opening::Damaged)
    }

    /// The same key once more: a reader key outlives its generation.
    #[must_use]
    pub fn copied(&self) -> Self {
        Self {
            seed: self.seed.copied(),
            public: self.public.clone(),
        }
    }

    pub(crate) fn seed(&self) -> &Secret<32> {
        &self.seed
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> KemPublic {
        *self.public
    }

    /// H of its public half.
    #[must_use]
    pub fn fingerprint(&self) -> Hash {
        self.public.fingerprint()
    }

    /// Opens what was sealed to this key for one purpose and place. `parts` name the place from
    /// verified state.
    pub(crate) fn open(
        &self,
        realm: Realm,
        label: Label,
        parts: &[Part<'_>],
        sealed: &Sealed,
    ) -> Result<Wiped> {
        let (info, aad) = binding(realm, label, &self.fingerprint(), parts);
        kem::open(&self.seed, &info, &aad, sealed)
    }
}

/// Seals to `recipient` for one purpose and place.
pub(crate) fn seal(
    recipient: &KemPublic,
    realm: Realm,
    label: Label,
    parts: &[Part<'_>],
    plaintext: &[u8],
    random: &mut dyn Random,
) -> Result<Sealed> {
    let (info, aad) = binding(realm, label, &recipient.fingerprint(), parts);
    kem::seal(recipient, &info, &aad, plaintext, random)
}

/// HPKE info names the recipient, AAD the place.
fn binding(realm: Realm, label: Label, recipient: &Hash, parts: &[Part<'_>]) -> (Vec<u8>, Vec<u8>) {
    (
        ctx(realm, label, &[Part::Bytes(&recipient.0)]),
        ctx(realm, label, parts),
    )
}

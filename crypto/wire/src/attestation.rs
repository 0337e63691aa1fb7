//! Who signs what people learnt, in the name of a structure. Its root says which keys, under which name, from when
//! until when; whoever is shown an attestation needs this and nothing else.

use crate::{
    CborError, Hash, Label, Message, Realm, SigPublic, Signed,
    structure::{RootChain, StructureError},
};
use minicbor::{Decode, Encode};

/// Longest name of a structure on an attestation, in characters.
pub const NAME: usize = 80;
/// Most keys that a structure names: one a year, for a long time.
pub const ATTESTERS: usize = 48;

/// One key that signs attestations.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Attester {
    /// The key.
    #[n(0)]
    pub key: SigPublic,
    /// The structure's name, as it stands on its attestations.
    #[n(1)]
    pub name: String,
    /// Unix seconds from which it counts.
    #[n(2)]
    pub not_before: u64,
    /// Unix seconds from which it no longer counts.
    #[n(3)]
    pub not_after: u64,
}

impl Attester {
    /// Whether it counts at that time.
    #[must_use]
    pub fn counts(&self, time: u64) -> bool {
        (self.not_before..self.not_after).contains(&time)
    }
}

/// Every key of a structure that signs attestations, or did, signed by its root. The newest list counts.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Attesters {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// The keys, the first one first.
    #[n(1)]
    pub attesters: Vec<Attester>,
}

impl Message for Attesters {
    const LABEL: Label = Label::SigAttesters;
    const MAX: usize = 24 << 10;
}

/// What a structure hands out to everybody who wants to verify its attestations.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Statement {
    /// From the first root to the current one.
    #[n(0)]
    pub roots: RootChain,
    /// Signed by the current root.
    #[n(1)]
    pub attesters: Signed<Attesters>,
}

impl Statement {
    /// The longest one, in bytes.
    pub const MAX: usize = Attesters::MAX + (2 << 10);

    /// Reads one.
    ///
    /// # Errors
    /// [`CborError`] where it is none.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CborError> {
        crate::decode_canonical(bytes, Self::MAX)
    }

    /// The fingerprint of the structure that it claims to be of: to be compared with what the structure says.
    #[must_use]
    pub fn structure(&self) -> Hash {
        self.roots.first.fingerprint()
    }

    /// The keys, if the structure with this fingerprint says so.
    ///
    /// # Errors
    /// [`StructureError`] where not.
    pub fn verify(&self, pinned: &Hash) -> Result<Attesters, StructureError> {
        let realm = self.attesters.claimed()?.realm;
        let root = self.roots.current(realm, pinned)?;
        let said = self.attesters.verify(realm, &root)?;
        let holds = said.attesters.len() <= ATTESTERS
            && said.attesters.iter().all(|one| is_name(&one.name));
        if holds {
            Ok(said)
        } else {
            Err(StructureError::Rule)
        }
    }
}

/// Whether a structure can be called that on an attestation: one line.
#[must_use]
pub fn is_name(name: &str) -> bool {
    name.trim() == name
        && !name.is_empty()
        && name.chars().count() <= NAME
        && !name.chars().any(char::is_control)
}

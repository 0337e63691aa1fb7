//! The header of a stick: what it believes of its portal, its gates and its structure.

use minicbor::{Decode, Encode};
use wire::{GateId, Hash, KeyId, Realm, encode, gate::Element, limits, suite::SUITE};

use crate::{Opening, Result};

/// What the mediator writes: all that is known before the stick has keys.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct HeaderDraft {
    /// Always 0x0001.
    #[n(0)]
    pub suite: u16,
    /// The realm.
    #[n(1)]
    pub realm: Realm,
    /// WebAuthn relying party id.
    #[n(2)]
    pub rp_id: String,
    /// WebAuthn origin.
    #[n(3)]
    pub origin: String,
    /// The gates.
    #[n(4)]
    pub gates: Vec<GateId>,
    /// How many of them open.
    #[n(5)]
    pub threshold: u8,
    /// Fingerprint of the structure's first root.
    #[n(6)]
    pub structure: Hash,
}

/// A gate and the public half of the VOPRF key it keeps for this stick.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct GateKey {
    /// The gate.
    #[n(0)]
    pub gate: GateId,
    /// Its key for this stick.
    #[n(1)]
    pub public: Element,
}

/// The static header of an enrolled stick. Every derivation takes its hash in: a header edited by
/// anyone makes opening fail.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Header {
    /// Always 0x0001.
    #[n(0)]
    pub suite: u16,
    /// The realm.
    #[n(1)]
    pub realm: Realm,
    /// This enrolment.
    #[n(2)]
    pub key_id: KeyId,
    /// WebAuthn relying party id.
    #[n(3)]
    pub rp_id: String,
    /// WebAuthn origin.
    #[n(4)]
    pub origin: String,
    /// The gates; a share's x is its gate's position from 1.
    #[n(5)]
    pub gates: Vec<GateKey>,
    /// How many of them open.
    #[n(6)]
    pub threshold: u8,
    /// Fingerprint of the structure's first root.
    #[n(7)]
    pub structure: Hash,
}

impl HeaderDraft {
    /// The header, once gates have given their keys, in the draft's order.
    ///
    /// # Errors
    /// [`Opening::Damaged`] where the keys are not one for each gate, or the draft breaks a rule.
    pub fn complete(&self, key_id: KeyId, keys: &[Element]) -> Result<Header> {
        if keys.len() != self.gates.len() || !keys.iter().all(crate::hazmat::oprf::is_element) {
            return Err(Opening::Damaged);
        }
        let header = Header {
            suite: self.suite,
            realm: self.realm,
            key_id,
            rp_id: self.rp_id.clone(),
            origin: self.origin.clone(),
            gates: self
                .gates
                .iter()
                .zip(keys)
                .map(|(gate, public)| GateKey {
                    gate: *gate,
                    public: *public,
                })
                .collect(),
            threshold: self.threshold,
            structure: self.structure,
        };
        header.checked()
    }

    pub(crate) fn checked(self) -> Result<Self> {
        check(self.suite, self.gates.iter(), self.threshold)?;
        Ok(self)
    }
}

impl Header {
    /// H(header_static).
    #[must_use]
    pub fn hash(&self) -> Hash {
        Hash::of(&encode(self))
    }

    /// The draft it came from, for a renewal.
    #[must_use]
    pub fn draft(&self) -> HeaderDraft {
        HeaderDraft {
            suite: self.suite,
            realm: self.realm,
            rp_id: self.rp_id.clone(),
            origin: self.origin.clone(),
            gates: self.gates.iter().map(|g| g.gate).collect(),
            threshold: self.threshold,
            structure: self.structure,
        }
    }

    pub(crate) fn checked(self) -> Result<Self> {
        check(
            self.suite,
            self.gates.iter().map(|g| &g.gate),
            self.threshold,
        )?;
        Ok(self)
    }
}

/// One suite; between one and five different gates; no more needed than there are.
fn check<'g>(suite: u16, gates: impl Iterator<Item = &'g GateId>, threshold: u8) -> Result<()> {
    let gates: Vec<_> = gates.collect();
    let different: std::collections::BTreeSet<_> = gates.iter().collect();
    let fits = suite == SUITE
        && (1..=limits::GATES).contains(&gates.len())
        && different.len() == gates.len()
        && (1..=gates.len()).contains(&usize::from(threshold));
    if fits { Ok(()) } else { Err(Opening::Damaged) }
}

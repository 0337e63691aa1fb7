//! What a structure signs: its officers, where its portal is, and the right to enrol one stick.

use crate::{
    CborError, GateId, Hash, Label, Message, Realm, SigPublic, Signed, VoucherId, sign::SignedError,
};
use minicbor::{Decode, Encode};

/// Name of the file by which a folder of vouchers says that they are for practice: the [`SignedLocator`] of their
/// structure.
pub const PRACTICE_LOCATOR: &str = "practice-locator";

/// How the app knows the portal's TLS certificate.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Trust {
    /// By the certificate authorities of the computer.
    #[n(0)]
    WebPki,
    /// By the structure's own authority: SHA-256 of its DER certificate, sent in the chain.
    #[n(1)]
    Authority(#[n(0)] Hash),
}

/// Where one gate answers.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct GateAddress {
    /// The gate.
    #[n(0)]
    pub gate: GateId,
    /// Its https base address.
    #[n(1)]
    pub address: String,
}

/// Where the portal and the gates answer. Signed by the structure root; a newer one has a larger
/// `seq`.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Locator {
    /// The realm it serves.
    #[n(0)]
    pub realm: Realm,
    /// Grows with each new locator.
    #[n(1)]
    pub seq: u64,
    /// WebAuthn relying party id.
    #[n(2)]
    pub rp_id: String,
    /// WebAuthn origin.
    #[n(3)]
    pub origin: String,
    /// Https base addresses of the portal, tried in order.
    #[n(4)]
    pub portals: Vec<String>,
    /// The gates.
    #[n(5)]
    pub gates: Vec<GateAddress>,
    /// How their certificates are known.
    #[n(6)]
    pub trust: Trust,
}

impl Message for Locator {
    const LABEL: Label = Label::SigLocator;
    const MAX: usize = 1_024;
}

/// The root that follows, signed by the root before it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Successor {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// The next root.
    #[n(1)]
    pub next: SigPublic,
}

impl Message for Successor {
    const LABEL: Label = Label::SigSuccessor;
    const MAX: usize = 64;
}

/// The first root and those that followed: whoever holds the first one's fingerprint finds the
/// current one.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct RootChain {
    /// The first root.
    #[n(0)]
    pub first: SigPublic,
    /// Each signed by the one before.
    #[n(1)]
    pub successors: Vec<Signed<Successor>>,
}

impl RootChain {
    /// Whether this chain has every root of the one before it: a root that was followed signs nothing more.
    #[must_use]
    pub fn continues(&self, before: &Self) -> bool {
        self.first == before.first && self.successors.starts_with(&before.successors)
    }

    /// The current root, if the chain starts at `pinned` and every step is signed.
    ///
    /// # Errors
    /// [`StructureError`] where it does not or is not.
    pub fn current(&self, realm: Realm, pinned: &Hash) -> Result<SigPublic, StructureError> {
        if self.first.fingerprint() != *pinned {
            return Err(StructureError::OtherRoot);
        }
        self.successors.iter().try_fold(self.first, |root, step| {
            let step = step.verify(realm, &root)?;
            if step.realm == realm {
                Ok(step.next)
            } else {
                Err(StructureError::WrongRealm)
            }
        })
    }
}

/// A locator with the chain that lets a stick check it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SignedLocator {
    /// From the pinned root to the current one.
    #[n(0)]
    pub roots: RootChain,
    /// Signed by the current root.
    #[n(1)]
    pub locator: Signed<Locator>,
}

impl SignedLocator {
    /// The longest one, in bytes.
    pub const MAX: usize = 2_048;

    /// The locator, if it comes from the structure whose root fingerprint is `pinned`.
    ///
    /// # Errors
    /// [`StructureError`] where it does not.
    pub fn verify(&self, realm: Realm, pinned: &Hash) -> Result<Locator, StructureError> {
        let locator = self
            .locator
            .verify(realm, &self.roots.current(realm, pinned)?)?;
        if locator.realm == realm {
            Ok(locator)
        } else {
            Err(StructureError::WrongRealm)
        }
    }
}

/// An officer of the structure, signed by its root for a year.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Officer {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// The officer's key.
    #[n(1)]
    pub key: SigPublic,
    /// Unix seconds from which it counts.
    #[n(2)]
    pub not_before: u64,
    /// Unix seconds from which it no longer counts.
    #[n(3)]
    pub not_after: u64,
}

impl Message for Officer {
    const LABEL: Label = Label::SigOfficer;
    const MAX: usize = 96;
}

/// What a voucher lets its stick become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum VoucherKind {
    /// The first stick of a new space.
    #[n(0)]
    Account,
    /// One more stick of a space.
    #[n(1)]
    Slot,
    /// The new stick of a recovery.
    #[n(2)]
    Recovery,
}

/// A one-use right to enrol one stick, signed by an officer.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Voucher {
    /// Its identifier.
    #[n(0)]
    pub id: VoucherId,
    /// The realm.
    #[n(1)]
    pub realm: Realm,
    /// What it allows.
    #[n(2)]
    pub kind: VoucherKind,
    /// The gates it allows.
    #[n(3)]
    pub gates: Vec<GateId>,
    /// Unix seconds from which it no longer counts.
    #[n(4)]
    pub expires: u64,
}

impl Message for Voucher {
    const LABEL: Label = Label::SigVoucher;
    const MAX: usize = 160;
}

/// A voucher with the certificate of the officer who signed it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SignedVoucher {
    /// Signed by the structure root.
    #[n(0)]
    pub officer: Signed<Officer>,
    /// Signed by the officer.
    #[n(1)]
    pub voucher: Signed<Voucher>,
}

impl SignedVoucher {
    /// The longest one, in bytes.
    pub const MAX: usize = 512;

    /// The voucher, if an officer of the structure signed it and both still count at `now`.
    ///
    /// # Errors
    /// [`StructureError`] where one does not.
    pub fn verify(
        &self,
        realm: Realm,
        root: &SigPublic,
        now: u64,
    ) -> Result<Voucher, StructureError> {
        let officer = self.officer.verify(realm, root)?;
        let voucher = self.voucher.verify(realm, &officer.key)?;
        if officer.realm != realm || voucher.realm != realm {
            return Err(StructureError::WrongRealm);
        }
        if now < officer.not_before || now >= officer.not_after || now >= voucher.expires {
            return Err(StructureError::Expired);
        }
        Ok(voucher)
    }
}

/// Why something a structure signed is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StructureError {
    /// It comes from another structure than the one pinned.
    #[error("this comes from another structure")]
    OtherRoot,
    /// The signature or the shape is wrong.
    #[error("the structure's signature does not fit")]
    Signature,
    /// It belongs to the other realm.
    #[error("this belongs to the other realm: practice and production never meet")]
    WrongRealm,
    /// It no longer counts, or not yet.
    #[error("this has expired, or a clock is wrong")]
    Expired,
    /// It is signed, and breaks a rule of its shape.
    #[error("what the structure says breaks a rule")]
    Rule,
}

impl From<SignedError> for StructureError {
    fn from(_: SignedError) -> Self {
        Self::Signature
    }
}

impl From<CborError> for StructureError {
    fn from(_: CborError) -> Self {
        Self::Signature
    }
}

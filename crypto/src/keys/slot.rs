//! K_open and K_adm (11), slot_open and slot_admin (12), the anchor's base (13).

use super::{KemKey, derive};
use crate::{
    hazmat::hkdf,
    secret::{Secret, secret},
    stick::LocalHeadKey,
};
use wire::{Hash, Label, Part, Realm, ctx, encode, slot::SlotHeader};

secret!(
    /// One output of the WebAuthn PRF extension.
    PrfOutput
);

secret!(
    /// Base of the anchor's keys.
    AnchorBase
);

/// Everyday half of a slot.
#[derive(Debug)]
pub struct SlotOpen {
    /// Opens the seal of AK_open.
    pub kem: KemKey,
    /// Seals this stick's anchor.
    pub anchor: AnchorBase,
    /// Seals the pins of a security key, which has no envelope to keep a key for them in.
    pub local_head: LocalHeadKey,
}

/// Administration's half of a slot.
#[derive(Debug)]
pub struct SlotAdmin {
    /// Opens the seal of AK_admin.
    pub kem: KemKey,
}

/// PRF input of every day.
#[must_use]
pub fn prf_open_input(realm: Realm) -> Vec<u8> {
    ctx(realm, Label::PrfOpen, &[])
}

/// PRF input after the code was asked again.
#[must_use]
pub fn prf_admin_input(realm: Realm) -> Vec<u8> {
    ctx(realm, Label::PrfAdmin, &[])
}

impl PrfOutput {
    /// Takes an output out of the authenticator's answer, which the caller wipes.
    ///
    /// # Errors
    /// [`crate::Opening::Damaged`] where it has not 32 bytes.
    pub fn take(bytes: &[u8]) -> crate::Result<Self> {
        Self::from_slice(bytes)
    }

    /// The same output once more: a commit that is built again needs it again.
    #[must_use]
    pub fn copied(&self) -> Self {
        Self(self.0.copied())
    }
}

impl SlotOpen {
    /// From the PRF's `first` output.
    #[must_use]
    pub fn derive(header: &SlotHeader, first: PrfOutput) -> Self {
        let k_open = base(header, &first, Label::SlotOpen);
        Self {
            kem: KemKey::from_seed(derive(&k_open, header.realm, Label::SlotOpenKem, &[])),
            anchor: AnchorBase(derive(&k_open, header.realm, Label::AnchorBase, &[])),
            local_head: LocalHeadKey(derive(&k_open, header.realm, Label::SecurityKeyHead, &[])),
        }
    }
}

impl SlotAdmin {
    /// From the PRF's `second` output.
    #[must_use]
    pub fn derive(header: &SlotHeader, second: PrfOutput) -> Self {
        let k_adm = base(header, &second, Label::SlotAdmin);
        Self {
            kem: KemKey::from_seed(derive(&k_adm, header.realm, Label::SlotAdminKem, &[])),
        }
    }
}

fn base(header: &SlotHeader, prf: &PrfOutput, label: Label) -> Secret<32> {
    let info = ctx(
        header.realm,
        label,
        &[Part::Bytes(&Hash::of(&encode(header)).0)],
    );
    hkdf::derive(&header.salt.0, prf.0.expose(), &info)
}

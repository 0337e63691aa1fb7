//! Slots: the places where a stick opens an account.

use crate::{
    AccountId, GateId, Hash, KeyId, Label, Message, Realm, SlotId, ids::bytes_newtype, seal::Sealed,
};
use minicbor::{Decode, Encode};

bytes_newtype!(
    /// Salt of a slot, fresh when the slot is made.
    SlotSalt, 32
);

/// What a slot's keys are bound to. Its hash stands in their derivation (protocol section 5).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SlotHeader {
    /// Always 0x0001.
    #[n(0)]
    pub suite: u16,
    /// The realm.
    #[n(1)]
    pub realm: Realm,
    /// The account.
    #[n(2)]
    pub account: AccountId,
    /// The slot.
    #[n(3)]
    pub slot: SlotId,
    /// WebAuthn credential id.
    #[n(4)]
    #[cbor(with = "minicbor::bytes")]
    pub credential: Vec<u8>,
    /// WebAuthn relying party id.
    #[n(5)]
    pub rp_id: String,
    /// Salt of the slot's keys.
    #[n(6)]
    pub salt: SlotSalt,
}

/// The account's keys sealed to one slot, root-signed. Its hash stands in `add_slot` or `rekey`.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SlotSeals {
    /// The account.
    #[n(0)]
    pub account: AccountId,
    /// The slot.
    #[n(1)]
    pub slot: SlotId,
    /// Generation of the keys inside.
    #[n(2)]
    pub generation: u32,
    /// Fingerprint of slot_open.
    #[n(3)]
    pub open_to: Hash,
    /// AK_open ‖ root public key, to slot_open.
    #[n(4)]
    pub open: Sealed,
    /// Fingerprint of slot_admin.
    #[n(5)]
    pub admin_to: Hash,
    /// AK_admin ‖ root public key, to slot_admin.
    #[n(6)]
    pub admin: Sealed,
}

impl Message for SlotSeals {
    const LABEL: Label = Label::SigSeals;
    const MAX: usize = 3_072;
}

/// Which gate keys belong to a slot, for the owner's eyes: sealed to the reader key in `add_slot`,
/// so that a lost stick can be destroyed at its gates.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SlotKeys {
    /// The stick's enrolment.
    #[n(0)]
    pub key_id: KeyId,
    /// Its gates.
    #[n(1)]
    pub gates: Vec<GateId>,
}

/// Anchor as kept by the portal: a fresh salt and a ciphertext of fixed length.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SealedAnchor {
    /// Salt of this writing.
    #[n(0)]
    pub salt: Hash,
    /// AEAD over the padded anchor.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub ciphertext: Vec<u8>,
}

impl SealedAnchor {
    /// The longest one, in bytes.
    pub const MAX: usize = 4_096 + 128;
}

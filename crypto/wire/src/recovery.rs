//! The recovery policy and package as they travel (protocol section 8).

use crate::{
    AccountId, Hash, Label, Message, Part, Realm, cbor,
    ctx::ctx,
    seal::{KemPublic, Sealed},
};
use minicbor::{Decode, Encode};

/// One person or office that keeps a share.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Holder {
    /// The holder's account.
    #[n(0)]
    pub account: AccountId,
    /// Fingerprint of the holder's author key.
    #[n(1)]
    pub author: Hash,
    /// Fingerprint of the holder's reader key, to which the payload is sealed.
    #[n(2)]
    pub reader: Hash,
    /// Fingerprint of the holder's structure root.
    #[n(3)]
    pub structure: Hash,
}

/// Who can help to open the space again. Stands in the log, root-signed.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Policy {
    /// How many shares rebuild RK.
    #[n(0)]
    pub threshold: u8,
    /// The holders, share 1 first.
    #[n(1)]
    pub holders: Vec<Holder>,
    /// X-Wing key derived from the printed card's code; it holds the last share.
    #[n(2)]
    pub card: KemPublic,
    /// H(ctx("recovery-share", salt, share)) of each share, in share order.
    #[n(3)]
    pub shares: Vec<Hash>,
    /// HKDF(RK, ctx("recovery-commit")).
    #[n(4)]
    pub commitment: Hash,
    /// Lookup tag made from the card's code.
    #[n(5)]
    pub card_tag: Hash,
    /// H of each holder's payload in their order, then the card's.
    #[n(6)]
    pub payloads: Vec<Hash>,
}

impl Policy {
    /// H(ctx("recovery-policy", policy)): what package and ceremonies are bound to.
    #[must_use]
    pub fn hash(&self, realm: Realm) -> Hash {
        let body = cbor::encode(self);
        Hash::of(&ctx(realm, Label::RecoveryPolicy, &[Part::Bytes(&body)]))
    }
}

/// The account keys under RK, root-signed.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Package {
    /// The account.
    #[n(0)]
    pub account: AccountId,
    /// Generation of the keys inside.
    #[n(1)]
    pub generation: u32,
    /// The policy it belongs to.
    #[n(2)]
    pub policy: Hash,
    /// AEAD over AK_open ‖ AK_admin.
    #[n(3)]
    #[cbor(with = "minicbor::bytes")]
    pub ciphertext: Vec<u8>,
}

impl Message for Package {
    const LABEL: Label = Label::SigPackage;
    const MAX: usize = 256;
}

/// A holder's payload: share, salt, suspend key, heads and label, sealed.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Payload {
    /// Fingerprint of the key it is sealed to.
    #[n(0)]
    pub recipient: Hash,
    /// The sealed payload.
    #[n(1)]
    pub sealed: Sealed,
}

impl Payload {
    /// The longest one, in bytes.
    pub const MAX: usize = 4_096;
}

//! A share on its way: out of a holder's payload, to the key of one ceremony, and back into a package.
//! Whoever hands a share over sees that share alone.

use super::{PAYLOAD, PayloadShape, Share, open_shape, share_hash};
use crate::{
    Opening, Result,
    keys::{KemKey, SigningKey, seal},
    secret::Secret,
    space::pad,
    stick::Heads,
};
use minicbor::{Decode, Encode, bytes::ByteVec};
use wire::{
    AccountId, Hash, Label, Part, Random, Realm,
    ceremony::CeremonyRecord,
    recovery::{Payload, Policy},
    seal::Sealed,
};
use zeroize::{Zeroize, Zeroizing};

/// What a holder keeps for somebody, open.
pub struct HeldShare(PayloadShape);

#[derive(Encode, Decode)]
#[cbor(array)]
struct HandedShape {
    #[n(0)]
    position: u8,
    #[n(1)]
    share: ByteVec,
    #[n(2)]
    salt: Hash,
    #[n(3)]
    heads: Heads,
    #[n(4)]
    label: String,
}

impl Drop for HandedShape {
    fn drop(&mut self) {
        self.share.zeroize();
    }
}

impl HeldShare {
    /// Opens a holder's own payload, and checks its share against the policy.
    ///
    /// # Errors
    /// [`Opening::Refused`] where the share is not the one the policy promises.
    pub fn open(
        realm: Realm,
        account: &AccountId,
        policy: &Policy,
        payload: &Payload,
        key: &KemKey,
    ) -> Result<Self> {
        open_shape(realm, account, policy, payload, key).map(Self)
    }

    /// What the owner wanted to be called.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.0.label
    }

    /// Freezes and lifts the owner's sticks.
    ///
    /// # Errors
    /// [`Opening::Damaged`] where there is no such key inside.
    pub fn suspend(&self) -> Result<SigningKey> {
        SigningKey::from_slice(&self.0.suspend)
    }

    /// Seals the share to the ceremony's key, bound to the record.
    ///
    /// # Errors
    /// [`Opening::Damaged`] where the ceremony's key is no X-Wing key.
    pub fn hand_over(&self, record: &CeremonyRecord, random: &mut dyn Random) -> Result<Sealed> {
        let shape = HandedShape {
            position: self.0.position,
            share: self.0.share.clone(),
            salt: self.0.salt,
            heads: self.0.heads.clone(),
            label: self.0.label.clone(),
        };
        let plain = pad::frame(&Zeroizing::new(wire::encode(&shape)), PAYLOAD)?;
        let hash = record.hash();
        let parts = place(record, &hash);
        let (key, realm) = (&record.key, record.realm);
        seal(key, realm, Label::SealCeremony, &parts, &plain, random)
    }
}

impl core::fmt::Debug for HeldShare {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("HeldShare(***)")
    }
}

/// Opens a share that a holder handed over. The holder at `position` from 0 must have sent their own:
/// another one, or one that was changed, is refused by name.
///
/// # Errors
/// [`Opening::Refused`] where it is not the share that the policy promises.
pub fn open_handed(
    record: &CeremonyRecord,
    policy: &Policy,
    position: usize,
    sealed: &Sealed,
    key: &KemKey,
) -> Result<Share> {
    let hash = record.hash();
    let parts = place(record, &hash);
    let plain = key.open(record.realm, Label::SealCeremony, &parts, sealed)?;
    let shape: HandedShape = wire::decode_canonical(pad::unframe(&plain)?, PAYLOAD)?;
    let value = Secret::from_slice(&shape.share).ok_or(Opening::Damaged)?;
    let promised = policy.shares.get(position);
    let is_promised = promised == Some(&share_hash(record.realm, &shape.salt, &value))
        && usize::from(shape.position) == position + 1;
    if !is_promised {
        return Err(Opening::Refused);
    }
    Ok(Share {
        position: shape.position,
        value,
        heads: shape.heads.clone(),
        label: shape.label.clone(),
    })
}

/// The suspend key in what is sealed to a card: all that freezing needs. Its share stays where it is.
///
/// # Errors
/// [`Opening::Refused`] where it was not sealed to this card for this account.
pub fn open_card_suspend(
    realm: Realm,
    account: &AccountId,
    payload: &Payload,
    key: &KemKey,
) -> Result<SigningKey> {
    if payload.recipient != key.fingerprint() {
        return Err(Opening::Refused);
    }
    let parts = [Part::Bytes(&account.0)];
    let plain = key.open(realm, Label::SealShare, &parts, &payload.sealed)?;
    let shape: PayloadShape = wire::decode_canonical(pad::unframe(&plain)?, PAYLOAD)?;
    SigningKey::from_slice(&shape.suspend)
}

fn place<'r>(record: &'r CeremonyRecord, hash: &'r Hash) -> [Part<'r>; 3] {
    [
        Part::Bytes(&record.account.0),
        Part::Bytes(&record.ceremony.0),
        Part::Bytes(&hash.0),
    ]
}

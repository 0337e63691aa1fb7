//! The owner's own list of holders: policies name fingerprints, and a new policy needs the keys.

use crate::{
    Opening, Result,
    keys::{KemKey, OpenKeys, seal},
    space::pad,
};
use minicbor::{Decode, Encode};
use wire::{
    AccountId, Label, Part, Random, Realm, SigPublic, Signed, ceremony, helper::Role,
    recovery::Policy, seal::KemPublic,
};

/// Bytes of plaintext.
const SIZE: usize = 4_096;

/// A holder as the owner knows them.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Named {
    /// The name in their certificate.
    #[n(0)]
    pub name: String,
    /// In what quality they help.
    #[n(1)]
    pub role: Role,
    /// Their reader key, whose fingerprint the policy names.
    #[n(2)]
    pub reader: KemPublic,
}

/// The list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Roll {
    /// What holders call the owner.
    #[n(0)]
    pub label: String,
    /// In the policy's order.
    #[n(1)]
    pub holders: Vec<Named>,
}

impl Roll {
    /// Seals the list to its owner, for one policy.
    ///
    /// # Errors
    /// [`Opening::TooLarge`] where names are too long.
    pub fn seal(
        &self,
        realm: Realm,
        account: AccountId,
        policy: &Policy,
        keys: &OpenKeys,
        random: &mut dyn Random,
    ) -> Result<Signed<ceremony::Roll>> {
        let hash = policy.hash(realm);
        let parts = [Part::Bytes(&account.0), Part::Bytes(&hash.0)];
        let plain = pad::frame(&wire::encode(self), SIZE)?;
        let reader = keys.reader.public();
        let sealed = seal(&reader, realm, Label::SealRoll, &parts, &plain, random)?;
        let roll = ceremony::Roll {
            account,
            policy: hash,
            sealed,
        };
        Ok(keys.author.sign(realm, &roll))
    }

    /// Opens the list of a policy. Each key is the one whose fingerprint the policy names.
    ///
    /// # Errors
    /// [`Opening`] where it is not this policy's.
    pub fn open(
        signed: &Signed<ceremony::Roll>,
        realm: Realm,
        account: &AccountId,
        policy: &Policy,
        reader: &KemKey,
        author: &SigPublic,
    ) -> Result<Self> {
        let roll = signed.verify(realm, author)?;
        let hash = policy.hash(realm);
        if roll.account != *account || roll.policy != hash {
            return Err(Opening::Refused);
        }
        let parts = [Part::Bytes(&account.0), Part::Bytes(&hash.0)];
        let plain = reader.open(realm, Label::SealRoll, &parts, &roll.sealed)?;
        let list: Self = wire::decode_canonical(pad::unframe(&plain)?, SIZE)?;
        let named = list.holders.iter().map(|named| named.reader.fingerprint());
        if named.eq(policy.holders.iter().map(|holder| holder.reader)) {
            Ok(list)
        } else {
            Err(Opening::Refused)
        }
    }
}

//! A slot's anchor: what its own stick last saw, kept by a portal that cannot forge it (A26).

use super::pad;
use crate::{
    Result,
    hazmat::{aead, hkdf},
    keys::AnchorBase,
    secret::{Secret, fresh},
    stick::Heads,
};
use wire::{AccountId, Hash, Label, Part, Random, Realm, SlotId, ctx, slot::SealedAnchor};

/// Bytes of plaintext in an anchor.
const PLAINTEXT: usize = 4_096 - aead::TAG;

/// Where an anchor belongs, and how it is sealed and opened.
#[derive(Debug, Clone, Copy)]
pub struct Anchor {
    /// The realm.
    pub realm: Realm,
    /// The account.
    pub account: AccountId,
    /// The slot.
    pub slot: SlotId,
}

impl Anchor {
    /// Seals heads under a fresh salt.
    ///
    /// # Errors
    /// [`crate::Opening::TooLarge`] where the heads do not fit.
    pub fn seal(
        &self,
        base: &AnchorBase,
        heads: &Heads,
        random: &mut dyn Random,
    ) -> Result<SealedAnchor> {
        let salt = Hash(fresh(random));
        let plaintext = pad::frame(&wire::encode(heads), PLAINTEXT)?;
        let ciphertext = aead::seal_once(
            &self.key(base, &salt),
            &self.bound(Label::AnchorAad),
            plaintext,
        )?;
        Ok(SealedAnchor { salt, ciphertext })
    }

    /// Opens an anchor.
    ///
    /// # Errors
    /// [`crate::Opening`] where it is not this slot's own.
    pub fn open(&self, base: &AnchorBase, sealed: &SealedAnchor) -> Result<Heads> {
        let key = self.key(base, &sealed.salt);
        let plain = aead::open_once(&key, &self.bound(Label::AnchorAad), &sealed.ciphertext)?;
        Ok(wire::decode_canonical(pad::unframe(&plain)?, PLAINTEXT)?)
    }

    fn key(&self, base: &AnchorBase, salt: &Hash) -> Secret<32> {
        hkdf::derive(&salt.0, base.0.expose(), &self.bound(Label::Anchor))
    }

    fn bound(&self, label: Label) -> Vec<u8> {
        ctx(
            self.realm,
            label,
            &[Part::Bytes(&self.account.0), Part::Bytes(&self.slot.0)],
        )
    }
}

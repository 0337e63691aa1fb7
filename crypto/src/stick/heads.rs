//! Pinned heads, and the file `repere.bin` that keeps them between openings.

use crate::{
    Opening, Result,
    hazmat::{aead, hkdf},
    secret::{fresh, secret},
    space::pad,
};
use minicbor::{Decode, Encode};
use std::collections::BTreeMap;
use wire::{
    Hash, Label, Random, Realm, SigPublic, ctx,
    folder::Folder,
    log::Head,
    mandate::{Chain, ChainHead},
};

/// Bytes of a copy, always.
pub const SIZE: usize = 8 << 10;
const MAGIC: &[u8; 8] = b"MDREP\0\0\x01";
const SALT: usize = 32;
const PLAINTEXT: usize = SIZE - MAGIC.len() - SALT - aead::TAG;

secret!(
    /// Seals repere.bin (9). Random once, copied at renewal.
    LocalHeadKey
);

/// One folder as last seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct FolderHead {
    /// Epoch.
    #[n(0)]
    pub epoch: u32,
    /// Sequence number of the manifest.
    #[n(1)]
    pub seq: u64,
    /// H of its signed header.
    #[n(2)]
    pub hash: Hash,
}

/// What was last seen of a space. A pin only moves forward.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Heads {
    /// First root key: who the account is.
    #[n(0)]
    pub first_root: SigPublic,
    /// Log.
    #[n(1)]
    pub log: Head,
    /// Generation.
    #[n(2)]
    pub generation: u32,
    /// Folders.
    #[n(3)]
    pub folders: BTreeMap<Folder, FolderHead>,
    /// Chains of the journal, from the first entry that was seen on. None before: a stick that never saw
    /// one writes what it always wrote.
    #[n(4)]
    pub chains: Option<BTreeMap<Chain, ChainHead>>,
}

impl Heads {
    /// Whether `newer` keeps everything this one saw; equal counts.
    ///
    /// # Errors
    /// [`Opening::RolledBack`] where something went back, or changed without moving on.
    pub fn allows(&self, newer: &Heads) -> Result<()> {
        let forward = self.first_root == newer.first_root
            && (newer.log.seq > self.log.seq && newer.generation >= self.generation
                || newer.log == self.log && newer.generation == self.generation)
            && self.folders.iter().all(|(folder, old)| {
                newer
                    .folders
                    .get(folder)
                    .is_some_and(|new| (new.seq > old.seq && new.epoch >= old.epoch) || new == old)
            })
            && self.chains.iter().flatten().all(|(chain, old)| {
                let new = newer.chains.as_ref().and_then(|chains| chains.get(chain));
                new.is_some_and(|new| new.n > old.n || new == old)
            });
        if forward {
            Ok(())
        } else {
            Err(Opening::RolledBack)
        }
    }
}

/// Plaintext of a copy.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct HeadsFile {
    /// Grows with each writing: of two good copies the larger counts.
    #[n(0)]
    pub seq: u64,
    /// The heads.
    #[n(1)]
    pub heads: Heads,
}

impl HeadsFile {
    /// Magic ‖ fresh salt ‖ AEAD over the padded heads.
    ///
    /// # Errors
    /// [`Opening::TooLarge`] where the heads do not fit.
    pub fn seal(
        &self,
        key: &LocalHeadKey,
        realm: Realm,
        random: &mut dyn Random,
    ) -> Result<Vec<u8>> {
        let salt: [u8; SALT] = fresh(random);
        let plaintext = pad::frame(&wire::encode(self), PLAINTEXT)?;
        let sealed = aead::seal_once(
            &sealing_key(key, realm, &salt),
            &ctx(realm, Label::LocalHeadAad, &[]),
            plaintext,
        )?;
        Ok([&MAGIC[..], &salt, &sealed].concat())
    }

    /// Opens a copy.
    ///
    /// # Errors
    /// [`Opening::Damaged`] or [`Opening::Refused`] where it is not this stick's, or was changed.
    pub fn open(file: &[u8], key: &LocalHeadKey, realm: Realm) -> Result<Self> {
        if file.len() != SIZE {
            return Err(Opening::Damaged);
        }
        let rest = file.strip_prefix(MAGIC).ok_or(Opening::Damaged)?;
        let (salt, sealed) = rest.split_first_chunk::<SALT>().ok_or(Opening::Damaged)?;
        let plaintext = aead::open_once(
            &sealing_key(key, realm, salt),
            &ctx(realm, Label::LocalHeadAad, &[]),
            sealed,
        )?;
        Ok(wire::decode_canonical(
            pad::unframe(&plaintext)?,
            PLAINTEXT,
        )?)
    }
}

impl LocalHeadKey {
    /// The same key once more: a renewal copies it.
    #[must_use]
    pub fn copied(&self) -> Self {
        Self(self.0.copied())
    }
}

fn sealing_key(key: &LocalHeadKey, realm: Realm, salt: &[u8]) -> crate::secret::Secret<32> {
    hkdf::derive(salt, key.0.expose(), &ctx(realm, Label::LocalHead, &[]))
}

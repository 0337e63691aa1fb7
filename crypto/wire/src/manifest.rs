//! Manifests and key boxes as they travel: public headers outside, ciphertext inside.

use crate::{
    AccountId, BlobId, CborError, DropId, Hash, Label, MandateId, Message, Part, Realm, Signed,
    cbor, ctx::ctx, folder::Folder, limits, seal::Sealed,
};
use minicbor::{Decode, Encode};

/// Public header of a manifest, author-signed outside the encryption (protocol section 6).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ManifestHeader {
    /// Always 0x0001.
    #[n(0)]
    pub suite: u16,
    /// The realm.
    #[n(1)]
    pub realm: Realm,
    /// The account.
    #[n(2)]
    pub account: AccountId,
    /// The folder.
    #[n(3)]
    pub folder: Folder,
    /// Epoch of the folder key.
    #[n(4)]
    pub epoch: u32,
    /// 1 for the first manifest of a folder, then one more each, over epochs.
    #[n(5)]
    pub seq: u64,
    /// H of the signed header before; zeros for the first.
    #[n(6)]
    pub prev: Hash,
    /// Fingerprint of the author key.
    #[n(7)]
    pub author: Hash,
    /// Fresh salt of this manifest's key.
    #[n(8)]
    pub salt: Hash,
    /// Blobs this manifest starts to need.
    #[n(9)]
    pub refs_added: Vec<BlobId>,
    /// Blobs it no longer needs.
    #[n(10)]
    pub refs_removed: Vec<BlobId>,
    /// Drops taken in.
    #[n(11)]
    pub drops_taken: Vec<DropId>,
    /// Drops refused.
    #[n(12)]
    pub drops_refused: Vec<DropId>,
    /// H of the ciphertext.
    #[n(13)]
    pub ciphertext: Hash,
}

impl Message for ManifestHeader {
    const LABEL: Label = Label::SigManifest;
    const MAX: usize = 256 << 10;
}

impl ManifestHeader {
    /// AAD of the ciphertext: the header without the ciphertext's own hash.
    #[must_use]
    pub fn aad(&self) -> Vec<u8> {
        let without = Self {
            ciphertext: Hash([0; 32]),
            ..self.clone()
        };
        ctx(
            self.realm,
            Label::ManifestAad,
            &[Part::Bytes(&Hash::of(&cbor::encode(&without)).0)],
        )
    }
}

/// A manifest as stored: signed header, then ciphertext.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Manifest {
    /// Signed by the author.
    #[n(0)]
    pub header: Signed<ManifestHeader>,
    /// AEAD over the padded body.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub ciphertext: Vec<u8>,
}

impl Manifest {
    /// Reads canonical bytes; nothing is verified yet.
    ///
    /// # Errors
    /// [`CborError`] where they are not a manifest.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CborError> {
        cbor::decode_canonical(bytes, limits::MANIFEST)
    }
}

/// Who a key box is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub enum BoxFor {
    /// The owner.
    #[n(0)]
    Owner,
    /// The grantee of a mandate.
    #[n(1)]
    Mandate(#[n(0)] MandateId),
}

/// A folder key sealed to one reader, author-signed.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct KeyBox {
    /// The account whose folder it is.
    #[n(0)]
    pub account: AccountId,
    /// The folder.
    #[n(1)]
    pub folder: Folder,
    /// Epoch of the key inside.
    #[n(2)]
    pub epoch: u32,
    /// Fingerprint of the recipient's reader key.
    #[n(3)]
    pub recipient: Hash,
    /// In what quality.
    #[n(4)]
    pub why: BoxFor,
    /// SK_e.
    #[n(5)]
    pub sealed: Sealed,
}

impl Message for KeyBox {
    const LABEL: Label = Label::SigBox;
    const MAX: usize = 1_536;
}

//! The header of a blob. Its chunks follow it directly.

use crate::{AccountId, BlobId, CborError, Hash, Label, Part, Realm, cbor, ctx::ctx};
use minicbor::{Decode, Encode};

/// Bytes of plaintext in a chunk.
pub const CHUNK: usize = 64 << 10;
/// Bytes of tag after each chunk.
pub const TAG: usize = 16;

/// What a blob is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Purpose {
    /// A version of a paper or note.
    #[n(0)]
    Object,
    /// A paper dropped by a helper.
    #[n(1)]
    Drop,
}

/// Header of a blob; its hash is the AAD of every chunk.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct BlobHeader {
    /// Always 0x0001.
    #[n(0)]
    pub suite: u16,
    /// The realm.
    #[n(1)]
    pub realm: Realm,
    /// What it is for.
    #[n(2)]
    pub purpose: Purpose,
    /// The account.
    #[n(3)]
    pub account: AccountId,
    /// The blob's own name.
    #[n(4)]
    pub blob: BlobId,
    /// HKDF(object key, ctx("blob-commit", blob id)).
    #[n(5)]
    pub commitment: Hash,
}

impl BlobHeader {
    /// The longest header, in bytes.
    pub const MAX: usize = 128;

    /// Reads the header at the front of a blob and says how long it is.
    ///
    /// # Errors
    /// [`CborError`] where there is none.
    pub fn read(front: &[u8]) -> Result<(Self, usize), CborError> {
        cbor::decode_prefix(front, Self::MAX)
    }

    /// AAD of every chunk.
    #[must_use]
    pub fn aad(&self) -> Vec<u8> {
        ctx(
            self.realm,
            Label::BlobAad,
            &[Part::Bytes(&Hash::of(&cbor::encode(self)).0)],
        )
    }
}

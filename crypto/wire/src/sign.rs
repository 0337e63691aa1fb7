//! Ed25519 (RFC 8032) verification and the signed envelope. Private keys live elsewhere.

use crate::{CborError, Hash, Label, Part, Realm, cbor, ctx::ctx, ids::bytes_newtype};
use core::marker::PhantomData;
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use ring::signature::{ED25519, UnparsedPublicKey};

bytes_newtype!(
    /// An Ed25519 public key.
    SigPublic, 32
);
bytes_newtype!(
    /// An Ed25519 signature.
    Signature, 64
);

impl SigPublic {
    /// Whether `signature` is this key's over `["mesdroits/1", realm, label, body]`.
    #[must_use]
    pub fn verifies(&self, realm: Realm, label: Label, body: &[u8], signature: &Signature) -> bool {
        UnparsedPublicKey::new(&ED25519, &self.0)
            .verify(&signed_bytes(realm, label, body), &signature.0)
            .is_ok()
    }

    /// H of the key: how a signed message names it.
    #[must_use]
    pub fn fingerprint(&self) -> Hash {
        Hash::of(&self.0)
    }
}

/// What is signed: the body as one byte string inside its `ctx`.
#[must_use]
pub fn signed_bytes(realm: Realm, label: Label, body: &[u8]) -> Vec<u8> {
    ctx(realm, label, &[Part::Bytes(body)])
}

/// A shape that is only ever believed under a signature.
pub trait Message: Encode<()> + for<'b> Decode<'b, ()> {
    /// Its own label.
    const LABEL: Label;
    /// Its longest canonical encoding, in bytes.
    const MAX: usize;
}

/// Why a signed message is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignedError {
    /// The body is not canonical.
    #[error(transparent)]
    Shape(#[from] CborError),
    /// The signature is not this key's, over this body, in this realm.
    #[error("the signature does not match")]
    Signature,
}

/// `[body, signature]`: the body stays as the bytes that were signed.
pub struct Signed<T> {
    body: Vec<u8>,
    signature: Signature,
    shape: PhantomData<fn() -> T>,
}

impl<T: Message> Signed<T> {
    /// Signs `message` by handing the bytes to sign to `signer`.
    pub fn sign_with(realm: Realm, message: &T, signer: impl FnOnce(&[u8]) -> Signature) -> Self {
        let body = cbor::encode(message);
        let signature = signer(&signed_bytes(realm, T::LABEL, &body));
        Self {
            body,
            signature,
            shape: PhantomData,
        }
    }

    /// The message, if `key` signed it in `realm`.
    ///
    /// # Errors
    /// [`SignedError`] where it did not, or where the body is not canonical.
    pub fn verify(&self, realm: Realm, key: &SigPublic) -> Result<T, SignedError> {
        if !key.verifies(realm, T::LABEL, &self.body, &self.signature) {
            return Err(SignedError::Signature);
        }
        Ok(cbor::decode_canonical(&self.body, T::MAX)?)
    }

    /// What the message claims, **before** any verification: only to find out which key to verify
    /// it with.
    ///
    /// # Errors
    /// [`CborError`] where the body is not canonical.
    pub fn claimed(&self) -> Result<T, CborError> {
        cbor::decode_canonical(&self.body, T::MAX)
    }

    /// H of the whole: body and signature.
    #[must_use]
    pub fn hash(&self) -> Hash {
        Hash::of(&cbor::encode(self))
    }

    /// Canonical bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::encode(self)
    }

    /// Reads canonical bytes; nothing is verified yet.
    ///
    /// # Errors
    /// [`CborError`] where they are not `[body, signature]` or too long.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CborError> {
        cbor::decode_canonical(bytes, T::MAX + SIGNED_OVERHEAD)
    }
}

/// What `[body, signature]` adds to a body at most: an array head, two string heads, a signature.
const SIGNED_OVERHEAD: usize = 1 + 5 + 2 + Signature::LEN;

impl<T> Clone for Signed<T> {
    fn clone(&self) -> Self {
        Self {
            body: self.body.clone(),
            signature: self.signature,
            shape: PhantomData,
        }
    }
}

impl<T> PartialEq for Signed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.body == other.body && self.signature == other.signature
    }
}

impl<T> Eq for Signed<T> {}

impl<T> core::fmt::Debug for Signed<T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Signed({} B, {:?})", self.body.len(), self.signature)
    }
}

impl<T, C> Encode<C> for Signed<T> {
    fn encode<W: encode::Write>(
        &self,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.array(2)?.bytes(&self.body)?;
        self.signature.encode(e, ctx)
    }
}

impl<'b, T: Message, C> Decode<'b, C> for Signed<T> {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, decode::Error> {
        if d.array()? != Some(2) {
            return Err(decode::Error::message("a signed message has two parts"));
        }
        let body = d.bytes()?;
        if body.len() > T::MAX {
            return Err(decode::Error::message(
                "longer than this kind of message may be",
            ));
        }
        Ok(Self {
            body: body.to_vec(),
            signature: Signature::decode(d, ctx)?,
            shape: PhantomData,
        })
    }
}

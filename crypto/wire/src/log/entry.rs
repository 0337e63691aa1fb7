//! One entry: a signed header, and the body whose hash stands in it.

use super::op::{Op, OpKind};
use crate::{
    AccountId, CborError, Hash, Label, Realm, SigPublic, Signature, cbor, limits,
    sign::signed_bytes,
};
use minicbor::{Decode, Encode};

/// Where a log stands: the last sequence number and the hash of its whole signed entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Head {
    /// Sequence number; genesis is 1; 0 means "nothing yet".
    #[n(0)]
    pub seq: u64,
    /// H of the whole entry; zeros where there is none.
    #[n(1)]
    pub hash: Hash,
}

impl Head {
    /// Before genesis.
    pub const NONE: Head = Head {
        seq: 0,
        hash: Hash([0; 32]),
    };
}

/// Signs the bytes it is handed.
pub type Signer<'s> = &'s dyn Fn(&[u8]) -> Signature;

/// What is signed.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct EntryHeader {
    /// The account.
    #[n(0)]
    pub account: AccountId,
    /// One more than the entry before.
    #[n(1)]
    pub seq: u64,
    /// H of the whole entry before; zeros in genesis.
    #[n(2)]
    pub prev: Hash,
    /// What is done.
    #[n(3)]
    pub op: OpKind,
    /// H of the body.
    #[n(4)]
    pub body: Hash,
    /// Claimed Unix seconds.
    #[n(5)]
    pub time: u64,
}

/// An entry as it travels and is stored: header bytes, body bytes, one signature or (rekey) two.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Entry {
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    header: Vec<u8>,
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    body: Vec<u8>,
    #[n(2)]
    signatures: Vec<Signature>,
}

/// What an entry claims, decoded and bound to its body; signatures not yet checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryView {
    /// The header.
    pub header: EntryHeader,
    /// The operation.
    pub op: Op,
}

impl Entry {
    /// Builds an entry after `head`; each signer receives the bytes to sign.
    pub fn sign_with(
        realm: Realm,
        account: AccountId,
        head: Head,
        time: u64,
        op: &Op,
        signers: &[Signer<'_>],
    ) -> Self {
        let body = cbor::encode(op);
        let header = cbor::encode(&EntryHeader {
            account,
            seq: head.seq + 1,
            prev: head.hash,
            op: op.kind(),
            body: Hash::of(&body),
            time,
        });
        let message = signed_bytes(realm, Label::SigLogEntry, &header);
        Self {
            header,
            body,
            signatures: signers.iter().map(|sign| sign(&message)).collect(),
        }
    }

    /// Reads canonical bytes; nothing is verified yet.
    ///
    /// # Errors
    /// [`CborError`] where they are not an entry.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CborError> {
        cbor::decode_canonical(bytes, limits::LOG_ENTRY)
    }

    /// What it claims: canonical header and body, the one bound to the other.
    ///
    /// # Errors
    /// [`CborError`] where they are not canonical, or do not belong together.
    pub fn view(&self) -> Result<EntryView, CborError> {
        let header: EntryHeader = cbor::decode_canonical(&self.header, 256)?;
        if header.body != Hash::of(&self.body) {
            return Err(CborError::Malformed);
        }
        let op: Op = cbor::decode_canonical(&self.body, limits::LOG_ENTRY)?;
        if op.kind() != header.op {
            return Err(CborError::Malformed);
        }
        Ok(EntryView { header, op })
    }

    /// H of the whole signed entry.
    #[must_use]
    pub fn hash(&self) -> Hash {
        Hash::of(&cbor::encode(self))
    }

    /// Whether it bears exactly the signatures of `keys`, in their order.
    #[must_use]
    pub fn signed_by(&self, realm: Realm, keys: &[SigPublic]) -> bool {
        self.signatures.len() == keys.len()
            && keys.iter().zip(&self.signatures).all(|(key, signature)| {
                key.verifies(realm, Label::SigLogEntry, &self.header, signature)
            })
    }
}

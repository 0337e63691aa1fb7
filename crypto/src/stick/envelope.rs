//! What a cell hides: everything a stick needs besides its device secret.

use crate::{
    Opening, Result,
    keys::{KemKey, SigningKey},
    secret::{Secret, Wiped},
    space::pad,
    stick::heads::LocalHeadKey,
};
use minicbor::{Decode, Encode, bytes::ByteVec};
use zeroize::{Zeroize, Zeroizing};

/// A discoverable WebAuthn credential with its PRF secret (8).
pub struct Passkey {
    /// Private key as a COSE_Key (RFC 9052), wiped when dropped.
    pub private: Wiped,
    /// Credential id.
    pub credential: Vec<u8>,
    /// User handle: random, only the portal maps it to an account.
    pub user_handle: [u8; 16],
    /// CredRandom with user verification (CTAP 2.1 hmac-secret).
    pub cred_random: Wiped,
}

impl core::fmt::Debug for Passkey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Passkey(***)")
    }
}

/// An open envelope.
#[derive(Debug)]
pub struct Envelope {
    /// Opens the account.
    pub passkey: Passkey,
    /// Tells gates that the envelope opened (6).
    pub success: SigningKey,
    /// Prepares and undoes renewals (7).
    pub lineage: SigningKey,
    /// Seals repere.bin (9).
    pub local_head: LocalHeadKey,
    /// Receives recovery shares, while a ceremony waits (10).
    pub ceremony: Option<KemKey>,
}

/// Bytes of plaintext in a cell.
pub(crate) const PLAINTEXT: usize = 1_024;

#[derive(Encode, Decode)]
#[cbor(array)]
struct Shape {
    #[n(0)]
    private: ByteVec,
    #[n(1)]
    credential: ByteVec,
    #[n(2)]
    user_handle: ByteVec,
    #[n(3)]
    cred_random: ByteVec,
    #[n(4)]
    success: ByteVec,
    #[n(5)]
    lineage: ByteVec,
    #[n(6)]
    local_head: ByteVec,
    #[n(7)]
    ceremony: Option<ByteVec>,
}

impl Drop for Shape {
    fn drop(&mut self) {
        for secret in [
            &mut self.private,
            &mut self.cred_random,
            &mut self.success,
            &mut self.lineage,
            &mut self.local_head,
        ] {
            secret.zeroize();
        }
        if let Some(ceremony) = &mut self.ceremony {
            ceremony.zeroize();
        }
    }
}

impl Envelope {
    /// Framed canonical CBOR: 1,024 bytes whatever is inside.
    pub(crate) fn to_plaintext(&self) -> Result<Wiped> {
        let shape = Shape {
            private: self.passkey.private.to_vec().into(),
            credential: self.passkey.credential.clone().into(),
            user_handle: self.passkey.user_handle.to_vec().into(),
            cred_random: self.passkey.cred_random.to_vec().into(),
            success: exposed(self.success.seed()),
            lineage: exposed(self.lineage.seed()),
            local_head: exposed(&self.local_head.0),
            ceremony: self.ceremony.as_ref().map(|key| exposed(key.seed())),
        };
        // One allocation, large enough: nothing is left behind by a move.
        let mut body = Zeroizing::new(Vec::with_capacity(PLAINTEXT));
        minicbor::encode(&shape, &mut *body).map_err(|_| Opening::Damaged)?;
        pad::frame(&body, PLAINTEXT)
    }

    pub(crate) fn from_plaintext(plaintext: &[u8]) -> Result<Self> {
        let body = pad::unframe(plaintext)?;
        let shape: Shape = wire::decode_canonical(body, PLAINTEXT)?;
        Ok(Self {
            passkey: Passkey {
                private: Zeroizing::new(shape.private.to_vec()),
                credential: shape.credential.to_vec(),
                user_handle: shape.user_handle[..]
                    .try_into()
                    .map_err(|_| Opening::Damaged)?,
                cred_random: Zeroizing::new(shape.cred_random.to_vec()),
            },
            success: SigningKey::from_slice(&shape.success)?,
            lineage: SigningKey::from_slice(&shape.lineage)?,
            local_head: LocalHeadKey::from_slice(&shape.local_head)?,
            ceremony: shape
                .ceremony
                .as_ref()
                .map(|seed| KemKey::from_slice(seed))
                .transpose()?,
        })
    }
}

fn exposed(secret: &Secret<32>) -> ByteVec {
    secret.expose().to_vec().into()
}

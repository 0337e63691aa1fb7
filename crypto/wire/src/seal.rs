//! What is sealed to a person's key: HPKE base mode (RFC 9180), X-Wing (KEM 0x647A),
//! HKDF-SHA256, ChaCha20-Poly1305. Base mode does not say who sealed: a seal always travels inside
//! something signed.

use crate::{Hash, ids::bytes_newtype};
use minicbor::{Decode, Encode};

bytes_newtype!(
    /// An X-Wing public key: ML-KEM-768 ‖ X25519.
    KemPublic, 1216
);
bytes_newtype!(
    /// An X-Wing encapsulated key.
    Encapsulated, 1120
);

impl KemPublic {
    /// H of the key: how a signed header and the HPKE info name the recipient.
    #[must_use]
    pub fn fingerprint(&self) -> Hash {
        Hash::of(&self.0)
    }
}

/// Something sealed to the owner of one X-Wing key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Sealed {
    /// The encapsulated key.
    #[n(0)]
    pub enc: Encapsulated,
    /// Ciphertext with its 16-byte tag.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub ciphertext: Vec<u8>,
}

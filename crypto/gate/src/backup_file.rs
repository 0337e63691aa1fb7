//! The shapes of a gate backup, version 1. Frozen: a new version gets a new number beside this one.
//!
//! ```text
//! file  = [1, suite, realm, gate_id, key_id, H(recipient), [enc, ciphertext]]
//! plain = [suite, realm, gate_id, key_id, secret, record]
//! ```
//! Canonical CBOR: integers, byte strings and these arrays. The secret is the scalar as in its key
//! file, 32 little-endian bytes.

use crate::{BackupError, SecretId};
use core::convert::Infallible;
use minicbor::{Decode, Decoder, Encode, encode};
use wire::{GateId, Hash, KeyId, Realm, SUITE, seal::Sealed};
use zeroize::Zeroizing;

/// Longest record that a backup takes, in bytes.
pub const MAX_RECORD: usize = 8 * 1024;

/// Longest backup: the record, and room for all else (some 1,400 bytes).
pub(crate) const MAX_FILE: usize = MAX_RECORD + 2048;

const VERSION: u16 = 1;

/// The file: whose secret, for whom, and the seal.
#[derive(Encode, Decode)]
#[cbor(array)]
pub(crate) struct BackupFile {
    #[n(0)]
    pub(crate) version: u16,
    #[n(1)]
    pub(crate) suite: u16,
    #[n(2)]
    pub(crate) realm: Realm,
    #[n(3)]
    pub(crate) gate_id: GateId,
    #[n(4)]
    pub(crate) key_id: KeyId,
    #[n(5)]
    pub(crate) recipient: Hash,
    #[n(6)]
    pub(crate) sealed: Sealed,
}

/// What is sealed. It borrows the secret, so that decoding makes no copy.
#[derive(Encode, Decode)]
#[cbor(array)]
pub(crate) struct GateBackup<'a> {
    #[n(0)]
    pub(crate) suite: u16,
    #[n(1)]
    pub(crate) realm: Realm,
    #[n(2)]
    pub(crate) gate_id: GateId,
    #[n(3)]
    pub(crate) key_id: KeyId,
    #[b(4)]
    #[cbor(with = "minicbor::bytes")]
    pub(crate) secret: &'a [u8],
    #[b(5)]
    #[cbor(with = "minicbor::bytes")]
    pub(crate) record: &'a [u8],
}

impl BackupFile {
    pub(crate) fn new(id: &SecretId, recipient: Hash, sealed: Sealed) -> Self {
        let SecretId {
            realm,
            gate_id,
            key_id,
        } = *id;
        Self {
            version: VERSION,
            suite: SUITE,
            realm,
            gate_id,
            key_id,
            recipient,
            sealed,
        }
    }

    /// Reads a canonical file of this version and suite.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, BackupError> {
        if bytes.len() > MAX_FILE {
            return Err(BackupError::Malformed);
        }
        let mut start = Decoder::new(bytes);
        let head = start.array().and_then(|_| Ok((start.u16()?, start.u16()?)));
        if head.map_err(|_| BackupError::Malformed)? != (VERSION, SUITE) {
            return Err(BackupError::Version);
        }
        wire::decode_canonical(bytes, MAX_FILE).map_err(|_| BackupError::Malformed)
    }

    /// The secret it claims to hold; the seal says whether it does.
    pub(crate) fn id(&self) -> SecretId {
        SecretId {
            realm: self.realm,
            gate_id: self.gate_id,
            key_id: self.key_id,
        }
    }
}

impl<'a> GateBackup<'a> {
    pub(crate) fn new(id: &SecretId, secret: &'a [u8], record: &'a [u8]) -> Self {
        let SecretId {
            realm,
            gate_id,
            key_id,
        } = *id;
        Self {
            suite: SUITE,
            realm,
            gate_id,
            key_id,
            secret,
            record,
        }
    }

    /// Canonical bytes in a buffer that is wiped and never grows; `wire::encode` promises neither.
    pub(crate) fn encode(&self) -> Zeroizing<Vec<u8>> {
        let mut out = Zeroizing::new(Vec::with_capacity(MAX_FILE));
        let written: Result<(), encode::Error<Infallible>> = minicbor::encode(self, &mut *out);
        match written {
            Ok(()) => out,
            Err(never) => unreachable!("encoding to memory: {never}"),
        }
    }

    /// Reads the canonical plaintext of the backup of `id`, and only of that one.
    pub(crate) fn read(plain: &'a [u8], id: &SecretId) -> Option<Self> {
        let backup: Self = minicbor::decode(plain).ok()?;
        let expected = Self::new(id, backup.secret, backup.record);
        (**expected.encode() == *plain).then_some(backup)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{ID, RFC_SECRET, hex, unhex};
    use proptest::prelude::*;

    #[test]
    fn frozen_plaintext() {
        let (gate, key, record) = ("11".repeat(16), "22".repeat(16), hex(b"record"));
        let frozen = format!("86010250{gate}50{key}5820{RFC_SECRET}46{record}");
        let secret = unhex(RFC_SECRET);
        assert_eq!(
            hex(&GateBackup::new(&ID, &secret, b"record").encode()),
            frozen
        );

        let plain = unhex(&frozen);
        let read = GateBackup::read(&plain, &ID).unwrap();
        assert_eq!(
            (read.secret, read.record),
            (secret.as_slice(), b"record".as_slice())
        );
    }

    #[test]
    fn only_the_plaintext_of_the_secret_asked_for_is_read() {
        let good = GateBackup::new(&ID, &[5; 32], b"record").encode();
        let (realm, gate_id, key_id) = (Realm::Prod, GateId([0; 16]), KeyId([0; 16]));
        for other in [
            SecretId { realm, ..ID },
            SecretId { gate_id, ..ID },
            SecretId { key_id, ..ID },
        ] {
            assert!(GateBackup::read(&good, &other).is_none());
        }
        let mut suite = good.to_vec();
        suite[1] = 2;
        assert!(GateBackup::read(&suite, &ID).is_none());
        assert!(GateBackup::read(&[good.as_slice(), &[0]].concat(), &ID).is_none());
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..256)) {
            prop_assert!(BackupFile::read(&bytes).is_err());
            prop_assert!(GateBackup::read(&bytes, &ID).is_none());
        }
    }
}

//! The gate backup: a gate secret and its record, sealed to an offline officer key at enrolment.
//!
//! Losing the gate's disk must not lock everyone out. The file is written apart from ordinary
//! backups, which carry the tombstones (protocol section 4.6).
//!
//! ```text
//! info = ctx(realm, "seal-gate-backup", H(recipient), gate_id)
//! aad  = ctx(realm, "seal-gate-backup", key_id)
//! ```
//! HPKE base mode (RFC 9180), X-Wing, HKDF-SHA256, ChaCha20-Poly1305.

use crate::{
    BackupPrivate, GateSecret, SecretId,
    backup_file::{BackupFile, GateBackup, MAX_RECORD},
    backup_key::public_of,
    rng::ForHpke,
};
use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable, aead::ChaCha20Poly1305, kdf::HkdfSha256,
    kem::XWing, single_shot_open, single_shot_seal_with_rng,
};
use wire::{
    Hash, Label, Part, Random, ctx,
    seal::{Encapsulated, KemPublic, Sealed},
};
use zeroize::Zeroizing;

/// A backup that opened. HPKE base mode does not say who sealed it: keep the secret only where its
/// public key is the one that the enrolment is known by, and no tombstone stands against it.
#[derive(Debug)]
pub struct OpenedBackup {
    /// Which secret it is.
    pub id: SecretId,
    /// The secret.
    pub secret: GateSecret,
    /// The public gate record at enrolment, as the portal gave it.
    pub record: Vec<u8>,
}

/// Why a backup was not made or does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// The caller's fault.
    #[error("the record is longer than {MAX_RECORD} bytes")]
    RecordTooLong,
    /// The structure's fault.
    #[error("the officer's backup key is not an X-Wing public key: set it anew from their file")]
    Recipient,
    /// Not such a file, or cut.
    #[error("this is not a whole gate backup: take another copy")]
    Malformed,
    /// Another release's format or suite.
    #[error(
        "this backup was written by another release: run the one that wrote it, or a later one"
    )]
    Version,
    /// The officer's key is another one.
    #[error("this backup is sealed to another officer key: fetch that key")]
    WrongKey,
    /// Damaged or forged; it never says which.
    #[error("this backup does not open: take another copy")]
    Refused,
}

/// Seals `secret` and its `record` (at most [`MAX_RECORD`] bytes) to an offline officer key, and
/// gives the bytes of the file.
///
/// # Errors
/// [`BackupError::RecordTooLong`], [`BackupError::Recipient`].
pub fn seal_backup(
    id: &SecretId,
    secret: &GateSecret,
    record: &[u8],
    recipient: &KemPublic,
    random: &mut dyn Random,
) -> Result<Vec<u8>, BackupError> {
    if record.len() > MAX_RECORD {
        return Err(BackupError::RecordTooLong);
    }
    let secret = secret.expose_bytes();
    let plain = GateBackup::new(id, &secret[..], record).encode();
    let public = <XWing as Kem>::PublicKey::from_bytes(recipient.as_ref());
    let recipient = recipient.fingerprint();
    // Once the key is read, sealing so few bytes has no way to fail.
    let (enc, ciphertext) = public
        .and_then(|public| {
            single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
                &OpModeS::Base,
                &public,
                &info(id, &recipient),
                &plain,
                &aad(id),
                &mut ForHpke(random),
            )
        })
        .map_err(|_| BackupError::Recipient)?;
    let mut encapsulated = Encapsulated([0; Encapsulated::LEN]);
    enc.write_exact(&mut encapsulated.0);
    let sealed = Sealed {
        enc: encapsulated,
        ciphertext,
    };
    Ok(wire::encode(&BackupFile::new(id, recipient, sealed)))
}

/// Opens a gate backup with the officer's key.
///
/// # Errors
/// Every [`BackupError`] but the two of [`seal_backup`].
pub fn open_backup(bytes: &[u8], private: &BackupPrivate) -> Result<OpenedBackup, BackupError> {
    let file = BackupFile::read(bytes)?;
    let (id, recipient) = (file.id(), file.recipient);
    let private = private.for_hpke();
    if recipient != public_of(&private).fingerprint() {
        return Err(BackupError::WrongKey);
    }
    let plain = <XWing as Kem>::EncappedKey::from_bytes(file.sealed.enc.as_ref())
        .and_then(|enc| {
            single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
                &OpModeR::Base,
                &private,
                &enc,
                &info(&id, &recipient),
                &file.sealed.ciphertext,
                &aad(&id),
            )
        })
        .map(Zeroizing::new)
        .map_err(|_| BackupError::Refused)?;
    let backup = GateBackup::read(&plain, &id).ok_or(BackupError::Refused)?;
    let secret = GateSecret::from_bytes(backup.secret).ok_or(BackupError::Refused)?;
    Ok(OpenedBackup {
        id,
        secret,
        record: backup.record.to_vec(),
    })
}

fn info(id: &SecretId, recipient: &Hash) -> Vec<u8> {
    let parts = [
        Part::Bytes(recipient.as_ref()),
        Part::Bytes(id.gate_id.as_ref()),
    ];
    ctx(id.realm, Label::SealGateBackup, &parts)
}

fn aad(id: &SecretId) -> Vec<u8> {
    ctx(
        id.realm,
        Label::SealGateBackup,
        &[Part::Bytes(id.key_id.as_ref())],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        backup_file::MAX_FILE,
        fixtures::{ID, Seeded, hex, rfc_secret, unhex},
    };
    use proptest::prelude::*;
    use wire::{GateId, KeyId, Realm};

    const RECORD: &[u8] = b"record";

    fn officer() -> BackupPrivate {
        BackupPrivate::from_bytes(&[0x33; 32])
    }

    fn sealed() -> Vec<u8> {
        let recipient = officer().public();
        seal_backup(&ID, &rfc_secret(), RECORD, &recipient, &mut Seeded(0)).unwrap()
    }

    fn refusal(bytes: &[u8]) -> BackupError {
        open_backup(bytes, &officer()).unwrap_err()
    }

    #[test]
    fn frozen_file() {
        let frozen = include_str!("../vectors/backup-v1.hex");
        assert_eq!(hex(&sealed()), frozen.trim_end());
        let opened = open_backup(&unhex(frozen), &officer()).unwrap();
        assert_eq!((opened.id, opened.record.as_slice()), (ID, RECORD));
        assert_eq!(opened.secret.public(), rfc_secret().public());
    }

    #[test]
    fn frozen_contexts() {
        let start = "6b6d657364726f6974732f31687072616374696365707365616c2d676174652d6261636b7570";
        let (gate, key, recipient) = ("11".repeat(16), "22".repeat(16), "44".repeat(32));
        let info = info(&ID, &Hash([0x44; 32]));
        assert_eq!(hex(&info), format!("85{start}5820{recipient}50{gate}"));
        assert_eq!(hex(&aad(&ID)), format!("84{start}50{key}"));
    }

    #[test]
    fn opens_with_its_key_only() {
        let other = BackupPrivate::from_bytes(&[0x34; 32]);
        assert_eq!(
            open_backup(&sealed(), &other).unwrap_err(),
            BackupError::WrongKey
        );

        // The file says it is for the other key; the seal does not.
        let mut file = BackupFile::read(&sealed()).unwrap();
        file.recipient = other.public().fingerprint();
        let bytes = wire::encode(&file);
        assert_eq!(
            open_backup(&bytes, &other).unwrap_err(),
            BackupError::Refused
        );
    }

    #[test]
    fn every_flipped_byte_is_refused() {
        let good = sealed();
        for at in 0..good.len() {
            let mut bytes = good.clone();
            bytes[at] ^= 1 << (at % 8);
            assert!(open_backup(&bytes, &officer()).is_err(), "byte {at}");
        }
    }

    #[test]
    fn swapped_names_are_refused() {
        let swaps: [fn(&mut BackupFile); 3] = [
            |file| file.realm = Realm::Prod,
            |file| file.gate_id = GateId([0; 16]),
            |file| file.key_id = KeyId([0; 16]),
        ];
        for swap in swaps {
            let mut file = BackupFile::read(&sealed()).unwrap();
            swap(&mut file);
            assert_eq!(refusal(&wire::encode(&file)), BackupError::Refused);
        }
    }

    #[test]
    fn other_versions_cuts_and_additions_are_told_apart() {
        let good = sealed();
        for at in [1, 2] {
            let mut other = good.clone();
            other[at] = 2;
            assert_eq!(refusal(&other), BackupError::Version);
        }
        assert_eq!(refusal(&good[..good.len() - 1]), BackupError::Malformed);
        assert_eq!(
            refusal(&[good.as_slice(), &[0]].concat()),
            BackupError::Malformed
        );
        assert_eq!(refusal(&vec![0; MAX_FILE + 1]), BackupError::Malformed);
    }

    #[test]
    fn the_longest_record_fits_and_one_byte_more_is_refused() {
        let recipient = officer().public();
        let record = vec![7; MAX_RECORD + 1];
        let seal = |record| seal_backup(&ID, &rfc_secret(), record, &recipient, &mut Seeded(0));
        let bytes = seal(&record[1..]).unwrap();
        assert_eq!(
            open_backup(&bytes, &officer()).unwrap().record,
            &record[1..]
        );
        assert_eq!(seal(&record).unwrap_err(), BackupError::RecordTooLong);
    }

    #[test]
    fn a_recipient_that_is_no_key_is_refused() {
        let recipient = KemPublic([0xff; KemPublic::LEN]);
        let refused = seal_backup(&ID, &rfc_secret(), RECORD, &recipient, &mut Seeded(0));
        assert_eq!(refused.unwrap_err(), BackupError::Recipient);
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2048)) {
            prop_assert!(open_backup(&bytes, &officer()).is_err());
        }

        #[test]
        fn a_changed_stretch_never_panics(
            at in 0..1200_usize,
            patch in prop::collection::vec(any::<u8>(), 1..64),
        ) {
            let mut bytes = sealed();
            let good = bytes.clone();
            bytes.splice(at..at + patch.len(), patch);
            prop_assert_eq!(open_backup(&bytes, &officer()).is_ok(), bytes == good);
        }
    }
}

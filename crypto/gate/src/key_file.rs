//! The file of one gate secret, format 1. Frozen: a new format gets a new number beside this one.
//!
//! | bytes | content |
//! |---|---|
//! | 0–7 | magic `MD-GATE\n` |
//! | 8–9 | format, 1, big-endian |
//! | 10–11 | suite, 0x0001, big-endian |
//! | 12 | realm: 1 prod, 2 practice |
//! | 13–28 | gate_id |
//! | 29–44 | key_id |
//! | 45–76 | secret scalar, little-endian (RFC 9497 section 4.1) |
//! | 77–108 | SHA-256 of everything before; every format ends so |

use crate::{GateSecret, SecretId};
use wire::{Hash, Realm, SUITE};
use zeroize::Zeroizing;

/// Length of a key file in bytes.
pub(crate) const LEN: usize = 109;

const MAGIC: &[u8; 8] = b"MD-GATE\n";
const FORMAT: u16 = 1;

/// Why a key file cannot be used. The file stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
    /// The disk's fault: not whole, or changed since it was written.
    #[error("damaged: destroy it, then bring this key back from the gate backup")]
    Damaged,
    /// Another release's format or suite.
    #[error("written by another release: run the one that wrote it, or a later one")]
    Version,
    /// The operator's fault: files were mixed up.
    #[error("made for another realm, gate or key: put back the folder of this gate")]
    Foreign,
}

/// The file's bytes for `secret`.
pub(crate) fn encode(id: &SecretId, secret: &GateSecret) -> Zeroizing<Vec<u8>> {
    let mut out = Zeroizing::new(Vec::with_capacity(LEN));
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&FORMAT.to_be_bytes());
    out.extend_from_slice(&SUITE.to_be_bytes());
    out.extend_from_slice(&owner(id));
    out.extend_from_slice(&secret.expose_bytes()[..]);
    let trailer = Hash::of(&out);
    out.extend_from_slice(trailer.as_ref());
    out
}

/// Reads the secret called `id`, and only that one.
///
/// # Errors
/// [`KeyFileError`] for every other file.
pub(crate) fn parse(bytes: &[u8], id: &SecretId) -> Result<GateSecret, KeyFileError> {
    let (body, trailer) = bytes.split_last_chunk().ok_or(KeyFileError::Damaged)?;
    if Hash::of(body) != Hash(*trailer) {
        return Err(KeyFileError::Damaged);
    }
    let body = body.strip_prefix(MAGIC).ok_or(KeyFileError::Damaged)?;
    let (format, body) = body.split_first_chunk().ok_or(KeyFileError::Damaged)?;
    let (suite, body) = body.split_first_chunk().ok_or(KeyFileError::Damaged)?;
    if (u16::from_be_bytes(*format), u16::from_be_bytes(*suite)) != (FORMAT, SUITE) {
        return Err(KeyFileError::Version);
    }
    let (named, secret) = body.split_first_chunk().ok_or(KeyFileError::Damaged)?;
    if *named != owner(id) {
        return Err(KeyFileError::Foreign);
    }
    GateSecret::from_bytes(secret).ok_or(KeyFileError::Damaged)
}

/// Bytes 12 to 44: whose secret it is.
fn owner(id: &SecretId) -> [u8; 33] {
    let mut out = [0; 33];
    out[0] = match id.realm {
        Realm::Prod => 1,
        Realm::Practice => 2,
    };
    out[1..17].copy_from_slice(id.gate_id.as_ref());
    out[17..].copy_from_slice(id.key_id.as_ref());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{ID, hex, rfc_secret, unhex};
    use proptest::prelude::*;
    use wire::{GateId, KeyId};

    /// A key file with its trailer made right again after `change`.
    fn changed(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
        let mut bytes = encode(&ID, &rfc_secret()).to_vec();
        bytes.truncate(LEN - 32);
        change(&mut bytes);
        let trailer = Hash::of(&bytes);
        bytes.extend_from_slice(trailer.as_ref());
        bytes
    }

    fn refusal(bytes: &[u8]) -> KeyFileError {
        parse(bytes, &ID).unwrap_err()
    }

    #[test]
    fn frozen() {
        let frozen = include_str!("../vectors/key-file-v1.hex");
        assert_eq!(hex(&encode(&ID, &rfc_secret())), frozen.trim_end());
        let opened = parse(&unhex(frozen), &ID).unwrap();
        assert_eq!(opened.public(), rfc_secret().public());
    }

    #[test]
    fn every_flipped_bit_is_damage() {
        let good = encode(&ID, &rfc_secret());
        assert_eq!(good.len(), LEN);
        for (at, bit) in (0..LEN).flat_map(|at| (0..8).map(move |bit| (at, bit))) {
            let mut bytes = good.clone();
            bytes[at] ^= 1 << bit;
            assert_eq!(
                refusal(&bytes),
                KeyFileError::Damaged,
                "byte {at}, bit {bit}"
            );
        }
    }

    #[test]
    fn every_cut_is_damage() {
        let good = encode(&ID, &rfc_secret());
        for length in 0..LEN {
            assert_eq!(
                refusal(&good[..length]),
                KeyFileError::Damaged,
                "{length} bytes"
            );
        }
    }

    #[test]
    fn whole_files_of_others_are_told_apart() {
        assert_eq!(
            refusal(&changed(|file| file[0] = b'X')),
            KeyFileError::Damaged
        );
        assert_eq!(refusal(&changed(|file| file[9] = 2)), KeyFileError::Version);
        assert_eq!(
            refusal(&changed(|file| file[11] = 2)),
            KeyFileError::Version
        );
        assert_eq!(
            refusal(&changed(|file| file[12] = 1)),
            KeyFileError::Foreign
        );
        assert_eq!(
            refusal(&changed(|file| file[45..].fill(0))),
            KeyFileError::Damaged
        );
        assert_eq!(
            refusal(&changed(|file| file.push(0))),
            KeyFileError::Damaged
        );

        let file = encode(&ID, &rfc_secret());
        let (realm, gate_id, key_id) = (Realm::Prod, GateId([0; 16]), KeyId([0; 16]));
        for other in [
            SecretId { realm, ..ID },
            SecretId { gate_id, ..ID },
            SecretId { key_id, ..ID },
        ] {
            assert_eq!(parse(&file, &other).unwrap_err(), KeyFileError::Foreign);
        }
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..256)) {
            prop_assert!(parse(&bytes, &ID).is_err());
        }

        #[test]
        fn arbitrary_bytes_under_a_good_trailer_never_panic(
            head in 0..LEN - 32,
            tail in prop::collection::vec(any::<u8>(), 0..128),
        ) {
            let bytes = changed(|file| {
                file.truncate(head);
                file.extend_from_slice(&tail);
            });
            let _ = parse(&bytes, &ID);
        }
    }
}

//! Keys at rest: encrypted PKCS#8 (RFC 5958) in PEM, PBES2 with scrypt (RFC 7914) and AES-256-CBC,
//! as OpenSSL reads it (ADR 0003). A wrong passphrase shows by the structure inside, and by the
//! public key that is derived again.

use pkcs8::{
    EncryptedPrivateKeyInfoRef, LineEnding, ObjectIdentifier, PrivateKeyInfoRef, SecretDocument,
    der::{Decode, asn1::OctetStringRef},
    pkcs5::{pbes2, scrypt},
    spki::AlgorithmIdentifierRef,
};
use wire::{Random, random};
use zeroize::Zeroizing;

/// id-Ed25519 (RFC 8410).
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
/// id-XWing (draft-connolly-cfrg-xwing-kem).
const X_WING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.4.1.62253.25722");
/// The curve key inside an Ed25519 key is an OCTET STRING of 32 bytes once more.
const CURVE_KEY: [u8; 2] = [0x04, 0x20];

/// How a key without a passphrase is labelled.
const BARE: &str = "PRIVATE KEY";

/// What kind of key a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Ed25519.
    Ed25519,
    /// X-Wing.
    XWing,
}

/// How dear each guess at a passphrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// About half a second and 16 MiB a guess: N = 2^14, r = 8, p = 8. OpenSSL allows no more memory.
    Strong,
    /// Nearly nothing: for tests in memory, never for a disk.
    Test,
}

/// Why a key file was not made or does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PemError {
    /// Not such a file.
    #[error("this is not an encrypted key file")]
    Malformed,
    /// The passphrase, or damage: it cannot be told which.
    #[error("the passphrase does not fit, or the file is damaged")]
    Passphrase,
    /// Another key than the public files say.
    #[error("this is another key than the one the public files name")]
    OtherKey,
    /// Too short to stand against guessing.
    #[error("the passphrase is too short: take at least twelve characters, better five words")]
    Short,
}

/// Fewest bytes of a passphrase.
const SHORTEST: usize = 12;

/// Encrypts a seed under a passphrase.
pub(super) fn seal(
    kind: Kind,
    seed: &[u8; 32],
    passphrase: &str,
    cost: Cost,
    random: &mut dyn Random,
) -> Result<Zeroizing<String>, PemError> {
    if passphrase.len() < SHORTEST {
        return Err(PemError::Short);
    }
    let (oid, inner) = match kind {
        Kind::Ed25519 => (ED25519, Zeroizing::new([&CURVE_KEY[..], seed].concat())),
        Kind::XWing => (X_WING, Zeroizing::new(seed.to_vec())),
    };
    let (log_n, p) = match cost {
        Cost::Strong => (14, 8),
        Cost::Test => (4, 1),
    };
    let mut made = || -> pkcs8::Result<Zeroizing<String>> {
        let algorithm = AlgorithmIdentifierRef {
            oid,
            parameters: None,
        };
        let info = PrivateKeyInfoRef::new(algorithm, OctetStringRef::new(&inner)?);
        let params = scrypt::Params::new(log_n, 8, p)
            .map_err(|_| pkcs8::Error::KeyMalformed(pkcs8::KeyError::Invalid))?;
        let salt: [u8; 16] = random::bytes(random);
        let scheme =
            pbes2::Parameters::generate_scrypt_aes256cbc(params, &salt, random::bytes(random))?;
        let sealed = info.encrypt_with_params(scheme, passphrase)?;
        Ok(sealed.to_pem("ENCRYPTED PRIVATE KEY", LineEnding::LF)?)
    };
    made().map_err(|_| PemError::Malformed)
}

/// Decrypts a seed.
pub(super) fn open(
    kind: Kind,
    pem: &str,
    passphrase: &str,
) -> Result<Zeroizing<[u8; 32]>, PemError> {
    let (label, sealed) = SecretDocument::from_pem(pem).map_err(|_| PemError::Malformed)?;
    if label != "ENCRYPTED PRIVATE KEY" {
        return Err(PemError::Malformed);
    }
    let sealed = EncryptedPrivateKeyInfoRef::from_der(sealed.as_bytes());
    let opened = sealed
        .map_err(|_| PemError::Malformed)?
        .decrypt(passphrase)
        .map_err(|_| PemError::Passphrase)?;
    let info = PrivateKeyInfoRef::from_der(opened.as_bytes()).map_err(|_| PemError::Passphrase)?;
    let inner = info.private_key.as_bytes();
    let seed = match (kind, info.algorithm.oid) {
        (Kind::Ed25519, ED25519) => inner.strip_prefix(&CURVE_KEY),
        (Kind::XWing, X_WING) => Some(inner),
        _ => return Err(PemError::OtherKey),
    };
    let seed = seed.and_then(|seed| seed.try_into().ok());
    seed.map(Zeroizing::new).ok_or(PemError::Passphrase)
}

/// A seed without a passphrase, in PKCS#8: for a portal that signs while nobody is there.
pub(super) fn bare(seed: &[u8; 32]) -> Result<Zeroizing<String>, PemError> {
    let inner = Zeroizing::new([&CURVE_KEY[..], seed].concat());
    let made = || -> pkcs8::Result<Zeroizing<String>> {
        let algorithm = AlgorithmIdentifierRef {
            oid: ED25519,
            parameters: None,
        };
        let info = PrivateKeyInfoRef::new(algorithm, OctetStringRef::new(&inner)?);
        Ok(SecretDocument::try_from(info)?.to_pem(BARE, LineEnding::LF)?)
    };
    made().map_err(|_| PemError::Malformed)
}

/// Reads one.
pub(super) fn read_bare(pem: &str) -> Result<Zeroizing<[u8; 32]>, PemError> {
    let (label, document) = SecretDocument::from_pem(pem).map_err(|_| PemError::Malformed)?;
    let info = PrivateKeyInfoRef::from_der(document.as_bytes()).map_err(|_| PemError::Malformed)?;
    if label != BARE || info.algorithm.oid != ED25519 {
        return Err(PemError::OtherKey);
    }
    let seed = info.private_key.as_bytes().strip_prefix(&CURVE_KEY);
    let seed = seed.and_then(|seed| seed.try_into().ok());
    seed.map(Zeroizing::new).ok_or(PemError::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wire::random::System;

    const PASSPHRASE: &str = "correct horse battery";

    #[test]
    fn a_bare_key_comes_back_and_a_sealed_one_is_none() {
        let pem = bare(&[7; 32]).unwrap();
        assert!(pem.starts_with("-----BEGIN PRIVATE KEY-----\n"));
        assert_eq!(*read_bare(&pem).unwrap(), [7; 32]);
        let kind = Kind::Ed25519;
        let sealed = seal(kind, &[7; 32], PASSPHRASE, Cost::Test, &mut System::new());
        assert!(read_bare(&sealed.unwrap()).is_err());
        assert!(read_bare("hello").is_err());
    }

    #[test]
    fn a_key_comes_back_with_its_passphrase_only() {
        for kind in [Kind::Ed25519, Kind::XWing] {
            let pem = seal(kind, &[7; 32], PASSPHRASE, Cost::Test, &mut System::new()).unwrap();
            assert!(pem.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
            assert_eq!(*open(kind, &pem, PASSPHRASE).unwrap(), [7; 32]);
            assert_eq!(
                open(kind, &pem, "another one entirely"),
                Err(PemError::Passphrase)
            );
            let other = if kind == Kind::XWing {
                Kind::Ed25519
            } else {
                Kind::XWing
            };
            assert_eq!(open(other, &pem, PASSPHRASE), Err(PemError::OtherKey));
        }
        assert_eq!(
            open(Kind::XWing, "hello", PASSPHRASE),
            Err(PemError::Malformed)
        );
        let short = seal(
            Kind::XWing,
            &[7; 32],
            "short",
            Cost::Test,
            &mut System::new(),
        );
        assert_eq!(short.unwrap_err(), PemError::Short);
    }
}

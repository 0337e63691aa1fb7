//! HPKE base mode (RFC 9180) with X-Wing, HKDF-SHA256, ChaCha20-Poly1305.

use super::rng::Modern;
use crate::{
    Opening, Result,
    secret::{Secret, Wiped},
};
use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable, aead::ChaCha20Poly1305, kdf::HkdfSha256,
    kem::XWing,
};
use wire::{
    Random,
    seal::{Encapsulated, KemPublic, Sealed},
};
use zeroize::Zeroizing;

/// Public key of a raw 32-byte X-Wing private key.
pub(crate) fn public(seed: &Secret<32>) -> KemPublic {
    let mut out = [0; KemPublic::LEN];
    XWing::sk_to_pk(&private(seed)).write_exact(&mut out);
    KemPublic(out)
}

/// Seals to `recipient`.
pub(crate) fn seal(
    recipient: &KemPublic,
    info: &[u8],
    aad: &[u8],
    plaintext: &[u8],
    random: &mut dyn Random,
) -> Result<Sealed> {
    let key = <XWing as Kem>::PublicKey::from_bytes(&recipient.0).map_err(|_| Opening::Damaged)?;
    let (enc, ciphertext) = hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeS::Base,
        &key,
        info,
        plaintext,
        aad,
        &mut Modern(random),
    )
    .map_err(|_| Opening::Damaged)?;
    let mut out = [0; Encapsulated::LEN];
    enc.write_exact(&mut out);
    Ok(Sealed {
        enc: Encapsulated(out),
        ciphertext,
    })
}

/// Opens what was sealed to `seed`'s public key.
pub(crate) fn open(seed: &Secret<32>, info: &[u8], aad: &[u8], sealed: &Sealed) -> Result<Wiped> {
    let enc =
        <XWing as Kem>::EncappedKey::from_bytes(&sealed.enc.0).map_err(|_| Opening::Damaged)?;
    hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeR::Base,
        &private(seed),
        &enc,
        info,
        &sealed.ciphertext,
        aad,
    )
    .map(Zeroizing::new)
    .map_err(|_| Opening::Refused)
}

fn private(seed: &Secret<32>) -> <XWing as Kem>::PrivateKey {
    match <XWing as Kem>::PrivateKey::from_bytes(seed.expose()) {
        Ok(key) => key,
        Err(rejected) => unreachable!("every 32 bytes are an X-Wing private key: {rejected}"),
    }
}

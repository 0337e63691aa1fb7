//! HPKE base mode (RFC 9180) with X-Wing, HKDF-SHA256, ChaCha20-Poly1305.

use super::{rng::Modern, swept::swept_deep};
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
    swept_deep(|| XWing::sk_to_pk(&private(seed)).write_exact(&mut out));
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
    let (enc, ciphertext) = swept_deep(|| {
        hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeS::Base,
            &key,
            info,
            plaintext,
            aad,
            &mut Modern(random),
        )
    })
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
    swept_deep(|| {
        hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            &private(seed),
            &enc,
            info,
            &sealed.ciphertext,
            aad,
        )
    })
    .map(Zeroizing::new)
    .map_err(|_| Opening::Refused)
}

fn private(seed: &Secret<32>) -> <XWing as Kem>::PrivateKey {
    match <XWing as Kem>::PrivateKey::from_bytes(seed.expose()) {
        Ok(key) => key,
        Err(rejected) => unreachable!("every 32 bytes are an X-Wing private key: {rejected}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use data_encoding::HEXLOWER;
    use serde_json::Value;

    /// The vector's own randomness, and no more.
    struct Script(Vec<u8>);

    impl Random for Script {
        fn fill(&mut self, out: &mut [u8]) {
            let rest = self.0.split_off(out.len());
            out.copy_from_slice(&self.0);
            self.0 = rest;
        }
    }

    fn field(vector: &Value, name: &str) -> Vec<u8> {
        HEXLOWER
            .decode(vector[name].as_str().unwrap().as_bytes())
            .unwrap()
    }

    /// draft-connolly-cfrg-xwing-kem, appendix C: key, encapsulation and shared secret.
    #[test]
    fn x_wing_vectors() {
        let file = include_str!("../../vectors/x-wing.json");
        let vectors: Vec<Value> = serde_json::from_str(file).unwrap();
        assert_eq!(vectors.len(), 3);
        for vector in &vectors {
            let seed = Secret::from_slice(&field(vector, "sk")).unwrap();
            assert_eq!(public(&seed).0[..], field(vector, "pk"));
            let key = <XWing as Kem>::PublicKey::from_bytes(&field(vector, "pk")).unwrap();
            let mut script = Script(field(vector, "eseed"));
            let (secret, enc) =
                XWing::encap_with_rng(&key, None, &mut Modern(&mut script)).unwrap();
            assert_eq!(enc.to_bytes()[..], field(vector, "ct"));
            assert_eq!(secret.0[..], field(vector, "ss"));
            let opened = XWing::decap(&private(&seed), None, &enc).unwrap();
            assert_eq!(opened.0[..], field(vector, "ss"));
        }
    }

    /// draft-ietf-hpke-pq: base mode, KEM 0x647A, KDF 0x0001, AEAD 0x0003. Our doors seal and open
    /// once, so they run the first of its ten messages.
    #[test]
    fn hpke_vector_of_the_suite() {
        let file = include_str!("../../vectors/hpke-x-wing.json");
        let vector: Value = serde_json::from_str(file).unwrap();
        for (name, id) in [
            ("mode", 0),
            ("kem_id", 0x647A),
            ("kdf_id", 1),
            ("aead_id", 3),
        ] {
            assert_eq!(vector[name].as_u64(), Some(id), "{name}");
        }
        let seed = Secret::from_slice(&field(&vector, "skRm")).unwrap();
        assert_eq!(public(&seed).0[..], field(&vector, "pkRm"));
        let first = &vector["encryptions"][0];
        let (info, aad) = (field(&vector, "info"), field(first, "aad"));

        let recipient = KemPublic::from_slice(&field(&vector, "pkRm")).unwrap();
        let mut script = Script(field(&vector, "ikmE"));
        let sealed = seal(&recipient, &info, &aad, &field(first, "pt"), &mut script).unwrap();
        assert_eq!(sealed.enc.0[..], field(&vector, "enc"));
        assert_eq!(sealed.ciphertext, field(first, "ct"));
        let opened = open(&seed, &info, &aad, &sealed).unwrap();
        assert_eq!(*opened, field(first, "pt"));
        assert_eq!(
            open(&seed, b"", &aad, &sealed).unwrap_err(),
            Opening::Refused
        );
        assert_eq!(
            open(&seed, &info, b"", &sealed).unwrap_err(),
            Opening::Refused
        );
    }

    /// Every message of that vector, by the library's receiver.
    #[test]
    fn hpke_vector_to_its_end() {
        let file = include_str!("../../vectors/hpke-x-wing.json");
        let vector: Value = serde_json::from_str(file).unwrap();
        let seed = Secret::from_slice(&field(&vector, "skRm")).unwrap();
        let enc = <XWing as Kem>::EncappedKey::from_bytes(&field(&vector, "enc")).unwrap();
        let mut receiver = hpke::setup_receiver::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            &private(&seed),
            &enc,
            &field(&vector, "info"),
        )
        .unwrap();
        let messages = vector["encryptions"].as_array().unwrap();
        assert_eq!(messages.len(), 10);
        for message in messages {
            let plain = receiver.open(&field(message, "ct"), &field(message, "aad"));
            assert_eq!(plain.unwrap(), field(message, "pt"));
        }
    }
}

//! What both sides have after they agreed on a key.

use aes::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit, block_padding::NoPadding};
use ring::{digest, hkdf, hmac};

/// Keys that both sides have after an agreement (CTAP 2.1 sections 6.5.6 and 6.5.7).
pub(crate) struct Shared {
    mac: [u8; 32],
    cipher: [u8; 32],
    has_iv: bool,
}

impl Shared {
    pub(crate) fn new(z: &[u8], protocol: i64) -> Self {
        if protocol == 1 {
            let mut key = [0; 32];
            key.copy_from_slice(digest::digest(&digest::SHA256, z).as_ref());
            return Self {
                mac: key,
                cipher: key,
                has_iv: false,
            };
        }
        let derive = |info: &[u8]| {
            let mut key = [0; 32];
            let salt = hkdf::Salt::new(hkdf::HKDF_SHA256, &[0; 32]).extract(z);
            let okm = salt
                .expand(&[info], hkdf::HKDF_SHA256)
                .map(|okm| okm.fill(&mut key));
            assert!(matches!(okm, Ok(Ok(()))), "as long as the hash");
            key
        };
        Self {
            mac: derive(b"CTAP2 HMAC key"),
            cipher: derive(b"CTAP2 AES key"),
            has_iv: true,
        }
    }

    pub(crate) fn seal(&self, plain: &[u8]) -> Vec<u8> {
        let iv = if self.has_iv { [7; 16] } else { [0; 16] };
        let mut buffer = plain.to_vec();
        let length = buffer.len();
        let sealed = cbc::Encryptor::<aes::Aes256>::new(&self.cipher.into(), &iv.into())
            .encrypt_padded::<NoPadding>(&mut buffer, length)
            .map(<[u8]>::to_vec)
            .unwrap_or_default();
        if self.has_iv {
            [iv.to_vec(), sealed].concat()
        } else {
            sealed
        }
    }

    pub(crate) fn open(&self, sealed: &[u8]) -> Result<Vec<u8>, u8> {
        let (iv, sealed) = match self.has_iv {
            true => sealed.split_first_chunk::<16>().ok_or(0x03)?,
            false => (&[0; 16], sealed),
        };
        let mut buffer = sealed.to_vec();
        cbc::Decryptor::<aes::Aes256>::new(&self.cipher.into(), &(*iv).into())
            .decrypt_padded::<NoPadding>(&mut buffer)
            .map(<[u8]>::to_vec)
            .map_err(|_| 0x03)
    }

    pub(crate) fn auth(&self, message: &[u8], protocol: i64) -> Vec<u8> {
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &self.mac), message);
        tag.as_ref()[..if protocol == 1 { 16 } else { 32 }].to_vec()
    }
}

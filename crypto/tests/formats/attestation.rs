//! The list of those who sign what people learnt is believed from the structure's fingerprint alone.

use crate::{
    frozen::frozen,
    support::{officer_key, structure_root},
};
use proptest::prelude::*;
use wire::{
    Realm,
    attestation::{ATTESTERS, Attester, Attesters, Statement},
    structure::{RootChain, StructureError},
};

pub(crate) fn attesters(realm: Realm) -> Attesters {
    Attesters {
        realm,
        attesters: vec![Attester {
            key: officer_key().public(),
            name: "Maison des droits".into(),
            not_before: 1_800_000_000,
            not_after: 1_831_536_000,
        }],
    }
}

fn statement(said: &Attesters, signed_in: Realm) -> Statement {
    let root = structure_root();
    Statement {
        roots: RootChain {
            first: root.public(),
            successors: Vec::new(),
        },
        attesters: root.sign(signed_in, said),
    }
}

#[test]
fn a_statement_counts_for_its_structure_and_realm() {
    let pinned = structure_root().public().fingerprint();
    for realm in [Realm::Prod, Realm::Practice] {
        let said = attesters(realm);
        assert_eq!(statement(&said, realm).verify(&pinned), Ok(said));
    }
    let good = statement(&attesters(Realm::Prod), Realm::Prod);
    let bytes = frozen("statement", &wire::encode(&good));
    let read = Statement::from_bytes(&bytes).unwrap();
    assert_eq!((&read, read.structure()), (&good, pinned));
    let other = officer_key().public().fingerprint();
    assert_eq!(read.verify(&other), Err(StructureError::OtherRoot));
    let crossed = statement(&attesters(Realm::Practice), Realm::Prod);
    assert_eq!(crossed.verify(&pinned), Err(StructureError::Signature));
    let forged = Statement {
        attesters: officer_key().sign(Realm::Prod, &attesters(Realm::Prod)),
        ..good
    };
    assert_eq!(forged.verify(&pinned), Err(StructureError::Signature));
}

#[test]
fn a_rule_that_is_broken_is_no_statement() {
    let pinned = structure_root().public().fingerprint();
    let long = "x".repeat(81);
    for name in ["", " x", "x\n", &long] {
        let mut said = attesters(Realm::Prod);
        said.attesters[0].name = name.into();
        let verdict = statement(&said, Realm::Prod).verify(&pinned);
        assert_eq!(verdict, Err(StructureError::Rule), "{name:?}");
    }
    let mut said = attesters(Realm::Prod);
    said.attesters = vec![said.attesters[0].clone(); ATTESTERS + 1];
    let verdict = statement(&said, Realm::Prod).verify(&pinned);
    assert_eq!(verdict, Err(StructureError::Rule));
    // The longest one that there may be is read.
    for attester in &mut said.attesters {
        attester.name = "é".repeat(80);
    }
    said.attesters.pop();
    let longest = statement(&said, Realm::Prod);
    let read = Statement::from_bytes(&wire::encode(&longest)).unwrap();
    assert_eq!(read.verify(&pinned), Ok(said));
}

proptest! {
    #[test]
    fn no_bytes_break_it_and_no_changed_one_counts(at in any::<prop::sample::Index>(), flip in 1u8..=255, cut in any::<bool>()) {
        let pinned = structure_root().public().fingerprint();
        let mut bytes = wire::encode(&statement(&attesters(Realm::Prod), Realm::Prod));
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] ^= flip;
        }
        let verdict = Statement::from_bytes(&bytes).map(|read| read.verify(&pinned).is_ok());
        prop_assert!(!matches!(verdict, Ok(true)));
    }
}

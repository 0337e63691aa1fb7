//! A helper is believed from the pinned structure, in its realm, while helper and officer count, and
//! while no list says otherwise.

use crate::{
    frozen::frozen,
    support::{Account, Fixed, locator, officer_key, structure_root},
};
use crypto::keys::SigningKey;
use wire::{
    Hash, MandateId, Realm, Signed, decode_canonical,
    elsewhere::{Enquiry, FindVouched, Vouched, VouchedAnswer},
    helper::{Helper, Retired, Revocations, Role, SignedHelper, SignedRevocations},
    mandate::OverAnswer,
    structure::{Officer, StructureError},
};

const WEEK: u64 = 7 * 86_400;

pub(crate) fn helper(realm: Realm) -> Helper {
    let account = Account::new(realm, 0xa1);
    Helper {
        realm,
        account: account.id,
        generation: 1,
        root: account.root(),
        author: account.open.author.public(),
        reader: account.open.reader.public(),
        role: Role::SocialWorker,
        name: "Amel B.".into(),
        not_before: 1_000,
        not_after: 2_000,
    }
}

pub(crate) fn revocations(realm: Realm) -> Revocations {
    Revocations {
        realm,
        number: 7,
        issued: 1_500,
        helpers: vec![Hash([0x31; 32]), Hash([0x32; 32])],
    }
}

pub(crate) fn retired(realm: Realm) -> Retired {
    Retired {
        realm,
        officers: vec![Hash([0x33; 32])],
    }
}

fn officer(realm: Realm) -> Signed<Officer> {
    let certificate = Officer {
        realm,
        key: officer_key().public(),
        not_before: 900,
        not_after: 1_900,
    };
    structure_root().sign(realm, &certificate)
}

fn signed(change: impl FnOnce(&mut Helper)) -> SignedHelper {
    let mut said = helper(Realm::Prod);
    change(&mut said);
    SignedHelper {
        roots: locator(Realm::Prod).roots,
        officer: officer(Realm::Prod),
        helper: officer_key().sign(Realm::Prod, &said),
    }
}

fn list(change: impl FnOnce(&mut Revocations)) -> SignedRevocations {
    let mut said = revocations(Realm::Prod);
    change(&mut said);
    SignedRevocations {
        roots: locator(Realm::Prod).roots,
        retired: Some(structure_root().sign(Realm::Prod, &retired(Realm::Prod))),
        officer: officer(Realm::Prod),
        list: officer_key().sign(Realm::Prod, &said),
    }
}

fn pinned() -> Hash {
    structure_root().public().fingerprint()
}

#[test]
fn a_helper_counts_for_their_time_structure_and_realm() {
    let bytes = frozen("signed-helper", &wire::encode(&signed(|_| {})));
    let read = SignedHelper::from_bytes(&bytes).unwrap();
    let at = |now| read.verify(Realm::Prod, &pinned(), now).map(|(_, h)| h);
    let said = Ok(helper(Realm::Prod));
    let late = Err(StructureError::Expired);
    // The certificate outlives the officer who signed it; it does not count for longer.
    for (now, expected) in [(999, &late), (1_000, &said), (1_899, &said), (1_900, &late)] {
        assert_eq!(&at(now), expected, "{now}");
    }
    let other = read.verify(Realm::Prod, &officer_key().public().fingerprint(), 1_200);
    assert_eq!(other.err(), Some(StructureError::OtherRoot));
    let crossed = read.verify(Realm::Practice, &pinned(), 1_200);
    assert_eq!(crossed.err(), Some(StructureError::Signature));
    let mixed = signed(|said| said.realm = Realm::Practice);
    let mixed = mixed.verify(Realm::Prod, &pinned(), 1_200);
    assert_eq!(mixed.err(), Some(StructureError::WrongRealm));
    let nameless = signed(|said| said.name = "Amel\nB".into());
    let nameless = nameless.verify(Realm::Prod, &pinned(), 1_200);
    assert_eq!(nameless.err(), Some(StructureError::Rule));
}

#[test]
fn nobody_else_certifies_a_helper() {
    let stranger = SigningKey::make(&mut Fixed(0x5c));
    let named = Officer {
        realm: Realm::Prod,
        key: stranger.public(),
        not_before: 900,
        not_after: 1_900,
    };
    for forged in [
        SignedHelper {
            helper: stranger.sign(Realm::Prod, &helper(Realm::Prod)),
            ..signed(|_| {})
        },
        SignedHelper {
            helper: structure_root().sign(Realm::Prod, &helper(Realm::Prod)),
            ..signed(|_| {})
        },
        SignedHelper {
            officer: stranger.sign(Realm::Prod, &named),
            helper: stranger.sign(Realm::Prod, &helper(Realm::Prod)),
            ..signed(|_| {})
        },
    ] {
        let verdict = forged.verify(Realm::Prod, &pinned(), 1_200);
        assert_eq!(verdict.err(), Some(StructureError::Signature));
    }
}

#[test]
fn a_list_takes_a_helper_away_and_an_officer_with_all_they_certified() {
    let bytes = frozen("signed-revocations", &wire::encode(&list(|_| {})));
    let read: SignedRevocations = decode_canonical(&bytes, SignedRevocations::MAX).unwrap();
    let standing = read.open(Realm::Prod, &pinned()).unwrap();
    let (officer, amel) = signed(|_| {})
        .verify(Realm::Prod, &pinned(), 1_200)
        .unwrap();
    assert!(standing.allows(&officer, &amel));
    assert_eq!(standing.number(), 7);
    for (now, fresh) in [
        (900, true),
        (899, false),
        (1_500 + WEEK, true),
        (1_501 + WEEK, false),
    ] {
        assert_eq!(standing.is_fresh(now), fresh, "{now}");
    }
    let print = amel.author.fingerprint();
    let stopped = list(|said| {
        said.helpers = vec![print];
    });
    let stopped = stopped.open(Realm::Prod, &pinned()).unwrap();
    assert!(!stopped.allows(&officer, &amel));

    let gone = Retired {
        realm: Realm::Prod,
        officers: vec![officer.key.fingerprint()],
    };
    let next = SigningKey::make(&mut Fixed(0x5d));
    let appointed = Officer {
        realm: Realm::Prod,
        key: next.public(),
        not_before: 900,
        not_after: 1_900,
    };
    let replaced = SignedRevocations {
        retired: Some(structure_root().sign(Realm::Prod, &gone)),
        officer: structure_root().sign(Realm::Prod, &appointed),
        list: next.sign(Realm::Prod, &revocations(Realm::Prod)),
        ..list(|_| {})
    };
    let replaced_by = replaced.open(Realm::Prod, &pinned()).unwrap();
    assert!(!replaced_by.allows(&officer, &amel));
    // Whoever was retired signs no list.
    let back = SignedRevocations {
        officer: list(|_| {}).officer,
        list: list(|_| {}).list,
        ..replaced
    };
    assert_eq!(back.open(Realm::Prod, &pinned()), Err(StructureError::Rule));
}

#[test]
fn a_list_that_breaks_a_rule_counts_for_nothing() {
    let cases: [(SignedRevocations, StructureError); 5] = [
        (
            list(|said| said.helpers = vec![Hash([2; 32]), Hash([1; 32])]),
            StructureError::Rule,
        ),
        (
            list(|said| said.helpers = vec![Hash([2; 32]), Hash([2; 32])]),
            StructureError::Rule,
        ),
        (list(|said| said.issued = 1_900), StructureError::Expired),
        (
            list(|said| said.realm = Realm::Practice),
            StructureError::WrongRealm,
        ),
        (
            SignedRevocations {
                // By the officer, not by the root.
                retired: Some(officer_key().sign(Realm::Prod, &retired(Realm::Prod))),
                ..list(|_| {})
            },
            StructureError::Signature,
        ),
    ];
    for (signed, expected) in cases {
        assert_eq!(signed.open(Realm::Prod, &pinned()), Err(expected));
    }
}

/// What travels for a helper of another structure: their keys there, what its officer says back, and how it
/// is asked for.
#[test]
fn what_is_carried_to_another_structure_and_back() {
    let enquiry = Enquiry::from(helper(Realm::Prod));
    let bytes = frozen("enquiry", &wire::encode(&enquiry));
    let read: Enquiry = decode_canonical(&bytes, Enquiry::MAX).unwrap();
    assert_eq!(read, enquiry);
    assert_eq!(read.number(), helper(Realm::Prod).number());
    let vouched = Vouched {
        certificate: wire::encode(&signed(|_| {})).into(),
    };
    let bytes = frozen("vouched", &wire::encode(&vouched));
    assert_eq!(
        decode_canonical::<Vouched>(&bytes, Vouched::MAX).unwrap(),
        vouched
    );
    let asked = FindVouched {
        number: read.number().to_string(),
    };
    let bytes = frozen("find-vouched", &wire::encode(&asked));
    assert_eq!(decode_canonical::<FindVouched>(&bytes, 64).unwrap(), asked);
    let mut told = Vec::new();
    for vouched in [None, Some(vouched)] {
        let answer = VouchedAnswer {
            time: 1_700,
            vouched,
        };
        told.extend(wire::encode(&answer));
    }
    frozen("vouched-answer", &told);
    let over = OverAnswer {
        mandates: vec![MandateId([0x34; 16])],
    };
    let bytes = frozen("over-answer", &wire::encode(&over));
    assert_eq!(decode_canonical::<OverAnswer>(&bytes, 64).unwrap(), over);
}

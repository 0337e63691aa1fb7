//! One sample of every signed shape: its bytes are frozen, its key and realm are the only ones that
//! verify it, and it never passes for another shape.

use crate::{
    attestation::attesters,
    ceremony,
    frozen::frozen,
    helpers::{helper, retired, revocations},
    mandates::{dropped, journal_entry},
    support::{
        locator, officer_key, plain_board, plain_locator, publisher, structure_root, voucher,
    },
};
use crypto::keys::SigningKey;
use wire::{
    AttemptId, Challenge, GateId, Hash, KeyId, Message, Realm, SigPublic, Signed, VoucherId,
    api::RegisterStart,
    decode_canonical,
    gate::{
        Abort, Commit, Destroy, Element, Enrol, EnrolmentKeys, Evaluate, Freeze, Lift, Order,
        Prepare, Reach, SetKeys, Status, Success, Suspend,
    },
    sign::SignedError,
    structure::{
        Officer, SignedLocator, SignedVoucher, StructureError, Successor, Voucher, VoucherKind,
    },
};

const GATE: GateId = GateId([0x10; 16]);
const KEY: KeyId = KeyId([0x22; 16]);
const NEXT: KeyId = KeyId([0x23; 16]);
const ATTEMPT: AttemptId = AttemptId([0x24; 16]);
const CHALLENGE: Challenge = Challenge([0x25; 32]);

type Verdict = Result<bool, SignedError>;

/// A message signed in a realm, and whether bytes verify as that message.
struct Shape {
    name: &'static str,
    max: usize,
    sign: Box<dyn Fn(Realm) -> Vec<u8>>,
    verify: Box<dyn Fn(&[u8], Realm, &SigPublic) -> Verdict>,
}

fn shape<T: Message + PartialEq + 'static>(name: &'static str, message: T) -> Shape {
    let message = std::rc::Rc::new(message);
    let same = message.clone();
    Shape {
        name,
        max: T::MAX,
        sign: Box::new(move |realm| officer_key().sign(realm, &*message).to_bytes()),
        verify: Box::new(move |bytes, realm, key| {
            let signed = Signed::<T>::from_bytes(bytes)?;
            Ok(signed.verify(realm, key)? == *same)
        }),
    }
}

fn shapes() -> Vec<Shape> {
    let keys = EnrolmentKeys {
        possession: SigPublic([0x26; 32]),
        success: [SigPublic([0x27; 32]), SigPublic([0x28; 32])],
        lineage: SigPublic([0x29; 32]),
    };
    let suspend = |reach| Suspend {
        gate: GATE,
        suspend: SigPublic([0x2a; 32]),
        reach,
        n: 3,
    };
    let (gate, key_id, next, attempt) = (GATE, KEY, NEXT, ATTEMPT);
    let prod = Realm::Prod;
    vec![
        shape(
            "sig-gate-enrol",
            Enrol {
                gate,
                key_id,
                keys: keys.clone(),
                voucher: voucher(prod),
            },
        ),
        shape(
            "sig-gate-evaluate",
            Evaluate {
                gate,
                key_id,
                attempt,
                challenge: CHALLENGE,
                blinded: Element([0x2b; 32]),
            },
        ),
        shape(
            "sig-gate-status",
            Status {
                gate,
                key_id,
                challenge: CHALLENGE,
            },
        ),
        shape(
            "sig-gate-success",
            Success {
                gate,
                key_id,
                attempt,
            },
        ),
        shape(
            "sig-gate-prepare",
            Prepare {
                gate,
                key_id,
                next,
                keys,
            },
        ),
        shape("sig-gate-commit", Commit { gate, key_id, next }),
        shape("sig-gate-abort", Abort { gate, key_id, next }),
        shape("sig-gate-freeze", Freeze(suspend(Reach::All))),
        shape("sig-gate-lift", Lift(suspend(Reach::One(KEY)))),
        shape(
            "sig-gate-set-keys",
            SetKeys {
                gate,
                key_id,
                suspend: SigPublic([0x2a; 32]),
                control: SigPublic([0x2c; 32]),
                n: 300,
            },
        ),
        shape("sig-gate-destroy", Destroy { gate, key_id }),
        shape(
            "sig-register",
            RegisterStart {
                realm: prod,
                key_id,
                possession: SigPublic([0x26; 32]),
                voucher: voucher(prod),
            },
        ),
        shape("sig-ceremony-start", ceremony::start(prod)),
        shape("sig-ceremony-ask", ceremony::asking(prod)),
        shape("sig-ceremony-approval", ceremony::approval(prod)),
        shape("sig-locator", plain_locator(prod)),
        shape(
            "sig-successor",
            Successor {
                realm: prod,
                next: SigPublic([0x2d; 32]),
            },
        ),
        shape("sig-publisher", publisher(prod)),
        shape("sig-board", plain_board(prod)),
        shape("sig-attesters", attesters(prod)),
        shape("sig-helper", helper(prod)),
        shape("sig-revocations", revocations(prod)),
        shape("sig-retired", retired(prod)),
        shape("sig-journal", journal_entry(prod)),
        shape("sig-drop", dropped(prod)),
        shape(
            "sig-officer",
            Officer {
                realm: prod,
                key: SigPublic([0x2e; 32]),
                not_before: 1_800_000_000,
                not_after: 1_831_536_000,
            },
        ),
        shape(
            "sig-voucher",
            Voucher {
                id: VoucherId([0x2f; 16]),
                realm: prod,
                kind: VoucherKind::Recovery,
                gates: (0..5).map(|i| GateId([i; 16])).collect(),
                expires: 1_800_000_000,
            },
        ),
    ]
}

#[test]
fn frozen_and_verified_by_key_and_realm() {
    let signer = officer_key().public();
    for shape in shapes() {
        let made = (shape.sign)(Realm::Prod);
        assert!(made.len() <= shape.max + 72, "{}", shape.name);
        let bytes = frozen(shape.name, &made);
        assert_eq!(
            (shape.verify)(&bytes, Realm::Prod, &signer),
            Ok(true),
            "{}",
            shape.name
        );
        let other = structure_root().public();
        for (realm, key) in [(Realm::Practice, &signer), (Realm::Prod, &other)] {
            let verdict = (shape.verify)(&bytes, realm, key);
            assert_eq!(verdict, Err(SignedError::Signature), "{}", shape.name);
        }
        // Signed in practice: refused in prod, whatever it says inside.
        let practice = (shape.sign)(Realm::Practice);
        let verdict = (shape.verify)(&practice, Realm::Prod, &signer);
        assert_eq!(verdict, Err(SignedError::Signature), "{}", shape.name);
    }
}

#[test]
fn no_shape_passes_for_another() {
    let signer = officer_key().public();
    let all = shapes();
    let mut crossed = 0;
    for a in &all {
        let bytes = (a.sign)(Realm::Prod);
        for b in all.iter().filter(|b| b.name != a.name) {
            let verdict = (b.verify)(&bytes, Realm::Prod, &signer);
            assert!(verdict.is_err(), "{} as {}", a.name, b.name);
            crossed += usize::from(verdict == Err(SignedError::Signature));
        }
    }
    // Most are short enough to be read as another: only the label keeps them apart.
    assert!(crossed > 100, "{crossed}");
}

#[test]
fn every_flipped_byte_is_refused() {
    let signer = officer_key().public();
    for shape in shapes() {
        let good = (shape.sign)(Realm::Prod);
        for at in 0..good.len() {
            let mut bytes = good.clone();
            bytes[at] ^= 1 << (at % 8);
            let verdict = (shape.verify)(&bytes, Realm::Prod, &signer);
            assert!(verdict.is_err(), "{} byte {at}", shape.name);
        }
    }
}

#[test]
fn orders_find_their_gate() {
    let key = officer_key();
    let suspend = Suspend {
        gate: GATE,
        suspend: key.public(),
        reach: Reach::All,
        n: 1,
    };
    let (gate, key_id, next) = (GATE, KEY, NEXT);
    let realm = Realm::Prod;
    let set_keys = SetKeys {
        gate,
        key_id,
        suspend: key.public(),
        control: key.public(),
        n: u64::MAX,
    };
    let success = Success {
        gate,
        key_id,
        attempt: ATTEMPT,
    };
    let orders = [
        ("order-success", Order::Success(key.sign(realm, &success))),
        (
            "order-commit",
            Order::Commit(key.sign(realm, &Commit { gate, key_id, next })),
        ),
        (
            "order-abort",
            Order::Abort(key.sign(realm, &Abort { gate, key_id, next })),
        ),
        (
            "order-freeze",
            Order::Freeze(key.sign(realm, &Freeze(suspend.clone()))),
        ),
        ("order-lift", Order::Lift(key.sign(realm, &Lift(suspend)))),
        ("order-set-keys", Order::SetKeys(key.sign(realm, &set_keys))),
        (
            "order-destroy",
            Order::Destroy(key.sign(realm, &Destroy { gate, key_id })),
        ),
    ];
    for (name, order) in orders {
        let bytes = frozen(name, &wire::encode(&order));
        let read: Order = decode_canonical(&bytes, Order::MAX).unwrap();
        assert_eq!(read, order);
        assert_eq!(read.gate(), Ok(GATE));
    }
}

#[test]
fn a_locator_is_believed_from_the_pinned_structure_only() {
    let pinned = structure_root().public().fingerprint();
    let bytes = frozen("signed-locator", &wire::encode(&locator(Realm::Prod)));
    let read: SignedLocator = decode_canonical(&bytes, SignedLocator::MAX).unwrap();
    assert_eq!(
        read.verify(Realm::Prod, &pinned),
        Ok(plain_locator(Realm::Prod))
    );
    let other = read.verify(Realm::Prod, &Hash([0; 32]));
    assert_eq!(other, Err(StructureError::OtherRoot));
    for at in [locator(Realm::Practice), read.clone()] {
        let crossed = at.verify(Realm::Prod, &pinned).is_ok();
        assert_eq!(crossed, at == read);
    }
    // Says prod inside, signed in practice; says practice inside, signed in prod.
    let mut mixed = read.clone();
    mixed.locator = structure_root().sign(Realm::Practice, &plain_locator(Realm::Prod));
    assert_eq!(
        mixed.verify(Realm::Prod, &pinned),
        Err(StructureError::Signature)
    );
    mixed.locator = structure_root().sign(Realm::Prod, &plain_locator(Realm::Practice));
    assert_eq!(
        mixed.verify(Realm::Prod, &pinned),
        Err(StructureError::WrongRealm)
    );
}

#[test]
fn successors_are_walked_in_order() {
    let step = |from: &SigningKey, to: &SigningKey, realm| {
        let next = to.public();
        from.sign(realm, &Successor { realm, next })
    };
    let keys: Vec<_> = [0x50, 0x5a, 0x5b]
        .into_iter()
        .map(|b| SigningKey::make(&mut crate::support::Fixed(b)))
        .collect();
    let pinned = keys[0].public().fingerprint();
    let mut long = locator(Realm::Prod);
    long.roots.successors = vec![
        step(&keys[0], &keys[1], Realm::Prod),
        step(&keys[1], &keys[2], Realm::Prod),
    ];
    assert_eq!(
        long.roots.current(Realm::Prod, &pinned),
        Ok(keys[2].public())
    );
    // The first root signs locators no more.
    assert_eq!(
        long.verify(Realm::Prod, &pinned),
        Err(StructureError::Signature)
    );
    long.locator = keys[2].sign(Realm::Prod, &plain_locator(Realm::Prod));
    let bytes = frozen("signed-locator-successors", &wire::encode(&long));
    let read: SignedLocator = decode_canonical(&bytes, SignedLocator::MAX).unwrap();
    assert!(read.verify(Realm::Prod, &pinned).is_ok());
    long.roots.successors.reverse();
    assert_eq!(
        long.roots.current(Realm::Prod, &pinned),
        Err(StructureError::Signature)
    );
    long.roots.successors = vec![step(&keys[0], &keys[1], Realm::Practice)];
    assert_eq!(
        long.roots.current(Realm::Prod, &pinned),
        Err(StructureError::Signature)
    );
}

#[test]
fn a_voucher_counts_for_its_time_structure_and_realm() {
    let root = structure_root().public();
    let bytes = frozen("signed-voucher", &wire::encode(&voucher(Realm::Prod)));
    let read: SignedVoucher = decode_canonical(&bytes, SignedVoucher::MAX).unwrap();
    assert_eq!(read, voucher(Realm::Prod));
    for (now, expected) in [
        (999, Some(StructureError::Expired)),
        (1_000, None),
        (1_499, None),
        (1_500, Some(StructureError::Expired)),
        (2_000, Some(StructureError::Expired)),
    ] {
        assert_eq!(
            read.verify(Realm::Prod, &root, now).err(),
            expected,
            "{now}"
        );
    }
    let crossed = voucher(Realm::Practice).verify(Realm::Prod, &root, 1_200);
    assert_eq!(crossed, Err(StructureError::Signature));
    let other = read.verify(Realm::Prod, &officer_key().public(), 1_200);
    assert_eq!(other, Err(StructureError::Signature));
    // An officer who is not this structure's, with a voucher that fits the officer.
    let mut forged = read;
    let claims = forged.officer.claimed().unwrap();
    forged.officer = officer_key().sign(Realm::Prod, &claims);
    assert_eq!(
        forged.verify(Realm::Prod, &root, 1_200),
        Err(StructureError::Signature)
    );
}

//! A stick opens with its own code, header, copy and gates, and with nothing else (A4, A10, A11).

use crate::support::{Fixed, Seeded, Stick, envelope, good_code};
use crypto::{
    Opening,
    code::Code,
    keys::DeviceSecret,
    stick::{Cell, Header},
};
use wire::{GateId, Hash, KeyId, Realm, gate::Element};

#[test]
fn the_right_code_opens() {
    let stick = Stick::new(Realm::Prod, 1, 1);
    let cell = stick.seal(7);
    let opened = cell
        .open(&stick.ds, &stick.header, 7, &stick.outputs(&[0]))
        .unwrap();
    let sealed = envelope();
    assert_eq!(opened.passkey.private, sealed.passkey.private);
    assert_eq!(opened.passkey.credential, sealed.passkey.credential);
    assert_eq!(opened.passkey.user_handle, sealed.passkey.user_handle);
    assert_eq!(opened.passkey.cred_random, sealed.passkey.cred_random);
    assert_eq!(opened.success.public(), sealed.success.public());
    assert_eq!(opened.lineage.public(), sealed.lineage.public());
    assert_eq!(
        opened.ceremony.unwrap().public(),
        sealed.ceremony.unwrap().public()
    );
}

#[test]
fn wrong_codes_are_refused() {
    let stick = Stick::new(Realm::Prod, 1, 1);
    let cell = stick.seal(7);
    let wrong = [
        Code::digits("482108").unwrap(),
        Code::digits("4821070").unwrap(),
        Code::pictograms(&[4, 8, 2, 1, 0, 7]).unwrap(),
    ];
    for code in wrong {
        let outputs = stick.ask(&stick.header, &code, &[0]).unwrap();
        let refused = cell.open(&stick.ds, &stick.header, 7, &outputs);
        assert_eq!(refused.unwrap_err(), Opening::Refused);
    }
}

#[test]
fn an_edited_header_is_refused() {
    let stick = Stick::new(Realm::Prod, 2, 3);
    let cell = stick.seal(7);
    let edits: [(&str, fn(&mut Header)); 8] = [
        ("realm", |h| h.realm = Realm::Practice),
        ("key_id", |h| h.key_id = KeyId([0; 16])),
        ("rp_id", |h| h.rp_id.push('x')),
        ("origin", |h| h.origin.push('x')),
        ("gate", |h| h.gates[0].gate = GateId([0; 16])),
        ("order", |h| h.gates[1..].reverse()),
        ("threshold", |h| h.threshold = 1),
        ("structure", |h| h.structure = Hash([0; 32])),
    ];
    for (what, edit) in edits {
        let mut header = stick.header.clone();
        edit(&mut header);
        // The gates answer as they always did; with the order edited, their proofs no longer fit.
        let outcome = stick
            .ask(&header, &good_code(), &[0, 1])
            .and_then(|outputs| cell.open(&stick.ds, &header, 7, &outputs));
        let expected = if what == "order" {
            Opening::GateLied
        } else {
            Opening::Refused
        };
        assert_eq!(outcome.unwrap_err(), expected, "{what}");
        // Nor do outputs that were honestly made for the true header.
        let honest = cell.open(&stick.ds, &header, 7, &stick.outputs(&[0, 1]));
        assert!(honest.is_err(), "{what}");
    }
}

#[test]
fn another_suite_number_is_refused() {
    let stick = Stick::new(Realm::Prod, 1, 1);
    let mut draft = stick.header.draft();
    draft.suite = 2;
    let keys = [stick.header.gates[0].public];
    assert_eq!(
        draft.complete(stick.header.key_id, &keys).unwrap_err(),
        Opening::Damaged
    );
}

#[test]
fn a_header_of_no_or_twice_the_same_gate_is_refused() {
    let stick = Stick::new(Realm::Prod, 1, 2);
    let keys: Vec<_> = stick.header.gates.iter().map(|g| g.public).collect();
    let good = stick.header.draft();
    let key_id = stick.header.key_id;
    assert!(good.complete(key_id, &keys).is_ok());
    for threshold in [0, 3] {
        let mut draft = good.clone();
        draft.threshold = threshold;
        assert!(draft.complete(key_id, &keys).is_err(), "t = {threshold}");
    }
    let mut twice = good.clone();
    twice.gates[1] = twice.gates[0];
    assert!(twice.complete(key_id, &keys).is_err());
    let mut none = good.clone();
    none.gates.clear();
    assert!(none.complete(key_id, &[]).is_err());
    assert!(good.complete(key_id, &keys[..1]).is_err());
    // Not on the curve, and the identity.
    for bad in [[0xff; 32], [0; 32]] {
        assert!(good.complete(key_id, &[keys[0], Element(bad)]).is_err());
    }
}

#[test]
fn another_copy_number_is_refused() {
    let stick = Stick::new(Realm::Prod, 1, 1);
    let cell = stick.seal(7);
    let outputs = stick.outputs(&[0]);
    assert!(cell.open(&stick.ds, &stick.header, 7, &outputs).is_ok());
    for seq in [0, 6, 8, u64::MAX] {
        let refused = cell.open(&stick.ds, &stick.header, seq, &outputs);
        assert_eq!(refused.unwrap_err(), Opening::Refused, "{seq}");
    }
}

#[test]
fn another_device_secret_is_refused() {
    let stick = Stick::new(Realm::Prod, 1, 1);
    let cell = stick.seal(7);
    let other = DeviceSecret::make(&mut Fixed(0x20));
    let refused = cell.open(&other, &stick.header, 7, &stick.outputs(&[0]));
    assert_eq!(refused.unwrap_err(), Opening::Refused);
}

#[test]
fn the_second_cell_never_opens() {
    let stick = Stick::new(Realm::Prod, 1, 1);
    let outputs = stick.outputs(&[0]);
    let mut random = Seeded::new("second");
    for _ in 0..50 {
        let refused = Cell::random(&mut random).open(&stick.ds, &stick.header, 7, &outputs);
        assert_eq!(refused.unwrap_err(), Opening::Refused);
    }
}

#[test]
fn two_seals_of_one_envelope_share_nothing() {
    let stick = Stick::new(Realm::Prod, 1, 1);
    let outputs = stick.outputs(&[0]);
    let mut random = Seeded::new("twice");
    let mut seal = || {
        Cell::seal(
            &envelope(),
            &stick.ds,
            &stick.header,
            7,
            &outputs,
            &mut random,
        )
        .unwrap()
    };
    assert!(seal() != seal());
}

#[test]
fn the_possession_key_is_of_one_enrolment_gate_and_realm() {
    let ds = DeviceSecret::make(&mut Fixed(1));
    let key = |realm, key_id, gate| {
        ds.possession(realm, &KeyId([key_id; 16]), &GateId([gate; 16]))
            .public()
    };
    let mine = key(Realm::Prod, 1, 1);
    assert_eq!(mine, key(Realm::Prod, 1, 1));
    let others = [
        key(Realm::Practice, 1, 1),
        key(Realm::Prod, 2, 1),
        key(Realm::Prod, 1, 2),
    ];
    assert!(!others.contains(&mine));
}

//! A stick is enrolled: by its voucher, and until it counts.

use super::*;

#[test]
fn enrolling_again_gets_the_same_answer_and_the_voucher_serves_no_other() {
    let gate = Gate::new();
    let voucher = gate.voucher();
    let public = gate.enrol(ONE, &voucher).unwrap();
    assert_eq!(gate.enrol(ONE, &voucher), Ok(public));
    assert_eq!(code(gate.enrol(TWO, &voucher)), Code::VoucherUsed);
    // Another voucher for a name that is taken.
    let other = gate.voucher();
    assert_eq!(code(gate.enrol(ONE, &other)), Code::GateRefused);
}

#[test]
fn keys_may_change_until_the_first_good_code() {
    let mut gate = Gate::new();
    let voucher = gate.voucher();
    gate.enrol(ONE, &voucher).unwrap();
    let fresh = EnrolmentKeys {
        possession: ONE.keys().possession,
        ..TWO.keys()
    };
    gate.enrol_as(ONE, fresh, &voucher).unwrap();
    gate.enrol(ONE, &voucher).unwrap();
    gate.attempt(ONE, 1).unwrap();
    gate.obey(gate.success(ONE, 1)).unwrap();
    let fresh = EnrolmentKeys {
        possession: ONE.keys().possession,
        ..TWO.keys()
    };
    assert_eq!(code(gate.enrol_as(ONE, fresh, &voucher)), Code::VoucherUsed);
    assert!(gate.enrol(ONE, &voucher).is_ok());
}

#[test]
fn a_voucher_that_was_bound_in_time_stays_good_for_its_stick() {
    let mut gate = Gate::new();
    let (early, late) = (gate.voucher(), gate.voucher());
    gate.enrol(ONE, &early).unwrap();
    gate.now = NOW + 2_000_000;
    assert!(gate.enrol(ONE, &early).is_ok());
    assert_eq!(code(gate.enrol(TWO, &late)), Code::VoucherExpired);
}

#[test]
fn vouchers_of_others_are_refused() {
    let mut gate = Gate::new();
    let voucher = gate.voucher();
    gate.place.root = SigKey::of("another root").public();
    assert_eq!(code(gate.enrol(ONE, &voucher)), Code::VoucherRefused);
    let mut gate = Gate::new();
    gate.place.gate = GateId([7; 16]);
    assert_eq!(code(gate.enrol(ONE, &voucher)), Code::VoucherRefused);
    gate.place.realm = Realm::Prod;
    let stranger = code(gate.enrol(ONE, &voucher));
    assert_eq!(stranger, Code::GateRefused, "signed in the other realm");
}

#[test]
fn a_commit_is_in_the_backup_too() {
    let gate = Gate::with(ONE);
    gate.prepare(ONE, TWO).unwrap();
    let order = gate.commit(ONE, TWO);
    let sealed = gate.run(move |tx, place, now| {
        let mut secrets = Remembered::default();
        orders::obey(tx, place, &mut secrets, &order, now)?;
        orders::obey(tx, place, &mut secrets, &order, now)?;
        Ok(secrets.1)
    });
    let sealed = sealed.unwrap();
    let rows: Vec<_> = sealed
        .iter()
        .map(|(key_id, record)| (*key_id, GateKey::from_bytes(record).unwrap().stage))
        .collect();
    assert_eq!(rows, [(TWO.id(), Stage::Live)]);
}

#[test]
fn a_voucher_that_was_bound_outlives_the_root_and_one_that_was_not_does_not() {
    let mut gate = Gate::new();
    let (bound, fresh) = (gate.voucher(), gate.voucher());
    let public = gate.enrol(ONE, &bound).unwrap();
    gate.place.root = SigKey::of("the root that follows").public();
    assert_eq!(gate.enrol(ONE, &bound), Ok(public));
    assert_eq!(gate.enrol(TWO, &bound).unwrap_err().code, Code::VoucherUsed);
    let refused = gate.enrol(TWO, &fresh).unwrap_err();
    assert_eq!(refused.code, Code::VoucherRefused);
}

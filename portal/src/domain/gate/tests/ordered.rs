//! Orders: whose they are, and whom they reach.

use super::*;

#[test]
fn an_order_is_known_by_its_stick() {
    let gate = Gate::with(ONE);
    let speaker = |order: &Order| {
        let order = order.clone();
        gate.run(move |tx, place, _| orders::speaker(tx, place, &order))
    };
    let (one, two) = (Some(ONE.id()), Some(TWO.id()));
    let lineage = ONE.key("lineage");
    assert_eq!(speaker(&gate.freeze(1, Reach::All, 1)), Ok(None));
    assert_eq!(speaker(&gate.set_keys(ONE, &lineage, 1, 1)), Ok(one));
    gate.obey(gate.set_keys(ONE, &lineage, 1, 1)).unwrap();
    gate.prepare(ONE, TWO).unwrap();
    for (order, expected) in [
        (gate.success(ONE, 1), one),
        (gate.success_by(ONE, "spare", 1), one),
        (gate.success_by(ONE, "possession", 1), None),
        (gate.success(THREE, 1), None),
        (gate.commit(ONE, TWO), two),
        (gate.commit(ONE, THREE), None),
        (gate.abort(ONE, TWO), one),
        (gate.abort(THREE, TWO), None),
        (gate.set_keys(ONE, &lineage, 1, 2), None),
        (gate.set_keys(ONE, &control_key(1), 1, 2), one),
        (gate.freeze(1, Reach::All, 1), one),
        (gate.lift(1, Reach::One(ONE.id()), 1), one),
        (gate.freeze(2, Reach::All, 1), None),
        (gate.freeze(2, Reach::One(ONE.id()), 1), None),
        (gate.destroy(ONE, &control_key(1)), one),
        (gate.destroy(ONE, &control_key(2)), None),
        (gate.destroy(THREE, &control_key(1)), None),
    ] {
        assert_eq!(speaker(&order), Ok(expected), "{order:?}");
    }
}

#[test]
fn control_keys_are_named_by_lineage_once_then_by_themselves() {
    let gate = Gate::with(ONE);
    let lineage = ONE.key("lineage");
    gate.obey(gate.set_keys(ONE, &lineage, 1, 1)).unwrap();
    let by_lineage = gate.set_keys(ONE, &lineage, 9, 2);
    assert_eq!(code(gate.obey(by_lineage)), Code::GateRefused);
    gate.obey(gate.set_keys(ONE, &control_key(1), 2, 2))
        .unwrap();
    // An older number changes nothing.
    let old = gate.set_keys(ONE, &control_key(2), 1, 2);
    assert_eq!(gate.obey(old), Ok(Ordered::default()));
    assert_eq!(
        code(gate.obey(gate.freeze(1, Reach::One(ONE.id()), 1))),
        Code::GateRefused
    );
    gate.obey(gate.freeze(2, Reach::One(ONE.id()), 1)).unwrap();
    assert_eq!(gate.status(ONE).unwrap().0, Standing::Suspended);
}

#[test]
fn a_freeze_hits_every_stick_that_bears_the_key_and_numbers_only_grow() {
    let mut gate = Gate::with(ONE);
    gate.enrol(TWO, &gate.voucher()).unwrap();
    for stick in [ONE, TWO] {
        let order = gate.set_keys(stick, &stick.key("lineage"), 1, 1);
        gate.obey(order).unwrap();
    }
    gate.enrol(THREE, &gate.voucher()).unwrap();
    gate.obey(gate.freeze(1, Reach::All, 5)).unwrap();
    for stick in [ONE, TWO] {
        assert_eq!(code(gate.attempt(stick, 1)), Code::GateSuspended);
        assert_eq!(gate.status(stick).unwrap().0, Standing::Suspended);
    }
    assert!(gate.attempt(THREE, 1).is_ok());
    let old = gate.obey(gate.lift(1, Reach::All, 4));
    assert_eq!(code(old), Code::GateRefused);
    assert_eq!(
        gate.status(ONE).unwrap().0,
        Standing::Suspended,
        "an old lift"
    );
    gate.obey(gate.lift(1, Reach::One(ONE.id()), 6)).unwrap();
    assert_eq!(gate.status(ONE).unwrap().0, Standing::Live);
    assert_eq!(gate.status(TWO).unwrap().0, Standing::Suspended);
    // One of them is as it asks.
    gate.obey(gate.freeze(1, Reach::All, 5)).unwrap();
    assert_eq!(gate.status(ONE).unwrap().0, Standing::Live, "an old freeze");
    let old = gate.obey(gate.freeze(1, Reach::One(ONE.id()), 5));
    assert_eq!(code(old), Code::GateRefused);
    // Said by a portal whose clock is far ahead, it would outlast all that follow.
    let far = 2 * (gate.now + 2 * 86_400);
    let far = gate.obey(gate.freeze(1, Reach::One(ONE.id()), far));
    assert_eq!(code(far), Code::GateRefused);
    let next = 2 * gate.now;
    gate.obey(gate.freeze(1, Reach::One(ONE.id()), next))
        .unwrap();
    assert_eq!(gate.status(ONE).unwrap().0, Standing::Suspended);
}

#[test]
fn a_destroyed_stick_says_so_to_its_holder_only() {
    let gate = Gate::with(ONE);
    gate.obey(gate.set_keys(ONE, &ONE.key("lineage"), 1, 1))
        .unwrap();
    gate.prepare(ONE, TWO).unwrap();
    let destroy = gate.destroy(ONE, &control_key(1));
    let destroyed = gate.obey(destroy.clone()).unwrap().destroy;
    assert_eq!(destroyed, [ONE.id(), TWO.id()], "with its renewal");
    assert_eq!(gate.obey(destroy), Ok(Ordered::default()), "said again");
    assert_eq!(code(gate.status(ONE)), Code::GateDestroyed);
    assert_eq!(code(gate.count(&gate.ask(ONE, 1))), Code::GateDestroyed);
    let forged = TWO
        .key("possession")
        .sign(&gate.ask(ONE, 1).claimed().unwrap());
    assert_eq!(code(gate.count(&forged)), Code::GateRefused);
    assert_eq!(code(gate.obey(gate.commit(ONE, TWO))), Code::GateDestroyed);
}

#[test]
fn an_order_for_another_gate_is_refused() {
    let mut gate = Gate::with(ONE);
    gate.attempt(ONE, 1).unwrap();
    let order = gate.success(ONE, 1);
    gate.place.gate = GateId([7; 16]);
    assert_eq!(code(gate.obey(order)), Code::GateRefused);
}

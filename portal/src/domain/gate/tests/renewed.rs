//! A stick is renewed.

use super::*;

#[test]
fn a_renewal_shares_counters_until_it_is_committed() {
    let mut gate = Gate::with(ONE);
    gate.attempt(ONE, 1).unwrap();
    let prepared = gate.prepare(ONE, TWO).unwrap();
    assert_eq!(gate.prepare(ONE, TWO), Ok((prepared.0, None)), "said again");
    assert_eq!(gate.attempt(TWO, 2).unwrap().in_a_row, 2);
    assert_eq!(gate.status(TWO).unwrap().0, Standing::Pending);
    assert_eq!(gate.status(ONE).unwrap().1.in_a_row, 2);

    let commit = gate.commit(ONE, TWO);
    assert_eq!(gate.obey(commit.clone()).unwrap().destroy, [ONE.id()]);
    assert_eq!(
        gate.obey(commit.clone()),
        Ok(Ordered::default()),
        "said again"
    );
    let (standing, tries) = gate.status(TWO).unwrap();
    assert_eq!(standing, Standing::Live);
    assert_eq!((tries.in_a_row, tries.enrolment, tries.lifetime), (0, 0, 2));
    assert_eq!(code(gate.status(ONE)), Code::GateDestroyed, "to its holder");
    assert_eq!(
        code(gate.obey(gate.abort(ONE, TWO))),
        Code::GateDestroyed,
        "too late"
    );
    // Renewed once more, and the old word comes again.
    gate.prepare(TWO, THREE).unwrap();
    gate.obey(gate.commit(TWO, THREE)).unwrap();
    assert_eq!(gate.obey(commit), Ok(Ordered::default()));
    assert_eq!(gate.status(THREE).unwrap().0, Standing::Live);
}

#[test]
fn another_preparation_replaces_the_first_and_an_abort_undoes_it() {
    let gate = Gate::with(ONE);
    gate.prepare(ONE, TWO).unwrap();
    assert_eq!(gate.prepare(ONE, THREE).unwrap().1, Some(TWO.id()));
    assert_eq!(code(gate.status(TWO)), Code::GateDestroyed);
    assert_eq!(code(gate.obey(gate.commit(ONE, TWO))), Code::GateDestroyed);
    let abort = gate.abort(ONE, THREE);
    assert_eq!(gate.obey(abort.clone()).unwrap().destroy, [THREE.id()]);
    assert_eq!(gate.obey(abort), Ok(Ordered::default()), "said again");
    assert_eq!(gate.status(ONE).unwrap().0, Standing::Live);
    assert_eq!(
        code(gate.prepare(ONE, TWO)),
        Code::GateRefused,
        "a name serves once"
    );
}

#[test]
fn a_renewed_stick_stays_within_reach_of_whoever_may_freeze_it() {
    let gate = Gate::with(ONE);
    gate.obey(gate.set_keys(ONE, &ONE.key("lineage"), 1, 7))
        .unwrap();
    gate.prepare(ONE, TWO).unwrap();
    gate.obey(gate.commit(ONE, TWO)).unwrap();
    gate.obey(gate.freeze(1, Reach::All, 1)).unwrap();
    assert_eq!(gate.status(TWO).unwrap().0, Standing::Suspended);
    gate.obey(gate.lift(1, Reach::One(ONE.id()), 2)).unwrap();
    assert_eq!(
        gate.status(TWO).unwrap().0,
        Standing::Live,
        "by its old name"
    );
    // What was named before the renewal still counts, and names what follows.
    let by_lineage = gate.set_keys(TWO, &TWO.key("lineage"), 2, 8);
    assert_eq!(code(gate.obey(by_lineage)), Code::GateRefused);
    gate.obey(gate.set_keys(ONE, &control_key(1), 2, 8))
        .unwrap();
    let by_old = gate.destroy(TWO, &control_key(1));
    assert_eq!(code(gate.obey(by_old)), Code::GateRefused);
    // Whoever lost the stick knows it by the name it had when it was added.
    let destroyed = gate.obey(gate.destroy(ONE, &control_key(2))).unwrap();
    assert_eq!(destroyed.destroy, [TWO.id()]);
    assert_eq!(code(gate.status(TWO)), Code::GateDestroyed);
}

#[test]
fn control_keys_named_before_a_renewal_may_arrive_after_it() {
    let gate = Gate::with(ONE);
    let late = gate.set_keys(ONE, &ONE.key("lineage"), 1, 1);
    gate.prepare(ONE, TWO).unwrap();
    gate.obey(gate.commit(ONE, TWO)).unwrap();
    // The key that a renewal has replaced speaks for the name it had, for no later one.
    let by_old = gate.set_keys(TWO, &ONE.key("lineage"), 1, 1);
    assert_eq!(code(gate.obey(by_old)), Code::GateRefused);
    gate.obey(late.clone()).unwrap();
    assert_eq!(gate.obey(late), Err(Code::GateRefused.into()), "said again");
    let destroyed = gate.obey(gate.destroy(ONE, &control_key(1))).unwrap();
    assert_eq!(destroyed.destroy, [TWO.id()]);
}

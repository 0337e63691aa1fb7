//! Codes are tried: counted, waited for, given back.

use super::*;

#[test]
fn a_challenge_serves_once_and_for_two_minutes() {
    let mut gate = Gate::with(ONE);
    let request = gate.ask(ONE, 1);
    gate.count(&request).unwrap();
    let again = ONE.key("possession").sign(&Evaluate {
        attempt: AttemptId([2; 16]),
        ..request.claimed().unwrap()
    });
    assert_eq!(code(gate.count(&again)), Code::CeremonyExpired, "challenge");
    let late = gate.ask(ONE, 3);
    gate.now += 120;
    assert_eq!(code(gate.count(&late)), Code::CeremonyExpired);
    let invented = ONE.key("possession").sign(&Evaluate {
        challenge: wire::Challenge([0; 32]),
        ..late.claimed().unwrap()
    });
    assert_eq!(code(gate.count(&invented)), Code::CeremonyExpired);
    assert_eq!(
        gate.status(ONE).unwrap().1.in_a_row,
        1,
        "refusals cost nothing"
    );
}

#[test]
fn a_request_whose_answer_was_lost_is_answered_again_uncounted() {
    let mut gate = Gate::with(ONE);
    for n in 1..=9 {
        gate.attempt(ONE, n).unwrap();
    }
    let status = gate.status(ONE).unwrap();
    gate.now = status.1.not_before;
    let request = gate.ask(ONE, 10);
    let told = gate.count(&request).unwrap();
    assert_eq!((told.in_a_row, told.left), (10, 0));
    // The last try too: it is counted, and was never answered.
    assert_eq!(gate.count(&request), Ok(told));
    let other = ONE.key("possession").sign(&Evaluate {
        blinded: Element([8; 32]),
        ..request.claimed().unwrap()
    });
    assert_eq!(code(gate.count(&other)), Code::GateRefused, "other words");
    gate.obey(gate.set_keys(ONE, &ONE.key("lineage"), 1, 1))
        .unwrap();
    gate.obey(gate.freeze(1, Reach::All, 1)).unwrap();
    assert_eq!(code(gate.count(&request)), Code::GateSuspended);
    gate.obey(gate.lift(1, Reach::All, 2)).unwrap();
    gate.now += 119;
    assert_eq!(gate.count(&request), Ok(told));
    gate.now += 1;
    assert_eq!(code(gate.count(&request)), Code::GateRefused, "too late");
}

#[test]
fn an_unknown_stick_and_a_bad_signature_get_the_same_answer() {
    let gate = Gate::with(ONE);
    let forged = TWO
        .key("possession")
        .sign(&gate.ask(ONE, 1).claimed().unwrap());
    assert_eq!(code(gate.count(&forged)), Code::GateRefused);
    assert_eq!(code(gate.count(&gate.ask(TWO, 1))), Code::GateRefused);
    assert_eq!(code(gate.status(TWO)), Code::GateRefused);
    for order in [
        gate.success(TWO, 1),
        gate.success_by(ONE, "possession", 1),
        gate.destroy(TWO, &control_key(1)),
        gate.destroy(ONE, &control_key(1)),
        gate.set_keys(TWO, &control_key(1), 1, 1),
        gate.freeze(1, Reach::One(ONE.id()), 1),
    ] {
        assert_eq!(code(gate.obey(order)), Code::GateRefused);
    }
    assert_eq!(code(gate.prepare(TWO, THREE)), Code::GateRefused);
}

#[test]
fn ten_wrong_codes_in_a_row_freeze() {
    let mut gate = Gate::with(ONE);
    for n in 1..=10 {
        let tries = gate.attempt(ONE, n).unwrap();
        assert_eq!((tries.in_a_row, tries.left), (n.into(), 10 - u32::from(n)));
    }
    gate.now += 1_000_000;
    assert_eq!(code(gate.attempt(ONE, 11)), Code::GateFrozen);
    assert_eq!(gate.status(ONE).unwrap().0, Standing::Frozen);
    assert_eq!(code(gate.prepare(ONE, TWO)), Code::GateFrozen);
    // The tenth was good all the same: its envelope opened.
    let told = gate.obey(gate.success_by(ONE, "spare", 10)).unwrap().tries;
    assert_eq!(
        told.map(|t| (t.in_a_row, t.enrolment, t.left)),
        Some((9, 9, 10))
    );
    assert_eq!(gate.status(ONE).unwrap().0, Standing::Live);
}

#[test]
fn a_wait_is_kept_and_a_clock_that_goes_back_does_not_lengthen_it() {
    let mut gate = Gate::with(ONE);
    for n in 1..=5 {
        gate.count(&gate.ask(ONE, n)).unwrap();
    }
    let refusal = gate.count(&gate.ask(ONE, 6)).unwrap_err();
    assert_eq!(
        (refusal.code, refusal.retry_after_s),
        (Code::GateWait, Some(60))
    );
    gate.now -= 100_000;
    let refusal = gate.count(&gate.ask(ONE, 6)).unwrap_err();
    assert_eq!(
        (refusal.code, refusal.retry_after_s),
        (Code::GateWait, Some(60))
    );
    gate.now += 59;
    let refusal = gate.count(&gate.ask(ONE, 6)).unwrap_err();
    assert_eq!(
        refusal.retry_after_s,
        Some(1),
        "it runs although the clock is behind"
    );
    gate.now += 1;
    assert_eq!(gate.count(&gate.ask(ONE, 6)).unwrap().in_a_row, 6);
}

#[test]
fn a_success_gives_back_its_own_try_once() {
    let mut gate = Gate::with(ONE);
    for n in 1..=4 {
        gate.attempt(ONE, n).unwrap();
    }
    let order = gate.success(ONE, 4);
    let told = gate.obey(order.clone()).unwrap().tries.unwrap();
    assert_eq!(
        (told.in_a_row, told.enrolment, told.lifetime, told.left),
        (3, 3, 3, 10)
    );
    gate.attempt(ONE, 5).unwrap();
    gate.attempt(ONE, 6).unwrap();
    // Replayed: the same words, and nothing changes (A24).
    assert_eq!(gate.obey(order).unwrap().tries, Some(told));
    let (_, tries) = gate.status(ONE).unwrap();
    assert_eq!((tries.in_a_row, tries.enrolment), (2, 5));
    assert_eq!(code(gate.obey(gate.success(ONE, 77))), Code::GateRefused);
}

#[test]
fn what_has_ended_is_swept_away() {
    let mut gate = Gate::with(ONE);
    gate.attempt(ONE, 1).unwrap();
    let _ = gate.challenge();
    let sweep = |gate: &Gate| gate.run(|tx, _, now| crate::domain::expiry::sweep(tx, now, 100));
    assert_eq!(sweep(&gate), Ok(0));
    gate.now += 120;
    assert!(sweep(&gate).unwrap() > 0);
    assert!(
        gate.obey(gate.success(ONE, 1)).is_ok(),
        "tries are remembered longer"
    );
    gate.now += 31 * 86_400;
    sweep(&gate).unwrap();
    assert_eq!(code(gate.obey(gate.success(ONE, 1))), Code::GateRefused);
}

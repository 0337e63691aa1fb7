//! The gate's rules on the memory engine: what is counted, what is given back, who is believed.

use wire::{
    AttemptId, Code, GateId, KeyId, Realm, Signed,
    gate::{
        Abort, Commit, Destroy, Element, Enrol, EnrolmentKeys, Evaluate, Freeze, Lift, Order,
        Prepare, Reach, SetKeys, Standing, Status, Success, Suspend, Tries,
    },
    random::System,
    structure::{SignedVoucher, VoucherKind},
};

use super::{
    Secrets, challenge, enrol, evaluate,
    evaluate::Counted,
    orders::{self, Ordered},
    renew,
};
use crate::{
    domain::{Outcome, Place},
    fixtures::{NOW, SigKey, structure},
    records::{GateKey, Stage},
    store::{Memory, Record, Store, Tx},
};

/// Secrets that are only remembered.
#[derive(Default)]
struct Remembered(Vec<KeyId>, Vec<(KeyId, Vec<u8>)>);

impl Secrets for Remembered {
    fn make(&mut self, key_id: KeyId) -> Outcome<Element> {
        self.0.push(key_id);
        Ok(Element([key_id.0[0]; 32]))
    }

    fn back_up(&mut self, key_id: KeyId, record: &[u8]) -> Outcome<()> {
        assert!(record.len() < gate::MAX_RECORD);
        self.1.push((key_id, record.to_vec()));
        Ok(())
    }
}

/// A gate, and the time.
struct Gate {
    store: Store,
    place: Place,
    now: u64,
}

/// A stick with its keys; `n` tells sticks apart.
#[derive(Clone, Copy)]
struct Stick(u8);

impl Stick {
    fn id(self) -> KeyId {
        KeyId([self.0; 16])
    }

    fn key(self, role: &str) -> SigKey {
        SigKey::of(&format!("{role} {}", self.0))
    }

    fn keys(self) -> EnrolmentKeys {
        EnrolmentKeys {
            possession: self.key("possession").public(),
            success: [self.key("success").public(), self.key("spare").public()],
            lineage: self.key("lineage").public(),
        }
    }
}

const ONE: Stick = Stick(1);
const TWO: Stick = Stick(2);
const THREE: Stick = Stick(3);

impl Gate {
    fn new() -> Self {
        let (place, _) = structure();
        Self {
            store: Store::start(Memory::new()).unwrap(),
            place,
            now: NOW,
        }
    }

    fn with(stick: Stick) -> Self {
        let gate = Self::new();
        gate.enrol(stick, &gate.voucher()).unwrap();
        gate
    }

    fn run<T: Send + 'static>(
        &self,
        rule: impl FnOnce(&mut Tx<'_>, &Place, u64) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        let (place, now) = (self.place.clone(), self.now);
        Ok(self.store.write(move |tx| rule(tx, &place, now))?)
    }

    fn voucher(&self) -> SignedVoucher {
        let (_, structure) = structure();
        structure.voucher(&mut System::new(), VoucherKind::Account, NOW + 1_000_000)
    }

    fn enrol(&self, stick: Stick, voucher: &SignedVoucher) -> Outcome<Element> {
        self.enrol_as(stick, stick.keys(), voucher)
    }

    fn enrol_as(
        &self,
        stick: Stick,
        keys: EnrolmentKeys,
        voucher: &SignedVoucher,
    ) -> Outcome<Element> {
        let request = stick.key("possession").sign(&Enrol {
            gate: self.place.gate,
            key_id: stick.id(),
            keys,
            voucher: voucher.clone(),
        });
        self.run(move |tx, place, now| {
            enrol::enrol(tx, place, &mut Remembered::default(), &request, now)
        })
    }

    fn challenge(&self) -> wire::Challenge {
        let given = self.run(|tx, _, now| challenge(tx, now, &mut System::new()));
        given.unwrap().challenge
    }

    fn ask(&self, stick: Stick, n: u8) -> Signed<Evaluate> {
        stick.key("possession").sign(&Evaluate {
            gate: self.place.gate,
            key_id: stick.id(),
            attempt: AttemptId([n; 16]),
            challenge: self.challenge(),
            blinded: Element([9; 32]),
        })
    }

    fn count(&self, request: &Signed<Evaluate>) -> Outcome<Tries> {
        let request = request.clone();
        match self.run(move |tx, place, now| evaluate::count(tx, place, &request, now))? {
            Counted::Evaluate { tries, .. } => Ok(tries),
            Counted::Wait(refusal) => Err(refusal),
        }
    }

    /// One try, after its wait.
    fn attempt(&mut self, stick: Stick, n: u8) -> Outcome<Tries> {
        if let Ok(status) = self.status(stick) {
            self.now = self.now.max(status.1.not_before);
        }
        self.count(&self.ask(stick, n))
    }

    fn status(&self, stick: Stick) -> Outcome<(Standing, Tries)> {
        let request = stick.key("possession").sign(&Status {
            gate: self.place.gate,
            key_id: stick.id(),
            challenge: self.challenge(),
        });
        let answer = self.run(move |tx, place, now| evaluate::status(tx, place, &request, now))?;
        Ok((answer.standing, answer.tries))
    }

    fn obey(&self, order: Order) -> Outcome<Ordered> {
        self.run(move |tx, place, now| {
            orders::obey(tx, place, &mut Remembered::default(), &order, now)
        })
    }

    fn success(&self, stick: Stick, n: u8) -> Order {
        self.success_by(stick, "success", n)
    }

    fn success_by(&self, stick: Stick, role: &str, n: u8) -> Order {
        Order::Success(stick.key(role).sign(&Success {
            gate: self.place.gate,
            key_id: stick.id(),
            attempt: AttemptId([n; 16]),
        }))
    }

    fn prepare(&self, live: Stick, next: Stick) -> Outcome<(Element, Option<KeyId>)> {
        let request = live.key("lineage").sign(&Prepare {
            gate: self.place.gate,
            key_id: live.id(),
            next: next.id(),
            keys: next.keys(),
        });
        self.run(move |tx, place, now| {
            renew::prepare(tx, place, &mut Remembered::default(), &request, now)
        })
    }

    fn commit(&self, live: Stick, next: Stick) -> Order {
        Order::Commit(next.key("success").sign(&Commit {
            gate: self.place.gate,
            key_id: live.id(),
            next: next.id(),
        }))
    }

    fn abort(&self, live: Stick, next: Stick) -> Order {
        Order::Abort(live.key("lineage").sign(&Abort {
            gate: self.place.gate,
            key_id: live.id(),
            next: next.id(),
        }))
    }

    fn set_keys(&self, stick: Stick, signer: &SigKey, g: u8, n: u64) -> Order {
        Order::SetKeys(signer.sign(&SetKeys {
            gate: self.place.gate,
            key_id: stick.id(),
            suspend: suspend_key(g).public(),
            control: control_key(g).public(),
            n,
        }))
    }

    fn suspend(&self, g: u8, reach: Reach, n: u64) -> Suspend {
        Suspend {
            gate: self.place.gate,
            suspend: suspend_key(g).public(),
            reach,
            n,
        }
    }

    fn freeze(&self, g: u8, reach: Reach, n: u64) -> Order {
        Order::Freeze(suspend_key(g).sign(&Freeze(self.suspend(g, reach, n))))
    }

    fn lift(&self, g: u8, reach: Reach, n: u64) -> Order {
        Order::Lift(suspend_key(g).sign(&Lift(self.suspend(g, reach, n))))
    }

    fn destroy(&self, stick: Stick, signer: &SigKey) -> Order {
        Order::Destroy(signer.sign(&Destroy {
            gate: self.place.gate,
            key_id: stick.id(),
        }))
    }
}

fn suspend_key(g: u8) -> SigKey {
    SigKey::of(&format!("suspend {g}"))
}

fn control_key(g: u8) -> SigKey {
    SigKey::of(&format!("control {g}"))
}

fn code<T: core::fmt::Debug>(outcome: Outcome<T>) -> Code {
    outcome.unwrap_err().code
}

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

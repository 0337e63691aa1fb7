//! The gate's rules on the memory engine: what is counted, what is given back, who is believed.

mod enrolled;
mod ordered;
mod renewed;
mod tried;

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

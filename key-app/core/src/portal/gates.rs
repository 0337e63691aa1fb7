//! The gates of a stick: what is asked of each, and what it answers.

use super::http::Portal;
use crate::trouble::{Result, Trouble};
use crypto::{
    keys::{DeviceSecret, SigningKey},
    stick::{GateOutput, Header, Stretched},
};
use wire::{
    AttemptId, GateId, KeyId, Random, Realm, Signed,
    api::{Evaluated, GateChallenge, GateKey, StatusAnswer},
    gate::{
        Commit, Element, Enrol, EnrolmentKeys, Evaluate, Order, Prepare, Standing, Status, Success,
        Tries,
    },
    structure::{Locator, SignedVoucher},
};

/// The gates that a verified locator names.
#[derive(Debug, Clone)]
pub(crate) struct Gates {
    realm: Realm,
    doors: Vec<(GateId, Portal)>,
}

/// One counted try at several gates.
#[derive(Debug, Default)]
pub(crate) struct Attempt {
    at: Vec<(GateId, AttemptId)>,
    /// What the gates made of the code.
    pub(crate) outputs: Vec<GateOutput>,
    /// The counters of the gate that has seen most wrong codes.
    pub(crate) tries: Option<Tries>,
}

/// A success that a gate has not heard: until it does, it counts a right code as a wrong one.
#[derive(Debug)]
pub(crate) struct Untold {
    gate: GateId,
    order: Order,
}

impl Gates {
    pub(crate) fn new(locator: &Locator) -> Result<Self> {
        let doors = locator
            .gates
            .iter()
            .map(|gate| {
                let alone = Locator {
                    portals: vec![gate.address.clone()],
                    ..locator.clone()
                };
                Ok((gate.gate, Portal::new(&alone)?))
            })
            .collect::<Result<_>>()?;
        Ok(Self {
            realm: locator.realm,
            doors,
        })
    }

    /// Asks every gate of a draft for a key, in order.
    pub(crate) async fn enrol(
        &self,
        gates: &[GateId],
        key_id: KeyId,
        ds: &DeviceSecret,
        keys: impl Fn(&SigningKey) -> EnrolmentKeys,
        voucher: &SignedVoucher,
    ) -> Result<Vec<Element>> {
        let mut publics = Vec::with_capacity(gates.len());
        for gate in gates {
            let possession = ds.possession(self.realm, &key_id, gate);
            let enrol = Enrol {
                gate: *gate,
                key_id,
                keys: keys(&possession),
                voucher: voucher.clone(),
            };
            let signed = possession.sign(self.realm, &enrol);
            let key: GateKey = self.door(gate)?.post("v1/gate/enrol", &signed).await?;
            publics.push(key.public);
        }
        Ok(publics)
    }

    /// Prepares a renewal at every gate.
    pub(crate) async fn prepare(
        &self,
        header: &Header,
        next: KeyId,
        ds: &DeviceSecret,
        keys: impl Fn(&SigningKey) -> EnrolmentKeys,
        lineage: &SigningKey,
    ) -> Result<Vec<Element>> {
        let mut publics = Vec::with_capacity(header.gates.len());
        for gate in header.gates.iter().map(|g| g.gate) {
            let possession = ds.possession(self.realm, &next, &gate);
            let prepare = Prepare {
                gate,
                key_id: header.key_id,
                next,
                keys: keys(&possession),
            };
            let signed = lineage.sign(self.realm, &prepare);
            let key: GateKey = self.door(&gate)?.post("v1/gate/prepare", &signed).await?;
            publics.push(key.public);
        }
        Ok(publics)
    }

    /// One evaluation at each of the first `count` gates that answer, each with its proof checked;
    /// fewer will do, but not fewer than `needed`.
    pub(crate) async fn evaluate(
        &self,
        header: &Header,
        ds: &DeviceSecret,
        x: &Stretched,
        count: usize,
        needed: usize,
        random: &mut dyn Random,
    ) -> Result<Attempt> {
        let mut attempt = Attempt::default();
        let mut trouble = Trouble::Unreachable;
        for index in 0..header.gates.len() {
            if attempt.outputs.len() == count {
                break;
            }
            match self
                .evaluate_one(header, ds, x, index, &mut attempt, random)
                .await
            {
                Ok(()) => {}
                Err(other) => trouble = other,
            }
        }
        if attempt.outputs.len() >= needed {
            Ok(attempt)
        } else {
            Err(trouble)
        }
    }

    /// How the enrolment stands at each gate; costs no try.
    pub(crate) async fn status(
        &self,
        header: &Header,
        ds: &DeviceSecret,
    ) -> Vec<Result<StatusAnswer>> {
        let mut answers = Vec::with_capacity(header.gates.len());
        for gate in header.gates.iter().map(|g| g.gate) {
            answers.push(self.status_one(header, ds, gate).await);
        }
        answers
    }

    /// Tells each gate that its try opened the envelope. Trouble at one does not stop the person:
    /// what it has not heard comes back, to be told again.
    pub(crate) async fn succeed(
        &self,
        header: &Header,
        success: &SigningKey,
        attempt: &Attempt,
    ) -> (Option<Tries>, Vec<Untold>) {
        let orders = attempt.at.iter().map(|(gate, id)| {
            let message = Success {
                gate: *gate,
                key_id: header.key_id,
                attempt: *id,
            };
            Untold {
                gate: *gate,
                order: Order::Success(success.sign(self.realm, &message)),
            }
        });
        self.tell(orders.collect()).await
    }

    /// Tells again what was not heard. Gates take a success once, however often it is told.
    pub(crate) async fn tell(&self, orders: Vec<Untold>) -> (Option<Tries>, Vec<Untold>) {
        let (mut worst, mut untold) = (None, Vec::new());
        for told in orders {
            let Ok(door) = self.door(&told.gate) else {
                continue;
            };
            match door.post::<Tries>("v1/gate/order", &told.order).await {
                Ok(tries) => worst = Some(worse(worst, tries)),
                Err(_) => untold.push(told),
            }
        }
        (worst, untold)
    }

    /// Commits a renewal at every gate of the header; all must acknowledge, and no longer call it
    /// pending: once its twin is gone, nobody can commit it any more.
    pub(crate) async fn commit(
        &self,
        header: &Header,
        ds: &DeviceSecret,
        old: KeyId,
        success: &SigningKey,
    ) -> Result<()> {
        for gate in header.gates.iter().map(|g| g.gate) {
            let message = Commit {
                gate,
                key_id: old,
                next: header.key_id,
            };
            let order = Order::Commit(success.sign(self.realm, &message));
            self.order(&gate, &order).await?;
            if self.status_one(header, ds, gate).await?.standing == Standing::Pending {
                return Err(Trouble::Unverified);
            }
        }
        Ok(())
    }

    /// Hands one order to its gate.
    pub(crate) async fn order(&self, gate: &GateId, order: &Order) -> Result<()> {
        self.door(gate)?
            .send(reqwest::Method::POST, "v1/gate/order", wire::encode(order))
            .await
    }

    async fn evaluate_one(
        &self,
        header: &Header,
        ds: &DeviceSecret,
        x: &Stretched,
        index: usize,
        attempt: &mut Attempt,
        random: &mut dyn Random,
    ) -> Result<()> {
        let gate = header.gates.get(index).ok_or(Trouble::StickDamaged)?.gate;
        let door = self.door(&gate)?;
        let request = x.request(header, index, random)?;
        let id = AttemptId::random(random);
        let GateChallenge { challenge } = door.ask("v1/gate/challenge").await?;
        let message = Evaluate {
            gate,
            key_id: header.key_id,
            attempt: id,
            challenge,
            blinded: request.element(),
        };
        let possession = ds.possession(self.realm, &header.key_id, &gate);
        let signed: Signed<Evaluate> = possession.sign(self.realm, &message);
        let answer: Evaluated = door.post("v1/gate/evaluate", &signed).await?;
        attempt
            .outputs
            .push(request.finish(x, &answer.element, &answer.proof)?);
        attempt.at.push((gate, id));
        attempt.tries = Some(worse(attempt.tries, answer.tries));
        Ok(())
    }

    async fn status_one(
        &self,
        header: &Header,
        ds: &DeviceSecret,
        gate: GateId,
    ) -> Result<StatusAnswer> {
        let door = self.door(&gate)?;
        let GateChallenge { challenge } = door.ask("v1/gate/challenge").await?;
        let message = Status {
            gate,
            key_id: header.key_id,
            challenge,
        };
        let possession = ds.possession(self.realm, &header.key_id, &gate);
        door.post("v1/gate/status", &possession.sign(self.realm, &message))
            .await
    }

    fn door(&self, gate: &GateId) -> Result<&Portal> {
        self.doors
            .iter()
            .find_map(|(id, portal)| (id == gate).then_some(portal))
            .ok_or(Trouble::StickState(
                "its structure no longer names one of its gates",
            ))
    }
}

/// The counters of which fewer tries are left.
fn worse(known: Option<Tries>, new: Tries) -> Tries {
    known.filter(|k| k.left <= new.left).unwrap_or(new)
}

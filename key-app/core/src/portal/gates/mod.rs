//! The gates of a stick: what is asked of each, and what it answers.
//!
//! - `attempt` a try of the code · `renewal` a stick's new keys, prepared, committed, undone

mod attempt;
mod renewal;

pub(crate) use attempt::Attempt;

use super::http::Portal;
use crate::trouble::{Result, Trouble};
use crypto::{
    keys::{DeviceSecret, SigningKey},
    stick::Header,
};
use wire::{
    Code, GateId, KeyId, Message, Realm, Signed,
    api::{GateChallenge, GateKey, StatusAnswer},
    gate::{
        Element, Enrol, EnrolmentKeys, Freeze, Lift, Order, Reach, Status, Success, Suspend, Tries,
    },
    structure::{Locator, SignedVoucher},
};

/// The gates that a verified locator names.
#[derive(Debug, Clone)]
pub(crate) struct Gates {
    realm: Realm,
    doors: Vec<(GateId, Portal)>,
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

    /// Asks every gate of a draft for a key.
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
            publics.push(self.key_at(gate, "v1/gate/enrol", &signed).await);
        }
        all_of(publics)
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

    /// The same, where every gate must answer.
    pub(crate) async fn all(
        &self,
        header: &Header,
        ds: &DeviceSecret,
    ) -> Result<Vec<StatusAnswer>> {
        all_of(self.status(header, ds).await)
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

    /// Freezes or lifts at every gate that the structure names. A gate takes only what comes after the last
    /// one: one freeze and one lift a second.
    pub(crate) async fn suspend(
        &self,
        key: &SigningKey,
        reach: Reach,
        time: u64,
        freeze: bool,
    ) -> Result<()> {
        let mut told = Vec::with_capacity(self.doors.len());
        for (gate, _) in &self.doors {
            let order = self.suspension(key, *gate, reach, time, freeze);
            let sent = self.order(gate, &order).await;
            told.push(sent);
        }
        // A gate that has never heard of the stick has nothing to freeze; where none has, nothing was done.
        let unheard = |sent: &Result<()>| {
            let code = sent.as_ref().err().and_then(Trouble::code);
            code == Some(Code::GateRefused)
        };
        if !told.iter().all(unheard) {
            told.retain(|sent| !unheard(sent));
        }
        all_of(told).map(drop)
    }

    /// The same of security keys, at the portal that keeps them.
    pub(crate) async fn suspend_at(
        &self,
        portal: &Portal,
        key: &SigningKey,
        reach: Reach,
        time: u64,
        freeze: bool,
    ) -> Result<()> {
        let (gate, _) = self.doors.first().ok_or(Trouble::StickDamaged)?;
        let order = self.suspension(key, *gate, reach, time, freeze);
        portal
            .send(reqwest::Method::POST, "v1/suspend", wire::encode(&order))
            .await
    }

    fn suspension(
        &self,
        key: &SigningKey,
        gate: GateId,
        reach: Reach,
        time: u64,
        freeze: bool,
    ) -> Order {
        let message = Suspend {
            gate,
            suspend: key.public(),
            reach,
            n: time.saturating_mul(2).saturating_add(u64::from(!freeze)),
        };
        match freeze {
            true => Order::Freeze(key.sign(self.realm, &Freeze(message))),
            false => Order::Lift(key.sign(self.realm, &Lift(message))),
        }
    }

    async fn key_at<T: Message>(
        &self,
        gate: &GateId,
        path: &str,
        request: &Signed<T>,
    ) -> Result<Element> {
        let key: GateKey = self.door(gate)?.post(path, request).await?;
        Ok(key.public)
    }

    /// Hands one order to its gate.
    async fn order(&self, gate: &GateId, order: &Order) -> Result<()> {
        self.door(gate)?
            .send(reqwest::Method::POST, "v1/gate/order", wire::encode(order))
            .await
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

/// What all gates answered, or what is wrong with one of them.
fn all_of<T>(answers: Vec<Result<T>>) -> Result<Vec<T>> {
    let needed = answers.len();
    let answered = answers.iter().filter(|answer| !away(answer)).count();
    let all: Result<Vec<T>> = answers.into_iter().collect();
    all.map_err(|trouble| among(answered, needed, trouble))
}

/// A gate that is away says less than the others that are there.
fn among(answered: usize, needed: usize, trouble: Trouble) -> Trouble {
    if answered > 0 && trouble.is_away() {
        Trouble::GatesAway { answered, needed }
    } else {
        trouble
    }
}

fn away<T>(answer: &Result<T>) -> bool {
    matches!(answer, Err(trouble) if trouble.is_away())
}

/// The counters of which fewer tries are left.
fn worse(known: Option<Tries>, new: Tries) -> Tries {
    known.filter(|k| k.left <= new.left).unwrap_or(new)
}

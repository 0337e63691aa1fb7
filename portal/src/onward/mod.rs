//! Signed orders handed on to the structure's other gates: the only requests that leave a portal.
//! Where they go and whom they trust is in the locator that the structure root signed, nowhere else.
//!
//! - `door` one gate: what is sent, and what its answer means; `trust` how it is known
//!
//! Each gate has its own queue, its own loop, and one order on its way: a gate that is silent or slow
//! holds up nobody but itself.

mod door;
mod trust;

use std::{collections::BTreeSet, sync::Arc};

use futures_util::future::join_all;
use tokio::{
    sync::{Mutex, Notify},
    task::AbortHandle,
};
use wire::{Code, GateId, structure::Locator};

use self::door::{Answer, Door};
use crate::{
    app::{Shared, StartError},
    domain::{Outcome, outbox},
};

/// Orders read in one transaction.
const PAGE: usize = 128;

/// The gates elsewhere.
pub(crate) struct Onward(Vec<Arc<Way>>);

/// The way to one of them.
struct Way {
    gate: GateId,
    door: Door,
    /// Told when orders wait, perhaps for this gate.
    told: Notify,
    /// Held while orders are handed on: each is on its way once at a time.
    walking: Mutex<()>,
}

impl Onward {
    /// The gates that the verified locator names, but for the portal's own.
    pub(crate) fn of(locator: &Locator, own: GateId) -> Result<Self, StartError> {
        let elsewhere: Vec<_> = locator.gates.iter().filter(|g| g.gate != own).collect();
        if elsewhere.is_empty() {
            return Ok(Self(Vec::new()));
        }
        let client = door::client(&locator.trust)?;
        let ways = elsewhere.into_iter().map(|named| {
            Ok(Arc::new(Way {
                gate: named.gate,
                door: Door::new(client.clone(), named)?,
                told: Notify::new(),
                walking: Mutex::default(),
            }))
        });
        Ok(Self(ways.collect::<Result<_, StartError>>()?))
    }

    /// Orders wait, perhaps.
    pub(crate) fn tell(&self) {
        for way in &self.0 {
            way.told.notify_one();
        }
    }
}

/// Starts a loop for each gate elsewhere, that hands on whenever it is told.
pub(crate) fn start(app: &Shared) -> Vec<AbortHandle> {
    let ways = app.onward.0.iter().map(|way| {
        let (app, way) = (app.clone(), way.clone());
        let walking = async move {
            loop {
                way.told.notified().await;
                walk(&app, &way).await;
            }
        };
        tokio::spawn(walking).abort_handle()
    });
    ways.collect()
}

/// Hands everything on that waits, to all gates at once, and returns when each has been tried.
pub(crate) async fn hand_on(app: &Shared) {
    join_all(app.onward.0.iter().map(|way| walk(app, way))).await;
}

async fn walk(app: &Shared, way: &Way) {
    let _one_at_a_time = way.walking.lock().await;
    if let Err(refusal) = try_walk(app, way).await {
        let (gate, code) = (way.gate.to_hex(), refusal.code.as_str());
        tracing::warn!(gate, code, "orders for a gate elsewhere wait");
    }
}

/// Hands on, oldest first. What the gate refuses by its rules is done with. What it will take later
/// waits, and with it what is about the same stick, which may rest on it; others go on. Where nobody
/// answers as a gate does, everything waits.
async fn try_walk(app: &Shared, way: &Way) -> Outcome<()> {
    let mut held = BTreeSet::new();
    let mut after: Option<Vec<u8>> = None;
    loop {
        let (gate, from) = (way.gate, after);
        let page = app.read(move |read| outbox::waiting_for(read, &gate, from.as_deref(), PAGE));
        let page = page.await?;
        after = page.last().map(|(key, _)| key.clone());
        if after.is_none() {
            return Ok(());
        }
        for (key, order) in page {
            let stick = order.key_id().map_err(|_| Code::Damaged)?;
            if held.contains(&stick) {
                continue;
            }
            match way.door.hand_over(&order).await {
                Answer::Done => {}
                Answer::Refused(code) => {
                    let (gate, code) = (gate.to_hex(), code.as_str());
                    tracing::warn!(gate, code, "a gate elsewhere refused an order");
                }
                Answer::Later => {
                    held.insert(stick);
                    continue;
                }
                Answer::Silent => return Err(Code::Unavailable.into()),
            }
            app.write(move |tx| {
                outbox::done_elsewhere(tx, &key);
                Ok(())
            })
            .await?;
        }
    }
}

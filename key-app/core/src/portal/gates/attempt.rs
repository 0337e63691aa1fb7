//! A try of the code: at as many gates as it takes, and at none where it cannot succeed.

use super::{Gates, among, worse};
use crate::trouble::{Result, Trouble};
use core::time::Duration;
use crypto::{
    keys::DeviceSecret,
    stick::{GateOutput, Header, Stretched},
};
use futures_util::{StreamExt, stream::FuturesUnordered};
use std::collections::VecDeque;
use tokio::time::timeout;
use wire::{
    AttemptId, Challenge, GateId, Random, Signed,
    api::{Evaluated, GateChallenge},
    gate::{Evaluate, Tries},
};

/// For a gate that has not answered when enough others have.
const GRACE: Duration = Duration::from_secs(2);

/// One counted try at several gates.
#[derive(Debug, Default)]
pub(crate) struct Attempt {
    pub(super) at: Vec<(GateId, AttemptId)>,
    /// What the gates made of the code.
    pub(crate) outputs: Vec<GateOutput>,
    /// The counters of the gate that has seen most wrong codes.
    pub(crate) tries: Option<Tries>,
}

impl Gates {
    /// One evaluation at each of the first `count` gates that answer, each with its proof checked;
    /// fewer will do, but not fewer than `needed`. A try counts whatever becomes of it: none is spent
    /// before so many gates are there, nor once too few are left.
    pub(crate) async fn evaluate(
        &self,
        header: &Header,
        ds: &DeviceSecret,
        x: &Stretched,
        count: usize,
        needed: usize,
        random: &mut dyn Random,
    ) -> Result<Attempt> {
        let mut there = self.challenges(header, needed).await?;
        let silent = header.gates.len() - there.len();
        let (mut attempt, mut away, mut refused) = (Attempt::default(), silent, None);
        let mut absent = Trouble::Unreachable;
        while attempt.outputs.len() < count
            && attempt.outputs.len() + there.len() >= needed
            && let Some(next) = there.pop_front()
        {
            let asked = self.evaluate_one(header, ds, x, next, &mut attempt, random);
            match asked.await {
                Ok(()) => {}
                Err(trouble) if trouble.is_away() => (away, absent) = (away + 1, trouble),
                Err(trouble) => refused = Some(trouble),
            }
        }
        let answered = attempt.outputs.len() + there.len();
        match refused {
            _ if attempt.outputs.len() >= needed => Ok(attempt),
            // One gate's word that it was destroyed is the others' too, sooner or later.
            Some(Trouble::Revoked) => Err(Trouble::Revoked),
            // With those that are away there would be enough.
            Some(trouble) if answered + away < needed => Err(trouble),
            _ => Err(among(answered, needed, absent)),
        }
    }

    /// A challenge from each gate that is there, in their order: at least `needed`. They cost no try.
    /// Once enough have answered the others get little time: nobody waits long for one that is away.
    async fn challenges(
        &self,
        header: &Header,
        needed: usize,
    ) -> Result<VecDeque<(usize, Challenge)>> {
        let asked = header
            .gates
            .iter()
            .enumerate()
            .map(|(index, named)| async move {
                let door = self.door(&named.gate)?;
                let GateChallenge { challenge } = door.ask("v1/gate/challenge").await?;
                Ok::<_, Trouble>((index, challenge))
            });
        let mut asked: FuturesUnordered<_> = asked.collect();
        let (mut there, mut trouble) = (Vec::new(), Trouble::Unreachable);
        loop {
            let next = if there.len() < needed {
                asked.next().await
            } else {
                timeout(GRACE, asked.next()).await.unwrap_or_default()
            };
            match next {
                Some(Ok(given)) => there.push(given),
                Some(Err(other)) => trouble = other,
                None => break,
            }
        }
        if there.len() < needed {
            return Err(among(there.len(), needed, trouble));
        }
        there.sort_unstable_by_key(|(index, _)| *index);
        Ok(there.into())
    }

    async fn evaluate_one(
        &self,
        header: &Header,
        ds: &DeviceSecret,
        x: &Stretched,
        (index, challenge): (usize, Challenge),
        attempt: &mut Attempt,
        random: &mut dyn Random,
    ) -> Result<()> {
        let gate = header.gates.get(index).ok_or(Trouble::StickDamaged)?.gate;
        let door = self.door(&gate)?;
        let request = x.request(header, index, random)?;
        let id = AttemptId::random(random);
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
}

//! One try: challenge used up, counters raised, all of it durable, and only then evaluated. And how
//! a stick stands, which costs nothing.

use wire::{
    AttemptId, Code, Hash, KeyId, Refusal, Signed,
    api::StatusAnswer,
    gate::{Element, Evaluate, Standing, Status, Tries},
    limits,
};

use super::{claimed, consume, counters, here, line_of, not_gone, proven};
use crate::{
    domain::{
        DAY, Outcome, Place, ensure,
        expiry::{self, ATTEMPT_DAYS, Kind},
        policy::Action,
    },
    records::{Attempt, GateKey, Line, Stage},
    store::{Read, Tx},
};

/// What became of a request for a try.
#[derive(Debug)]
pub(crate) enum Counted {
    /// It is counted, or was when it came first: once this is durable, evaluate.
    Evaluate {
        /// With the secret of this enrolment.
        key_id: KeyId,
        /// This element.
        blinded: Element,
        /// And say how the counters stand.
        tries: Tries,
    },
    /// It is too early, and not counted. What this wrote must last all the same.
    Wait(Refusal),
}

/// Counts one try. The same request again, byte for byte and while its challenge would have lived,
/// is the same try: its answer was lost on the way.
pub(crate) fn count(
    tx: &mut Tx<'_>,
    place: &Place,
    request: &Signed<Evaluate>,
    now: u64,
) -> Outcome<Counted> {
    let key_id = claimed(request)?.key_id;
    let (asked, row) = proven(tx, place, Action::GateEvaluate, &key_id, request, |keys| {
        vec![keys.possession]
    })?;
    here(place, &asked.gate)?;
    not_gone(&row)?;
    let attempt = attempt_key(&key_id, &asked.attempt);
    let line = line_of(tx, &row)?;
    let asked_with = Hash::of(&request.to_bytes());
    if let Some(before) = tx.get_record::<Attempt>(&attempt)? {
        let age = now.saturating_sub(before.since);
        let again = before.asked == asked_with && age < limits::CHALLENGE_S;
        ensure(again, Code::GateRefused)?;
        ensure(!line.suspended, Code::GateSuspended)?;
        return Ok(Counted::Evaluate {
            key_id,
            blinded: asked.blinded,
            tries: counters::tries(&line),
        });
    }
    let counted = match counters::count(&line, now) {
        Ok(counted) => counted,
        Err(refusal) => {
            let Some(line) = counters::clock_went_back(&line, now) else {
                return Err(refusal);
            };
            tx.put_record(row.line.0, &line);
            return Ok(Counted::Wait(refusal));
        }
    };
    consume(tx, &asked.challenge, now)?;
    tx.put_record(row.line.0, &counted);
    let counted_try = Attempt {
        since: now,
        told: None,
        asked: asked_with,
    };
    tx.put_record(attempt.as_slice(), &counted_try);
    expiry::schedule(tx, now + ATTEMPT_DAYS * DAY, Kind::Attempt, &attempt);
    Ok(Counted::Evaluate {
        key_id,
        blinded: asked.blinded,
        tries: counters::tries(&counted),
    })
}

/// How a stick stands, for whoever holds its possession key.
pub(crate) fn status(
    tx: &mut Tx<'_>,
    place: &Place,
    request: &Signed<Status>,
    now: u64,
) -> Outcome<StatusAnswer> {
    let key_id = claimed(request)?.key_id;
    let (asked, row) = proven(tx, place, Action::GateStatus, &key_id, request, |keys| {
        vec![keys.possession]
    })?;
    here(place, &asked.gate)?;
    not_gone(&row)?;
    consume(tx, &asked.challenge, now)?;
    let line = line_of(tx, &row)?;
    Ok(StatusAnswer {
        standing: standing(&row, &line),
        tries: counters::tries(&line),
    })
}

/// Where a try is remembered.
pub(super) fn attempt_key(key_id: &KeyId, attempt: &AttemptId) -> Vec<u8> {
    [key_id.as_ref(), attempt.as_ref()].concat()
}

fn standing(row: &GateKey, line: &Line) -> Standing {
    if line.suspended {
        Standing::Suspended
    } else if counters::left(line) == 0 {
        Standing::Frozen
    } else if matches!(row.stage, Stage::Pending(_)) {
        Standing::Pending
    } else {
        Standing::Live
    }
}

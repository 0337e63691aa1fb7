//! Renewal of a stick: a pending enrolment on the same counters, until it is committed or undone.

use wire::{
    Code, KeyId, Signed,
    gate::{Abort, Commit, Element, Prepare},
};

use super::{Secrets, bury, claimed, counters, here, line_of, not_gone, orders::Ordered, proven};
use crate::{
    domain::{Outcome, Place, ensure, policy::Action},
    records::{GateKey, Stage},
    store::{Read, Record, Tx},
};

/// Prepares a renewal, signed by the live lineage key. The same again gets the same answer; another
/// one replaces it, and the enrolment it replaces is returned to be destroyed.
pub(crate) fn prepare(
    tx: &mut Tx<'_>,
    place: &Place,
    secrets: &mut dyn Secrets,
    request: &Signed<Prepare>,
    now: u64,
) -> Outcome<(Element, Option<KeyId>)> {
    let key_id = claimed(request)?.key_id;
    let (asked, live) = proven(tx, place, Action::GatePrepare, &key_id, request, |keys| {
        vec![keys.lineage]
    })?;
    here(place, &asked.gate)?;
    not_gone(&live)?;
    ensure(live.stage == Stage::Live, Code::GateRefused)?;
    let known: Option<GateKey> = tx.get_record(&asked.next.0)?;
    if let Some(pending) = known {
        // A name serves once: it answers again to the same words only.
        let same = live.next == Some(asked.next) && pending.keys == asked.keys;
        ensure(same, Code::GateRefused)?;
        return Ok((pending.public, None));
    }
    let line = line_of(tx, &live)?;
    ensure(!line.suspended, Code::GateSuspended)?;
    ensure(counters::left(&line) > 0, Code::GateFrozen)?;
    let replaced = live.next;
    if let Some(old) = replaced
        && let Some(pending) = tx.get_record::<GateKey>(&old.0)?
    {
        bury(tx, &old, pending, now);
    }
    let pending = GateKey {
        voucher: live.voucher,
        keys: asked.keys,
        public: secrets.make(asked.next)?,
        line: live.line,
        stage: Stage::Pending(key_id),
        next: None,
        proven: false,
        since: now,
    };
    secrets.back_up(asked.next, &pending.to_bytes())?;
    tx.put_record(asked.next.0, &pending);
    let next = Some(asked.next);
    tx.put_record(key_id.0, &GateKey { next, ..live });
    Ok((pending.public, replaced))
}

/// The pending enrolment becomes the live one, signed by its own success key: that needed the code.
/// The old one is destroyed. Said again, however late, it changes nothing. The backup is sealed anew,
/// so that it too says which of the two lives.
pub(super) fn commit(
    tx: &mut Tx<'_>,
    place: &Place,
    secrets: &mut dyn Secrets,
    order: &Signed<Commit>,
    now: u64,
) -> Outcome<Ordered> {
    let next = claimed(order)?.next;
    let (asked, pending) = proven(tx, place, Action::GateOrder, &next, order, |keys| {
        keys.success.to_vec()
    })?;
    here(place, &asked.gate)?;
    let old: GateKey = tx.get_record(&asked.key_id.0)?.ok_or(Code::GateRefused)?;
    match (pending.stage, old.stage) {
        // Done before, and perhaps renewed or destroyed since.
        (Stage::Live | Stage::Gone(_), Stage::Gone(_)) if old.next == Some(next) => {
            return Ok(Ordered::default());
        }
        (Stage::Pending(of), Stage::Live) if of == asked.key_id => {}
        (Stage::Gone(_), _) => return Err(Code::GateDestroyed.into()),
        _ => return Err(Code::GateRefused.into()),
    }
    let line = line_of(tx, &pending)?;
    tx.put_record(pending.line.0, &counters::renew(&line));
    let live = GateKey {
        stage: Stage::Live,
        proven: true,
        ..pending
    };
    secrets.back_up(next, &live.to_bytes())?;
    tx.put_record(next.0, &live);
    // Its tombstone leads on: who may destroy the stick knows it by its first name.
    let gone = GateKey {
        stage: Stage::Gone(now),
        next: Some(next),
        ..old
    };
    tx.put_record(asked.key_id.0, &gone);
    Ok(Ordered::destroying(asked.key_id))
}

/// The pending enrolment is destroyed, signed by the live lineage key. Said again, it changes nothing.
pub(super) fn abort(
    tx: &mut Tx<'_>,
    place: &Place,
    order: &Signed<Abort>,
    now: u64,
) -> Outcome<Ordered> {
    let key_id = claimed(order)?.key_id;
    let (asked, live) = proven(tx, place, Action::GateOrder, &key_id, order, |keys| {
        vec![keys.lineage]
    })?;
    here(place, &asked.gate)?;
    not_gone(&live)?;
    let Some(pending) = tx.get_record::<GateKey>(&asked.next.0)? else {
        return Ok(Ordered::default());
    };
    match pending.stage {
        Stage::Pending(of) if of == key_id => {}
        Stage::Gone(_) if pending.line == live.line => return Ok(Ordered::default()),
        _ => return Err(Code::GateRefused.into()),
    }
    bury(tx, &asked.next, pending, now);
    tx.put_record(key_id.0, &GateKey { next: None, ..live });
    Ok(Ordered::destroying(asked.next))
}

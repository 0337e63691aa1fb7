//! Signed orders: each may come late and twice, and changes something at most once.

use wire::{
    Code, KeyId, SigPublic, Signed,
    gate::{Destroy, Freeze, Lift, Order, Reach, SetKeys, Success, Suspend, Tries},
};

use super::{
    NOBODY, Secrets, bury, claimed, counters, evaluate::attempt_key, here, line_of, not_gone,
    proven, renew,
};
use crate::{
    domain::{
        DAY, Outcome, Place, ensure,
        policy::{self, Action, Role, State},
    },
    records::{Attempt, Controls, GateKey, Line, Stage},
    store::{Read, Table, Tx},
};

/// What an order leads to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Ordered {
    /// The counters, where the order told of a success.
    pub(crate) tries: Option<Tries>,
    /// Secrets to be destroyed once this is durable.
    pub(crate) destroy: Vec<KeyId>,
}

impl Ordered {
    /// An order that ends one enrolment.
    pub(super) fn destroying(key_id: KeyId) -> Self {
        Self {
            tries: None,
            destroy: vec![key_id],
        }
    }
}

/// Whose bucket an order is taken from: the stick's that one of its keys signed it for. None where
/// no key of the enrolment it names did, and somebody unknown may have written it.
pub(crate) fn speaker(read: &impl Read, place: &Place, order: &Order) -> Outcome<Option<KeyId>> {
    match order {
        Order::Success(order) => spoken(read, place, claimed(order)?.key_id, order, |row, _| {
            row.keys.success.to_vec()
        }),
        Order::Commit(order) => spoken(read, place, claimed(order)?.next, order, |row, _| {
            row.keys.success.to_vec()
        }),
        Order::Abort(order) => spoken(read, place, claimed(order)?.key_id, order, |row, _| {
            vec![row.keys.lineage]
        }),
        Order::Freeze(order) => {
            let Freeze(told) = claimed(order)?;
            suspender(read, place, order, &told)
        }
        Order::Lift(order) => {
            let Lift(told) = claimed(order)?;
            suspender(read, place, order, &told)
        }
        Order::SetKeys(order) => {
            let named = claimed(order)?.key_id;
            let first = lineage_of(read, named)?;
            spoken(read, place, latest(read, named)?, order, |row, controls| {
                may_set_keys(controls.as_ref(), row.keys.lineage, first)
            })
        }
        Order::Destroy(order) => {
            let key_id = latest(read, claimed(order)?.key_id)?;
            spoken(read, place, key_id, order, |_, controls| {
                controls.map(|c| c.control).into_iter().collect()
            })
        }
    }
}

fn spoken<T: wire::Message>(
    read: &impl Read,
    place: &Place,
    key_id: KeyId,
    order: &Signed<T>,
    keys: impl FnOnce(&GateKey, Option<Controls>) -> Vec<SigPublic>,
) -> Outcome<Option<KeyId>> {
    let row: Option<GateKey> = read.get_record(&key_id.0)?;
    let candidates = match &row {
        Some(row) => keys(row, line_of(read, row)?.controls),
        None => vec![NOBODY],
    };
    let mut candidates = candidates.iter();
    let speaks = candidates.any(|key| order.verify(place.realm, key).is_ok());
    Ok((speaks && row.is_some()).then_some(key_id))
}

fn suspender<T: wire::Message>(
    read: &impl Read,
    place: &Place,
    order: &Signed<T>,
    told: &Suspend,
) -> Outcome<Option<KeyId>> {
    let reached = match told.reach {
        Reach::All => lines_bearing(read, &told.suspend, 1)?.first().copied(),
        Reach::One(key_id) => spoken(read, place, key_id, order, |_, controls| {
            let borne = controls.map(|c| c.suspend);
            borne
                .filter(|key| *key == told.suspend)
                .into_iter()
                .collect()
        })?,
    };
    // A line's name is that of its first enrolment.
    Ok(reached.filter(|_| order.verify(place.realm, &told.suspend).is_ok()))
}

/// Carries out one order.
pub(crate) fn obey(
    tx: &mut Tx<'_>,
    place: &Place,
    secrets: &mut dyn Secrets,
    order: &Order,
    now: u64,
) -> Outcome<Ordered> {
    match order {
        Order::Success(order) => succeed(tx, place, order),
        Order::Commit(order) => renew::commit(tx, place, secrets, order, now),
        Order::Abort(order) => renew::abort(tx, place, order, now),
        Order::Freeze(order) => {
            let Freeze(told) = believe_suspend(place, order, |Freeze(s)| s.suspend)?;
            suspend(tx, place, &told, true, now)
        }
        Order::Lift(order) => {
            let Lift(told) = believe_suspend(place, order, |Lift(s)| s.suspend)?;
            suspend(tx, place, &told, false, now)
        }
        Order::SetKeys(order) => set_keys(tx, place, order),
        Order::Destroy(order) => destroy(tx, place, order, now),
    }
}

/// The envelope opened: the row of wrong codes ends, and this one try is given back. Told again, it
/// gives the same answer and changes nothing.
fn succeed(tx: &mut Tx<'_>, place: &Place, order: &Signed<Success>) -> Outcome<Ordered> {
    let key_id = claimed(order)?.key_id;
    let (asked, row) = proven(tx, place, Action::GateOrder, &key_id, order, |keys| {
        keys.success.to_vec()
    })?;
    here(place, &asked.gate)?;
    not_gone(&row)?;
    let key = attempt_key(&key_id, &asked.attempt);
    let attempt: Attempt = tx.get_record(&key)?.ok_or(Code::GateRefused)?;
    if attempt.told.is_some() {
        return Ok(Ordered {
            tries: attempt.told,
            destroy: Vec::new(),
        });
    }
    let (tries, line) = counters::succeed(&line_of(tx, &row)?);
    tx.put_record(row.line.0, &line);
    let told = Some(tries);
    tx.put_record(key, &Attempt { told, ..attempt });
    if !row.proven {
        let proven = true;
        tx.put_record(key_id.0, &GateKey { proven, ..row });
    }
    Ok(Ordered {
        tries: Some(tries),
        destroy: Vec::new(),
    })
}

/// A freeze or lift, if the suspend key it names signed it.
fn believe_suspend<T: wire::Message>(
    place: &Place,
    order: &Signed<T>,
    key: impl FnOnce(&T) -> SigPublic,
) -> Outcome<T> {
    let key = key(&claimed(order)?);
    let told = order.verify(place.realm, &key);
    let told = told.map_err(|_| Code::GateRefused)?;
    policy::permit(Role::Gate, Action::GateOrder, State::None)?;
    Ok(told)
}

/// Freezes or lifts every line that bears the suspend key, or one of them. An older order than the
/// last one changes nothing, and is refused where no line is as it asks: nobody is told that a stick is
/// frozen which is not. One from after tomorrow would outlast every order that follows.
fn suspend(
    tx: &mut Tx<'_>,
    place: &Place,
    told: &Suspend,
    suspended: bool,
    now: u64,
) -> Outcome<Ordered> {
    here(place, &told.gate)?;
    ensure(told.n / 2 <= now.saturating_add(DAY), Code::GateRefused)?;
    let lines = match told.reach {
        Reach::All => lines_bearing(tx, &told.suspend, usize::MAX)?,
        Reach::One(key_id) => {
            let row: GateKey = tx.get_record(&key_id.0)?.ok_or(Code::GateRefused)?;
            let line = line_of(tx, &row)?;
            let bears = line.controls.is_some_and(|c| c.suspend == told.suspend);
            ensure(bears, Code::GateRefused)?;
            vec![row.line]
        }
    };
    let mut is_so = lines.is_empty();
    for id in lines {
        let line: Line = tx.get_record(&id.0)?.ok_or(Code::Damaged)?;
        is_so |= told.n > line.suspend_n || line.suspended == suspended;
        if told.n > line.suspend_n {
            let line = Line {
                suspended,
                suspend_n: told.n,
                ..line
            };
            tx.put_record(id.0, &line);
        }
    }
    ensure(is_so, Code::GateRefused)?;
    Ok(Ordered::default())
}

/// Names who may freeze and destroy: signed by the control key that counts, or by the lineage key
/// while none was named. A renewal inherits what was named before it, and is meant by every name
/// the stick ever had.
fn set_keys(tx: &mut Tx<'_>, place: &Place, order: &Signed<SetKeys>) -> Outcome<Ordered> {
    let first = lineage_of(tx, claimed(order)?.key_id)?;
    let key_id = latest(tx, claimed(order)?.key_id)?;
    let row: GateKey = tx.get_record(&key_id.0)?.ok_or(Code::GateRefused)?;
    let line = line_of(tx, &row)?;
    let named = line.controls.as_ref();
    let (asked, row) = proven(tx, place, Action::GateOrder, &key_id, order, |keys| {
        may_set_keys(named, keys.lineage, first)
    })?;
    here(place, &asked.gate)?;
    not_gone(&row)?;
    if named.is_some_and(|c| asked.n <= c.n) {
        return Ok(Ordered::default());
    }
    if let Some(old) = named {
        tx.delete(Table::GateSuspends, index(&old.suspend, &row.line));
    }
    tx.put(Table::GateSuspends, index(&asked.suspend, &row.line), []);
    let controls = Some(Controls {
        suspend: asked.suspend,
        control: asked.control,
        n: asked.n,
    });
    // Another suspend key counts its freezes and lifts from the start.
    let is_new = named.is_none_or(|c| c.suspend != asked.suspend);
    let suspend_n = if is_new { 0 } else { line.suspend_n };
    let line = Line {
        controls,
        suspend_n,
        ..line
    };
    tx.put_record(row.line.0, &line);
    Ok(Ordered::default())
}

/// While no control key was named the lineage key may name one: also that of the enrolment which the
/// order names. A gate that was away may hear of it only when the stick has been renewed since.
fn may_set_keys(
    named: Option<&Controls>,
    lineage: SigPublic,
    first: Option<SigPublic>,
) -> Vec<SigPublic> {
    match named {
        Some(named) => vec![named.control],
        None => [Some(lineage), first].into_iter().flatten().collect(),
    }
}

fn lineage_of(read: &impl Read, key_id: KeyId) -> Outcome<Option<SigPublic>> {
    let row: Option<GateKey> = read.get_record(&key_id.0)?;
    Ok(row.map(|row| row.keys.lineage))
}

/// Destroys a stick's enrolment for ever, whatever it was renewed to, and a renewal prepared from
/// it. Said again, it changes nothing.
fn destroy(tx: &mut Tx<'_>, place: &Place, order: &Signed<Destroy>, now: u64) -> Outcome<Ordered> {
    let key_id = latest(tx, claimed(order)?.key_id)?;
    let row: GateKey = tx.get_record(&key_id.0)?.ok_or(Code::GateRefused)?;
    let control = line_of(tx, &row)?.controls.map(|c| c.control);
    let (asked, row) = proven(tx, place, Action::GateOrder, &key_id, order, |_| {
        control.into_iter().collect()
    })?;
    here(place, &asked.gate)?;
    if matches!(row.stage, Stage::Gone(_)) {
        return Ok(Ordered::default());
    }
    let mut destroy = vec![key_id];
    if let Some(next) = row.next
        && let Some(pending) = tx.get_record::<GateKey>(&next.0)?
    {
        bury(tx, &next, pending, now);
        destroy.push(next);
    }
    bury(tx, &key_id, row, now);
    Ok(Ordered {
        tries: None,
        destroy,
    })
}

/// The enrolment that a stick known by `key_id` was renewed to, or the same.
fn latest(read: &impl Read, key_id: KeyId) -> Outcome<KeyId> {
    let mut key_id = key_id;
    while let Some(row) = read.get_record::<GateKey>(&key_id.0)?
        && let (Stage::Gone(_), Some(next)) = (row.stage, row.next)
    {
        key_id = next;
    }
    Ok(key_id)
}

fn lines_bearing(read: &impl Read, suspend: &SigPublic, limit: usize) -> Outcome<Vec<KeyId>> {
    let rows = read.scan(Table::GateSuspends, suspend.as_ref(), None, limit)?;
    rows.iter()
        .map(|(key, _)| {
            let line = key.get(SigPublic::LEN..).and_then(KeyId::from_slice);
            line.ok_or_else(|| Code::Damaged.into())
        })
        .collect()
}

fn index(suspend: &SigPublic, line: &KeyId) -> Vec<u8> {
    [suspend.as_ref(), line.as_ref()].concat()
}

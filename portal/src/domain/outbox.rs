//! Orders for gates, handed over in the transaction of the commit that brings them, and kept until
//! the gate has answered. Portal and gate share no transaction, and gates elsewhere not even a house.

use minicbor::bytes::ByteVec;
use wire::{Code, GateId, gate::Order, limits};

use super::{Outcome, Place, ensure};
use crate::{
    records::{GateMessage, OnwardOrder},
    store::{Read, Table, Tx},
};

/// Orders one commit may carry: a few for each slot.
const ORDERS: usize = 64;
/// Where the number of the last order lies.
const LAST: &[u8] = b"outbox";

/// An order that waits, with the key it lies under.
pub(crate) type Waiting = (Vec<u8>, Order);

/// Keeps the orders that a commit brings, in their order.
pub(crate) fn put(
    tx: &mut Tx<'_>,
    place: &Place,
    orders: &[Order],
    sticks: usize,
    now: u64,
) -> Outcome<()> {
    check(place, orders, sticks)?;
    for order in orders {
        queue(tx, place, order, now)?;
    }
    Ok(())
}

/// Whether a commit may bring these orders: for gates that the locator names, one or two for each gate
/// of the `sticks` it is about, and no more: a gate that is silent for long is nobody's heap.
pub(crate) fn check(place: &Place, orders: &[Order], sticks: usize) -> Outcome<()> {
    let most = ORDERS.min(sticks * limits::GATES);
    ensure(orders.len() <= most, Code::TooLarge)?;
    for order in orders {
        let gate = order.gate().map_err(|_| Code::Malformed)?;
        // Whom the structure does not name is never spoken to.
        let is_named = gate == place.gate || place.gates.contains(&gate);
        ensure(is_named, Code::NotOffered)?;
    }
    Ok(())
}

/// Keeps one order that was checked, after all that wait.
fn queue(tx: &mut Tx<'_>, place: &Place, order: &Order, now: u64) -> Outcome<()> {
    let gate = order.gate().map_err(|_| Code::Malformed)?;
    let number = next(tx)?.to_be_bytes();
    let order = ByteVec::from(wire::encode(order));
    if gate == place.gate {
        tx.put_record(number, &GateMessage { order, since: now });
    } else {
        let key = [gate.as_ref(), &number].concat();
        tx.put_record(key, &OnwardOrder { order, since: now });
    }
    Ok(())
}

/// Lets go of orders that were held: checked when they came, they wait for their gates from now on.
pub(crate) fn release(tx: &mut Tx<'_>, place: &Place, held: &[ByteVec], now: u64) -> Outcome<()> {
    for order in held {
        let order = order_in(order)?;
        queue(tx, place, &order, now)?;
    }
    Ok(())
}

/// At most `limit` orders that wait for the portal's own gate, oldest first.
pub(crate) fn waiting(read: &impl Read, limit: usize) -> Outcome<Vec<Waiting>> {
    let rows = read.scan_records::<GateMessage>(&[], None, limit)?;
    rows.into_iter()
        .map(|(key, row)| Ok((key, order_in(&row.order)?)))
        .collect()
}

/// At most `limit` orders that wait for a gate elsewhere, oldest first, from the one that follows
/// `after`.
pub(crate) fn waiting_for(
    read: &impl Read,
    gate: &GateId,
    after: Option<&[u8]>,
    limit: usize,
) -> Outcome<Vec<Waiting>> {
    let rows = read.scan_records::<OnwardOrder>(gate.as_ref(), after, limit)?;
    rows.into_iter()
        .map(|(key, row)| Ok((key, order_in(&row.order)?)))
        .collect()
}

/// Whether an order for the portal's own gate still waits.
pub(crate) fn waits(read: &impl Read, key: &[u8]) -> Outcome<bool> {
    Ok(read.get(Table::Outbox, key)?.is_some())
}

/// The portal's own gate has answered: the order is done.
pub(crate) fn done(tx: &mut Tx<'_>, key: &[u8]) {
    tx.delete(Table::Outbox, key);
}

/// A gate elsewhere has answered: the order is done.
pub(crate) fn done_elsewhere(tx: &mut Tx<'_>, key: &[u8]) {
    tx.delete(Table::Onward, key);
}

fn order_in(bytes: &[u8]) -> Outcome<Order> {
    wire::decode_canonical(bytes, Order::MAX).map_err(|_| Code::Damaged.into())
}

fn next(tx: &mut Tx<'_>) -> Outcome<u64> {
    let last = tx.get(Table::Meta, LAST)?;
    let last = last.and_then(|bytes| bytes.try_into().ok());
    let number = last.map_or(0, u64::from_be_bytes) + 1;
    tx.put(Table::Meta, LAST, number.to_be_bytes());
    Ok(number)
}

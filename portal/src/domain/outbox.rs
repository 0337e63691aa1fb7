//! Orders for gates, handed over in the transaction of the commit that brings them, and kept until
//! the gate has answered. Portal and gate share no transaction.

use minicbor::bytes::ByteVec;
use wire::{Code, gate::Order};

use super::{Outcome, Place, ensure};
use crate::{
    records::GateMessage,
    store::{Read, Table, Tx},
};

/// Orders one commit may carry: a few for each slot.
const ORDERS: usize = 64;
/// Where the number of the last order lies.
const LAST: &[u8] = b"outbox";

/// Keeps orders for the portal's own gate, in their order.
pub(crate) fn put(tx: &mut Tx<'_>, place: &Place, orders: &[Order], now: u64) -> Outcome<()> {
    ensure(orders.len() <= ORDERS, Code::TooLarge)?;
    for order in orders {
        let gate = order.gate().map_err(|_| Code::Malformed)?;
        // Gates of other organisations come later.
        ensure(gate == place.gate, Code::NotOffered)?;
        let number = next(tx)?;
        let message = GateMessage {
            order: ByteVec::from(wire::encode(order)),
            since: now,
        };
        tx.put_record(number.to_be_bytes(), &message);
    }
    Ok(())
}

/// At most `limit` orders that wait, oldest first, with the keys they lie under.
pub(crate) fn waiting(read: &impl Read, limit: usize) -> Outcome<Vec<(Vec<u8>, Order)>> {
    let rows = read.scan_records::<GateMessage>(&[], None, limit)?;
    rows.into_iter()
        .map(|(key, row)| {
            let order = wire::decode_canonical(&row.order, Order::MAX);
            Ok((key, order.map_err(|_| Code::Damaged)?))
        })
        .collect()
}

/// Whether an order still waits.
pub(crate) fn waits(read: &impl Read, key: &[u8]) -> Outcome<bool> {
    Ok(read.get(Table::Outbox, key)?.is_some())
}

/// The gate has answered: the order is done.
pub(crate) fn done(tx: &mut Tx<'_>, key: &[u8]) {
    tx.delete(Table::Outbox, key);
}

fn next(tx: &mut Tx<'_>) -> Outcome<u64> {
    let last = tx.get(Table::Meta, LAST)?;
    let last = last.and_then(|bytes| bytes.try_into().ok());
    let number = last.map_or(0, u64::from_be_bytes) + 1;
    tx.put(Table::Meta, LAST, number.to_be_bytes());
    Ok(number)
}

//! A deletion that was signed: for seven days the code takes it back, and its orders for the gates are
//! held. Then `erasure` begins.

use minicbor::bytes::ByteVec;
use wire::{AccountId, Code, gate::Order, limits, log::LogState};

use super::{DAY, Outcome, Place, ensure, outbox};
use crate::{
    records::Deletion,
    store::{Read, StoreError, Table, Tx},
};

/// No day passes.
const PAUSED: u64 = u64::MAX;
/// Running deletions read at once.
const PAGE: usize = 256;

/// The deletion was signed. Its days count from now, or from the entry's own time where that is later:
/// no app ever shows a longer time than there is.
pub(crate) fn hold(
    tx: &mut Tx<'_>,
    place: &Place,
    state: &LogState,
    orders: &[Order],
    now: u64,
) -> Outcome<()> {
    outbox::check(place, orders, state.slots.len())?;
    let destroys = |order| matches!(order, &Order::Destroy(_));
    ensure(orders.iter().all(destroys), Code::LogRefused)?;
    let days = limits::DELETION_DAYS * DAY;
    let row = Deletion {
        until: state.time.max(now).saturating_add(days),
        orders: orders
            .iter()
            .map(|order| ByteVec::from(wire::encode(order)))
            .collect(),
    };
    tx.put_record(state.account.0, &row);
    Ok(())
}

/// It was taken back, and its orders with it. Once its days are over nothing takes it back, even where
/// erasing has not begun.
pub(crate) fn take_back(tx: &mut Tx<'_>, account: &AccountId, now: u64) -> Outcome<()> {
    let row: Deletion = tx.get_record(&account.0)?.ok_or(Code::Damaged)?;
    ensure(now < row.until, Code::Unauthorized)?;
    tx.delete(Table::Deletions, account.0);
    Ok(())
}

/// No day of any deletion passes until the portal starts: what was taken back since a backup runs again
/// after its restore, and somebody must have the time to take it back once more.
pub(crate) fn pause(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    for (key, row) in tx.scan_records::<Deletion>(&[], None, usize::MAX)? {
        let until = PAUSED;
        tx.put_record(key, &Deletion { until, ..row });
    }
    Ok(())
}

/// The portal starts: all days of a deletion that was paused are still to come.
pub(crate) fn resume(tx: &mut Tx<'_>, now: u64) -> Outcome<()> {
    for (key, row) in tx.scan_records::<Deletion>(&[], None, usize::MAX)? {
        if row.until == PAUSED {
            let until = now.saturating_add(limits::DELETION_DAYS * DAY);
            tx.put_record(key, &Deletion { until, ..row });
        }
    }
    Ok(())
}

/// Accounts whose days are over.
pub(crate) fn due(read: &impl Read, now: u64) -> Outcome<Vec<AccountId>> {
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = read.scan_records::<Deletion>(&[], after.as_deref(), PAGE)?;
        let is_last = page.len() < PAGE;
        for (key, row) in &page {
            if row.until <= now {
                found.push(AccountId::from_slice(key).ok_or(Code::Damaged)?);
            }
        }
        if is_last {
            return Ok(found);
        }
        after = page.into_iter().next_back().map(|(key, _)| key);
    }
}

//! Whom an officer approves as a helper. That certifies nobody yet: the key that does is offline, and whoever
//! has it in hand compares the numbers once more.

use wire::{
    Code,
    helper::{HelperNumber, Role},
};

use super::acts;
use crate::{
    domain::{Outcome, ensure},
    records::{Act, Approval, StaffId},
    store::{Read, Table, Tx},
};

/// Approvals that wait for the key.
const MOST: usize = 200;

/// Somebody with this number is approved in this quality. Said again, the later one counts.
///
/// # Errors
/// `QuotaReached` where too many wait.
pub(crate) fn approve(
    tx: &mut Tx<'_>,
    number: &HelperNumber,
    role: Role,
    by: StaffId,
    now: u64,
) -> Outcome<()> {
    let number = number.to_string();
    let waiting = tx.scan(Table::Approvals, &[], None, MOST)?;
    ensure(waiting.len() < MOST, Code::QuotaReached)?;
    let row = Approval {
        role,
        by,
        time: now,
    };
    tx.put_record(number.clone(), &row);
    acts::write(tx, Some(by), Act::Approved(number, role), now)
}

/// That is taken back, by somebody of the staff; or it was done with the key, by nobody of them.
///
/// # Errors
/// `NotFound` where nobody with this number is approved.
pub(crate) fn withdraw(
    tx: &mut Tx<'_>,
    number: &HelperNumber,
    by: Option<StaffId>,
    now: u64,
) -> Outcome<()> {
    let number = number.to_string();
    let row: Option<Approval> = tx.get_record(number.as_bytes())?;
    ensure(row.is_some(), Code::NotFound)?;
    tx.delete(Table::Approvals, number.clone());
    let act = match by {
        Some(_) => Act::Withdrawn(number),
        None => Act::Certified(number),
    };
    acts::write(tx, by, act, now)
}

/// Everybody who is approved and waits for the key.
pub(crate) fn all(read: &impl Read) -> Outcome<Vec<(HelperNumber, Approval)>> {
    let rows = read.scan_records::<Approval>(&[], None, usize::MAX)?;
    let number = |key: &[u8]| HelperNumber::parse(core::str::from_utf8(key).ok()?);
    let rows = rows
        .into_iter()
        .map(|(key, row)| Some((number(&key)?, row)));
    rows.collect::<Option<_>>()
        .ok_or_else(|| Code::Damaged.into())
}

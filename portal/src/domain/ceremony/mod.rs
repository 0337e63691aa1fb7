//! One recovery, from the request to the new keys. The portal hands on what two screens compare and what
//! holders seal, and gives out what is sealed once they have approved and the wait is over. It learns no
//! share and no key.
//!
//! - `start` a stick begins, by a voucher · `index` whose card, whose holder
//! - `ask` what the stick asks · `hold` what a holder says · `own` what the owner sees, and the veto
//! - `progress` how far it is, and how long it waits · `enter` what whoever came that far may read
//! - `waiting` what the structure's desk sees of them
//!
//! One account has one recovery at a time: the first one stands until it ends.

pub(crate) mod ask;
pub(crate) mod enter;
pub(crate) mod hold;
pub(crate) mod index;
pub(crate) mod own;
mod progress;
pub(crate) mod start;
pub(crate) mod waiting;

use minicbor::bytes::ByteVec;
use wire::{
    AccountId, CeremonyId, Code,
    ceremony::{CeremonyRecord, Ending, Meeting, Path},
    limits,
    log::LogState,
    recovery::Policy,
};

use super::{
    DAY, Outcome,
    expiry::{self, Kind},
};
use crate::{
    records::{Account, Case, CeremonyRow, CeremonyStage},
    store::{Read, StoreError, Table, Tx},
};

/// Recoveries of one account that are looked at: those that ended stay for some days.
const LOOKED_AT: usize = 256;

/// The recovery that an account is in, if any.
fn live(read: &impl Read, account: &AccountId) -> Outcome<Option<(CeremonyId, CeremonyRow, Case)>> {
    let lines = read.scan(Table::AccountCeremonies, account.as_ref(), None, LOOKED_AT)?;
    for (line, _) in lines {
        let id = line.get(AccountId::LEN..).and_then(CeremonyId::from_slice);
        let id = id.ok_or(Code::Damaged)?;
        let row: Option<CeremonyRow> = read.get_record(&id.0)?;
        if let Some(row) = row
            && let CeremonyStage::About(case) = &row.stage
        {
            let case = case.clone();
            return Ok(Some((id, row, case)));
        }
    }
    Ok(None)
}

/// Whether an account is in a recovery.
pub(crate) fn is_under_way(read: &impl Read, account: &AccountId) -> Outcome<bool> {
    Ok(live(read, account)?.is_some())
}

/// From now on it is about this account, whose policy counts now.
fn address(
    tx: &mut Tx<'_>,
    id: &CeremonyId,
    row: CeremonyRow,
    (state, policy): (&LogState, &Policy),
    path: Path,
    now: u64,
) {
    let record = CeremonyRecord {
        realm: state.realm,
        ceremony: *id,
        account: state.account,
        policy: policy.hash(state.realm),
        key: row.key,
        key_id: row.key_id,
        possession: row.possession,
        started: now,
        path,
    };
    let nobody = Meeting {
        commitment: None,
        held: None,
        asked: None,
        approved: false,
    };
    let case = Case {
        record: ByteVec::from(wire::encode(&record)),
        meetings: vec![nobody; policy.holders.len()],
        approvals: vec![None; policy.holders.len()],
        token: None,
    };
    tx.put(Table::AccountCeremonies, line(&state.account, id), []);
    let stage = CeremonyStage::About(case);
    tx.put_record(id.0, &CeremonyRow { stage, ..row });
}

/// It ends without opening anything, and says no longer whose it was.
fn end(tx: &mut Tx<'_>, id: &CeremonyId, row: CeremonyRow, why: Ending) {
    if let CeremonyStage::About(case) = &row.stage
        && let Ok(record) = record_of(case)
    {
        tx.delete(Table::AccountCeremonies, line(&record.account, id));
    }
    let stage = CeremonyStage::Ended(why);
    tx.put_record(id.0, &CeremonyRow { stage, ..row });
}

/// A recovery that was not finished in time ends, and says so for as long again to the stick that asks.
pub(crate) fn expire(tx: &mut Tx<'_>, key: &[u8]) -> Outcome<()> {
    let row: Option<CeremonyRow> = tx.get_record(key)?;
    match row {
        Some(row) if goes_on(&row) => {
            let id = CeremonyId::from_slice(key).ok_or(Code::Damaged)?;
            end(tx, &id, row, Ending::Expired);
            if let Some(ends) = ends(tx, key)? {
                expiry::schedule(tx, ends, Kind::Recovery, key);
            }
            Ok(())
        }
        _ => remove(tx, key),
    }
}

/// When a recovery is looked at again by the hourly cleaning.
pub(crate) fn ends(read: &impl Read, key: &[u8]) -> Outcome<Option<u64>> {
    let row: Option<CeremonyRow> = read.get_record(key)?;
    Ok(row.map(|row| {
        let days = match row.stage {
            CeremonyStage::Ended(Ending::Expired) => 2 * limits::CEREMONY_DAYS,
            _ => limits::CEREMONY_DAYS,
        };
        row.since.saturating_add(days * DAY)
    }))
}

/// The recovery as it is at `now`, whether or not the hourly cleaning has been there.
fn timely(tx: &mut Tx<'_>, id: &CeremonyId, row: CeremonyRow, now: u64) -> Outcome<CeremonyRow> {
    let until = row.since.saturating_add(limits::CEREMONY_DAYS * DAY);
    if now < until || !goes_on(&row) {
        return Ok(row);
    }
    expire(tx, &id.0)?;
    tx.get_record(&id.0)?.ok_or_else(|| Code::Damaged.into())
}

fn goes_on(row: &CeremonyRow) -> bool {
    matches!(row.stage, CeremonyStage::Seeking | CeremonyStage::About(_))
}

/// Nobody opens this account in the place of its owner: a recovery that it is in ends.
pub(crate) fn end_of(tx: &mut Tx<'_>, account: &AccountId) -> Outcome<()> {
    if let Some((id, row, _)) = live(tx, account)? {
        end(tx, &id, row, Ending::Expired);
    }
    Ok(())
}

/// A restore brings back what was refused since the backup, its wait perhaps over: nothing of it goes on.
pub(crate) fn end_restored(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    for (key, row) in tx.scan_records::<CeremonyRow>(&[], None, usize::MAX)? {
        if goes_on(&row)
            && let Some(id) = CeremonyId::from_slice(&key)
        {
            end(tx, &id, row, Ending::Expired);
        }
    }
    Ok(())
}

/// Removes whatever is left of it.
pub(crate) fn remove(tx: &mut Tx<'_>, key: &[u8]) -> Outcome<()> {
    let Some(row) = tx.get_record::<CeremonyRow>(key)? else {
        return Ok(());
    };
    let id = CeremonyId::from_slice(key).ok_or(Code::Damaged)?;
    let account = match &row.stage {
        CeremonyStage::About(case) => Some(record_of(case)?.account),
        CeremonyStage::Done(account, ..) => Some(*account),
        CeremonyStage::Seeking | CeremonyStage::Ended(_) => None,
    };
    if let Some(account) = account {
        tx.delete(Table::AccountCeremonies, line(&account, &id));
    }
    let latest = tx.get(Table::VoucherCeremonies, &row.voucher.0)?;
    if latest.as_deref() == Some(key) {
        tx.delete(Table::VoucherCeremonies, row.voucher.0);
    }
    tx.delete(Table::Ceremonies, key);
    Ok(())
}

/// A space goes: its recoveries, its card and what its holders are found by go with it.
pub(crate) fn forget_account(tx: &mut Tx<'_>, account: &AccountId) -> Outcome<()> {
    let lines = tx.scan(Table::AccountCeremonies, account.as_ref(), None, usize::MAX)?;
    for (line, _) in lines {
        let id = line.get(AccountId::LEN..).unwrap_or_default().to_vec();
        remove(tx, &id)?;
        tx.delete(Table::AccountCeremonies, line);
    }
    if let Some(row) = tx.get_record::<Account>(&account.0)?
        && let Some(policy) = &row.state.policy
    {
        index::forget(tx, account, policy)?;
    }
    Ok(())
}

/// What is compared and approved.
fn record_of(case: &Case) -> Outcome<CeremonyRecord> {
    wire::decode_canonical(&case.record, CeremonyRecord::MAX).map_err(|_| Code::Damaged.into())
}

fn line(account: &AccountId, id: &CeremonyId) -> Vec<u8> {
    [account.as_ref(), id.as_ref()].concat()
}

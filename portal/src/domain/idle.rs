//! Spaces that nobody opens any more. After two years a space is idle, and a notice begins; after three
//! months of notice it is erased. An opening ends the notice. What is kept for this is the month.
//!
//! Days of notice are days on which the portal was there: after a week without a look, and after a
//! restore, every notice begins again. A clock that jumps ends nothing either.

use wire::{AccountId, Code};

use super::{
    DAY, Outcome, Place, ceremony, deceased, erasure,
    session::{self, Session},
};
use crate::{
    records::{Account, Opened},
    store::{Read, StoreError, Table, Tx},
};

/// Seconds of a month.
const MONTH_S: u64 = 30 * DAY;
/// Days without an opening after which a space is idle, from the end of its last month.
pub(crate) const IDLE_DAYS: u64 = 2 * 366;
/// Days of notice.
pub(crate) const NOTICE_DAYS: u64 = 92;
/// Days without an opening after which an account is dormant, from the end of its last month.
pub(crate) const DORMANT_DAYS: u64 = 183;
/// How often it is looked at.
const EVERY_S: u64 = DAY;
/// So long nobody may have looked without every notice beginning again.
const GAP_S: u64 = 7 * DAY;
/// When it was last looked at.
const LOOKED: &[u8] = b"idle-looked";
/// Accounts looked at in one step.
const PAGE: usize = 64;

/// Somebody opened the space: a notice ends.
pub(crate) fn opened(tx: &mut Tx<'_>, place: &Place, account: &AccountId, now: u64) -> Outcome<()> {
    if !place.ends_idle {
        return Ok(());
    }
    let before: Option<Opened> = tx.get_record(&account.0)?;
    let month = before.map_or(0, |row| row.month).max(month_of(now));
    let row = match before {
        Some(row) if row.noticed.is_none() && row.month == month => return Ok(()),
        Some(row) => Opened {
            month,
            noticed: None,
            ended: row.noticed,
        },
        None => since(month),
    };
    tx.put_record(account.0, &row);
    Ok(())
}

/// Since when there was a notice that the opening of this month ended.
pub(crate) fn ended(read: &impl Read, session: &Session) -> Outcome<Option<u64>> {
    session::live(read, session)?;
    let row: Option<Opened> = read.get_record(&session.account.0)?;
    Ok(row.and_then(|row| row.ended))
}

/// One look at all spaces, in steps.
#[derive(Debug, Clone, Default)]
pub(crate) struct Look {
    /// Where the next step begins.
    after: Option<Vec<u8>>,
    /// Whether every notice begins again.
    is_again: bool,
    /// Spaces that go, and since when that is said.
    pub(crate) noticed: Vec<(AccountId, u64)>,
}

/// Whether it is time for a look, and how it begins.
pub(crate) fn begin(read: &impl Read, now: u64) -> Outcome<Option<Look>> {
    let passed = looked(read)?.and_then(|last| now.checked_sub(last));
    if passed.is_some_and(|passed| passed < EVERY_S) {
        return Ok(None);
    }
    Ok(Some(Look {
        is_again: passed.is_none_or(|passed| passed > GAP_S),
        ..Look::default()
    }))
}

/// When it was last looked at.
pub(crate) fn looked(read: &impl Read) -> Outcome<Option<u64>> {
    let last = read.get(Table::Meta, LOOKED)?;
    let last = last.and_then(|bytes| bytes.try_into().ok());
    Ok(last.map(u64::from_be_bytes))
}

/// Looks at some spaces. Whether those were all.
pub(crate) fn step(tx: &mut Tx<'_>, place: &Place, look: &mut Look, now: u64) -> Outcome<bool> {
    let rows = tx.scan_records::<Account>(&[], look.after.as_deref(), PAGE)?;
    let is_last = rows.len() < PAGE;
    for (key, account) in rows {
        let name = AccountId::from_slice(&key).ok_or(Code::Damaged)?;
        look.after = Some(key);
        // What its owner signed takes its own course.
        if account.state.deleted.is_none() && deceased::look(tx, &name, look.is_again, now)? {
            one(tx, place, look, &name, &account, now)?;
        }
    }
    if is_last {
        tx.put(Table::Meta, LOOKED, now.to_be_bytes());
    }
    Ok(is_last)
}

fn one(
    tx: &mut Tx<'_>,
    place: &Place,
    look: &mut Look,
    name: &AccountId,
    account: &Account,
    now: u64,
) -> Outcome<()> {
    let known: Option<Opened> = tx.get_record(&name.0)?;
    if !place.ends_idle {
        if known.is_some() {
            tx.delete(Table::LastOpened, name.0);
        }
        return Ok(());
    }
    // Whoever changed something was there then, whatever a clock said at an opening.
    let changed = month_of(account.state.time);
    let Some(row) = known else {
        // An earlier portal kept no month: it counts from today.
        tx.put_record(name.0, &since(month_of(now).max(changed)));
        return Ok(());
    };
    let row = Opened {
        month: row.month.max(changed),
        ..row
    };
    let is_idle = row.ends().saturating_add(IDLE_DAYS * DAY) <= now && !is_used(tx, account, now)?;
    let noticed = match row.noticed {
        _ if !is_idle => None,
        Some(since) if !look.is_again => Some(since),
        _ => Some(now),
    };
    if noticed.is_some_and(|since| since.saturating_add(NOTICE_DAYS * DAY) <= now) {
        return erasure::close(tx, name, now);
    }
    if noticed != row.noticed {
        tx.put_record(name.0, &Opened { noticed, ..row });
    }
    look.noticed.extend(noticed.map(|since| (*name, since)));
    Ok(())
}

/// Accounts that nobody has opened for months, and when the month of the last opening ended.
pub(crate) fn dormant(read: &impl Read, now: u64) -> Outcome<Vec<(AccountId, u64)>> {
    let mut found = Vec::new();
    for (key, row) in read.scan_records::<Opened>(&[], None, usize::MAX)? {
        if row.ends().saturating_add(DORMANT_DAYS * DAY) <= now {
            let account = AccountId::from_slice(&key).ok_or(Code::Damaged)?;
            found.push((account, row.ends()));
        }
    }
    Ok(found)
}

/// Somebody else still has to do with it: a helper whose mandate counts, somebody for whom its owner keeps a
/// share, or whoever finds the way back in.
fn is_used(read: &impl Read, account: &Account, now: u64) -> Outcome<bool> {
    let state = &account.state;
    let helped = state
        .grants
        .values()
        .any(|known| now < known.grant.not_after);
    let keeps = !read
        .scan(Table::Holds, state.account.as_ref(), None, 1)?
        .is_empty();
    Ok(helped || keeps || ceremony::is_under_way(read, &state.account)?)
}

/// A restore may have lost the opening that ended a notice: all of them begin again at the next look.
pub(crate) fn forget_look(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.delete(Table::Meta, LOOKED);
    Ok(())
}

impl Opened {
    /// When the month of the last opening began.
    pub(super) fn begins(&self) -> u64 {
        u64::from(self.month).saturating_mul(MONTH_S)
    }

    /// When it ended.
    pub(super) fn ends(&self) -> u64 {
        self.begins().saturating_add(MONTH_S)
    }
}

fn since(month: u32) -> Opened {
    Opened {
        month,
        noticed: None,
        ended: None,
    }
}

fn month_of(now: u64) -> u32 {
    u32::try_from(now / MONTH_S).unwrap_or(u32::MAX)
}

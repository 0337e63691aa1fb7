//! A person died: the structure says so, for the portal cannot know. Every mandate they gave is over at
//! once, no recovery goes on, and the notice runs at whose end the space is erased. Whoever opens the
//! space with a stick and its code ends all of that: then it was a mistake.

use wire::{AccountId, Code, log::OpKind, mandate::MandateCode};

use super::{
    DAY, Outcome, ceremony, ensure, erasure,
    idle::{self, NOTICE_DAYS},
    session::{self, Session},
};
use crate::{
    records::{Account, Deceased, LogRow, Opened, Said},
    store::{Read, Table, Tx},
};

/// Days on which the app says that an opening ended it.
const TOLD_DAYS: u64 = 31;
/// Log entries read at once.
const PAGE: usize = 64;

/// How it stands with an account whose owner is said to have died.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    /// The account.
    pub(crate) account: AccountId,
    /// When it was said.
    pub(crate) since: u64,
    /// When the space goes; none where it was taken back, or somebody opened it.
    pub(crate) goes: Option<u64>,
}

/// The structure says that the owner died, on a day that ended at `died` where it names one: a space that
/// somebody opened in a later month is another person's, or was opened by somebody who is asked first.
/// Said again, the notice goes on. When the space goes.
pub(crate) fn say(
    tx: &mut Tx<'_>,
    account: &AccountId,
    died: Option<u64>,
    now: u64,
) -> Outcome<u64> {
    let row: Account = tx.get_record(&account.0)?.ok_or(Code::NotFound)?;
    // What its owner signed takes its own course, and a sooner one.
    ensure(row.state.deleted.is_none(), Code::BeingDeleted)?;
    let opened: Option<Opened> = tx.get_record(&account.0)?;
    let is_later = |opened: Opened| died.is_some_and(|died| died <= opened.begins());
    ensure(!opened.is_some_and(is_later), Code::Forbidden)?;
    let before: Option<Deceased> = tx.get_record(&account.0)?;
    if let Some(goes) = before.and_then(|row| goes(&row)) {
        return Ok(goes);
    }
    // A clock that was set back shortens nothing: the portal was there at its last look.
    let from = now.max(idle::looked(tx)?.unwrap_or(now));
    let row = Deceased {
        since: now,
        stage: Said::Counts(from),
    };
    tx.put_record(account.0, &row);
    // Whoever is there must open it again, and so says that somebody is.
    session::forget_account(tx, account)?;
    ceremony::end_of(tx, account)?;
    Ok(from.saturating_add(NOTICE_DAYS * DAY))
}

/// The structure takes it back: mandates count again, and the owner is told.
pub(crate) fn withdraw(tx: &mut Tx<'_>, account: &AccountId) -> Outcome<()> {
    let row: Option<Deceased> = tx.get_record(&account.0)?;
    let row = row
        .filter(|row| goes(row).is_some())
        .ok_or(Code::NotFound)?;
    let stage = Said::Withdrawn;
    tx.put_record(account.0, &Deceased { stage, ..row });
    // A notice that ran beside it would let the space go at once.
    if let Some(opened) = tx.get_record::<Opened>(&account.0)? {
        let noticed = None;
        tx.put_record(account.0, &Opened { noticed, ..opened });
    }
    Ok(())
}

/// Somebody opened the space: it is over, and told for some days.
pub(crate) fn opened(tx: &mut Tx<'_>, account: &AccountId, now: u64) -> Outcome<()> {
    let row: Option<Deceased> = tx.get_record(&account.0)?;
    match row {
        Some(row) if !matches!(row.stage, Said::Opened(_)) => {
            let stage = Said::Opened(now);
            tx.put_record(account.0, &Deceased { stage, ..row });
        }
        _ => {}
    }
    Ok(())
}

/// Whether it is said of this account's owner, and counts.
pub(crate) fn counts(read: &impl Read, account: &AccountId) -> Outcome<bool> {
    let row: Option<Deceased> = read.get_record(&account.0)?;
    Ok(row.and_then(|row| goes(&row)).is_some())
}

/// Since when it had been said, where an opening ended it lately.
pub(crate) fn ended(read: &impl Read, session: &Session, now: u64) -> Outcome<Option<u64>> {
    session::live(read, session)?;
    let row: Option<Deceased> = read.get_record(&session.account.0)?;
    Ok(row.filter(|row| is_told(row, now)).map(|row| row.since))
}

/// One look, as at a space that nobody opens. Whether it is to go on as the space of somebody alive.
pub(super) fn look(
    tx: &mut Tx<'_>,
    account: &AccountId,
    is_again: bool,
    now: u64,
) -> Outcome<bool> {
    let row: Option<Deceased> = tx.get_record(&account.0)?;
    let Some(row) = row else { return Ok(true) };
    let Said::Counts(from) = row.stage else {
        if row.stage != Said::Withdrawn && !is_told(&row, now) {
            tx.delete(Table::Deceased, account.0);
        }
        return Ok(true);
    };
    if is_again || now < from {
        let stage = Said::Counts(now);
        tx.put_record(account.0, &Deceased { stage, ..row });
    } else if from.saturating_add(NOTICE_DAYS * DAY) <= now {
        erasure::close(tx, account, now)?;
    }
    Ok(false)
}

/// Everybody of whom it is said, or was and nobody has opened the space yet.
pub(crate) fn all(read: &impl Read) -> Outcome<Vec<Standing>> {
    let rows = read.scan_records::<Deceased>(&[], None, usize::MAX)?;
    let rows = rows.into_iter().map(|(key, row)| {
        Ok(Standing {
            account: AccountId::from_slice(&key).ok_or(Code::Damaged)?,
            since: row.since,
            goes: goes(&row),
        })
    });
    rows.collect()
}

/// Who gave the mandate with this code, as it stands on the paper: it need not count any more.
pub(crate) fn giver(read: &impl Read, code: &MandateCode) -> Outcome<Option<AccountId>> {
    let mut after = None::<Vec<u8>>;
    loop {
        let rows = read.scan_records::<LogRow>(&[], after.as_deref(), PAGE)?;
        let is_last = rows.len() < PAGE;
        for (key, row) in rows {
            let header = row.entry.view().map_err(|_| Code::Damaged)?.header;
            if header.op == OpKind::Grant && MandateCode::of(&row.entry) == *code {
                let account = key.get(..AccountId::LEN).and_then(AccountId::from_slice);
                return Ok(Some(account.ok_or(Code::Damaged)?));
            }
            after = Some(key);
        }
        if is_last {
            return Ok(None);
        }
    }
}

fn goes(row: &Deceased) -> Option<u64> {
    match row.stage {
        Said::Counts(from) => Some(from.saturating_add(NOTICE_DAYS * DAY)),
        Said::Withdrawn | Said::Opened(_) => None,
    }
}

fn is_told(row: &Deceased, now: u64) -> bool {
    match row.stage {
        Said::Opened(at) => now < at.saturating_add(TOLD_DAYS * DAY),
        Said::Counts(_) | Said::Withdrawn => false,
    }
}

//! What ends by itself: challenges, sessions, staged items, remembered answers, blobs nothing needs.
//!
//! Whatever ends leaves a line in one table in the order of time, so that cleaning reads only what
//! has ended. A line may be early, never late: what is still wanted gets a new line.

use wire::{BlobId, Code, Hash, limits};

use super::{DAY, Outcome, staging};
use crate::{
    records::{Answer, Attempt, Blob, Ceremony, GateChallengeRow, Staged, Token},
    store::{Read, Table, Tx},
};

/// Days a blob lies unreferenced before it goes.
pub(crate) const LOOSE_DAYS: u64 = 7;
/// Days an answer to a commit is remembered.
pub(crate) const ANSWER_DAYS: u64 = 7;
/// Days a counted try is remembered: so long its success may still be told.
pub(crate) const ATTEMPT_DAYS: u64 = 30;

/// What a line of the table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    /// A `WebAuthn` challenge.
    Ceremony = 1,
    /// A session.
    Token = 2,
    /// A staged item.
    Staged = 3,
    /// An answer to a commit.
    Answer = 4,
    /// A blob that nothing needs.
    LooseBlob = 5,
    /// A gate's challenge.
    GateChallenge = 6,
    /// A counted try.
    Attempt = 7,
}

/// Notes that the row of `kind` under `key` ends at `until`.
pub(crate) fn schedule(tx: &mut Tx<'_>, until: u64, kind: Kind, key: &[u8]) {
    let line = [&until.to_be_bytes(), [kind as u8].as_slice(), key].concat();
    tx.put(Table::Deadlines, line, []);
}

/// Removes at most `limit` things that have ended at `now`, and says how many lines it read.
pub(crate) fn sweep(tx: &mut Tx<'_>, now: u64, limit: usize) -> Outcome<usize> {
    let due: Vec<_> = tx
        .scan(Table::Deadlines, &[], None, limit)?
        .into_iter()
        .map(|(line, _)| line)
        .take_while(|line| until(line) <= now)
        .collect();
    for line in &due {
        tx.delete(Table::Deadlines, line.as_slice());
        let Some((&kind, key)) = line.get(8..).and_then(<[u8]>::split_first) else {
            continue;
        };
        if let Some(later) = end(tx, kind, key, now)? {
            let line = [&later.to_be_bytes(), [kind].as_slice(), key].concat();
            tx.put(Table::Deadlines, line, []);
        }
    }
    Ok(due.len())
}

fn until(line: &[u8]) -> u64 {
    line.first_chunk().map_or(0, |time| u64::from_be_bytes(*time))
}

/// Ends one thing, or says until when it is still wanted.
fn end(tx: &mut Tx<'_>, kind: u8, key: &[u8], now: u64) -> Outcome<Option<u64>> {
    let later = match kind {
        k if k == Kind::Ceremony as u8 => tx.get_record::<Ceremony>(key)?.map(|row| row.until),
        k if k == Kind::Token as u8 => {
            let token = tx.get_record::<Token>(key)?;
            token.map(|row| row.last.saturating_add(limits::TOKEN_IDLE_S))
        }
        k if k == Kind::Staged as u8 => {
            let staged = tx.get_record::<Staged>(key)?;
            staged.map(|row| row.since.saturating_add(limits::STAGED_DAYS * DAY))
        }
        k if k == Kind::Answer as u8 => {
            let answer = tx.get_record::<Answer>(key)?;
            answer.map(|row| row.since.saturating_add(ANSWER_DAYS * DAY))
        }
        k if k == Kind::LooseBlob as u8 => {
            let blob = tx.get_record::<Blob>(key)?.filter(|row| row.folder.is_none());
            blob.map(|row| row.since.saturating_add(LOOSE_DAYS * DAY))
        }
        k if k == Kind::GateChallenge as u8 => {
            tx.get_record::<GateChallengeRow>(key)?.map(|row| row.until)
        }
        k if k == Kind::Attempt as u8 => {
            let attempt = tx.get_record::<Attempt>(key)?;
            attempt.map(|row| row.since.saturating_add(ATTEMPT_DAYS * DAY))
        }
        _ => return Err(Code::Damaged.into()),
    };
    match later {
        Some(later) if later > now => return Ok(Some(later)),
        Some(_) => remove(tx, kind, key)?,
        None => {}
    }
    Ok(None)
}

fn remove(tx: &mut Tx<'_>, kind: u8, key: &[u8]) -> Outcome<()> {
    match kind {
        k if k == Kind::Ceremony as u8 => tx.delete(Table::Challenges, key),
        k if k == Kind::Token as u8 => super::session::forget(tx, key)?,
        k if k == Kind::Staged as u8 => staging::drop_row(tx, key)?,
        k if k == Kind::Answer as u8 => tx.delete(Table::Requests, key),
        k if k == Kind::LooseBlob as u8 => {
            let blob = BlobId::from_slice(key).ok_or(Code::Damaged)?;
            super::blobs::discard(tx, &blob)?;
        }
        k if k == Kind::GateChallenge as u8 => tx.delete(Table::GateChallenges, key),
        _ => tx.delete(Table::GateAttempts, key),
    }
    Ok(())
}

/// The key under which an answer to a commit is remembered.
pub(crate) fn answer_key(request: &[u8]) -> Hash {
    Hash::of(request)
}

//! What ends by itself: challenges, sessions, staged items, remembered answers, blobs nothing needs.
//!
//! Whatever ends leaves a line in one table in the order of time, so that cleaning reads only what
//! has ended. A line may be early, never late: what is still wanted gets a new line.

use wire::{BlobId, Code, Hash, Refusal, limits};

use super::{DAY, Outcome, blobs, ceremony, session, staging};
use crate::{
    records::{Answer, AskChallenge, Attempt, Blob, Ceremony, GateChallengeRow, Staged, Token},
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
    /// A recovery.
    Recovery = 20,
    /// A challenge in a recovery.
    RecoveryChallenge = 21,
}

impl Kind {
    fn from_code(code: u8) -> Outcome<Self> {
        let kinds = [
            Self::Ceremony,
            Self::Token,
            Self::Staged,
            Self::Answer,
            Self::LooseBlob,
            Self::GateChallenge,
            Self::Attempt,
            Self::Recovery,
            Self::RecoveryChallenge,
        ];
        let found = kinds.into_iter().find(|kind| *kind as u8 == code);
        found.ok_or_else(|| Code::Damaged.into())
    }
}

/// Challenges of a kind that wait for their answer at once. Strangers ask for them.
pub(crate) const LIVE: u64 = 10_000;
/// Seconds to wait where there are as many: so long until some have surely ended.
const LIVE_WAIT_S: u64 = 60;

/// Where it is kept how many challenges of a kind wait, and where these are.
fn live(kind: Kind) -> Outcome<(&'static [u8], Table)> {
    match kind {
        Kind::Ceremony => Ok((b"live-ceremonies", Table::Challenges)),
        Kind::GateChallenge => Ok((b"live-gate-challenges", Table::GateChallenges)),
        Kind::RecoveryChallenge => Ok((b"live-recovery-challenges", Table::CeremonyChallenges)),
        Kind::Token
        | Kind::Staged
        | Kind::Answer
        | Kind::LooseBlob
        | Kind::Attempt
        | Kind::Recovery => Err(Code::Damaged.into()),
    }
}

fn counted(read: &impl Read, word: &[u8]) -> Outcome<u64> {
    let count = read.get(Table::Meta, word)?;
    let count = count.and_then(|bytes| bytes.try_into().ok());
    Ok(count.map_or(0, u64::from_be_bytes))
}

/// One more challenge, if there is room for it.
pub(crate) fn admit(tx: &mut Tx<'_>, kind: Kind) -> Outcome<()> {
    let (word, _) = live(kind)?;
    let count = counted(tx, word)?;
    if count >= LIVE {
        return Err(Refusal {
            code: Code::TooManyRequests,
            retry_after_s: Some(LIVE_WAIT_S),
        });
    }
    tx.put(Table::Meta, word, (count + 1).to_be_bytes());
    Ok(())
}

/// One challenge less.
pub(crate) fn leave(tx: &mut Tx<'_>, kind: Kind) -> Outcome<()> {
    let (word, _) = live(kind)?;
    let count = counted(tx, word)?.saturating_sub(1);
    tx.put(Table::Meta, word, count.to_be_bytes());
    Ok(())
}

/// Counts anew: a backup brings the number back, but not the challenges.
pub(crate) fn recount(tx: &mut Tx<'_>) -> Outcome<()> {
    for kind in [Kind::Ceremony, Kind::GateChallenge, Kind::RecoveryChallenge] {
        let (word, table) = live(kind)?;
        let count = tx.scan(table, &[], None, usize::MAX)?.len() as u64;
        if count != counted(tx, word)? {
            tx.put(Table::Meta, word, count.to_be_bytes());
        }
    }
    Ok(())
}

/// Notes that the row of `kind` under `key` ends at `until`.
pub(crate) fn schedule(tx: &mut Tx<'_>, until: u64, kind: Kind, key: &[u8]) {
    let line = [&until.to_be_bytes(), [kind as u8].as_slice(), key].concat();
    tx.put(Table::Deadlines, line, []);
}

/// Removes at most `limit` things that have ended at `now`, and says how many lines it read.
pub(crate) fn sweep(tx: &mut Tx<'_>, now: u64, limit: usize) -> Outcome<usize> {
    let lines = tx.scan(Table::Deadlines, &[], None, limit)?;
    let mut read = 0;
    for (line, _) in lines {
        let Some((until, [code, key @ ..])) = line.split_first_chunk() else {
            return Err(Code::Damaged.into());
        };
        if u64::from_be_bytes(*until) > now {
            break;
        }
        read += 1;
        let (kind, key) = (Kind::from_code(*code)?, key.to_vec());
        tx.delete(Table::Deadlines, line);
        match ends(tx, kind, &key)? {
            Some(later) if later > now => schedule(tx, later, kind, &key),
            Some(_) => remove(tx, kind, &key)?,
            None => {}
        }
    }
    Ok(read)
}

/// When the row really ends, if it is there and may end.
fn ends(tx: &Tx<'_>, kind: Kind, key: &[u8]) -> Outcome<Option<u64>> {
    Ok(match kind {
        Kind::Ceremony => tx.get_record::<Ceremony>(key)?.map(|row| row.until),
        Kind::Token => after(tx.get_record::<Token>(key)?, |row| {
            (row.last, limits::TOKEN_IDLE_S)
        }),
        Kind::Staged => after(tx.get_record::<Staged>(key)?, |row| {
            (row.since, limits::STAGED_DAYS * DAY)
        }),
        Kind::Answer => after(tx.get_record::<Answer>(key)?, |row| {
            (row.since, ANSWER_DAYS * DAY)
        }),
        Kind::LooseBlob => {
            let loose = tx
                .get_record::<Blob>(key)?
                .filter(|row| row.folder.is_none());
            after(loose, |row| (row.since, LOOSE_DAYS * DAY))
        }
        Kind::GateChallenge => tx.get_record::<GateChallengeRow>(key)?.map(|row| row.until),
        Kind::Attempt => after(tx.get_record::<Attempt>(key)?, |row| {
            (row.since, ATTEMPT_DAYS * DAY)
        }),
        Kind::Recovery => ceremony::ends(tx, key)?,
        Kind::RecoveryChallenge => tx.get_record::<AskChallenge>(key)?.map(|row| row.until),
    })
}

fn after<R>(row: Option<R>, times: impl FnOnce(R) -> (u64, u64)) -> Option<u64> {
    row.map(times)
        .map(|(since, lasts)| since.saturating_add(lasts))
}

fn remove(tx: &mut Tx<'_>, kind: Kind, key: &[u8]) -> Outcome<()> {
    match kind {
        Kind::Ceremony => {
            tx.delete(Table::Challenges, key);
            leave(tx, kind)?;
        }
        Kind::Token => session::forget(tx, key)?,
        Kind::Staged => staging::drop_row(tx, key)?,
        Kind::Answer => tx.delete(Table::Requests, key),
        Kind::LooseBlob => {
            let blob = BlobId::from_slice(key).ok_or(Code::Damaged)?;
            blobs::discard(tx, &blob)?;
        }
        Kind::GateChallenge => {
            tx.delete(Table::GateChallenges, key);
            leave(tx, kind)?;
        }
        Kind::Attempt => tx.delete(Table::GateAttempts, key),
        Kind::Recovery => ceremony::expire(tx, key)?,
        Kind::RecoveryChallenge => {
            tx.delete(Table::CeremonyChallenges, key);
            leave(tx, kind)?;
        }
    }
    Ok(())
}

/// The key under which an answer to a commit is remembered.
pub(crate) fn answer_key(request: &[u8]) -> Hash {
    Hash::of(request)
}

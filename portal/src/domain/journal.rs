//! The journal of an account: one chain for each mandate, and the owner's own. An entry is durable before
//! anything is served for it.

use minicbor::bytes::ByteVec;
use wire::{
    AccountId, Code, limits,
    mandate::{
        Chain, ChainHead, Deed, JournalAnswer, JournalEntry, JournalRequest, Line, Received,
    },
};

use super::{
    Outcome, ensure,
    session::{self, Session},
};
use crate::{
    records::{ChainEnd, JournalRow},
    store::{Read, Table, Tx},
};

/// Bytes of entries in one answer.
const ANSWER: usize = 1 << 20;
/// Entries read at once.
const PAGE: usize = 64;
/// Chains one request may name.
const CHAINS: usize = 4_096;
/// Seconds in which an entry that serves something may come again: a lost answer is asked for again at once.
/// Later it would be another look at the same thing, of which the owner would read only once.
const AGAIN_S: u64 = 120;

/// Where a chain stands.
pub(crate) fn head(read: &impl Read, account: &AccountId, chain: &Chain) -> Outcome<ChainHead> {
    let end: Option<ChainEnd> = read.get_record(&place(account, chain))?;
    Ok(end.map_or(ChainHead::NONE, |end| ChainHead {
        n: end.n,
        hash: end.hash,
    }))
}

/// Appends an entry that was verified against whoever may write this chain. The same entry again, as its
/// last one, is no error: the answer was lost. Where something is served for it, that holds for two minutes.
pub(crate) fn append(tx: &mut Tx<'_>, entry: &JournalEntry, line: &Line, now: u64) -> Outcome<()> {
    ensure(
        entry.detail == Line::detail_hash(&line.detail),
        Code::Malformed,
    )?;
    ensure(
        line.detail.ciphertext.len() <= 2 * limits::DETAIL,
        Code::TooLarge,
    )?;
    ensure(entry.time <= now + limits::LOG_AHEAD_S, Code::ClockAhead)?;
    let hash = line.entry.hash();
    let head = head(tx, &entry.account, &entry.chain)?;
    let place = place(&entry.account, &entry.chain);
    let at = [&place[..], &entry.n.to_be_bytes()].concat();
    if head.n == entry.n && head.hash == hash {
        let known: JournalRow = tx.get_record(&at)?.ok_or(Code::Damaged)?;
        let is_lost = now < known.received.saturating_add(AGAIN_S);
        return ensure(
            is_lost || entry.chain == Chain::Owner,
            Code::JournalConflict,
        );
    }
    let follows = entry.n == head.n + 1 && entry.prev == head.hash;
    ensure(follows, Code::JournalConflict)?;
    ensure(entry.n <= limits::JOURNAL, Code::QuotaReached)?;
    let row = JournalRow {
        line: ByteVec::from(wire::encode(line)),
        received: now,
    };
    tx.put_record(at, &row);
    let end = ChainEnd { n: entry.n, hash };
    tx.put_record(place, &end);
    Ok(())
}

/// The owner writes into their own chain: what was done on their own stick.
pub(crate) fn write_own(tx: &mut Tx<'_>, session: &Session, line: &Line, now: u64) -> Outcome<()> {
    let state = session::live(tx, session)?.state;
    let entry = line
        .entry
        .verify(state.realm, &state.keys.author)
        .map_err(|_| Code::StaleGeneration)?;
    let own = entry.realm == state.realm
        && entry.account == state.account
        && entry.chain == Chain::Owner
        && entry.author == state.keys.author
        && entry.deed == Deed::Session
        && entry.blobs.is_empty();
    ensure(own, Code::Forbidden)?;
    append(tx, &entry, line, now)
}

/// What is new in the journal of the session's own account.
pub(crate) fn read(
    read: &impl Read,
    session: &Session,
    request: &JournalRequest,
) -> Outcome<JournalAnswer> {
    session::live(read, session)?;
    ensure(request.known.len() <= CHAINS, Code::TooLarge)?;
    let (mut lines, mut bytes) = (Vec::new(), 0);
    let ends = read.scan(
        Table::JournalEnds,
        session.account.as_ref(),
        None,
        usize::MAX,
    )?;
    for (place, _) in ends {
        let known = request
            .known
            .iter()
            .find(|(chain, _)| place.get(AccountId::LEN..) == Some(&chain.place()[..]));
        let mut after = [&place[..], &known.map_or(0, |(_, n)| *n).to_be_bytes()].concat();
        loop {
            let page = read.scan_records::<JournalRow>(&place, Some(&after), PAGE)?;
            let is_last = page.len() < PAGE;
            for (key, row) in page {
                bytes += row.line.len();
                if bytes > ANSWER {
                    return Ok(JournalAnswer { lines, more: true });
                }
                let line = wire::decode_canonical(&row.line, row.line.len());
                lines.push(Received {
                    line: line.map_err(|_| Code::Damaged)?,
                    at: row.received,
                });
                after = key;
            }
            if is_last {
                break;
            }
        }
    }
    Ok(JournalAnswer { lines, more: false })
}

fn place(account: &AccountId, chain: &Chain) -> Vec<u8> {
    [account.as_ref(), &chain.place()[..]].concat()
}

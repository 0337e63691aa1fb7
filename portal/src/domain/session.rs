//! Who is asking. A session is a random token of which only the hash is kept; it belongs to one
//! account, one slot and one realm, ends after ten idle minutes, and ends at once with its slot.

use wire::{AccountId, Code, Hash, Random, Realm, SlotId, api, limits, random};

use super::{
    Outcome, ensure,
    expiry::{self, Kind},
    policy::State,
};
use crate::{
    records::{Account, Token},
    store::{Read, Table, Tx},
};

/// A use is written down when the last one written is older than this.
const TOUCH_S: u64 = 60;

/// A proved session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Session {
    /// The account.
    pub(crate) account: AccountId,
    /// The slot.
    pub(crate) slot: SlotId,
    /// Under what the token is kept.
    pub(crate) token: Hash,
}

/// A proved session, where its account stands, and whether its use is to be written down.
#[derive(Debug)]
pub(crate) struct Proof {
    /// The session.
    pub(crate) session: Session,
    /// Where the account stands.
    pub(crate) state: State,
    /// Whether the last use written is old.
    pub(crate) is_stale: bool,
}

/// Finds the session of a token, if it has not ended and its slot is still live.
pub(crate) fn prove(read: &impl Read, realm: Realm, token: &[u8; 32], now: u64) -> Outcome<Proof> {
    let hash = Hash::of(token);
    let row: Token = read.get_record(&hash.0)?.ok_or(Code::Unauthorized)?;
    let idle = now.saturating_sub(row.last);
    ensure(
        row.realm == realm && idle < limits::TOKEN_IDLE_S,
        Code::Unauthorized,
    )?;
    let session = Session {
        account: row.account,
        slot: row.slot,
        token: hash,
    };
    let account = live(read, &session)?;
    Ok(Proof {
        session,
        state: standing(&account),
        is_stale: idle >= TOUCH_S || row.last > now,
    })
}

/// The account of a session whose slot is live at this very moment.
pub(crate) fn live(read: &impl Read, session: &Session) -> Outcome<Account> {
    let account: Account = read
        .get_record(&session.account.0)?
        .ok_or(Code::Unauthorized)?;
    ensure(
        account.state.slots.contains_key(&session.slot),
        Code::Unauthorized,
    )?;
    Ok(account)
}

/// Where an account stands.
pub(crate) fn standing(account: &Account) -> State {
    if account.state.deleted.is_some() {
        State::Deleted
    } else {
        State::Live
    }
}

/// Begins a session of a live slot.
pub(crate) fn begin(
    tx: &mut Tx<'_>,
    realm: Realm,
    account: AccountId,
    slot: SlotId,
    now: u64,
    random: &mut dyn Random,
) -> api::Session {
    let token: [u8; 32] = random::bytes(random);
    let hash = Hash::of(&token);
    let row = Token {
        account,
        slot,
        realm,
        last: now,
    };
    tx.put_record(hash.0, &row);
    tx.put(Table::SlotTokens, index(&account, &slot, &hash.0), []);
    expiry::schedule(tx, now + limits::TOKEN_IDLE_S, Kind::Token, &hash.0);
    api::Session {
        token,
        account,
        slot,
        time: now,
    }
}

/// Writes down that a session was used.
pub(crate) fn touch(tx: &mut Tx<'_>, session: &Session, now: u64) -> Outcome<()> {
    if let Some(row) = tx.get_record::<Token>(&session.token.0)? {
        tx.put_record(session.token.0, &Token { last: now, ..row });
    }
    Ok(())
}

/// Ends the session under this key.
pub(crate) fn forget(tx: &mut Tx<'_>, token: &[u8]) -> Outcome<()> {
    if let Some(row) = tx.get_record::<Token>(token)? {
        tx.delete(Table::SlotTokens, index(&row.account, &row.slot, token));
        tx.delete(Table::Tokens, token);
    }
    Ok(())
}

/// Ends every session of a slot.
pub(crate) fn forget_slot(tx: &mut Tx<'_>, account: &AccountId, slot: &SlotId) -> Outcome<()> {
    let prefix = index(account, slot, &[]);
    for (key, _) in tx.scan(Table::SlotTokens, &prefix, None, usize::MAX)? {
        if let Some(token) = key.get(prefix.len()..) {
            tx.delete(Table::Tokens, token);
        }
        tx.delete(Table::SlotTokens, key);
    }
    Ok(())
}

/// Ends every session of an account.
pub(crate) fn forget_account(tx: &mut Tx<'_>, account: &AccountId) -> Outcome<()> {
    let tokens = AccountId::LEN + SlotId::LEN;
    for (key, _) in tx.scan(Table::SlotTokens, account.as_ref(), None, usize::MAX)? {
        if let Some(token) = key.get(tokens..) {
            tx.delete(Table::Tokens, token);
        }
        tx.delete(Table::SlotTokens, key);
    }
    Ok(())
}

fn index(account: &AccountId, slot: &SlotId, token: &[u8]) -> Vec<u8> {
    [account.as_ref(), slot.as_ref(), token].concat()
}

//! Whose card a tag is, and whose shares a holder keeps: found by rows that follow the policies.

use minicbor::bytes::ByteVec;
use wire::{
    AccountId, CeremonyId, Code, Hash, Random, Signed,
    ceremony::{CardAnswer, Ending, Roll},
    log::LogState,
    random,
    recovery::{Payload, Policy},
    seal::{Encapsulated, Sealed},
};

use super::{end, live};
use crate::{
    domain::{Outcome, ensure, staging::Items},
    records::{Account, PayloadRow, RollRow},
    store::{Read, Table, Tx},
};

/// Says that the tags of all policies are in their table.
const INDEXED: &[u8] = b"card-tags";
/// Accounts looked at in one step.
const PAGE: usize = 64;
/// Bytes sealed in a payload, with the tag.
const SEALED: usize = 2_048 + 16;

/// The policy of an account has been replaced: its list of holders comes with it, what finds its card and
/// its holders follows, and a recovery by the policy of before ends, but the one that brings this.
pub(crate) fn arranged(
    tx: &mut Tx<'_>,
    state: &LogState,
    policy: &Policy,
    items: &Items,
    except: Option<CeremonyId>,
) -> Outcome<()> {
    let account = &state.account;
    let before: Option<Account> = tx.get_record(&account.0)?;
    if let Some(old) = before.and_then(|row| row.state.policy) {
        forget(tx, account, &old)?;
    }
    let taken = tx.get(Table::CardTags, &policy.card_tag.0)?;
    ensure(taken.is_none(), Code::LogRefused)?;
    tx.put(Table::CardTags, policy.card_tag.0, account.0);
    for holder in &policy.holders {
        tx.put(Table::Holds, held(&holder.account, account), []);
    }
    tx.delete(Table::Rolls, account.0);
    if !policy.holders.is_empty() {
        let signed = ByteVec::from(roll(state, policy, items)?);
        tx.put_record(account.0, &RollRow { signed });
    }
    if let Some((id, row, _)) = live(tx, account)?
        && Some(id) != except
    {
        end(tx, &id, row, Ending::Overtaken);
    }
    Ok(())
}

/// The list of holders among the items of a commit: author-signed, of this policy, and the only one.
fn roll(state: &LogState, policy: &Policy, items: &Items) -> Outcome<Vec<u8>> {
    let hash = policy.hash(state.realm);
    let mut found = items.iter().filter(|bytes| {
        let roll = Signed::<Roll>::from_bytes(bytes);
        let roll = roll.ok().and_then(|signed| {
            let author = &state.keys.author;
            signed.verify(state.realm, author).ok()
        });
        roll.is_some_and(|roll| roll.account == state.account && roll.policy == hash)
    });
    match (found.next(), found.next()) {
        (Some(roll), None) => Ok(roll.to_vec()),
        (None, _) => Err(Code::ItemMissing.into()),
        (Some(_), Some(_)) => Err(Code::LogRefused.into()),
    }
}

/// What found the card and the holders of a policy goes.
pub(super) fn forget(tx: &mut Tx<'_>, account: &AccountId, policy: &Policy) -> Outcome<()> {
    let named = tx.get(Table::CardTags, &policy.card_tag.0)?;
    if named.as_deref() == Some(account.as_ref()) {
        tx.delete(Table::CardTags, policy.card_tag.0);
    }
    for holder in &policy.holders {
        tx.delete(Table::Holds, held(&holder.account, account));
    }
    Ok(())
}

/// The live account whose policy names this card.
pub(super) fn by_card(read: &impl Read, tag: &Hash) -> Outcome<Option<(LogState, Policy)>> {
    let Some(name) = read.get(Table::CardTags, &tag.0)? else {
        return Ok(None);
    };
    let Some(row) = read.get_record::<Account>(&name)? else {
        return Ok(None);
    };
    let state = row.state;
    let policy = state.policy.clone();
    let policy = policy.filter(|policy| policy.card_tag == *tag && state.deleted.is_none());
    Ok(policy.map(|policy| (state, policy)))
}

/// What is sealed to a card. For a tag that no account has it is made up: of the same length, for nobody.
pub(crate) fn card(
    read: &impl Read,
    tag: &Hash,
    now: u64,
    random: &mut dyn Random,
) -> Outcome<CardAnswer> {
    let (account, payload) = match by_card(read, tag)? {
        Some((state, policy)) => {
            let payload = payload_of(read, &state.account, &policy.card.fingerprint())?;
            (state.account, payload)
        }
        None => (AccountId(random::bytes(random)), nobodys(random)),
    };
    Ok(CardAnswer {
        time: now,
        account,
        payload,
    })
}

/// A payload as it was staged.
pub(super) fn payload_of(
    read: &impl Read,
    account: &AccountId,
    recipient: &Hash,
) -> Outcome<ByteVec> {
    let key = [account.as_ref(), recipient.as_ref()].concat();
    let row: Option<PayloadRow> = read.get_record(&key)?;
    Ok(row.ok_or(Code::Damaged)?.bytes)
}

fn nobodys(random: &mut dyn Random) -> ByteVec {
    let payload = Payload {
        recipient: Hash(random::bytes(random)),
        sealed: Sealed {
            enc: Encapsulated(random::bytes(random)),
            ciphertext: random::bytes::<SEALED>(random).to_vec(),
        },
    };
    ByteVec::from(wire::encode(&payload))
}

/// Accounts for which this one keeps a share.
pub(super) fn holds(read: &impl Read, holder: &AccountId) -> Outcome<Vec<AccountId>> {
    let lines = read.scan(Table::Holds, holder.as_ref(), None, usize::MAX)?;
    let owner = |line: &[u8]| line.get(AccountId::LEN..).and_then(AccountId::from_slice);
    let owners = lines.iter().map(|(line, _)| owner(line));
    owners
        .collect::<Option<_>>()
        .ok_or_else(|| Code::Damaged.into())
}

/// Cards of policies that an earlier version of the portal took, one step at a time. Whether all are there.
pub(crate) fn catch_up(tx: &mut Tx<'_>, after: &mut Option<Vec<u8>>) -> Outcome<bool> {
    if after.is_none() && tx.get(Table::Meta, INDEXED)?.is_some() {
        return Ok(true);
    }
    let rows = tx.scan_records::<Account>(&[], after.as_deref(), PAGE)?;
    let is_last = rows.len() < PAGE;
    for (key, row) in rows {
        if let Some(policy) = row.state.policy {
            tx.put(Table::CardTags, policy.card_tag.0, key.clone());
        }
        *after = Some(key);
    }
    if is_last {
        tx.put(Table::Meta, INDEXED, []);
    }
    Ok(is_last)
}

fn held(holder: &AccountId, owner: &AccountId) -> Vec<u8> {
    [holder.as_ref(), owner.as_ref()].concat()
}

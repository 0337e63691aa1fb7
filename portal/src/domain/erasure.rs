//! A space whose days are over goes for good, in steps that can each be cut: first its ways in, with the
//! tombstone; then row by row what is left. `erase` walks them; a row says that one is under way.

use std::collections::BTreeSet;

use minicbor::bytes::ByteVec;
use wire::{AccountId, BlobId, Code, Hash, KeyId, SigPublic, VoucherId};

use super::{Outcome, Place, ceremony, mandates, outbox, security_keys, session};
use crate::{
    records::{
        Account, Answer, Blob, Credential, Deletion, Erasure, Slot, Tombstone, Upload, VoucherRow,
    },
    store::{Read, Record, Table, Tx},
};

/// Rows looked at in one transaction.
pub(crate) const PAGE: usize = 64;
/// What goes before the blobs: without it nothing of them can be read or found.
pub(crate) const KEYS: [Table; 12] = [
    Table::Drops,
    Table::DropBlobs,
    Table::GrantBoxes,
    Table::Letters,
    Table::Boxes,
    Table::Manifests,
    Table::Chain,
    Table::Packages,
    Table::Payloads,
    Table::Rolls,
    Table::Holds,
    Table::Staged,
];
/// What goes after them.
pub(crate) const HISTORY: [Table; 5] = [
    Table::Log,
    Table::Journal,
    Table::JournalEnds,
    Table::Entrusted,
    Table::Usage,
];

/// Whether this account was ever deleted here.
pub(crate) fn is_deleted(read: &impl Read, account: &AccountId) -> Outcome<bool> {
    Ok(read.get(Table::Tombstones, &named(account).0)?.is_some())
}

/// The name of an account on its tombstone.
pub(crate) fn named(account: &AccountId) -> Hash {
    Hash::of(account.as_ref())
}

/// Begins where the days are over: the gates' orders are held no longer, and the ways in go. Nothing
/// happens where the deletion was taken back meanwhile.
pub(crate) fn begin(tx: &mut Tx<'_>, place: &Place, account: &AccountId, now: u64) -> Outcome<()> {
    let deletion = tx.get_record::<Deletion>(&account.0)?;
    let Some(deletion) = deletion.filter(|row| row.until <= now) else {
        return Ok(());
    };
    outbox::release(tx, place, &deletion.orders, now)?;
    close(tx, account, now)
}

/// Nobody opens the account from here on: credentials, sessions and slots go with it, and its tombstone
/// stands.
pub(crate) fn close(tx: &mut Tx<'_>, account: &AccountId, since: u64) -> Outcome<()> {
    let mut handles = Vec::new();
    for (key, slot) in tx.scan_records::<Slot>(account.as_ref(), None, usize::MAX)? {
        if let Some(credential) = tx.get_record::<Credential>(&slot.credential)? {
            handles.push(ByteVec::from(credential.handle.to_vec()));
        }
        tx.delete(Table::Credentials, slot.credential.to_vec());
        tx.delete(Table::Slots, key);
    }
    security_keys::forget_account(tx, account)?;
    session::forget_account(tx, account)?;
    // A backup of before the deletion brings its mandates back too: who helped must find none of them.
    if let Some(row) = tx.get_record::<Account>(&account.0)? {
        for given in row.state.grants.values() {
            mandates::end(tx, account, &given.grant)?;
        }
    }
    ceremony::forget_account(tx, account)?;
    tx.delete(Table::Deletions, account.0);
    tx.delete(Table::LastOpened, account.0);
    tx.delete(Table::Deceased, account.0);
    tx.delete(Table::Accounts, account.0);
    tx.put_record(named(account).0, &Tombstone { since });
    tx.put_record(account.0, &Erasure { since, handles });
    Ok(())
}

/// Accounts of which something is still to be erased, and since when.
pub(crate) fn under_way(read: &impl Read) -> Outcome<Vec<(AccountId, Erasure)>> {
    let rows = read.scan_records::<Erasure>(&[], None, usize::MAX)?;
    rows.into_iter()
        .map(|(key, row)| Ok((AccountId::from_slice(&key).ok_or(Code::Damaged)?, row)))
        .collect()
}

/// Removes some of the account's rows in these tables. Whether there may be more.
pub(crate) fn rows(tx: &mut Tx<'_>, account: &AccountId, tables: &[Table]) -> Outcome<bool> {
    for table in tables {
        let found = tx.scan(*table, account.as_ref(), None, PAGE)?;
        if !found.is_empty() {
            for (key, _) in found {
                tx.delete(*table, key);
            }
            return Ok(true);
        }
    }
    Ok(false)
}

/// One page of a table that is not in the order of accounts: what of it is looked for, and where the
/// next page begins.
pub(crate) struct Page<T> {
    pub(crate) found: Vec<T>,
    pub(crate) next: Option<Vec<u8>>,
}

/// The account's blobs.
pub(crate) fn blobs(
    read: &impl Read,
    account: &AccountId,
    after: Option<&[u8]>,
) -> Outcome<Page<BlobId>> {
    page(read, after, |key, row: &Blob| {
        BlobId::from_slice(key).filter(|_| row.account == *account)
    })
}

/// The account's uploads that never came to an end.
pub(crate) fn uploads(
    read: &impl Read,
    account: &AccountId,
    after: Option<&[u8]>,
) -> Outcome<Page<BlobId>> {
    page(read, after, |key, row: &Upload| {
        BlobId::from_slice(key).filter(|_| row.account == *account)
    })
}

/// Answers to its commits that are still remembered.
pub(crate) fn answers(
    read: &impl Read,
    account: &AccountId,
    after: Option<&[u8]>,
) -> Outcome<Page<Hash>> {
    page(read, after, |key, row: &Answer| {
        Hash::from_slice(key).filter(|_| row.account == *account)
    })
}

/// The vouchers that made its sticks, and these sticks' names at the gates.
pub(crate) fn vouchers(
    read: &impl Read,
    account: &AccountId,
    erasure: &Erasure,
    after: Option<&[u8]>,
) -> Outcome<Page<(VoucherId, KeyId)>> {
    page(read, after, |key, row: &VoucherRow| {
        let made = |handle: &ByteVec| handle.as_slice() == row.handle;
        let is_its = row.account == Some(*account) || erasure.handles.iter().any(made);
        let voucher = VoucherId::from_slice(key).filter(|_| is_its)?;
        Some((voucher, row.key_id))
    })
}

/// The sticks of all spaces that are being erased, by their first names at the gate.
pub(crate) fn sticks(read: &impl Read) -> Outcome<BTreeSet<KeyId>> {
    let mut sticks = BTreeSet::new();
    for (account, erasure) in under_way(read)? {
        let mut after = None;
        loop {
            let page = vouchers(read, &account, &erasure, after.as_deref())?;
            sticks.extend(page.found.into_iter().map(|(_, stick)| stick));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
    }
    Ok(sticks)
}

fn page<R: Record, T>(
    read: &impl Read,
    after: Option<&[u8]>,
    its: impl Fn(&[u8], &R) -> Option<T>,
) -> Outcome<Page<T>> {
    let rows = read.scan_records::<R>(&[], after, PAGE)?;
    let found = rows.iter().filter_map(|(key, row)| its(key, row)).collect();
    let is_last = rows.len() < PAGE;
    let last = rows.into_iter().next_back().map(|(key, _)| key);
    Ok(Page {
        found,
        next: last.filter(|_| !is_last),
    })
}

/// A voucher that has served stays used, and says nothing else any more.
pub(crate) fn forget_voucher(tx: &mut Tx<'_>, voucher: &VoucherId) -> Outcome<()> {
    if let Some(row) = tx.get_record::<VoucherRow>(&voucher.0)? {
        let used = VoucherRow {
            possession: SigPublic([0; SigPublic::LEN]),
            key_id: KeyId([0; KeyId::LEN]),
            handle: [0; 16],
            account: None,
            used: true,
            ceremony: None,
            ..row
        };
        tx.put_record(voucher.0, &used);
    }
    Ok(())
}

/// Nothing is left.
pub(crate) fn end(tx: &mut Tx<'_>, account: &AccountId) {
    tx.delete(Table::Erasures, account.0);
}

/// Tombstones that are not in the store yet: they were written after the backup it came from.
pub(crate) fn unheard(read: &impl Read, written: Vec<(Hash, u64)>) -> Outcome<Vec<(Hash, u64)>> {
    let mut unheard = Vec::new();
    for (name, since) in written {
        if read.get(Table::Tombstones, &name.0)?.is_none() {
            unheard.push((name, since));
        }
    }
    Ok(unheard)
}

/// Accounts that a backup brought back although these tombstones stand.
pub(crate) fn returned(
    read: &impl Read,
    tombstones: &[(Hash, u64)],
) -> Outcome<Vec<(AccountId, u64)>> {
    let (mut found, mut after) = (Vec::new(), None::<Vec<u8>>);
    loop {
        let rows = read.scan(Table::Accounts, &[], after.as_deref(), PAGE)?;
        let is_last = rows.len() < PAGE;
        for (key, _) in &rows {
            let account = AccountId::from_slice(key).ok_or(Code::Damaged)?;
            let stands = tombstones.iter().find(|(name, _)| *name == named(&account));
            found.extend(stands.map(|(_, since)| (account, *since)));
        }
        if is_last {
            return Ok(found);
        }
        after = rows.into_iter().next_back().map(|(key, _)| key);
    }
}

/// Takes up tombstones from outside the store.
pub(crate) fn take_up(tx: &mut Tx<'_>, tombstones: &[(Hash, u64)]) {
    for (name, since) in tombstones {
        tx.put_record(name.0, &Tombstone { since: *since });
    }
}

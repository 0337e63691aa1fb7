//! Items handed over before the commit that names them, by H of their bytes, for seven days.

use minicbor::bytes::ByteVec;
use std::collections::BTreeMap;
use wire::{AccountId, CborError, Code, Hash, VoucherId, limits, manifest::Manifest};

use super::{
    DAY, Outcome, ensure,
    expiry::{self, Kind},
};
use crate::{
    records::{Staged, Usage},
    store::{Read, Table, Tx},
};

/// Bytes that may wait on one bench: twelve manifests at their longest, twice, and what goes with them.
const BENCH: u64 = 32 << 20;

/// Where somebody's items wait: with their account, or before genesis with their voucher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bench([u8; 32]);

impl Bench {
    /// The bench of an account.
    pub(crate) fn of_account(account: &AccountId) -> Self {
        Self(account.0)
    }

    /// The bench of a voucher whose account is still to be made.
    pub(crate) fn of_voucher(voucher: &VoucherId) -> Self {
        Self(Hash::of(&[b"voucher".as_slice(), voucher.as_ref()].concat()).0)
    }

    fn row(&self, item: &Hash) -> Vec<u8> {
        [self.0, item.0].concat()
    }
}

/// Puts items on a bench. An item that lies there already stays.
pub(crate) fn stage(tx: &mut Tx<'_>, bench: &Bench, items: Vec<ByteVec>, now: u64) -> Outcome<()> {
    ensure(items.len() <= limits::STAGE_ITEMS, Code::TooLarge)?;
    let mut usage: Usage = tx.get_record(&bench.0)?.unwrap_or_default();
    for item in items {
        ensure(item.len() <= limits::ITEM, Code::TooLarge)?;
        let row = bench.row(&Hash::of(&item));
        if tx.get(Table::Staged, &row)?.is_some() {
            continue;
        }
        usage.staged += item.len() as u64;
        ensure(usage.staged <= BENCH, Code::QuotaReached)?;
        tx.put_record(row.as_slice(), &Staged { item, since: now });
        expiry::schedule(tx, now + limits::STAGED_DAYS * DAY, Kind::Staged, &row);
    }
    tx.put_record(bench.0, &usage);
    Ok(())
}

/// Items taken from a bench for one commit.
#[derive(Debug, Default)]
pub(crate) struct Items {
    by_hash: BTreeMap<Hash, ByteVec>,
    /// Those that are manifests, by H of their signed header.
    manifests: BTreeMap<Hash, Manifest>,
}

impl Items {
    /// The item with this hash.
    pub(crate) fn get(&self, hash: &Hash) -> Outcome<&[u8]> {
        let item = self.by_hash.get(hash);
        Ok(item.ok_or(Code::ItemMissing)?)
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.by_hash.values().map(|item| item.as_slice())
    }

    /// The manifest whose signed header has this hash.
    pub(crate) fn manifest(&self, header: &Hash) -> Outcome<&Manifest> {
        Ok(self.manifests.get(header).ok_or(Code::ItemMissing)?)
    }

    /// Reads the item with this hash.
    pub(crate) fn read<T>(
        &self,
        hash: &Hash,
        read: impl FnOnce(&[u8]) -> Result<T, CborError>,
    ) -> Outcome<T> {
        read(self.get(hash)?).map_err(|_| Code::Malformed.into())
    }
}

/// Takes the named items off a bench; each must lie there.
pub(crate) fn take(tx: &mut Tx<'_>, bench: &Bench, hashes: &[Hash]) -> Outcome<Items> {
    let mut items = Items::default();
    for hash in hashes {
        let row = bench.row(hash);
        let Some(staged) = tx.get_record::<Staged>(&row)? else {
            ensure(items.by_hash.contains_key(hash), Code::ItemMissing)?;
            continue;
        };
        drop_row(tx, &row)?;
        if let Ok(manifest) = Manifest::from_bytes(&staged.item) {
            items.manifests.insert(manifest.header.hash(), manifest);
        }
        items.by_hash.insert(*hash, staged.item);
    }
    Ok(items)
}

/// Removes one staged item and frees its room.
pub(crate) fn drop_row(tx: &mut Tx<'_>, row: &[u8]) -> Outcome<()> {
    let Some(staged) = tx.get_record::<Staged>(row)? else {
        return Ok(());
    };
    tx.delete(Table::Staged, row);
    let bench = row.get(..32).ok_or(Code::Damaged)?;
    if let Some(mut usage) = tx.get_record::<Usage>(bench)? {
        usage.staged = usage.staged.saturating_sub(staged.item.len() as u64);
        if usage == Usage::default() {
            tx.delete(Table::Usage, bench);
        } else {
            tx.put_record(bench, &usage);
        }
    }
    Ok(())
}

//! The owner's log entries: each operation signed by the keys that count for it.

use crate::keys::{AdminKeys, OpenKeys, SigningKey};
use wire::{
    AccountId, Realm,
    log::{Entry, Head, Op, Signer},
};

/// Where the next entry goes.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The realm.
    pub realm: Realm,
    /// The account.
    pub account: AccountId,
    /// The entry before.
    pub head: Head,
    /// Claimed Unix seconds: the portal's clock as last seen.
    pub time: u64,
}

impl Place {
    /// Signs as root and moves on.
    pub fn by_root(&mut self, op: &Op, admin: &AdminKeys) -> Entry {
        self.sign(op, &[&admin.root])
    }

    /// Signs as author and moves on.
    pub fn by_author(&mut self, op: &Op, keys: &OpenKeys) -> Entry {
        self.sign(op, &[&keys.author])
    }

    /// Signs a rekey as the old root, then as the new one, and moves on.
    pub fn by_both_roots(&mut self, op: &Op, old: &AdminKeys, new: &AdminKeys) -> Entry {
        self.sign(op, &[&old.root, &new.root])
    }

    fn sign(&mut self, op: &Op, keys: &[&SigningKey]) -> Entry {
        let signers: Vec<_> = keys
            .iter()
            .map(|key| |bytes: &[u8]| key.sign_bytes(bytes))
            .collect();
        let signers: Vec<Signer<'_>> = signers.iter().map(|s| s as Signer<'_>).collect();
        let entry = Entry::sign_with(self.realm, self.account, self.head, self.time, op, &signers);
        self.head = Head {
            seq: self.head.seq + 1,
            hash: entry.hash(),
        };
        entry
    }
}

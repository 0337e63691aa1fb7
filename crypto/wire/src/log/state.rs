//! What a log, once verified, amounts to. Only public data: the portal holds the same.

use super::{
    entry::Head,
    op::{Grant, Rights},
};
use crate::{
    AccountId, Hash, MandateId, Realm, SigPublic, SlotId,
    folder::Folder,
    recovery::Policy,
    seal::{KemPublic, Sealed},
    slot::SlotHeader,
};
use minicbor::{Decode, Encode};
use std::collections::{BTreeMap, BTreeSet};

/// Keys of the current generation.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct AccountKeys {
    /// g.
    #[n(0)]
    pub generation: u32,
    /// Signs what the code must be asked for again.
    #[n(1)]
    pub root: SigPublic,
    /// Signs every day.
    #[n(2)]
    pub author: SigPublic,
    /// What is sealed to the person is sealed to it.
    #[n(3)]
    pub reader: KemPublic,
}

/// A live slot.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SlotState {
    /// Its header.
    #[n(0)]
    pub header: SlotHeader,
    /// Public half of slot_open.
    #[n(1)]
    pub open: KemPublic,
    /// Public half of slot_admin.
    #[n(2)]
    pub admin: KemPublic,
    /// H of its current signed seals.
    #[n(3)]
    pub seals: Hash,
    /// Its gate keys, for the owner.
    #[n(4)]
    pub keys: Sealed,
    /// Generation whose reader key `keys` is sealed to.
    #[n(5)]
    pub keys_generation: u32,
}

/// A folder's current epoch.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct FolderState {
    /// The epoch.
    #[n(0)]
    pub epoch: u32,
    /// H of the signed header of its first manifest.
    #[n(1)]
    pub manifest: Hash,
    /// H of the owner's signed box.
    #[n(2)]
    pub owner_box: Hash,
}

/// A mandate that was not revoked; it may have expired.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct GrantState {
    /// As granted.
    #[n(0)]
    pub grant: Grant,
}

/// What a commit must still bring before it may end.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Due {
    /// A rekey, after a slot or a holder was removed.
    #[n(0)]
    pub rekey: bool,
    /// A new policy, after a rekey where there was one.
    #[n(1)]
    pub policy: bool,
    /// A new epoch of these folders, after a rekey or at genesis.
    #[n(2)]
    pub epochs: BTreeSet<Folder>,
    /// A first slot, after genesis.
    #[n(3)]
    pub slot: bool,
}

impl Due {
    /// Whether a commit may end here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.rekey && !self.policy && !self.slot && self.epochs.is_empty()
    }
}

/// A verified log.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct LogState {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// The account.
    #[n(1)]
    pub account: AccountId,
    /// The last entry.
    #[n(2)]
    pub head: Head,
    /// Its claimed time.
    #[n(3)]
    pub time: u64,
    /// The current keys.
    #[n(4)]
    pub keys: AccountKeys,
    /// Root keys of every generation so far, the first at index 0.
    #[n(5)]
    pub roots: Vec<SigPublic>,
    /// Live slots.
    #[n(6)]
    pub slots: BTreeMap<SlotId, SlotState>,
    /// The recovery policy.
    #[n(7)]
    pub policy: Option<Policy>,
    /// Folders.
    #[n(8)]
    pub folders: BTreeMap<Folder, FolderState>,
    /// Mandates.
    #[n(9)]
    pub grants: BTreeMap<MandateId, GrantState>,
    /// H of the delete entry, while one counts.
    #[n(10)]
    pub deleted: Option<Hash>,
    /// What the running commit must still bring.
    #[n(11)]
    pub due: Due,
}

impl LogState {
    /// Fingerprints of the reader keys that must receive a folder's key at `now`, the owner first,
    /// then live mandates in their order.
    #[must_use]
    pub fn recipients(&self, folder: Folder, now: u64) -> Vec<(crate::manifest::BoxFor, Hash)> {
        let owner = (
            crate::manifest::BoxFor::Owner,
            self.keys.reader.fingerprint(),
        );
        let granted = self.grants.iter().filter(|(_, g)| {
            let g = &g.grant;
            g.rights.sees()
                && g.folders.contains(&folder)
                && g.not_before <= now
                && now < g.not_after
                && self.deleted.is_none()
        });
        core::iter::once(owner)
            .chain(granted.map(|(id, g)| (crate::manifest::BoxFor::Mandate(*id), g.grant.reader)))
            .collect()
    }

    /// Whether the mandate counts at `now`, and with what rights.
    #[must_use]
    pub fn live_grant(&self, mandate: &MandateId, now: u64) -> Option<(&Grant, Rights)> {
        let grant = &self.grants.get(mandate)?.grant;
        (self.deleted.is_none() && grant.not_before <= now && now < grant.not_after)
            .then_some((grant, grant.rights))
    }
}

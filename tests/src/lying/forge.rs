//! What a portal can make by itself: keys of its own, and with them entries of the log.

use anyhow::{Context, Result};
use crypto::{
    entries::Place,
    keys::{AdminKeys, AkAdmin, AkOpen, KemKey, OpenKeys},
    space::{SealPlace, seal_slot, seal_slot_keys},
};
use wire::{
    GateId, KeyId, Random, Realm, SlotId,
    api::SyncAnswer,
    log::{AddSlot, Entry, LogState, Op, RevokeSlot},
    recovery::Policy,
    slot::{SlotHeader, SlotKeys, SlotSalt},
    suite::SUITE,
};

/// A portal's own keys of an account.
pub struct Forger {
    pub(super) realm: Realm,
    pub(super) ak_open: AkOpen,
    pub(super) keys: OpenKeys,
    pub(super) admin: AdminKeys,
}

impl Forger {
    /// Draws keys for a generation.
    pub fn new(realm: Realm, generation: u32, random: &mut dyn Random) -> Self {
        let ak_open = AkOpen::make(random);
        Self {
            realm,
            keys: ak_open.derive_keys(realm, generation),
            admin: AkAdmin::make(random).derive_keys(realm, generation),
            ak_open,
        }
    }

    /// A slot that only the portal opens.
    pub fn slot(&self, log: &LogState, random: &mut dyn Random) -> Result<(SlotId, Entry)> {
        let slot = SlotId::random(random);
        let header = SlotHeader {
            suite: SUITE,
            realm: self.realm,
            account: log.account,
            slot,
            credential: wire::random::bytes::<16>(random).to_vec(),
            rp_id: "acces.mesdroits.example".into(),
            salt: SlotSalt::random(random),
        };
        let (open, admin) = (KemKey::make(random), KemKey::make(random));
        let at = SealPlace {
            realm: self.realm,
            account: log.account,
            slot,
            generation: log.keys.generation,
        };
        let (open, admin) = (open.public(), admin.public());
        let seals = seal_slot(&at, &open, &admin, &self.ak_open, &self.admin, random)?;
        let gate_keys = SlotKeys {
            key_id: KeyId::random(random),
            gates: vec![GateId::random(random)],
        };
        let reader = &log.keys.reader;
        let keys = seal_slot_keys(self.realm, &log.account, &slot, &gate_keys, reader, random)?;
        let add = Op::AddSlot(Box::new(AddSlot {
            header,
            open,
            admin,
            seals: seals.hash(),
            keys,
        }));
        Ok((slot, after(log).by_root(&add, &self.admin)))
    }

    /// A slot of the person's goes.
    #[must_use]
    pub fn revocation(&self, log: &LogState, slot: SlotId) -> Entry {
        after(log).by_root(&Op::RevokeSlot(RevokeSlot { slot }), &self.admin)
    }

    /// The space is to be deleted.
    #[must_use]
    pub fn deletion(&self, log: &LogState) -> Entry {
        after(log).by_root(&Op::Delete, &self.admin)
    }

    /// A deletion is taken back.
    ///
    /// # Errors
    /// Where none runs.
    pub fn cancelling(&self, log: &LogState) -> Result<Entry> {
        let signed = log.deleted.context("no deletion runs")?;
        Ok(after(log).by_author(&Op::CancelDelete(signed), &self.keys))
    }

    /// A recovery policy whose card the portal holds.
    ///
    /// # Errors
    /// Where there is none to begin from.
    pub fn policy(&self, log: &LogState, random: &mut dyn Random) -> Result<Entry> {
        let policy = Policy {
            card: KemKey::make(random).public(),
            ..log.policy.clone().context("there is a policy")?
        };
        Ok(after(log).by_root(&Op::Policy(Box::new(policy)), &self.admin))
    }
}

/// Where the portal would go on.
pub(super) fn after(log: &LogState) -> Place {
    Place {
        realm: log.realm,
        account: log.account,
        head: log.head,
        time: log.time,
    }
}

/// The log as it truly is.
///
/// # Errors
/// Where it is none.
pub fn log_of(realm: Realm, answer: &SyncAnswer) -> Result<LogState> {
    let (first, rest) = answer.entries.split_first().context("no entries")?;
    let mut log = LogState::begin(realm, first)?;
    for entry in rest {
        log.apply(entry)?;
    }
    Ok(log)
}

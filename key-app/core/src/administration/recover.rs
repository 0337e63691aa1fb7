//! The one commit of a recovery: the new stick's slot, the end of those of before, and new keys for all.

use super::{
    arrange::Plan,
    generation::{Before, Stays, slot_keys},
    genesis::{gates_of, second, slot_header},
    parts::{Building, NewSlot},
};
use crate::{
    enrolment::Sealed,
    opening::{Chains, FolderView},
    portal::Portal,
    trouble::{Result, Trouble},
};
use crypto::{
    entries::Place,
    keys::{AdminKeys, AkOpen, OpenKeys, SlotAdmin, SlotOpen},
    mandate::Words,
};
use std::collections::BTreeMap;
use wire::{
    CeremonyId, KeyId, MandateId, Random,
    folder::Folder,
    log::{LogState, Op, RekeyCause, RevokeSlot},
};

/// What becomes of the sticks that opened the space before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    /// They are revoked: lost, or their code forgotten.
    Revoke,
    /// They stay: another one still opens, and the person will revoke what is lost by themselves.
    Keep,
}

/// An account, open by its recovery.
pub(crate) struct Recovered {
    pub(crate) log: LogState,
    pub(crate) ak_open: AkOpen,
    pub(crate) keys: OpenKeys,
    pub(crate) admin: AdminKeys,
    pub(crate) folders: BTreeMap<Folder, FolderView>,
    pub(crate) words: BTreeMap<MandateId, Words>,
    pub(crate) chains: Option<Chains>,
    pub(crate) plan: Plan,
    pub(crate) time: u64,
}

impl Recovered {
    /// Whether this was the stick of one of the account's slots.
    ///
    /// # Errors
    /// [`Trouble::Unverified`] where a slot does not say which stick it is of.
    pub(crate) fn had(&self, stick: &KeyId) -> Result<bool> {
        let keys = |state| slot_keys(self.log.realm, state, &self.keys, &self.folders);
        let all = self.log.slots.values().map(keys);
        let all = all.collect::<Result<Vec<_>>>()?;
        Ok(all.iter().any(|keys| keys.key_id == *stick))
    }
}

/// Builds and sends it.
pub(crate) async fn recover(
    portal: &Portal,
    ceremony: CeremonyId,
    from: &Recovered,
    sealed: &Sealed,
    earlier: Earlier,
    random: &mut dyn Random,
) -> Result<()> {
    let log = &from.log;
    let stick = &sealed.enrolling.header;
    let mut building = Building::new(Place {
        realm: log.realm,
        account: log.account,
        head: log.head,
        time: from.time.max(log.time),
    });
    let header = slot_header(sealed, log.account, random);
    let slot = NewSlot {
        open: SlotOpen::derive(&header, sealed.outputs.first.copied()),
        admin: SlotAdmin::derive(&header, second(sealed)?),
        header,
        gate_keys: gates_of(stick),
    };
    building.slot(&slot, &from.ak_open, &from.keys, &from.admin, random)?;
    let mut stays = vec![Stays {
        slot: slot.header.slot,
        open: slot.open.kem.public(),
        admin: slot.admin.kem.public(),
        gate_keys: gates_of(stick),
        lineage: Some(sealed.envelope.lineage.copied()),
    }];
    for (id, state) in &log.slots {
        let gate_keys = slot_keys(log.realm, state, &from.keys, &from.folders)?;
        match earlier {
            Earlier::Revoke => {
                let slot = *id;
                building.by_root(&Op::RevokeSlot(RevokeSlot { slot }), &from.admin);
                building.destroy(&gate_keys, &from.admin);
            }
            Earlier::Keep => stays.push(Stays::of(state, gate_keys)),
        }
    }
    let first_root = log.roots.first().copied().ok_or(Trouble::Unverified)?;
    let before = Before {
        keys: &from.keys,
        admin: &from.admin,
        folders: &from.folders,
        first_root,
        log,
        words: &from.words,
        chains: from.chains.clone(),
    };
    let cause = (RekeyCause::Recovery, Some(ceremony));
    let next = building.next_generation(&before, stays, cause, Some(&from.plan), random)?;
    let heads = next.folders.iter().map(|(f, (fresh, _))| (*f, fresh.head));
    let heads = building.heads(
        first_root,
        next.keys.generation,
        heads.collect(),
        from.chains.clone(),
    );
    building.anchor(slot.header.slot, &slot.open, &heads, random)?;
    building.commit.registration = Some(sealed.answer.clone());
    building
        .send_to(portal, "v1/ceremony/stage", "v1/ceremony/commit")
        .await
}

//! Revoking a stick: its slot goes, the account's keys are renewed, every folder gets a fresh key, and
//! its gate keys are destroyed. Sticks that stay need not be there.

use super::{
    Administration,
    generation::{Before, Next, Stays, slot_keys},
    parts::Building,
};
use crate::trouble::{Result, Trouble};
use crypto::keys::AdminKeys;
use wire::{
    Random, SlotId,
    log::{Head, Op, RekeyCause, RevokeSlot, SlotState},
    slot::SlotKeys,
};

impl Administration<'_> {
    /// Revokes the stick of `slot`. Not the one in use: that would lock the person out of this very
    /// session.
    ///
    /// # Errors
    /// [`Trouble`]; on a refusal nothing was changed.
    pub async fn revoke(mut self, slot: SlotId, random: &mut dyn Random) -> Result<()> {
        if slot == self.space.known.slot {
            return Err(Trouble::StickState(
                "it is the one in use: revoke it from another one",
            ));
        }
        self.space.refresh().await?;
        self.space.read_words().await?;
        let plan = self.space.plan().await?;
        let known = &self.space.known;
        let Some(gone) = known.log.slots.get(&slot) else {
            return Err(Trouble::Gone);
        };
        let gone = self.slot_keys(gone)?;

        let mut building = Building::after(known);
        building.by_root(&Op::RevokeSlot(RevokeSlot { slot }), &self.keys);
        building.destroy(&gone, &self.keys);
        let mut stays = Vec::new();
        for (id, state) in &known.log.slots {
            if *id != slot {
                stays.push(Stays::of(state, self.slot_keys(state)?));
            }
        }
        let before = Before::of(self.space, &self.keys);
        let cause = (RekeyCause::SlotRemoved, None);
        let next = building.next_generation(&before, stays, cause, plan.as_ref(), random)?;

        self.space.portal.stage(&building.items).await?;
        let _: Head = self
            .space
            .portal
            .post("v1/commit", &building.commit)
            .await?;
        self.take_over(&building, next).map(drop)
    }

    /// The session goes on under the new keys; gives those of its administration.
    pub(super) fn take_over(&mut self, building: &Building, next: Next) -> Result<AdminKeys> {
        let known = &mut self.space.known;
        let mut seals = next.seals;
        known.advance(&building.commit.entries)?;
        known.seals = seals.remove(&known.slot).ok_or(Trouble::Unverified)?;
        (known.ak_open, known.keys) = (next.ak_open, next.keys);
        known.begin_anew(next.folders);
        Ok(next.admin)
    }

    /// Which gate keys belong to a slot.
    pub(super) fn slot_keys(&self, state: &SlotState) -> Result<SlotKeys> {
        let known = &self.space.known;
        slot_keys(known.log.realm, state, &known.keys, &known.folders)
    }
}

//! Revoking a stick: its slot goes, the account's keys are renewed, every folder gets a fresh key, and
//! its gate keys are destroyed. Sticks that stay need not be there.

use super::{
    Administration,
    arrange::Plan,
    generation::{Before, Stays, slot_keys},
    parts::Building,
};
use crate::trouble::{Result, Trouble};
use wire::{
    Random, SlotId,
    log::{Op, RekeyCause, RevokeSlot, SlotState},
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
        let cause = RekeyCause::SlotRemoved;
        self.renew_for(building, Some(slot), plan.as_ref(), cause, random)
            .await
    }

    /// New account keys, sealed to every slot but the one that goes, in one commit with what it holds
    /// already. The letters were read. The session goes on under the new keys.
    pub(super) async fn renew_for(
        &mut self,
        mut building: Building,
        gone: Option<SlotId>,
        plan: Option<&Plan>,
        cause: RekeyCause,
        random: &mut dyn Random,
    ) -> Result<()> {
        let mut stays = Vec::new();
        for (id, state) in &self.space.known.log.slots {
            if Some(*id) != gone {
                stays.push(Stays::of(state, self.slot_keys(state)?));
            }
        }
        let before = Before::of(self.space, &self.keys);
        let mut next = building.next_generation(&before, stays, (cause, None), plan, random)?;
        building.send(&self.space.portal).await?;

        let known = &mut self.space.known;
        known.advance(&building.commit.entries)?;
        known.seals = next.seals.remove(&known.slot).ok_or(Trouble::Unverified)?;
        (known.ak_open, known.keys) = (next.ak_open, next.keys);
        known.begin_anew(next.folders);
        self.keys = next.admin;
        Ok(())
    }

    /// Which gate keys belong to a slot.
    pub(super) fn slot_keys(&self, state: &SlotState) -> Result<SlotKeys> {
        let known = &self.space.known;
        slot_keys(known.log.realm, state, &known.keys, &known.folders)
    }
}

//! A second stick for the same space (F20).

use super::{
    Administration,
    genesis::{gates_of, second, slot_header},
    parts::{Building, NewSlot},
};
use crate::{enrolment, opening::PINNED, portal::Portal, stick::Stick, trouble::Result};
use crypto::{
    code::Code,
    keys::{SlotAdmin, SlotOpen},
};
use wire::{
    Random, Signed, SlotId,
    api::{RegisterStart, WebauthnOptions},
    structure::VoucherKind,
};

impl Administration<'_> {
    /// Makes `stick`, prepared for it, open this space too, with a code of its own.
    ///
    /// # Errors
    /// [`crate::Trouble`]; the same call takes the stick up again, also where it was added and no answer
    /// came.
    pub async fn add_stick(
        &mut self,
        stick: &Stick,
        code: &Code,
        random: &mut dyn Random,
    ) -> Result<SlotId> {
        match self.add(stick, code, random).await {
            // Perhaps no answer came the last time, and it was added: then its name is among the slots'.
            Err(used) if used.code() == Some(wire::Code::VoucherUsed) => {
                self.space.refresh().await?;
                let added = self.slot_of(stick)?;
                added.ok_or(used)
            }
            added => added,
        }
    }

    /// The slot of a stick, by its name at the gates.
    fn slot_of(&self, stick: &Stick) -> Result<Option<SlotId>> {
        let Some(key_id) = stick.key_id()? else {
            return Ok(None);
        };
        for (id, state) in &self.space.known.log.slots {
            if self.slot_keys(state)?.key_id == key_id {
                return Ok(Some(*id));
            }
        }
        Ok(None)
    }

    async fn add(&mut self, stick: &Stick, code: &Code, random: &mut dyn Random) -> Result<SlotId> {
        let session = self.space.portal.clone();
        let start = async |_: &Portal, start: &Signed<RegisterStart>| -> Result<WebauthnOptions> {
            session.post("v1/register/slot", start).await
        };
        let (enrolling, _, passkey) =
            enrolment::begin(stick, code, VoucherKind::Slot, start, random).await?;
        let sealed = enrolling.seal(stick, passkey, random).await?;

        self.space.refresh().await?;
        let known = &self.space.known;
        let mut building = Building::after(known);
        let header = slot_header(&sealed, known.log.account, random);
        let slot = NewSlot {
            open: SlotOpen::derive(&header, sealed.outputs.first.copied()),
            admin: SlotAdmin::derive(&header, second(&sealed)?),
            header,
            gate_keys: gates_of(&sealed.enrolling.header),
        };
        building.slot(&slot, &known.ak_open, &known.keys, &self.keys, random)?;
        let heads = building.heads_of(known, PINNED);
        building.anchor(slot.header.slot, &slot.open, &heads, random)?;
        let lineage = &sealed.envelope.lineage;
        building.set_keys(&slot.gate_keys, &known.keys, &self.keys, |_| {
            lineage.copied()
        });
        building.commit.registration = Some(sealed.answer.clone());

        building.send(&self.space.portal).await?;
        self.space.known.advance(&building.commit.entries)?;
        let added = slot.header.slot;
        sealed.finish(stick, random)?;
        Ok(added)
    }
}

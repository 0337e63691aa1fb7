//! A security key for the same space (F20).

use super::{
    Administration,
    parts::{Building, NewSlot},
};
use crate::{
    opening::PINNED,
    security_key::{self, Device, Pin},
    trouble::{Result, Trouble},
};
use crypto::keys::{SlotAdmin, SlotOpen};
use std::sync::Arc;
use wire::{
    KeyId, Random, SlotId,
    api::{RegisterSecurityKey, WebauthnAnswer, WebauthnOptions},
    slot::{SlotHeader, SlotKeys, SlotSalt},
    suite::SUITE,
};

impl Administration<'_> {
    /// Makes a security key open this space too, by its own PIN. It is touched twice. No gate stands before
    /// it: it counts wrong PINs by itself, and the portal freezes it where a gate would.
    ///
    /// # Errors
    /// [`Trouble`]; [`crate::security_key::Fault::Known`] says that it opens the space already.
    pub async fn add_security_key(
        &mut self,
        device: &Device,
        pin: Option<Pin>,
        random: &mut dyn Random,
    ) -> Result<SlotId> {
        security_key::fit(device, pin.as_ref()).await?;
        let pin = pin.map(Arc::new);
        self.space.refresh().await?;
        let key_id = KeyId::random(random);
        let begin = RegisterSecurityKey { key_id };
        let portal = self.space.portal.clone();
        let options: WebauthnOptions = portal.post("v1/register/security-key", &begin).await?;
        let slots = self.space.known.log.slots.values();
        let exclude = slots.map(|slot| slot.header.credential.clone()).collect();
        let home = &self.space.home;
        let options_json = &options.options;
        let made =
            security_key::register(device, &pin, home, options_json, exclude, random).await?;

        // Somebody may have gone on while a finger was waited for.
        self.space.refresh().await?;
        let known = &self.space.known;
        let mut building = Building::after(known);
        let header = SlotHeader {
            suite: SUITE,
            realm: self.space.home.realm,
            account: known.log.account,
            slot: SlotId::random(random),
            credential: made.credential,
            rp_id: self.space.home.rp_id.clone(),
            salt: SlotSalt::random(random),
        };
        let second = made.outputs.second.ok_or(Trouble::Unverified)?;
        let slot = NewSlot {
            open: SlotOpen::derive(&header, made.outputs.first),
            admin: SlotAdmin::derive(&header, second),
            header,
            gate_keys: SlotKeys {
                key_id,
                gates: Vec::new(),
            },
        };
        building.slot(&slot, &known.ak_open, &known.keys, &self.keys, random)?;
        let heads = building.heads_of(known, PINNED);
        building.anchor(slot.header.slot, &slot.open, &heads, random)?;
        building.commit.suspend = Some(known.keys.suspend.public());
        building.commit.registration = Some(WebauthnAnswer {
            ceremony: options.ceremony,
            credential: made.answer,
        });

        building.send(&portal).await?;
        self.space.known.advance(&building.commit.entries)?;
        Ok(slot.header.slot)
    }
}

//! Freezing sticks at their gates, and security keys at the portal, at once and reversibly: by the owner's other stick, by a holder, by the
//! card. Nothing here destroys: that takes the control keys.

use super::hold::Held;
use crate::{
    portal::{Gates, Portal},
    space::Space,
    stick::Stick,
    trouble::{Result, Trouble},
};
use crypto::{
    keys::SigningKey,
    recovery::{CardCode, open_card_suspend},
};
use wire::{
    SlotId,
    ceremony::{CardAnswer, FindCard},
    decode_canonical,
    gate::Reach,
    recovery::Payload,
    structure::Locator,
};

impl Space {
    /// Freezes another stick of this space, or a security key, or lets it go again.
    ///
    /// # Errors
    /// [`Trouble::Gone`] where there is no such stick, [`Trouble::StickState`] for the one in use.
    pub async fn suspend(&self, slot: SlotId, freeze: bool) -> Result<()> {
        if slot == self.slot() {
            return Err(Trouble::StickState("it is the one in use"));
        }
        let keys = self.gate_keys(&slot)?;
        let reach = Reach::One(keys.key_id);
        let time = self.portal.time().await?;
        let key = &self.known.keys.suspend;
        if keys.gates.is_empty() {
            return self
                .gates
                .suspend_at(&self.portal, key, reach, time, freeze)
                .await;
        }
        self.gates.suspend(key, reach, time, freeze).await
    }

    /// Freezes every stick and security key of somebody whose share the owner keeps, or lets them go again.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn suspend_held(&self, held: &Held, freeze: bool) -> Result<()> {
        let time = self.portal.time().await?;
        let key = held.share.suspend()?;
        suspend_all(&self.gates, &self.portal, &key, time, freeze).await
    }
}

/// Freezes every stick and security key of the space that a card belongs to, or lets them go again. Any stick of the same
/// structure says where its gates are, also one that was only prepared.
///
/// # Errors
/// [`Trouble::CardUnknown`] where the card belongs to no space any more.
pub async fn suspend_by_card(stick: &Stick, card: &CardCode, freeze: bool) -> Result<()> {
    let (realm, root, signed) = stick.structure()?;
    let places: Locator = signed
        .verify(realm, &root)
        .map_err(|_| Trouble::StickDamaged)?;
    let portal = Portal::new(&places)?;
    let tag = card.public(realm).tag;
    let answer: CardAnswer = portal.post("v1/card", &FindCard { tag }).await?;
    let payload: Payload =
        decode_canonical(&answer.payload, Payload::MAX).map_err(|_| Trouble::Unverified)?;
    let key = open_card_suspend(realm, &answer.account, &payload, &card.key(realm))
        .map_err(|_| Trouble::CardUnknown)?;
    let gates = Gates::new(&places)?;
    suspend_all(&gates, &portal, &key, answer.time, freeze).await
}

/// Sticks at their gates, and security keys at the portal. Each is told, whether or not the other hears.
async fn suspend_all(
    gates: &Gates,
    portal: &Portal,
    key: &SigningKey,
    time: u64,
    freeze: bool,
) -> Result<()> {
    let (sticks, keys) = futures_util::future::join(
        gates.suspend(key, Reach::All, time, freeze),
        gates.suspend_at(portal, key, Reach::All, time, freeze),
    )
    .await;
    sticks.and(keys)
}

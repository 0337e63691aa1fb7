//! A new printed card: from then on the old one opens nothing.

use super::{Administration, arrange::Plan, parts::Building};
use crate::{opening::SHARED, trouble::Result};
use crypto::recovery::CardCode;
use wire::{Random, log::RekeyCause};

impl Administration<'_> {
    /// Makes a new card and a new recovery policy with it. Where there are holders all keys are renewed:
    /// the old card with a share of before, and a portal that kept what it should not have, open nothing.
    ///
    /// # Errors
    /// [`crate::Trouble`]; on a refusal the old card stays good. Where the portal does not answer, make
    /// another card at the next opening: the last one made is the good one.
    pub async fn new_card(&mut self, random: &mut dyn Random) -> Result<CardCode> {
        self.space.refresh().await?;
        let card = CardCode::make(random);
        let public = card.public(self.space.known.log.realm);
        let plan = match self.space.plan().await? {
            Some(plan) => Plan {
                card: public,
                ..plan
            },
            None => Plan::of_card(public),
        };
        if !plan.holders.is_empty() {
            self.renew(&plan, RekeyCause::Compromise, random).await?;
            return Ok(card);
        }
        let known = &self.space.known;
        let mut building = Building::after(known);
        let heads = building.heads_of(known, SHARED);
        let (ak_open, keys) = (&known.ak_open, &known.keys);
        building.arrange(&plan, &heads, ak_open, keys, &self.keys, random)?;
        building.send(&self.space.portal).await?;
        self.space.known.advance(&building.commit.entries)?;
        Ok(card)
    }
}

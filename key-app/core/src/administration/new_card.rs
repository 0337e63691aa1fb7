//! A new printed card: from then on the old one opens nothing.

use super::{Administration, parts::Building};
use crate::trouble::Result;
use crypto::recovery::CardCode;
use wire::Random;

impl Administration<'_> {
    /// Makes a new card and a new recovery policy with it.
    ///
    /// # Errors
    /// [`crate::Trouble`]; on a refusal the old card stays good. Where the portal does not answer, make
    /// another card at the next opening: the last one made is the good one.
    pub async fn new_card(&mut self, random: &mut dyn Random) -> Result<CardCode> {
        self.space.refresh().await?;
        let known = &self.space.known;
        let card = CardCode::make(random);
        let mut building = Building::after(known);
        let heads = building.heads_of(known);
        building.policy(
            &card.public(known.log.realm),
            &heads,
            &known.ak_open,
            &known.keys,
            &self.keys,
            random,
        )?;
        building.send(&self.space.portal).await?;
        self.space.known.advance(&building.commit.entries)?;
        Ok(card)
    }
}

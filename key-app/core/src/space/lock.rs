//! Leaving: the anchor and the pins are written, the token ends, the keys are wiped.

use super::Space;
use crate::{
    opening::PINNED,
    stick::Stick,
    trouble::{Result, Trouble},
};
use wire::{Code, Random};

impl Space {
    /// Locks. The keys are gone whatever happens; trouble only says what could not be written.
    ///
    /// # Errors
    /// [`Trouble`] where the stick is gone or the portal did not take the last state. A stick that
    /// takes no writing is no trouble: it was said at the opening.
    pub async fn lock(mut self, stick: &Stick, random: &mut dyn Random) -> Result<()> {
        self.tell_gates().await;
        let pinned = match self.pin(stick, random) {
            Ok(_)
            | Err(
                Trouble::ReadOnly
                | Trouble::Stick {
                    doing: "written", ..
                },
            ) => Ok(()),
            Err(other) => Err(other),
        };
        let anchored = match self.write_anchor(random).await {
            // A space on its way out keeps the anchor it has.
            Err(refused) if refused.code() == Some(Code::BeingDeleted) => Ok(()),
            other => other,
        };
        let ended = self
            .portal
            .send(reqwest::Method::POST, "v1/logout", Vec::new())
            .await;
        pinned.and(anchored).and(ended)
    }

    async fn write_anchor(&self, random: &mut dyn Random) -> Result<()> {
        let base = &self.known.slot_open.anchor;
        let anchor =
            self.known
                .anchor_place()
                .seal(base, &self.known.heads_with(PINNED), random)?;
        self.portal
            .send(reqwest::Method::PUT, "v1/anchor", wire::encode(&anchor))
            .await
    }
}

//! A space is deleted: its root signs it, and for seven days opening is enough to take it back.

use super::{Administration, parts::Building};
use crate::{
    space::Space,
    trouble::{Result, Trouble},
};
use wire::{limits, log::Op};

const DAY: u64 = 86_400;

/// A deletion that was signed and can still be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deletion {
    /// Until then, in Unix seconds. Afterwards no stick of the space opens anything.
    pub until: u64,
}

impl Administration<'_> {
    /// Signs the deletion of this space, and what destroys the keys of all its sticks at their gates.
    /// For seven days every stick still opens it, to take that back or leave; mandates stop for good.
    ///
    /// # Errors
    /// [`Trouble`]; on a refusal nothing was changed. [`Trouble::BeingDeleted`] where another stick was
    /// faster.
    pub async fn delete_account(self) -> Result<Deletion> {
        self.space.refresh().await?;
        let known = &self.space.known;
        known.live()?;
        let mut building = Building::after(known);
        building.by_root(&Op::Delete, &self.keys);
        for slot in known.log.slots.values() {
            building.destroy(&self.slot_keys(slot)?, &self.keys);
        }
        building.send(&self.space.portal).await?;
        self.space.known.advance(&building.commit.entries)?;
        self.space.deletion().ok_or(Trouble::Unverified)
    }
}

impl Space {
    /// The deletion that runs, if one does: then [`Space::cancel_delete`] and [`Space::lock`] are all
    /// that is left to do.
    #[must_use]
    pub fn deletion(&self) -> Option<Deletion> {
        let log = &self.known.log;
        // Nothing follows the entry but what takes it back: the log's time is its time.
        log.deleted.map(|_| Deletion {
            until: log.time.saturating_add(limits::DELETION_DAYS * DAY),
        })
    }

    /// Takes the deletion back. Where none runs there is nothing to do.
    ///
    /// # Errors
    /// [`Trouble`]; on a refusal it still runs.
    pub async fn cancel_delete(&mut self) -> Result<()> {
        self.refresh().await?;
        let Some(signed) = self.known.log.deleted else {
            return Ok(());
        };
        let mut building = Building::after(&self.known);
        building.by_author(&Op::CancelDelete(signed), &self.known.keys);
        building.send(&self.portal).await?;
        self.known.advance(&building.commit.entries)
    }
}

//! Papers and notes go into the bin, where they stay for 30 days, and come out of it.

use crate::{
    space::{Space, edit::Edit},
    trouble::Result,
};
use wire::{ObjectId, Random, folder::Folder};

/// Days in the bin.
const BIN_DAYS: u64 = 30;

impl Space {
    /// Puts a paper into the bin, where it stays for 30 days.
    ///
    /// # Errors
    /// [`Trouble::Gone`].
    pub async fn delete(
        &mut self,
        folder: Folder,
        id: ObjectId,
        random: &mut dyn Random,
    ) -> Result<()> {
        let from = self.object(folder, id)?.version;
        self.edit(
            folder,
            &Edit::Bin {
                id,
                from,
                at: self.known.time,
            },
            random,
        )
        .await
    }

    /// Takes a paper out of the bin.
    ///
    /// # Errors
    /// [`Trouble::Gone`].
    pub async fn restore(
        &mut self,
        folder: Folder,
        id: ObjectId,
        random: &mut dyn Random,
    ) -> Result<()> {
        self.object(folder, id)?;
        self.edit(folder, &Edit::Restore { id }, random).await
    }

    /// Takes out of the lists what has been in the bin for 30 days. Returns how many.
    ///
    /// # Errors
    /// [`Trouble`] of the portal.
    pub async fn empty_old_bins(&mut self, random: &mut dyn Random) -> Result<usize> {
        let before = self.known.time.saturating_sub(BIN_DAYS * 86_400);
        let old: Vec<(Folder, ObjectId, u64)> = self
            .known
            .folders
            .iter()
            .flat_map(|(folder, view)| view.body.objects.iter().map(|o| (*folder, o)))
            .filter(|(_, o)| o.dates.deleted.is_some_and(|at| at <= before))
            .map(|(folder, o)| (folder, o.id, o.version))
            .collect();
        for (folder, id, from) in &old {
            self.edit(
                *folder,
                &Edit::Remove {
                    id: *id,
                    from: *from,
                },
                random,
            )
            .await?;
        }
        Ok(old.len())
    }
}

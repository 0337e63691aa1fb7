//! Papers and notes are renamed, classified, rewritten, moved.

use super::shortened;
use crate::{
    space::{Space, edit::Edit},
    trouble::{Result, Trouble},
};
use crypto::{
    keys::ObjectKey,
    space::{Kind, Object},
};
use wire::{BlobId, ObjectId, Random, folder::Folder};

impl Space {
    /// Gives a paper another name. Where another computer has renamed it meanwhile, both names stay.
    ///
    /// # Errors
    /// [`Trouble::Gone`].
    pub async fn rename(
        &mut self,
        folder: Folder,
        id: ObjectId,
        title: &str,
        random: &mut dyn Random,
    ) -> Result<()> {
        let before = self.object(folder, id)?.title.clone();
        let edit = Edit::Rename {
            id,
            before,
            title: shortened(title),
            at: self.known.time,
        };
        self.edit(folder, &edit, random).await
    }

    /// Says what a paper is, and its last day where it has one, as days since 1970-01-01.
    ///
    /// # Errors
    /// [`Trouble::Gone`] where it is not there, is a note, or there is no such kind of paper.
    pub async fn classify(
        &mut self,
        folder: Folder,
        id: ObjectId,
        kind: Kind,
        expires: Option<u32>,
        random: &mut dyn Random,
    ) -> Result<()> {
        if !kind.is_paper() || !self.object(folder, id)?.kind.is_paper() {
            return Err(Trouble::Gone);
        }
        let edit = Edit::Classify {
            id,
            kind,
            expires,
            at: self.known.time,
        };
        self.edit(folder, &edit, random).await
    }

    /// Writes a note anew. What it said before lies in the bin for 30 days. Where another computer has done so meanwhile, both notes stay.
    ///
    /// # Errors
    /// [`Trouble::Gone`].
    pub async fn rewrite_note(
        &mut self,
        folder: Folder,
        id: ObjectId,
        text: &str,
        random: &mut dyn Random,
    ) -> Result<()> {
        let mut object = self.object(folder, id)?.copied();
        let from = object.version;
        let (blob, key) = (BlobId::random(random), ObjectKey::make(random));
        let content = std::io::Cursor::new(zeroize::Zeroizing::new(text.as_bytes().to_vec()));
        let record = self.upload(blob, &key, content, text.len() as u64).await?;
        (object.blob, object.key) = (blob, key);
        (object.hash, object.length) = (record.hash, record.length);
        object.version += 1;
        object.dates.changed = self.known.time;
        let earlier = Some(self.known.time);
        let edit = Edit::Rewrite {
            object,
            from,
            earlier,
        };
        self.edit(folder, &edit, random).await
    }

    /// Moves a paper to another folder, under a fresh key and a fresh blob: whoever could read the
    /// old folder learns nothing of it there.
    ///
    /// # Errors
    /// [`Trouble::Gone`]. Cut in the middle, the paper lies in both folders, never in none; moved again, in the new
    /// one alone.
    pub async fn move_to(
        &mut self,
        from: Folder,
        id: ObjectId,
        to: Folder,
        random: &mut dyn Random,
    ) -> Result<()> {
        if from == to {
            return Ok(());
        }
        // An earlier try may have been kept, and its answer lost.
        self.refresh().await?;
        if self.object(from, id).is_err() && self.object(to, id).is_ok() {
            return Ok(());
        }
        let content = self.read(from, id).await?;
        let (old, version) = {
            let object = self.object(from, id)?;
            (object.copied(), object.version)
        };
        let (blob, key) = (BlobId::random(random), ObjectKey::make(random));
        let length = old.length;
        let record = self
            .upload(blob, &key, std::io::Cursor::new(content), length)
            .await?;
        let moved = Object {
            key,
            blob,
            hash: record.hash,
            ..old
        };
        self.edit(to, &Edit::Add(moved), random).await?;
        self.edit(from, &Edit::Remove { id, from: version }, random)
            .await
    }
}

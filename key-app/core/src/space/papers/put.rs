//! Papers and notes are put in.

use super::shortened;
use crate::{
    space::{Space, edit::Edit},
    trouble::{Result, Trouble},
};
use crypto::{
    keys::ObjectKey,
    space::{Dates, Kind, Object},
};
use std::io::Read;
use wire::{BlobId, ObjectId, Random, folder::Folder};

impl Space {
    /// Puts a paper in, read from `content`, which must give exactly `length` bytes.
    ///
    /// # Errors
    /// [`Trouble::Paper`] where it is empty, too large or cannot be read; [`Trouble::Full`].
    pub async fn put_paper<R: Read + Send + 'static>(
        &mut self,
        folder: Folder,
        title: &str,
        media: &str,
        content: R,
        length: u64,
        random: &mut dyn Random,
    ) -> Result<ObjectId> {
        let id = ObjectId::random(random);
        self.put_paper_as(id, folder, title, media, content, length, random)
            .await
    }

    /// The same under an id of the caller's. Put again under the same id, it is there once, as it was put last:
    /// for whoever does not know whether the portal has kept it.
    ///
    /// # Errors
    /// As [`Space::put_paper`].
    #[expect(
        clippy::too_many_arguments,
        reason = "a paper has an id, a place, a name, a kind, a content"
    )]
    pub async fn put_paper_as<R: Read + Send + 'static>(
        &mut self,
        id: ObjectId,
        folder: Folder,
        title: &str,
        media: &str,
        content: R,
        length: u64,
        random: &mut dyn Random,
    ) -> Result<ObjectId> {
        if length == 0 {
            return Err(Trouble::Paper("it is empty"));
        }
        let kind = Kind::PAPER;
        self.put(id, folder, kind, title, media, content, length, random)
            .await
    }

    /// Puts a note in.
    ///
    /// # Errors
    /// As for papers.
    pub async fn put_note(
        &mut self,
        folder: Folder,
        title: &str,
        text: &str,
        random: &mut dyn Random,
    ) -> Result<ObjectId> {
        let id = ObjectId::random(random);
        self.put_note_as(id, folder, title, text, random).await
    }

    /// The same under an id of the caller's, as [`Space::put_paper_as`].
    ///
    /// # Errors
    /// As for papers.
    pub async fn put_note_as(
        &mut self,
        id: ObjectId,
        folder: Folder,
        title: &str,
        text: &str,
        random: &mut dyn Random,
    ) -> Result<ObjectId> {
        let content = std::io::Cursor::new(zeroize::Zeroizing::new(text.as_bytes().to_vec()));
        let length = text.len() as u64;
        self.put(
            id,
            folder,
            Kind::NOTE,
            title,
            "text/plain",
            content,
            length,
            random,
        )
        .await
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "a paper has a place, a name, a kind, a content"
    )]
    async fn put<R: Read + Send + 'static>(
        &mut self,
        id: ObjectId,
        folder: Folder,
        kind: Kind,
        title: &str,
        media: &str,
        content: R,
        length: u64,
        random: &mut dyn Random,
    ) -> Result<ObjectId> {
        let (blob, key) = (BlobId::random(random), ObjectKey::make(random));
        let record = self.upload(blob, &key, content, length).await?;
        let now = self.known.time;
        let object = Object {
            id,
            version: 1,
            key,
            blob,
            hash: record.hash,
            length,
            title: shortened(title),
            kind,
            media: media.to_owned(),
            dates: Dates {
                created: now,
                changed: now,
                expires: None,
                deleted: None,
            },
        };
        self.edit(folder, &Edit::Add(object), random).await?;
        Ok(id)
    }
}

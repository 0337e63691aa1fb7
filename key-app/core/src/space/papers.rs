//! Papers and notes: put in, read, rename, move, bin, take out of the bin.

use super::{Content, ObjectView, Space, edit::Edit};
use crate::{
    portal::Portal,
    trouble::{Result, Trouble},
};
use crypto::{
    keys::ObjectKey,
    space::{BlobPlace, BlobRecord, Dates, Kind, Object, Opener, Sealer, stored_len},
};
use std::{
    io::Read,
    sync::{Arc, Mutex},
};
use wire::{BlobId, Code, ObjectId, Random, folder::Folder, limits};

/// Longest title, in characters; file names are cut to it.
const TITLE: usize = 200;
/// Days in the bin.
const BIN_DAYS: u64 = 30;

impl Space {
    /// Papers and notes of a folder that are not in the bin, oldest first.
    #[must_use]
    pub fn list(&self, folder: Folder) -> Vec<ObjectView> {
        self.views(folder, |object| object.dates.deleted.is_none())
    }

    /// Papers and notes of every folder that are not in the bin.
    pub fn everything(&self) -> impl Iterator<Item = ObjectView> {
        Folder::ALL.iter().flat_map(|folder| self.list(*folder))
    }

    /// What is in the bin of a folder.
    #[must_use]
    pub fn bin(&self, folder: Folder) -> Vec<ObjectView> {
        self.views(folder, |object| object.dates.deleted.is_some())
    }

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

    /// Reads a paper or note whole. Nothing comes out before all of it was verified.
    ///
    /// # Errors
    /// [`Trouble::Gone`], or [`Trouble::Unverified`] where the portal sent something else.
    pub async fn read(&self, folder: Folder, id: ObjectId) -> Result<Content> {
        self.known.live()?;
        let object = self.object(folder, id)?;
        let expected = BlobRecord {
            hash: object.hash,
            length: object.length,
        };
        let mut opener = Opener::new(&self.place(object.blob), &object.key, expected)?;
        let path = format!("v1/blobs/{}", object.blob.to_hex());
        let downloaded = self
            .portal
            .download(&path, |piece| Ok(opener.push(piece)?))
            .await;
        match downloaded {
            // It is on the list that the portal keeps: where it is not there, the portal lost it.
            Err(missing) if missing.code() == Some(Code::NotFound) => Err(Trouble::Unverified),
            Err(other) => Err(other),
            Ok(()) => Ok(opener.finish()?),
        }
    }

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

    /// Seals and uploads piece by piece; the portal has it durably when this returns.
    pub(crate) async fn upload<R: Read + Send + 'static>(
        &self,
        blob: BlobId,
        key: &ObjectKey,
        content: R,
        length: u64,
    ) -> Result<BlobRecord> {
        self.known.live()?;
        let place = self.place(blob);
        let path = format!("v1/blobs/{}", blob.to_hex());
        send_sealed(&self.portal, &place, &path, key, content, length).await
    }

    /// Where a blob of this space belongs.
    pub(crate) fn place(&self, blob: BlobId) -> BlobPlace {
        BlobPlace {
            realm: self.known.log.realm,
            account: self.known.log.account,
            blob,
        }
    }

    fn object(&self, folder: Folder, id: ObjectId) -> Result<&Object> {
        let view = self.known.folders.get(&folder).ok_or(Trouble::Gone)?;
        view.body
            .objects
            .iter()
            .find(|o| o.id == id)
            .ok_or(Trouble::Gone)
    }

    fn views(&self, folder: Folder, keep: impl Fn(&Object) -> bool) -> Vec<ObjectView> {
        let mut views: Vec<_> = self
            .known
            .folders
            .get(&folder)
            .into_iter()
            .flat_map(|view| &view.body.objects)
            .filter(|object| !object.kind.is_sheet() && keep(object))
            .map(|object| ObjectView::of(folder, object))
            .collect();
        views.sort_by_key(|view| (view.created, view.id));
        views
    }
}

pub(crate) fn shortened(title: &str) -> String {
    title
        .trim()
        .chars()
        .filter(|c| !c.is_control())
        .take(TITLE)
        .collect()
}

/// Seals and uploads piece by piece to a path of a portal; it has the whole durably when this returns.
pub(crate) async fn send_sealed<R: Read + Send + 'static>(
    portal: &Portal,
    place: &BlobPlace,
    path: &str,
    key: &ObjectKey,
    content: R,
    length: u64,
) -> Result<BlobRecord> {
    if length > limits::PAPER {
        return Err(Trouble::Paper("it is larger than 25 MB"));
    }
    let sealer = Sealer::new(place, key, content, length)?;
    let shared = Arc::new(Mutex::new(Some(sealer)));
    let feeding = Arc::clone(&shared);
    let unreadable = Arc::new(Mutex::new(false));
    let noted = Arc::clone(&unreadable);
    let pieces = futures_util::stream::iter(core::iter::from_fn(move || {
        let piece = feeding.lock().ok()?.as_mut()?.next_piece();
        if piece.is_err()
            && let Ok(mut noted) = noted.lock()
        {
            *noted = true;
        }
        piece.transpose()
    }));
    let sent = portal.upload(path, stored_len(place, length), pieces).await;
    if unreadable.lock().is_ok_and(|unreadable| *unreadable) {
        return Err(Trouble::Paper("it cannot be read to its end"));
    }
    sent?;
    let sealer = shared.lock().ok().and_then(|mut sealer| sealer.take());
    Ok(sealer.ok_or(Trouble::Unreachable)?.finish()?)
}

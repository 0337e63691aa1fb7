//! Papers that helpers put in. A helper gives no key of a folder and gets none: what they put in waits,
//! sealed to the person, whose app takes it under a fresh key or refuses it.

use super::{Entrusted, entrusted::Asking};
use crate::{
    space::{
        Content, Space,
        edit::Edit,
        papers::{send_sealed, shortened},
    },
    trouble::{Result, Trouble},
};
use crypto::{
    keys::ObjectKey,
    mandate::{Detail, Dropping},
    space::{BlobPlace, BlobRecord, Dates, Kind, Object, Opener},
};
use std::io::Read;
use wire::{
    BlobId, DropId, Hash, MandateId, ObjectId, Random,
    folder::Folder,
    mandate::{Deed, DropRequest, Dropped as Signed, DropsAnswer, Waiting},
};

/// A paper that a helper put in, and that waits for the person.
#[derive(Debug)]
pub struct Dropped {
    /// Its identifier.
    pub id: DropId,
    /// Under which mandate.
    pub mandate: MandateId,
    /// The helper's name.
    pub helper: String,
    /// The folder it is for.
    pub folder: Folder,
    /// The name that the helper gave it.
    pub title: String,
    /// Media type.
    pub media: String,
    /// Bytes.
    pub length: u64,
    /// The paper that it is meant to take the place of, where it is still there.
    pub replaces: Option<ObjectId>,
    /// When it came, by the portal's clock.
    pub at: u64,
    blob: BlobId,
    hash: Hash,
    key: ObjectKey,
}

/// Longest media type.
const MEDIA: usize = 80;

impl Space {
    /// Puts a paper into a folder of somebody who gave a mandate for it, read from `content`, which must
    /// give exactly `length` bytes. `replaces` proposes it in the place of a paper that was seen. Put in again under
    /// the same id, it waits once.
    ///
    /// # Errors
    /// As for one's own papers; [`wire::Code::DropsWaiting`] where too many wait already.
    #[expect(
        clippy::too_many_arguments,
        reason = "a paper has a place, a name, a kind, a content"
    )]
    pub async fn put_entrusted<R: Read + Send + 'static>(
        &self,
        mandate: &mut Entrusted,
        id: DropId,
        folder: Folder,
        title: &str,
        media: &str,
        content: R,
        length: u64,
        replaces: Option<ObjectId>,
        random: &mut dyn Random,
    ) -> Result<()> {
        if length == 0 {
            return Err(Trouble::Paper("it is empty"));
        }
        if !mandate.folders.contains(&folder) {
            return Err(Trouble::Gone);
        }
        let blob = BlobId::random(random);
        let dropping = Dropping {
            key: ObjectKey::make(random),
            title: shortened(title),
            media: media.chars().take(MEDIA).collect(),
            length,
            replaces,
        };
        let place = BlobPlace {
            realm: self.known.log.realm,
            account: mandate.account,
            blob,
        };
        let path = format!("v1/mandates/blobs/{}", blob.to_hex());
        let portal = self.portal.under(&mandate.id);
        let record = send_sealed(&portal, &place, &path, &dropping.key, content, length).await?;
        self.hand_over(mandate, folder, (id, blob, record), &dropping, random)
            .await
    }

    async fn hand_over(
        &self,
        mandate: &mut Entrusted,
        folder: Folder,
        (id, blob, record): (DropId, BlobId, BlobRecord),
        dropping: &Dropping,
        random: &mut dyn Random,
    ) -> Result<()> {
        let realm = self.known.log.realm;
        let reader = &mandate.keys().reader;
        let owner = &mandate.account;
        let sealed = dropping.seal(realm, owner, &mandate.id, &id, reader, random);
        let sealed = sealed.map_err(|_| Trouble::Paper("its name is too long"))?;
        let drop = Signed {
            realm,
            account: mandate.account,
            mandate: mandate.id,
            id,
            folder,
            blob,
            ciphertext: record.hash,
            recipient: reader.fingerprint(),
            sealed: Hash::of(&wire::encode(&sealed)),
        };
        let detail = Detail {
            words: Some(dropping.title.clone()),
            ..Detail::default()
        };
        let asking = Asking {
            deed: Deed::Drop,
            folder,
            manifest: 0,
            blobs: vec![blob],
            detail,
        };
        let (line, head) = self.line(mandate, asking, random)?;
        let request = DropRequest {
            line,
            drop: self.known.keys.author.sign(realm, &drop),
            sealed,
        };
        let body = wire::encode(&request);
        self.portal
            .send(reqwest::Method::POST, "v1/mandates/drop", body)
            .await?;
        mandate.written(head);
        Ok(())
    }

    /// What helpers put in and the person has not decided yet, oldest first. What does not verify is left
    /// out: nobody the person trusts has put it in.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn dropped(&mut self) -> Result<Vec<Dropped>> {
        self.refresh().await?;
        self.read_words().await?;
        let answer: DropsAnswer = self.portal.ask("v1/drops").await?;
        let found = answer.drops.iter();
        let mut found: Vec<_> = found
            .filter_map(|waiting| self.believe_drop(waiting))
            .collect();
        found.sort_by_key(|dropped| (dropped.at, dropped.id));
        Ok(found)
    }

    /// Reads a paper that waits, whole.
    ///
    /// # Errors
    /// [`Trouble::Unverified`] where it is not what the helper signed.
    pub async fn read_dropped(&self, dropped: &Dropped) -> Result<Content> {
        let expected = BlobRecord {
            hash: dropped.hash,
            length: dropped.length,
        };
        let place = self.place(dropped.blob);
        let mut opener = Opener::new(&place, &dropped.key, expected)?;
        let path = format!("v1/blobs/{}", dropped.blob.to_hex());
        self.portal
            .download(&path, |piece| Ok(opener.push(piece)?))
            .await?;
        Ok(opener.finish()?)
    }

    /// Takes a paper in, under a fresh key and a fresh blob: the helper's serves no longer.
    ///
    /// # Errors
    /// As for one's own papers; what waits goes on waiting then.
    pub async fn take_dropped(
        &mut self,
        dropped: &Dropped,
        random: &mut dyn Random,
    ) -> Result<ObjectId> {
        let content = self.read_dropped(dropped).await?;
        let (blob, key) = (BlobId::random(random), ObjectKey::make(random));
        let content = std::io::Cursor::new(content);
        let record = self.upload(blob, &key, content, dropped.length).await?;
        let now = self.known.time;
        let id = ObjectId::random(random);
        let object = Object {
            id,
            version: 1,
            key,
            blob,
            hash: record.hash,
            length: record.length,
            title: dropped.title.clone(),
            kind: Kind::PAPER,
            media: dropped.media.clone(),
            dates: Dates {
                created: now,
                changed: now,
                expires: None,
                deleted: None,
            },
        };
        let edit = Edit::Take {
            object,
            drop: dropped.id,
            replaces: dropped.replaces,
        };
        self.edit(dropped.folder, &edit, random).await?;
        Ok(dropped.replaces.unwrap_or(id))
    }

    /// Does not take it: it goes.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn refuse_dropped(
        &mut self,
        dropped: &Dropped,
        random: &mut dyn Random,
    ) -> Result<()> {
        let edit = Edit::Refuse { drop: dropped.id };
        self.edit(dropped.folder, &edit, random).await
    }

    /// A drop that the helper of a mandate signed, for a folder and by a right of that mandate.
    fn believe_drop(&self, waiting: &Waiting) -> Option<Dropped> {
        let log = &self.known.log;
        let claimed = waiting.drop.claimed().ok()?;
        let grant = self.known.given.get(&claimed.mandate)?;
        let words = self.words.get(&claimed.mandate)?;
        // The words are the ones that the grant names, and so is the key in them.
        let drop = waiting.drop.verify(log.realm, &words.author).ok()?;
        let sees = grant.rights.sees();
        let allowed = !matches!(grant.rights, wire::log::Rights::See);
        let here = drop.realm == log.realm
            && drop.account == log.account
            && grant.folders.contains(&drop.folder)
            && drop.sealed == Hash::of(&wire::encode(&waiting.sealed));
        if !here || !allowed {
            return None;
        }
        let reader = self.known.reader(&drop.recipient)?;
        let (mandate, id) = (drop.mandate, drop.id);
        let said = Dropping::open(
            log.realm,
            &log.account,
            &mandate,
            &id,
            &waiting.sealed,
            reader,
        );
        let said = said.ok()?;
        let view = self.known.folders.get(&drop.folder)?;
        let is_there = |id: &ObjectId| {
            let mut objects = view.body.objects.iter();
            objects.any(|o| o.id == *id && o.kind.is_paper() && o.dates.deleted.is_none())
        };
        Some(Dropped {
            id,
            mandate,
            helper: words.helper.clone(),
            folder: drop.folder,
            title: shortened(&said.title),
            media: said.media,
            length: said.length,
            replaces: said.replaces.filter(|id| sees && is_there(id)),
            at: waiting.at,
            blob: drop.blob,
            hash: drop.ciphertext,
            key: said.key,
        })
    }
}

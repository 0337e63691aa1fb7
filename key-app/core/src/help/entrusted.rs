//! The other side: what is entrusted to the owner of this space, and reading under it. Each thing that is
//! asked for is written into the person's journal first, signed by the helper.

use super::{Deed, Posture};
use crate::{
    space::{Content, ObjectView, Space},
    trouble::{Result, Trouble},
};
use crypto::{
    mandate::{Detail, Words},
    space::{BlobPlace, BlobRecord, Body, BoxPlace, Object, Opener, open_box, open_manifest},
};
use std::collections::BTreeSet;
use wire::{
    AccountId, BlobId, Code, Hash, MandateId, ObjectId, Random, Signed,
    folder::Folder,
    log::{AccountKeys, Grant, KeyLine, Op, Rights},
    mandate::{
        Chain, ChainHead, Entrusted as Sent, EntrustedAnswer, FolderAnswer, JournalEntry, Letter,
        Line, OverAnswer, Under,
    },
    manifest::{BoxFor, KeyBox, Manifest},
};

/// A mandate that somebody gave to the owner of this space.
#[derive(Debug)]
pub struct Entrusted {
    /// Its identifier.
    pub id: MandateId,
    /// The person's account.
    pub account: AccountId,
    /// The person, as they wish to be named.
    pub person: String,
    /// The folders.
    pub folders: Vec<Folder>,
    /// What may be done in them.
    pub rights: Rights,
    /// Unix seconds from which it counts.
    pub from: u64,
    /// Unix seconds from which it no longer counts.
    pub until: u64,
    /// The whole text.
    pub text: String,
    /// Where it was made.
    pub place: String,
    line: KeyLine,
    journal: ChainHead,
}

impl Entrusted {
    /// The person's keys of today.
    pub(super) fn keys(&self) -> &AccountKeys {
        self.line.keys()
    }

    /// The helper's chain stands here now.
    pub(super) fn written(&mut self, head: ChainHead) {
        self.journal = head;
    }
}

/// A folder that was opened under a mandate. Its key is forgotten at once; the papers keep theirs.
pub struct Shown {
    folder: Folder,
    seq: u64,
    body: Body,
}

impl Shown {
    /// The papers and notes that are not in the bin, oldest first.
    #[must_use]
    pub fn list(&self) -> Vec<ObjectView> {
        let objects = self.body.objects.iter();
        let shown = objects.filter(|o| !o.kind.is_sheet() && o.dates.deleted.is_none());
        let mut views: Vec<_> = shown.map(|o| ObjectView::of(self.folder, o)).collect();
        views.sort_by_key(|view| (view.created, view.id));
        views
    }

    fn object(&self, id: &ObjectId) -> Result<&Object> {
        let mut objects = self.body.objects.iter();
        objects.find(|o| o.id == *id).ok_or(Trouble::Gone)
    }
}

impl core::fmt::Debug for Shown {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(
            f,
            "Shown({:?}, {} objects)",
            self.folder,
            self.body.objects.len()
        )
    }
}

impl Space {
    /// Every mandate that was given to the owner and not stopped, by the person's name. One that does not
    /// lead from an account's name to its keys, or that names others, is left out: it stops no other one.
    ///
    /// # Errors
    /// [`Trouble`] where the portal does not answer, or not in this form.
    pub async fn entrusted(&self) -> Result<Vec<Entrusted>> {
        let answer: EntrustedAnswer = self.portal.ask("v1/mandates").await?;
        let sent = answer.mandates.iter();
        let mut all: Vec<_> = sent.filter_map(|sent| self.believe(sent).ok()).collect();
        all.sort_by(|a, b| (&a.person, a.from).cmp(&(&b.person, b.from)));
        Ok(all)
    }

    /// Which of them are over because the structure says that the person has died. A portal of before this
    /// question says of none.
    ///
    /// # Errors
    /// [`Trouble`] where the portal does not answer.
    pub async fn over_by_death(&self) -> Result<BTreeSet<MandateId>> {
        let asked: Result<OverAnswer> = self.portal.ask("v1/mandates/over").await;
        match asked {
            Ok(answer) => Ok(answer.mandates.into_iter().collect()),
            Err(unknown) if unknown.code() == Some(Code::NotFound) => Ok(BTreeSet::new()),
            Err(other) => Err(other),
        }
    }

    /// Opens a folder under a mandate: the journal first.
    ///
    /// # Errors
    /// [`Trouble`]; [`Code::MandateOver`] and [`Code::HelperStopped`] from the portal.
    pub async fn open_entrusted(
        &self,
        mandate: &mut Entrusted,
        folder: Folder,
        posture: Option<Posture>,
        random: &mut dyn Random,
    ) -> Result<Shown> {
        let detail = Detail {
            posture,
            ..Detail::default()
        };
        let asking = Asking {
            deed: Deed::List,
            folder,
            manifest: 0,
            blobs: Vec::new(),
            detail,
        };
        let (line, head) = self.line(mandate, asking, random)?;
        let answer: FolderAnswer = self
            .portal
            .post("v1/mandates/open", &Under { line })
            .await?;
        mandate.journal = head;
        self.show(mandate, folder, &answer)
    }

    /// Reads a paper of a folder that was opened: the journal first. Nothing comes out before all of it
    /// was verified.
    ///
    /// # Errors
    /// As for opening; [`Trouble::Gone`] where it is not on the list.
    pub async fn read_entrusted(
        &self,
        mandate: &mut Entrusted,
        shown: &Shown,
        id: ObjectId,
        random: &mut dyn Random,
    ) -> Result<Content> {
        let object = shown.object(&id)?;
        let detail = Detail {
            objects: vec![id],
            words: Some(object.title.clone()),
            ..Detail::default()
        };
        let asking = Asking {
            deed: Deed::Read,
            folder: shown.folder,
            manifest: shown.seq,
            blobs: vec![object.blob],
            detail,
        };
        let (line, head) = self.line(mandate, asking, random)?;
        let place = BlobPlace {
            realm: self.known.log.realm,
            account: mandate.account,
            blob: object.blob,
        };
        let expected = BlobRecord {
            hash: object.hash,
            length: object.length,
        };
        let mut opener = Opener::new(&place, &object.key, expected)?;
        let asked = self
            .portal
            .fetch("v1/mandates/read", &Under { line }, |piece| {
                Ok(opener.push(piece)?)
            })
            .await;
        // Whatever became of the bytes, a refusal that came after the entry leaves it written.
        match asked {
            Ok(()) => {
                mandate.journal = head;
                Ok(opener.finish()?)
            }
            Err(missing) if missing.code() == Some(Code::NotFound) => Err(Trouble::Gone),
            Err(other) => Err(other),
        }
    }

    /// A mandate as the portal sent it, if everything in it leads to its grant and to this very account.
    fn believe(&self, sent: &Sent) -> Result<Entrusted> {
        let log = &self.known.log;
        let line = KeyLine::walk(log.realm, &sent.keys).map_err(crypto::Opening::from)?;
        let Op::Grant(grant) = line.believed(&sent.grant).map_err(crypto::Opening::from)? else {
            return Err(Trouble::Unverified);
        };
        let reader = self
            .known
            .reader(&grant.reader)
            .ok_or(Trouble::Unverified)?;
        let own = grant.grantee == log.account && self.known.authors_named(&grant.author);
        let named = grant.letters.get(1) == Some(&Hash::of(&sent.letter));
        if !own || !named {
            return Err(Trouble::Unverified);
        }
        let letter: Letter =
            wire::decode_canonical(&sent.letter, Letter::MAX).map_err(|_| Trouble::Unverified)?;
        let words = Words::open(log.realm, &line.account(), &letter, reader)?;
        if letter.mandate != grant.mandate || Hash::of(words.text.as_bytes()) != grant.text {
            return Err(Trouble::Unverified);
        }
        let Grant {
            mandate,
            folders,
            rights,
            not_before,
            not_after,
            ..
        } = *grant;
        Ok(Entrusted {
            id: mandate,
            account: line.account(),
            person: words.person,
            folders,
            rights,
            from: not_before,
            until: not_after,
            text: words.text,
            place: words.place,
            line,
            journal: sent.journal,
        })
    }

    fn show(&self, mandate: &Entrusted, folder: Folder, answer: &FolderAnswer) -> Result<Shown> {
        let realm = self.known.log.realm;
        let keys = mandate.line.keys();
        let key_box =
            Signed::<KeyBox>::from_bytes(&answer.key_box).map_err(|_| Trouble::Unverified)?;
        let manifest = Manifest::from_bytes(&answer.manifest).map_err(|_| Trouble::Unverified)?;
        let epoch = manifest
            .header
            .claimed()
            .map_err(|_| Trouble::Unverified)?
            .epoch;
        let place = BoxPlace {
            realm,
            account: mandate.account,
            folder,
            epoch,
        };
        let why = BoxFor::Mandate(mandate.id);
        let key = open_box(&place, &key_box, why, &self.known.keys.reader, &keys.author)?;
        let (header, body) = open_manifest(
            realm,
            &mandate.account,
            folder,
            &manifest,
            &key,
            &keys.author,
        )?;
        Ok(Shown {
            folder,
            seq: header.seq,
            body,
        })
    }

    /// The next entry of the helper's chain, and where the chain stands after it.
    pub(super) fn line(
        &self,
        mandate: &Entrusted,
        asking: Asking,
        random: &mut dyn Random,
    ) -> Result<(Line, ChainHead)> {
        let realm = self.known.log.realm;
        let author = &self.known.keys.author;
        let (chain, n) = (Chain::Mandate(mandate.id), mandate.journal.n + 1);
        let reader = &mandate.line.keys().reader;
        let owner = &mandate.account;
        let detail = asking
            .detail
            .seal(realm, owner, &chain, n, reader, random)?;
        let entry = JournalEntry {
            realm,
            account: mandate.account,
            chain,
            n,
            prev: mandate.journal.hash,
            author: author.public(),
            deed: asking.deed,
            folder: Some(asking.folder),
            manifest: asking.manifest,
            blobs: asking.blobs,
            detail: Line::detail_hash(&detail),
            time: self.known.time,
        };
        let entry = author.sign(realm, &entry);
        let head = ChainHead {
            n,
            hash: entry.hash(),
        };
        Ok((Line { entry, detail }, head))
    }
}

/// What the next entry says.
pub(super) struct Asking {
    pub(super) deed: Deed,
    pub(super) folder: Folder,
    pub(super) manifest: u64,
    pub(super) blobs: Vec<BlobId>,
    pub(super) detail: Detail,
}

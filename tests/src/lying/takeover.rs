//! What a portal can make with its own keys and public ones that it has seen: boxes, lists, new keys for
//! an account, and whole accounts.

use super::forge::{Forger, after};
use anyhow::{Context, Result};
use crypto::{
    entries::Place,
    keys::{FolderKey, ObjectKey},
    space::{
        Body, BoxPlace, Dates, Draft, Kind, Object, SealPlace, seal_box, seal_manifest, seal_slot,
    },
};
use wire::{
    AccountId, BlobId, Hash, ObjectId, Random, SlotId,
    api::SyncAnswer,
    folder::Folder,
    log::{
        AddSlot, BoxRef, Entry, Epoch, Genesis, Head, LogState, Op, Rekey, RekeyCause, SlotState,
    },
    manifest::{BoxFor, Manifest},
    slot::SlotHeader,
};

/// The title of everything it makes.
pub const TITLE: &str = "mis là par le portail";

/// A folder as the forger would have it.
pub struct Forged {
    /// Its entry.
    pub entry: Entry,
    /// Its box.
    pub key_box: Vec<u8>,
    /// Its list.
    pub list: Vec<u8>,
}

impl Forger {
    /// A folder's next epoch, whose key the portal knows, with a paper that the person never put in.
    /// The box is for the person's own reader key, which is public.
    ///
    /// # Errors
    /// Where something does not seal.
    pub fn folder(
        &self,
        log: &LogState,
        newest: &SyncAnswer,
        folder: Folder,
        random: &mut dyn Random,
    ) -> Result<Forged> {
        let epoch = log.folders.get(&folder).map_or(0, |f| f.epoch) + 1;
        let list = newest.manifests.get(usize::from(folder.code()));
        let (seq, prev) = match list {
            Some(bytes) => {
                let before = Manifest::from_bytes(bytes)?.header;
                (before.claimed()?.seq, before.hash())
            }
            None => (0, Hash([0; 32])),
        };
        let draft = Draft {
            realm: self.realm,
            account: log.account,
            folder,
            epoch,
            seq: seq + 1,
            prev,
            refs_added: Vec::new(),
            refs_removed: Vec::new(),
            drops_taken: Vec::new(),
            drops_refused: Vec::new(),
        };
        let key = FolderKey::make(random);
        let body = Body {
            objects: vec![object(random)],
            past_readers: Vec::new(),
        };
        let manifest = seal_manifest(&draft, &body, &key, &self.keys.author, random)?;
        let place = BoxPlace {
            realm: self.realm,
            account: log.account,
            folder,
            epoch,
        };
        let (reader, author) = (&log.keys.reader, &self.keys.author);
        let key_box = seal_box(&place, &key, reader, BoxFor::Owner, author, random)?;
        let op = Op::Epoch(Epoch {
            folder,
            epoch,
            manifest: manifest.header.hash(),
            boxes: vec![BoxRef {
                recipient: reader.fingerprint(),
                why: BoxFor::Owner,
                hash: key_box.hash(),
            }],
        });
        Ok(Forged {
            entry: after(log).by_author(&op, &self.keys),
            key_box: key_box.to_bytes(),
            list: wire::encode(&manifest),
        })
    }

    /// New keys for the account: the portal's, sealed to the person's own slot, with fresh keys and lists
    /// of all folders. All that it lacks is a signature by the root of before.
    ///
    /// # Errors
    /// Where something does not seal.
    pub fn takeover(
        &self,
        log: &LogState,
        newest: &SyncAnswer,
        slot: SlotId,
        random: &mut dyn Random,
    ) -> Result<SyncAnswer> {
        let state = log.slots.get(&slot).context("the person's slot")?;
        let at = SealPlace {
            realm: self.realm,
            account: log.account,
            slot,
            generation: log.keys.generation + 1,
        };
        let (open, admin) = (&state.open, &state.admin);
        let seals = seal_slot(&at, open, admin, &self.ak_open, &self.admin, random)?;
        let hashes = log.slots.iter().map(|(id, state)| match *id == slot {
            true => (*id, seals.hash()),
            false => (*id, state.seals),
        });
        let rekey = Op::Rekey(Box::new(Rekey {
            generation: log.keys.generation + 1,
            root: self.admin.root.public(),
            author: self.keys.author.public(),
            reader: self.keys.reader.public(),
            cause: RekeyCause::Compromise,
            ceremony: None,
            seals: hashes.collect(),
        }));
        let mut entries = vec![after(log).by_both_roots(&rekey, &self.admin, &self.admin)];
        let mut log = log.clone();
        log.keys.reader = self.keys.reader.public();
        let (mut boxes, mut manifests) = (Vec::new(), Vec::new());
        for folder in Folder::ALL {
            go_on(&mut log, &entries);
            let forged = self.folder(&log, newest, folder, random)?;
            entries.push(forged.entry);
            boxes.push(forged.key_box.into());
            manifests.push(forged.list.into());
        }
        go_on(&mut log, &entries);
        entries.push(self.policy(&log, random)?);
        Ok(SyncAnswer {
            entries,
            boxes,
            manifests,
            seals: Some(seals.to_bytes().into()),
            ..newest.clone()
        })
    }

    /// The account that these keys make.
    #[must_use]
    pub fn account(&self) -> AccountId {
        AccountId::of(self.realm, &self.admin.root.public())
    }

    /// A whole account, sealed to the public halves of the person's slot; `header` is what it says of
    /// the slot. Only the anchor and the account in the header tell it from the person's own.
    ///
    /// # Errors
    /// Where something does not seal.
    pub fn space(
        &self,
        slot: &SlotState,
        header: SlotHeader,
        truth: &SyncAnswer,
        random: &mut dyn Random,
    ) -> Result<SyncAnswer> {
        let account = self.account();
        let mut place = Place {
            realm: self.realm,
            account,
            head: Head::NONE,
            time: truth.time,
        };
        let genesis = Op::Genesis(Genesis {
            root: self.admin.root.public(),
            author: self.keys.author.public(),
            reader: self.keys.reader.public(),
        });
        let mut entries = vec![place.by_root(&genesis, &self.admin)];
        let at = SealPlace {
            realm: self.realm,
            account,
            slot: header.slot,
            generation: 1,
        };
        let (open, admin) = (&slot.open, &slot.admin);
        let seals = seal_slot(&at, open, admin, &self.ak_open, &self.admin, random)?;
        let add = Op::AddSlot(Box::new(AddSlot {
            header,
            open: slot.open,
            admin: slot.admin,
            seals: seals.hash(),
            keys: slot.keys.clone(),
        }));
        entries.push(place.by_root(&add, &self.admin));
        // Whether or not the rules take the slot: the folders follow.
        let mut log = LogState::begin(self.realm, &entries[0])?;
        log.head = place.head;
        let empty = SyncAnswer {
            manifests: Vec::new(),
            ..truth.clone()
        };
        let (mut boxes, mut manifests) = (Vec::new(), Vec::new());
        for folder in Folder::ALL {
            let forged = self.folder(&log, &empty, folder, random)?;
            go_on(&mut log, core::slice::from_ref(&forged.entry));
            entries.push(forged.entry);
            boxes.push(forged.key_box.into());
            manifests.push(forged.list.into());
        }
        Ok(SyncAnswer {
            entries,
            boxes,
            manifests,
            seals: Some(seals.to_bytes().into()),
            ..truth.clone()
        })
    }
}

/// The log stands after the last of these.
fn go_on(log: &mut LogState, entries: &[Entry]) {
    if let Some(last) = entries.last() {
        log.head = Head {
            seq: log.head.seq + 1,
            hash: last.hash(),
        };
    }
}

fn object(random: &mut dyn Random) -> Object {
    Object {
        id: ObjectId::random(random),
        version: 1,
        key: ObjectKey::make(random),
        blob: BlobId::random(random),
        hash: Hash([0; 32]),
        length: 1,
        title: TITLE.into(),
        kind: Kind::PAPER,
        media: "text/plain".into(),
        dates: Dates {
            created: 1,
            changed: 1,
            expires: None,
            deleted: None,
        },
    }
}

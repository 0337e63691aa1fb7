//! Parts that several commits are made of: a folder's new epoch, a slot, a recovery arrangement.

use crate::{
    opening::{Chains, Known},
    portal::Portal,
    trouble::{Result, Trouble},
};
use crypto::{
    entries::Place,
    keys::{AdminKeys, AkOpen, FolderKey, OpenKeys, SlotAdmin, SlotOpen},
    space::{
        Anchor, Body, BoxPlace, Draft, SealPlace, seal_box, seal_manifest, seal_slot,
        seal_slot_keys,
    },
    stick::{FolderHead, Heads},
};
use minicbor::bytes::ByteVec;
use std::collections::BTreeMap;
use wire::{
    Hash, MandateId, Random, SigPublic, Signed, SlotId,
    api::Commit,
    folder::Folder,
    gate::{Destroy, Order, SetKeys},
    log::{AddSlot, BoxRef, Epoch, Head, Op},
    manifest::BoxFor,
    seal::KemPublic,
    slot::{SlotHeader, SlotKeys, SlotSeals},
};

/// How often a commit is sent before its outcome stays unknown.
const ROUNDS: u32 = 4;

/// A commit under construction.
pub(crate) struct Building {
    pub(crate) place: Place,
    pub(crate) items: Vec<Vec<u8>>,
    pub(crate) commit: Commit,
}

/// A folder as a new epoch leaves it.
pub(crate) struct FreshFolder {
    pub(crate) key: FolderKey,
    pub(crate) head: FolderHead,
}

/// Folders that a new epoch leaves behind, with their lists.
pub(crate) type Renewed = BTreeMap<Folder, (FreshFolder, Body)>;

impl Building {
    /// Continues a known log.
    pub(crate) fn after(known: &Known) -> Self {
        Self::new(Place {
            realm: known.log.realm,
            account: known.log.account,
            head: known.log.head,
            time: known.time.max(known.log.time),
        })
    }

    pub(crate) fn new(place: Place) -> Self {
        let commit = Commit {
            entries: Vec::new(),
            items: Vec::new(),
            package: None,
            anchors: Vec::new(),
            registration: None,
            orders: Vec::new(),
            suspend: None,
        };
        Self {
            place,
            items: Vec::new(),
            commit,
        }
    }

    /// Heads as they will be once the commit is through.
    pub(crate) fn heads(
        &self,
        first_root: SigPublic,
        generation: u32,
        folders: BTreeMap<Folder, FolderHead>,
        chains: Option<Chains>,
    ) -> Heads {
        Heads {
            chains,
            first_root,
            log: self.place.head,
            generation,
            folders,
        }
    }

    /// The same, where folders and generation stay, with so many chains at most.
    pub(crate) fn heads_of(&self, known: &Known, most: usize) -> Heads {
        Heads {
            log: self.place.head,
            ..known.heads_with(most)
        }
    }

    /// Stages the items and commits. On a refusal nothing was changed; where the portal does not answer
    /// at all the outcome is unknown until the next opening.
    pub(crate) async fn send(&self, portal: &Portal) -> Result<()> {
        self.send_to(portal, "v1/stage", "v1/commit").await
    }

    /// The same on other routes.
    pub(super) async fn send_to(&self, portal: &Portal, stage: &str, commit: &str) -> Result<()> {
        portal.stage_at(stage, &self.items).await?;
        let mut rounds = 1..ROUNDS;
        loop {
            match portal.post::<Head>(commit, &self.commit).await {
                // The answer was lost, perhaps: the same bytes get the same answer.
                Err(Trouble::Unreachable) if rounds.next().is_some() => {}
                other => return other.map(drop),
            }
        }
    }

    pub(crate) fn item(&mut self, bytes: Vec<u8>) {
        self.commit.items.push(Hash::of(&bytes));
        self.items.push(bytes);
    }

    pub(crate) fn by_root(&mut self, op: &Op, admin: &AdminKeys) {
        let entry = self.place.by_root(op, admin);
        self.commit.entries.push(entry);
    }

    pub(crate) fn by_author(&mut self, op: &Op, keys: &OpenKeys) {
        let entry = self.place.by_author(op, keys);
        self.commit.entries.push(entry);
    }

    /// A folder's new epoch: fresh key, rewritten list, a box for the owner and for each of `readers`, in
    /// the order in which the log names them.
    pub(crate) fn epoch(
        &mut self,
        folder: Folder,
        before: Option<FolderHead>,
        body: &Body,
        keys: &OpenKeys,
        readers: &[(MandateId, KemPublic)],
        random: &mut dyn Random,
    ) -> Result<FreshFolder> {
        let epoch = before.map_or(1, |head| head.epoch + 1);
        let key = FolderKey::make(random);
        let draft = Draft {
            realm: self.place.realm,
            account: self.place.account,
            folder,
            epoch,
            seq: before.map_or(1, |head| head.seq + 1),
            prev: before.map_or(Hash([0; 32]), |head| head.hash),
            refs_added: Vec::new(),
            refs_removed: Vec::new(),
            drops_taken: Vec::new(),
            drops_refused: Vec::new(),
        };
        let manifest = seal_manifest(&draft, body, &key, &keys.author, random)?;
        let place = BoxPlace {
            realm: self.place.realm,
            account: self.place.account,
            folder,
            epoch,
        };
        let reader = keys.reader.public();
        let key_box = seal_box(&place, &key, &reader, BoxFor::Owner, &keys.author, random)?;
        let hash = manifest.header.hash();
        let mut boxes = vec![BoxRef {
            recipient: reader.fingerprint(),
            why: BoxFor::Owner,
            hash: key_box.hash(),
        }];
        self.item(key_box.to_bytes());
        for (mandate, reader) in readers {
            let why = BoxFor::Mandate(*mandate);
            let shared = seal_box(&place, &key, reader, why, &keys.author, random)?;
            boxes.push(BoxRef {
                recipient: reader.fingerprint(),
                why,
                hash: shared.hash(),
            });
            self.item(shared.to_bytes());
        }
        let op = Op::Epoch(Epoch {
            folder,
            epoch,
            manifest: hash,
            boxes,
        });
        self.item(wire::encode(&manifest));
        self.by_author(&op, keys);
        Ok(FreshFolder {
            key,
            head: FolderHead {
                epoch,
                seq: draft.seq,
                hash,
            },
        })
    }

    /// A slot: its entry, its seals, its gate keys for the owner.
    pub(crate) fn slot(
        &mut self,
        slot: &NewSlot,
        ak_open: &AkOpen,
        keys: &OpenKeys,
        admin: &AdminKeys,
        random: &mut dyn Random,
    ) -> Result<Signed<SlotSeals>> {
        let (open, adm) = (slot.open.kem.public(), slot.admin.kem.public());
        let seals = seal_slot(
            &self.seals_of(slot.header.slot, admin),
            &open,
            &adm,
            ak_open,
            admin,
            random,
        )?;
        let sealed = seal_slot_keys(
            self.place.realm,
            &self.place.account,
            &slot.header.slot,
            &slot.gate_keys,
            &keys.reader.public(),
            random,
        )?;
        let op = Op::AddSlot(Box::new(AddSlot {
            header: slot.header.clone(),
            open,
            admin: adm,
            seals: seals.hash(),
            keys: sealed,
        }));
        self.item(seals.to_bytes());
        self.by_root(&op, admin);
        Ok(seals)
    }

    /// Whom the stick's own gates obey from now on. While no control key is set the lineage key
    /// signs.
    pub(crate) fn set_keys(
        &mut self,
        gate_keys: &SlotKeys,
        keys: &OpenKeys,
        admin: &AdminKeys,
        signer: impl Fn(&wire::GateId) -> crypto::keys::SigningKey,
    ) {
        for gate in &gate_keys.gates {
            let message = SetKeys {
                gate: *gate,
                key_id: gate_keys.key_id,
                suspend: keys.suspend.public(),
                control: admin.control(&gate_keys.key_id, gate).public(),
                n: admin.generation.into(),
            };
            let signed = signer(gate).sign(self.place.realm, &message);
            self.commit.orders.push(Order::SetKeys(signed));
        }
    }

    /// The stick's gates are to destroy its keys.
    pub(crate) fn destroy(&mut self, gate_keys: &SlotKeys, admin: &AdminKeys) {
        let key_id = gate_keys.key_id;
        for gate in &gate_keys.gates {
            let control = admin.control(&key_id, gate);
            let message = Destroy {
                gate: *gate,
                key_id,
            };
            let signed = control.sign(self.place.realm, &message);
            self.commit.orders.push(Order::Destroy(signed));
        }
    }

    /// The anchor of a slot that this commit adds: from its first opening on, its stick tells a
    /// forged account from its own.
    pub(crate) fn anchor(
        &mut self,
        slot: SlotId,
        open: &SlotOpen,
        heads: &Heads,
        random: &mut dyn Random,
    ) -> Result<()> {
        let place = Anchor {
            realm: self.place.realm,
            account: self.place.account,
            slot,
        };
        let sealed = place.seal(&open.anchor, heads, random)?;
        self.commit
            .anchors
            .push((slot, ByteVec::from(wire::encode(&sealed))));
        Ok(())
    }

    pub(crate) fn seals_of(&self, slot: SlotId, admin: &AdminKeys) -> SealPlace {
        SealPlace {
            realm: self.place.realm,
            account: self.place.account,
            slot,
            generation: admin.generation,
        }
    }
}

/// A slot about to be added.
pub(crate) struct NewSlot {
    pub(crate) header: SlotHeader,
    /// Which gates stand before it; none before a security key.
    pub(crate) gate_keys: SlotKeys,
    pub(crate) open: SlotOpen,
    pub(crate) admin: SlotAdmin,
}

//! Revoking a stick: its slot goes, the account's keys are renewed, every folder gets a fresh key, and
//! its gate keys are destroyed. Sticks that stay need not be there.

use super::{
    Administration,
    parts::{Building, FreshFolder},
};
use crate::trouble::{Result, Trouble};
use crypto::{
    keys::{AkAdmin, AkOpen, KemKey, OpenKeys},
    recovery::CardPublic,
    space::{Body, PastReader, open_slot_keys, seal_slot},
};
use std::collections::BTreeMap;
use wire::{
    Random, Signed, SlotId,
    folder::Folder,
    log::{Head, LogState, Op, Rekey, RekeyCause, RevokeSlot, SlotState},
    slot::{SlotKeys, SlotSeals},
};

impl Administration<'_> {
    /// Revokes the stick of `slot`. Not the one in use: that would lock the person out of this very
    /// session.
    ///
    /// # Errors
    /// [`Trouble`]; on a refusal nothing was changed.
    pub async fn revoke(mut self, slot: SlotId, random: &mut dyn Random) -> Result<()> {
        if slot == self.space.known.slot {
            return Err(Trouble::StickState(
                "it is the one in use: revoke it from another one",
            ));
        }
        self.space.refresh().await?;
        self.space.read_words().await?;
        let known = &self.space.known;
        let Some(gone) = known.log.slots.get(&slot) else {
            return Err(Trouble::Gone);
        };
        let gone = self.slot_keys(gone)?;

        let realm = known.log.realm;
        let mut building = Building::after(known);
        building.by_root(&Op::RevokeSlot(RevokeSlot { slot }), &self.keys);
        building.destroy(&gone, &self.keys);

        let generation = known.log.keys.generation + 1;
        let ak_open = AkOpen::make(random);
        let keys = ak_open.derive_keys(realm, generation);
        let admin = AkAdmin::make(random).derive_keys(realm, generation);
        let mut own_seals = None;
        let mut hashes = Vec::new();
        for (id, state) in known.log.slots.iter().filter(|(id, _)| **id != slot) {
            let at = building.seals_of(*id, &admin);
            let seals = seal_slot(&at, &state.open, &state.admin, &ak_open, &admin, random)?;
            hashes.push((*id, seals.hash()));
            building.item(seals.to_bytes());
            if *id == known.slot {
                own_seals = Some(seals);
            }
            let stays = self.slot_keys(state)?;
            building.set_keys(&stays, &keys, &admin, |gate| {
                self.keys.control(&stays.key_id, gate)
            });
        }
        let rekey = Op::Rekey(Box::new(Rekey {
            generation,
            root: admin.root.public(),
            author: keys.author.public(),
            reader: keys.reader.public(),
            cause: RekeyCause::SlotRemoved,
            ceremony: None,
            seals: hashes,
        }));
        let entry = building.place.by_both_roots(&rekey, &self.keys, &admin);
        building.commit.entries.push(entry);

        let mut folders = BTreeMap::new();
        for (folder, view) in &known.folders {
            let mut body = view.body.copied();
            if *folder == Folder::Private {
                remember_reader(&mut body, &known.keys);
            }
            let readers = self.space.readers(*folder, building.place.time)?;
            let fresh = building.epoch(*folder, Some(view.head), &body, &keys, &readers, random)?;
            folders.insert(*folder, (fresh, body));
        }
        if let Some(card) = card_of(&known.log) {
            let heads = folders
                .iter()
                .map(|(f, (fresh, _))| (*f, fresh.head))
                .collect();
            let first = known.heads().first_root;
            let heads = building.heads(first, generation, heads, known.heads().chains);
            building.policy(&card, &heads, &ak_open, &keys, &admin, random)?;
        }

        self.space.portal.stage(&building.items).await?;
        let _: Head = self
            .space
            .portal
            .post("v1/commit", &building.commit)
            .await?;
        self.take_over(&building, own_seals, ak_open, keys, folders)
    }

    /// The session goes on under the new keys.
    fn take_over(
        &mut self,
        building: &Building,
        seals: Option<Signed<SlotSeals>>,
        ak_open: AkOpen,
        keys: OpenKeys,
        folders: BTreeMap<Folder, (FreshFolder, Body)>,
    ) -> Result<()> {
        let known = &mut self.space.known;
        known.advance(&building.commit.entries)?;
        known.seals = seals.ok_or(Trouble::Unverified)?;
        (known.ak_open, known.keys) = (ak_open, keys);
        known.begin_anew(folders);
        Ok(())
    }

    /// Which gate keys belong to a slot. They were sealed to the reader key of their time.
    pub(super) fn slot_keys(&self, state: &SlotState) -> Result<SlotKeys> {
        let known = &self.space.known;
        let past = known
            .folders
            .get(&Folder::Private)
            .into_iter()
            .flat_map(|view| &view.body.past_readers)
            .find(|past| past.generation == state.keys_generation)
            .map(|past| &past.key);
        let reader: &KemKey = if state.keys_generation == known.keys.generation {
            &known.keys.reader
        } else {
            past.ok_or(Trouble::Unverified)?
        };
        let header = &state.header;
        Ok(open_slot_keys(
            known.log.realm,
            &header.account,
            &header.slot,
            &state.keys,
            reader,
        )?)
    }
}

/// Old sealed things stay readable: the reader key that ends goes into the private list.
fn remember_reader(body: &mut Body, keys: &OpenKeys) {
    body.past_readers.push(PastReader {
        generation: keys.generation,
        key: keys.reader.copied(),
    });
}

/// The card stays good: its public side stands in the policy.
fn card_of(log: &LogState) -> Option<CardPublic> {
    log.policy.as_ref().map(|policy| CardPublic {
        key: policy.card,
        tag: policy.card_tag,
    })
}

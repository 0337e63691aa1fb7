//! The next generation of an account's keys: new roots, seals for every slot that stays, a fresh key for
//! every folder, and the recovery made anew. One way, whatever the reason is.

use super::{
    arrange::Plan,
    parts::{Building, FreshFolder},
};
use crate::{
    help::readers,
    opening::{Chains, FolderView, SHARED},
    space::Space,
    trouble::{Result, Trouble},
};
use crypto::{
    keys::{AdminKeys, AkAdmin, AkOpen, KemKey, OpenKeys, SigningKey},
    mandate::Words,
    space::{Body, PastReader, open_slot_keys, seal_slot},
};
use std::collections::BTreeMap;
use wire::{
    CeremonyId, MandateId, Random, Realm, SigPublic, Signed, SlotId,
    folder::Folder,
    log::{LogState, Op, Rekey, RekeyCause, SlotState},
    seal::KemPublic,
    slot::{SlotKeys, SlotSeals},
};

/// The keys that end, and what they open.
pub(super) struct Before<'a> {
    pub(super) keys: &'a OpenKeys,
    pub(super) admin: &'a AdminKeys,
    pub(super) folders: &'a BTreeMap<Folder, FolderView>,
    pub(super) first_root: SigPublic,
    pub(super) log: &'a LogState,
    /// Of every mandate that counts: who else folders are sealed to.
    pub(super) words: &'a BTreeMap<MandateId, Words>,
    /// Chains of the journal as they were seen, as many as a share has room for.
    pub(super) chains: Option<Chains>,
}

impl<'a> Before<'a> {
    /// In an open space, whose letters were read.
    pub(super) fn of(space: &'a Space, admin: &'a AdminKeys) -> Self {
        let known = &space.known;
        let heads = known.heads_with(SHARED);
        Self {
            keys: &known.keys,
            admin,
            folders: &known.folders,
            first_root: heads.first_root,
            log: &known.log,
            words: &space.words,
            chains: heads.chains,
        }
    }
}

/// A slot that goes on.
pub(super) struct Stays {
    pub(super) slot: SlotId,
    pub(super) open: KemPublic,
    pub(super) admin: KemPublic,
    pub(super) gate_keys: SlotKeys,
    /// Of a stick that was added just now: its gates know no control key yet.
    pub(super) lineage: Option<SigningKey>,
}

impl Stays {
    /// One that was there before.
    pub(super) fn of(state: &SlotState, gate_keys: SlotKeys) -> Self {
        Self {
            slot: state.header.slot,
            open: state.open,
            admin: state.admin,
            gate_keys,
            lineage: None,
        }
    }
}

/// The keys that begin.
pub(super) struct Next {
    pub(super) ak_open: AkOpen,
    pub(super) keys: OpenKeys,
    pub(super) admin: AdminKeys,
    pub(super) seals: BTreeMap<SlotId, Signed<SlotSeals>>,
    pub(super) folders: BTreeMap<Folder, (FreshFolder, Body)>,
}

impl Building {
    /// Renews the account's keys for the slots that stay. Their sticks need not be there.
    pub(super) fn next_generation(
        &mut self,
        before: &Before<'_>,
        mut stays: Vec<Stays>,
        (cause, ceremony): (RekeyCause, Option<CeremonyId>),
        plan: Option<&Plan>,
        random: &mut dyn Random,
    ) -> Result<Next> {
        let generation = before.keys.generation + 1;
        let ak_open = AkOpen::make(random);
        let keys = ak_open.derive_keys(self.place.realm, generation);
        let admin = AkAdmin::make(random).derive_keys(self.place.realm, generation);
        stays.sort_by_key(|stays| stays.slot);
        let mut seals = BTreeMap::new();
        for slot in &stays {
            let at = self.seals_of(slot.slot, &admin);
            let sealed = seal_slot(&at, &slot.open, &slot.admin, &ak_open, &admin, random)?;
            self.item(sealed.to_bytes());
            seals.insert(slot.slot, sealed);
            let gates = &slot.gate_keys;
            self.set_keys(gates, &keys, &admin, |gate| match &slot.lineage {
                Some(lineage) => lineage.copied(),
                None => before.admin.control(&gates.key_id, gate),
            });
        }
        // Whom the gates obey of sticks, the portal obeys of security keys, where one stays.
        let is_there = stays.iter().any(|slot| slot.gate_keys.gates.is_empty());
        self.commit.suspend = is_there.then(|| keys.suspend.public());
        let rekey = Op::Rekey(Box::new(Rekey {
            generation,
            root: admin.root.public(),
            author: keys.author.public(),
            reader: keys.reader.public(),
            cause,
            ceremony,
            seals: seals.iter().map(|(slot, s)| (*slot, s.hash())).collect(),
        }));
        let entry = self.place.by_both_roots(&rekey, before.admin, &admin);
        self.commit.entries.push(entry);

        let mut folders = BTreeMap::new();
        for (folder, view) in before.folders {
            let mut body = view.body.copied();
            if *folder == Folder::Private {
                remember_reader(&mut body, before.keys);
            }
            let mandates = readers(before.log, before.words, *folder, self.place.time)?;
            let fresh = self.epoch(*folder, Some(view.head), &body, &keys, &mandates, random)?;
            folders.insert(*folder, (fresh, body));
        }
        if let Some(plan) = plan {
            let heads = folders.iter().map(|(f, (fresh, _))| (*f, fresh.head));
            let chains = before.chains.clone();
            let heads = self.heads(before.first_root, generation, heads.collect(), chains);
            self.arrange(plan, &heads, &ak_open, &keys, &admin, random)?;
        }
        Ok(Next {
            ak_open,
            keys,
            admin,
            seals,
            folders,
        })
    }
}

/// Old sealed things stay readable: the reader key that ends goes into the private list.
fn remember_reader(body: &mut Body, keys: &OpenKeys) {
    body.past_readers.push(PastReader {
        generation: keys.generation,
        key: keys.reader.copied(),
    });
}

/// Which gate keys belong to a slot. They were sealed to the reader key of their time.
pub(super) fn slot_keys(
    realm: Realm,
    state: &SlotState,
    keys: &OpenKeys,
    folders: &BTreeMap<Folder, FolderView>,
) -> Result<SlotKeys> {
    let past = folders
        .get(&Folder::Private)
        .into_iter()
        .flat_map(|view| &view.body.past_readers)
        .find(|past| past.generation == state.keys_generation)
        .map(|past| &past.key);
    let reader: &KemKey = if state.keys_generation == keys.generation {
        &keys.reader
    } else {
        past.ok_or(Trouble::Unverified)?
    };
    let header = &state.header;
    let (account, slot) = (&header.account, &header.slot);
    Ok(open_slot_keys(realm, account, slot, &state.keys, reader)?)
}

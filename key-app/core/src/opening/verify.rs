//! From what the portal sends to what is believed: the log's rules, the seals, the boxes, the
//! manifests, and the pins of earlier openings. Nothing is shown before it passed here.

use super::{
    Timings,
    chain::linked,
    folders::{FolderView, open_folders, reopen_folders},
    log::{Proofs, Replayed, Since, fetch, replay},
    pinned::{Chains, take_in},
};
use crate::{
    administration::parts::Renewed,
    portal::Portal,
    trouble::{Result, Trouble},
    watch::Watch,
};
use crypto::{
    keys::{AkOpen, KemKey, OpenKeys, PrfOutput, SlotOpen},
    space::{Anchor, SealPlace, open_everyday},
    stick::Heads,
};
use minicbor::bytes::ByteVec;
use std::collections::{BTreeMap, BTreeSet};
use wire::{
    Hash, MandateId, Realm, SigPublic, Signed, SlotId,
    api::{Session, SyncAnswer, SyncRequest},
    folder::Folder,
    log::{Entry, Grant, Head, LogState, SlotState},
    slot::{SealedAnchor, SlotSeals},
};

/// Everything believed of a space.
pub(crate) struct Known {
    pub(crate) log: LogState,
    /// H of each entry, genesis first.
    hashes: Vec<Hash>,
    /// Every mandate that was ever given, also those that are over.
    pub(crate) given: BTreeMap<MandateId, Grant>,
    /// What proves them to others.
    pub(crate) proofs: Proofs,
    /// Since when its sticks and its policy count.
    pub(crate) since: Since,
    /// The author key of every generation.
    pub(crate) authors: BTreeSet<SigPublic>,
    /// Where stick, anchor or this app last saw each chain of the journal: what is shown later must pass
    /// through these.
    pub(crate) chains: Chains,
    pub(crate) slot: SlotId,
    pub(crate) seals: Signed<SlotSeals>,
    pub(crate) slot_open: SlotOpen,
    pub(crate) ak_open: AkOpen,
    pub(crate) keys: OpenKeys,
    pub(crate) folders: BTreeMap<Folder, FolderView>,
    pub(crate) time: u64,
    pub(crate) used: u64,
    pub(crate) quota: u64,
}

impl Known {
    /// Fetches and verifies a whole space.
    pub(crate) async fn open(
        portal: &Portal,
        session: &Session,
        own: &Own<'_>,
        first: PrfOutput,
        pinned: impl FnOnce(&SlotOpen) -> Result<Option<Heads>>,
        watch: &dyn Watch,
        timings: &mut Timings,
    ) -> Result<Self> {
        let start = watch.elapsed();
        let request = SyncRequest {
            log: Head::NONE,
            manifests: Vec::new(),
        };
        let answer = fetch(portal, request).await?;
        let fetched = watch.elapsed();

        let realm = own.realm;
        let Replayed {
            log,
            hashes,
            given,
            proofs,
            since,
            authors,
        } = replay(realm, &answer.entries)?;
        let slot = own_slot(&log, session, own)?.clone();
        timings.log = watch.elapsed() - fetched;

        let opening = watch.elapsed();
        let slot_open = SlotOpen::derive(&slot.header, first);
        let pinned = pinned(&slot_open)?;
        let seals = seals_of(&slot, answer.seals.as_ref())?;
        let ak_open = open_seals(&log, session.slot, &slot_open, &seals)?;
        let keys = matching_keys(&log, &ak_open)?;
        timings.slot = (fetched - start) + (watch.elapsed() - opening);

        let opening = watch.elapsed();
        let folders = open_folders(&log, &keys, &answer)?;
        let mut known = Self {
            log,
            hashes,
            given,
            proofs,
            since,
            authors,
            chains: Chains::new(),
            slot: session.slot,
            seals,
            slot_open,
            ak_open,
            keys,
            folders,
            time: answer.time,
            used: answer.used,
            quota: answer.quota,
        };
        // A portal could seal a forged account to the public halves: only the anchor tells.
        let anchor = answer.anchor.as_deref().ok_or(Trouble::Unverified)?;
        let anchor = known.open_anchor(anchor)?;
        for seen in [Some(anchor), pinned].into_iter().flatten() {
            take_in(&mut known.chains, &seen);
            continues(&seen, &known.heads(), &known.hashes)?;
            linked(portal, &seen.folders, &answer.manifests).await?;
        }
        timings.manifests = watch.elapsed() - opening;
        Ok(known)
    }

    /// Takes in what is new since the last answer, whose lists were found to follow (`chain`). On refusal
    /// nothing has changed.
    pub(crate) fn absorb(&mut self, answer: &SyncAnswer) -> Result<()> {
        let before = self.heads();
        let mut replayed = Replayed {
            log: self.log.clone(),
            hashes: self.hashes.clone(),
            given: self.given.clone(),
            proofs: self.proofs.clone(),
            since: self.since.clone(),
            authors: self.authors.clone(),
        };
        for entry in &answer.entries {
            replayed.apply(entry)?;
        }
        let Replayed {
            log,
            hashes,
            given,
            proofs,
            since,
            authors,
        } = replayed;
        log.settled().map_err(crypto::Opening::from)?;
        let slot = log.slots.get(&self.slot).ok_or(Trouble::Revoked)?;
        let renewed = log.keys.generation != self.log.keys.generation;
        let fresh = if renewed {
            let seals = seals_of(slot, answer.seals.as_ref())?;
            let ak_open = open_seals(&log, self.slot, &self.slot_open, &seals)?;
            let keys = matching_keys(&log, &ak_open)?;
            Some((seals, ak_open, keys))
        } else {
            None
        };
        let keys = fresh.as_ref().map_or(&self.keys, |(_, _, keys)| keys);
        let folders = reopen_folders(&log, keys, answer, &self.folders)?;
        // A fresh key of the log without its manifest would leave the old key in use.
        let current = log.folders.iter().all(|(folder, state)| {
            let view = folders.get(folder).or_else(|| self.folders.get(folder));
            view.is_some_and(|view| view.head.epoch == state.epoch)
        });
        if !current {
            return Err(Trouble::Unverified);
        }

        let mut heads = before.clone();
        (heads.log, heads.generation) = (log.head, log.keys.generation);
        heads
            .folders
            .extend(folders.iter().map(|(folder, view)| (*folder, view.head)));
        continues(&before, &heads, &hashes)?;

        self.folders.extend(folders);
        if let Some((seals, ak_open, keys)) = fresh {
            (self.seals, self.ak_open, self.keys) = (seals, ak_open, keys);
        }
        (self.log, self.hashes) = (log, hashes);
        (self.given, self.proofs, self.authors) = (given, proofs, authors);
        self.since = since;
        (self.time, self.used, self.quota) = (answer.time, answer.used, answer.quota);
        Ok(())
    }

    /// Takes in entries and folders that this app has itself committed.
    pub(crate) fn advance(&mut self, entries: &[Entry]) -> Result<()> {
        let mut replayed = Replayed {
            log: self.log.clone(),
            hashes: core::mem::take(&mut self.hashes),
            given: core::mem::take(&mut self.given),
            proofs: core::mem::take(&mut self.proofs),
            since: core::mem::take(&mut self.since),
            authors: core::mem::take(&mut self.authors),
        };
        let applied = entries.iter().try_for_each(|entry| replayed.apply(entry));
        (self.log, self.hashes) = (replayed.log, replayed.hashes);
        (self.given, self.proofs) = (replayed.given, replayed.proofs);
        (self.since, self.authors) = (replayed.since, replayed.authors);
        applied
    }

    /// Takes over folders that this app has itself begun anew.
    pub(crate) fn begin_anew(&mut self, folders: Renewed) {
        for (folder, (fresh, body)) in folders {
            if let Some(view) = self.folders.get_mut(&folder) {
                (view.key, view.head, view.body) = (fresh.key, fresh.head, body);
            }
        }
    }

    /// Whether a key with this fingerprint was the author of some generation.
    pub(crate) fn authors_named(&self, fingerprint: &Hash) -> bool {
        self.authors
            .iter()
            .any(|key| key.fingerprint() == *fingerprint)
    }

    /// The reader key with this fingerprint: today's, or one of an earlier generation.
    pub(crate) fn reader(&self, fingerprint: &Hash) -> Option<&KemKey> {
        if self.keys.reader.fingerprint() == *fingerprint {
            return Some(&self.keys.reader);
        }
        let private = self.folders.get(&Folder::Private)?;
        let past = private.body.past_readers.iter();
        past.map(|past| &past.key)
            .find(|key| key.fingerprint() == *fingerprint)
    }

    /// Whether anything may be read or changed: while a deletion runs, nothing.
    pub(crate) fn live(&self) -> Result<()> {
        match self.log.deleted {
            Some(_) => Err(Trouble::BeingDeleted),
            None => Ok(()),
        }
    }

    /// What is known, with every chain that was seen.
    pub(crate) fn heads(&self) -> Heads {
        Heads {
            first_root: self.first_root(),
            log: self.log.head,
            generation: self.log.keys.generation,
            folders: self
                .folders
                .iter()
                .map(|(folder, view)| (*folder, view.head))
                .collect(),
            chains: (!self.chains.is_empty()).then(|| self.chains.clone()),
        }
    }

    /// What the app has, as it asks for what is new.
    pub(crate) fn request(&self) -> SyncRequest {
        let manifests = self
            .folders
            .iter()
            .map(|(f, view)| (*f, view.head.seq, view.head.hash))
            .collect();
        SyncRequest {
            log: self.log.head,
            manifests,
        }
    }

    /// Where this slot's anchor belongs.
    pub(crate) fn anchor_place(&self) -> Anchor {
        Anchor {
            realm: self.log.realm,
            account: self.log.account,
            slot: self.slot,
        }
    }

    fn open_anchor(&self, bytes: &[u8]) -> Result<Heads> {
        let sealed: SealedAnchor =
            wire::decode_canonical(bytes, SealedAnchor::MAX).map_err(|_| Trouble::Unverified)?;
        Ok(self.anchor_place().open(&self.slot_open.anchor, &sealed)?)
    }

    fn first_root(&self) -> SigPublic {
        // A verified log begins with its first root.
        self.log
            .roots
            .first()
            .copied()
            .unwrap_or(self.log.keys.root)
    }
}

/// Whether a space continues the one that was seen before: the same first root, the same entry at the
/// pinned place of the log, nothing older. `hashes` are those of the log's entries.
pub(crate) fn continues(before: &Heads, now: &Heads, hashes: &[Hash]) -> Result<()> {
    before.allows(now)?;
    let at = usize::try_from(before.log.seq).map_err(|_| Trouble::RolledBack)?;
    match at.checked_sub(1) {
        None => Ok(()),
        Some(index) if hashes.get(index) == Some(&before.log.hash) => Ok(()),
        Some(_) => Err(Trouble::RolledBack),
    }
}

/// What opened the space: a slot must name this very credential.
pub(crate) struct Own<'a> {
    pub(crate) realm: Realm,
    pub(crate) rp_id: &'a str,
    pub(crate) credential: &'a [u8],
}

/// The slot the session claims must be the one of this opener's own credential.
fn own_slot<'l>(log: &'l LogState, session: &Session, opener: &Own<'_>) -> Result<&'l SlotState> {
    let slot = log.slots.get(&session.slot).ok_or(Trouble::Unverified)?;
    let own = log.account == session.account
        && slot.header.credential == opener.credential
        && slot.header.rp_id == opener.rp_id;
    if own {
        Ok(slot)
    } else {
        Err(Trouble::Unverified)
    }
}

fn seals_of(slot: &SlotState, bytes: Option<&ByteVec>) -> Result<Signed<SlotSeals>> {
    let seals = Signed::<SlotSeals>::from_bytes(bytes.ok_or(Trouble::Unverified)?)
        .map_err(|_| Trouble::Unverified)?;
    if seals.hash() == slot.seals {
        Ok(seals)
    } else {
        Err(Trouble::Unverified)
    }
}

pub(crate) fn seal_place(log: &LogState, slot: SlotId) -> SealPlace {
    SealPlace {
        realm: log.realm,
        account: log.account,
        slot,
        generation: log.keys.generation,
    }
}

fn open_seals(
    log: &LogState,
    slot: SlotId,
    slot_open: &SlotOpen,
    seals: &Signed<SlotSeals>,
) -> Result<AkOpen> {
    Ok(open_everyday(
        &seal_place(log, slot),
        slot_open,
        seals,
        &log.keys.root,
    )?)
}

/// Keys are recomputed, never copied: they must be those the log names.
pub(crate) fn matching_keys(log: &LogState, ak_open: &AkOpen) -> Result<OpenKeys> {
    let keys = ak_open.derive_keys(log.realm, log.keys.generation);
    let same = keys.author.public() == log.keys.author && keys.reader.public() == log.keys.reader;
    if same {
        Ok(keys)
    } else {
        Err(Trouble::Unverified)
    }
}

impl core::fmt::Debug for Known {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Known(…)")
    }
}

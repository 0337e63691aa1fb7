//! The log of a space: fetched whole, and every entry through its rules.

use crate::{
    portal::Portal,
    trouble::{Result, Trouble},
};
use std::collections::{BTreeMap, BTreeSet};
use wire::{
    Hash, MandateId, Realm, SigPublic, SlotId,
    api::{SyncAnswer, SyncRequest},
    log::{Entry, Grant, Head, LogState, Op},
};

/// Answers that a log may come in: the longest one ever meant has fewer. Without an end a portal could
/// fill this computer's memory before anything is verified.
const ANSWERS: usize = 32;

/// Asks until there are no further entries. Each round must bring some.
pub(crate) async fn fetch(portal: &Portal, request: SyncRequest) -> Result<SyncAnswer> {
    fetch_at(portal, "v1/sync", request).await
}

/// The same on another route.
pub(crate) async fn fetch_at(
    portal: &Portal,
    path: &str,
    mut request: SyncRequest,
) -> Result<SyncAnswer> {
    let mut entries = Vec::new();
    for _ in 0..ANSWERS {
        let mut answer: SyncAnswer = portal.post(path, &request).await?;
        let Some(last) = answer.entries.last().filter(|_| answer.more) else {
            entries.append(&mut answer.entries);
            // Boxes, seals and anchor come with entries: those of the last round count.
            answer.entries = entries;
            return if answer.more {
                Err(Trouble::Unverified)
            } else {
                Ok(answer)
            };
        };
        let seq = request.log.seq + answer.entries.len() as u64;
        request.log = Head {
            seq,
            hash: last.hash(),
        };
        entries.append(&mut answer.entries);
    }
    Err(Trouble::Unverified)
}

/// Entries of the log that prove mandates to whoever sees no more of it.
#[derive(Clone, Default)]
pub(crate) struct Proofs {
    /// Genesis and every rekey.
    pub(crate) keys: Vec<Entry>,
    /// The grants.
    pub(crate) grants: BTreeMap<MandateId, Entry>,
}

/// Since when something of the log counts, by what its entries claim.
#[derive(Clone, Default)]
pub(crate) struct Since {
    /// When each stick was added.
    pub(crate) slots: BTreeMap<SlotId, u64>,
    /// When the policy in force was written.
    pub(crate) policy: Option<u64>,
}

/// A log on its way through its rules.
pub(crate) struct Replayed {
    pub(crate) log: LogState,
    pub(crate) hashes: Vec<Hash>,
    pub(crate) given: BTreeMap<MandateId, Grant>,
    pub(super) proofs: Proofs,
    pub(super) since: Since,
    pub(super) authors: BTreeSet<SigPublic>,
}

impl Replayed {
    pub(super) fn apply(&mut self, entry: &Entry) -> Result<()> {
        let op = self.log.apply(entry).map_err(crypto::Opening::from)?;
        match op {
            Op::Grant(grant) => {
                self.proofs.grants.insert(grant.mandate, entry.clone());
                self.given.insert(grant.mandate, *grant);
            }
            Op::AddSlot(added) => {
                self.since.slots.insert(added.header.slot, self.log.time);
            }
            Op::Policy(_) => self.since.policy = Some(self.log.time),
            Op::Rekey(_) => self.proofs.keys.push(entry.clone()),
            _ => {}
        }
        self.authors.insert(self.log.keys.author);
        self.hashes.push(entry.hash());
        Ok(())
    }
}

/// A whole log, from its first entry.
pub(crate) fn replay(realm: Realm, entries: &[Entry]) -> Result<Replayed> {
    let (genesis, rest) = entries.split_first().ok_or(Trouble::Unverified)?;
    let log = LogState::begin(realm, genesis).map_err(crypto::Opening::from)?;
    let mut replayed = Replayed {
        authors: BTreeSet::from([log.keys.author]),
        log,
        hashes: vec![genesis.hash()],
        given: BTreeMap::new(),
        proofs: Proofs {
            keys: vec![genesis.clone()],
            grants: BTreeMap::new(),
        },
        since: Since::default(),
    };
    for entry in rest {
        replayed.apply(entry)?;
    }
    replayed.log.settled().map_err(crypto::Opening::from)?;
    Ok(replayed)
}

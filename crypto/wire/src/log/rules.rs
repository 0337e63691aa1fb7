//! The rules of the log: an entry is applied whole or refused.

use super::{
    entry::{Entry, EntryView, Head},
    op::{AddSlot, Epoch, Genesis, Grant, Op, Rekey, RekeyCause},
    state::{AccountKeys, Due, FolderState, GrantState, LogState, SlotState},
};
use crate::{
    AccountId, CborError, MandateId, Realm, SigPublic, SlotId, folder::Folder, limits,
    manifest::BoxFor, recovery::Policy, suite::SUITE,
};
use std::collections::{BTreeMap, BTreeSet};

/// Why an entry is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// It is not a canonical entry.
    #[error(transparent)]
    Shape(#[from] CborError),
    /// It does not follow the entry before: something is missing, repeated or forked.
    #[error("the entry does not follow the one before")]
    Sequence,
    /// It is not signed by the keys that count.
    #[error("the entry is not signed by the keys that count")]
    Signer,
    /// Its time goes back.
    #[error("the entry's time goes back")]
    Time,
    /// It breaks a rule of its operation.
    #[error("the entry breaks a rule of its operation")]
    Rule,
    /// The commit ended while something it must bring was missing.
    #[error("the commit lacks something that must come with it")]
    Unfinished,
}

impl LogState {
    /// Begins a log with its genesis entry.
    ///
    /// # Errors
    /// [`LogError`] where it is not a genesis of its own account in `realm`.
    pub fn begin(realm: Realm, entry: &Entry) -> Result<Self, LogError> {
        let EntryView { header, op } = entry.view()?;
        let Op::Genesis(Genesis {
            root,
            author,
            reader,
        }) = op
        else {
            return Err(LogError::Sequence);
        };
        if header.seq != 1 || header.prev != Head::NONE.hash {
            return Err(LogError::Sequence);
        }
        if header.account != AccountId::of(realm, &root) || !entry.signed_by(realm, &[root]) {
            return Err(LogError::Signer);
        }
        Ok(Self {
            realm,
            account: header.account,
            head: Head {
                seq: 1,
                hash: entry.hash(),
            },
            time: header.time,
            keys: AccountKeys {
                generation: 1,
                root,
                author,
                reader,
            },
            roots: vec![root],
            slots: BTreeMap::new(),
            policy: None,
            folders: BTreeMap::new(),
            grants: BTreeMap::new(),
            deleted: None,
            due: Due {
                slot: true,
                epochs: Folder::ALL.into(),
                ..Due::default()
            },
        })
    }

    /// Applies the next entry; on refusal nothing has changed.
    ///
    /// # Errors
    /// [`LogError`] saying which kind of rule it breaks.
    pub fn apply(&mut self, entry: &Entry) -> Result<Op, LogError> {
        let EntryView { header, op } = entry.view()?;
        if header.account != self.account
            || header.seq != self.head.seq + 1
            || header.prev != self.head.hash
        {
            return Err(LogError::Sequence);
        }
        if header.time < self.time {
            return Err(LogError::Time);
        }
        if !self
            .signers(&op)
            .iter()
            .any(|keys| entry.signed_by(self.realm, keys))
        {
            return Err(LogError::Signer);
        }
        let mut next = self.clone();
        next.run(&op, header.time, entry)?;
        next.head = Head {
            seq: header.seq,
            hash: entry.hash(),
        };
        next.time = header.time;
        *self = next;
        Ok(op)
    }

    /// Says whether a commit may end here.
    ///
    /// # Errors
    /// [`LogError::Unfinished`] while something is due.
    pub fn settled(&self) -> Result<(), LogError> {
        if self.due.is_empty() {
            Ok(())
        } else {
            Err(LogError::Unfinished)
        }
    }

    /// Which keys must sign an operation: one of these sets.
    fn signers(&self, op: &Op) -> Vec<Vec<SigPublic>> {
        let AccountKeys { root, author, .. } = &self.keys;
        match op {
            Op::Epoch(_) | Op::Veto(_) | Op::CancelDelete(_) => vec![vec![*author]],
            Op::Revoke(_) => vec![vec![*author], vec![*root]],
            Op::Rekey(rekey) => vec![vec![*root, rekey.root]],
            Op::Genesis(_)
            | Op::AddSlot(_)
            | Op::RevokeSlot(_)
            | Op::Policy(_)
            | Op::Grant(_)
            | Op::Delete => vec![vec![*root]],
        }
    }

    fn run(&mut self, op: &Op, time: u64, entry: &Entry) -> Result<(), LogError> {
        if self.deleted.is_some() && !matches!(op, Op::CancelDelete(_)) {
            return Err(LogError::Rule);
        }
        match op {
            Op::Genesis(_) => Err(LogError::Sequence),
            Op::AddSlot(add) => self.add_slot(add),
            Op::RevokeSlot(revoke) => self.revoke_slot(&revoke.slot),
            Op::Rekey(rekey) => self.rekey(rekey),
            Op::Policy(policy) => self.set_policy(policy),
            Op::Epoch(epoch) => self.start_epoch(epoch, time),
            Op::Grant(grant) => self.grant(grant),
            Op::Revoke(mandate) => self.revoke(mandate),
            Op::Veto(_) => Ok(()),
            // Mandates stop for good: cancelling a deletion does not bring them back.
            Op::Delete => {
                self.deleted = Some(entry.hash());
                self.grants.clear();
                Ok(())
            }
            Op::CancelDelete(delete) => {
                ensure(self.deleted == Some(*delete))?;
                self.deleted = None;
                Ok(())
            }
        }
    }

    /// A slot is added once, names this account, this realm and this suite.
    fn add_slot(&mut self, add: &AddSlot) -> Result<(), LogError> {
        let header = &add.header;
        ensure(header.suite == SUITE && header.realm == self.realm)?;
        ensure(header.account == self.account && !self.slots.contains_key(&header.slot))?;
        // One above the limit while a change of code replaces a slot by another.
        ensure(self.slots.len() <= limits::SLOTS)?;
        ensure(
            self.slots
                .values()
                .all(|s| s.header.credential != header.credential),
        )?;
        self.slots.insert(
            header.slot,
            SlotState {
                header: header.clone(),
                open: add.open,
                admin: add.admin,
                seals: add.seals,
                keys: add.keys.clone(),
                keys_generation: self.keys.generation,
            },
        );
        self.due.slot = false;
        Ok(())
    }

    /// The last slot goes only where enough recovery holders let the person come back.
    fn revoke_slot(&mut self, slot: &SlotId) -> Result<(), LogError> {
        ensure(self.slots.remove(slot).is_some())?;
        let recoverable = self
            .policy
            .as_ref()
            .is_some_and(|p| p.holders.len() + 1 >= usize::from(p.threshold));
        ensure(!self.slots.is_empty() || recoverable)?;
        self.due.rekey = true;
        Ok(())
    }

    /// New keys are sealed to every remaining slot, and to no other.
    fn rekey(&mut self, rekey: &Rekey) -> Result<(), LogError> {
        ensure(rekey.generation == self.keys.generation + 1)?;
        ensure(!self.roots.contains(&rekey.root))?;
        ensure(rekey.author != self.keys.author && rekey.reader != self.keys.reader)?;
        ensure((rekey.cause == RekeyCause::Recovery) == rekey.ceremony.is_some())?;
        ensure(
            rekey
                .seals
                .iter()
                .map(|(slot, _)| slot)
                .eq(self.slots.keys()),
        )?;
        ensure(self.slots.len() <= limits::SLOTS)?;
        for ((_, hash), slot) in rekey.seals.iter().zip(self.slots.values_mut()) {
            slot.seals = *hash;
        }
        self.keys = AccountKeys {
            generation: rekey.generation,
            root: rekey.root,
            author: rekey.author,
            reader: rekey.reader,
        };
        self.roots.push(rekey.root);
        self.due.rekey = false;
        self.due.policy = self.policy.is_some();
        self.due.epochs = self.folders.keys().copied().collect();
        Ok(())
    }

    /// One payload for each holder and one for the card; never one share alone opens. Shares that
    /// nobody holds yet wait for holders to join: then the policy is made anew.
    fn set_policy(&mut self, policy: &Policy) -> Result<(), LogError> {
        let held = policy.holders.len() + 1;
        ensure((2..=3).contains(&policy.threshold) && policy.shares.len() <= 5)?;
        ensure(policy.shares.len() >= held.max(usize::from(policy.threshold)))?;
        ensure(policy.payloads.len() == held)?;
        let accounts: BTreeSet<_> = policy.holders.iter().map(|h| h.account).collect();
        ensure(accounts.len() == policy.holders.len() && !accounts.contains(&self.account))?;
        if self.policy.as_ref().is_some_and(|old| {
            old.holders.iter().any(|h| !accounts.contains(&h.account)) && !self.due.policy
        }) {
            self.due.rekey = true;
        }
        self.policy = Some(policy.clone());
        self.due.policy = false;
        Ok(())
    }

    /// A folder's new key goes to the owner and to every live mandate that sees, and to no other.
    fn start_epoch(&mut self, epoch: &Epoch, time: u64) -> Result<(), LogError> {
        let last = self.folders.get(&epoch.folder).map_or(0, |f| f.epoch);
        ensure(epoch.epoch == last + 1)?;
        let boxes: Vec<_> = epoch.boxes.iter().map(|b| (b.why, b.recipient)).collect();
        ensure(boxes == self.recipients(epoch.folder, time))?;
        let owner_box = match epoch.boxes.first() {
            Some(first) if first.why == BoxFor::Owner => first.hash,
            _ => return Err(LogError::Rule),
        };
        self.folders.insert(
            epoch.folder,
            FolderState {
                epoch: epoch.epoch,
                manifest: epoch.manifest,
                owner_box,
            },
        );
        self.due.epochs.remove(&epoch.folder);
        Ok(())
    }

    /// A mandate names another person, shareable folders once each, and an end after its start.
    fn grant(&mut self, grant: &Grant) -> Result<(), LogError> {
        ensure(grant.grantee != self.account && grant.not_before < grant.not_after)?;
        ensure(!grant.folders.is_empty() && grant.folders.is_sorted_by(|a, b| a < b))?;
        ensure(
            grant
                .folders
                .iter()
                .all(|f| f.grantable() && self.folders.contains_key(f)),
        )?;
        let boxes = if grant.rights.sees() {
            grant.folders.len()
        } else {
            0
        };
        ensure(grant.boxes.len() == boxes && grant.letters.len() <= 2)?;
        ensure(self.grants.len() < limits::MANDATES && !self.grants.contains_key(&grant.mandate))?;
        self.grants.insert(
            grant.mandate,
            GrantState {
                grant: grant.clone(),
            },
        );
        Ok(())
    }

    /// A mandate stops at once, and the folders it could read get fresh keys with it.
    fn revoke(&mut self, mandate: &MandateId) -> Result<(), LogError> {
        let GrantState { grant } = self.grants.remove(mandate).ok_or(LogError::Rule)?;
        if grant.rights.sees() {
            self.due.epochs.extend(grant.folders);
        }
        Ok(())
    }
}

fn ensure(rule: bool) -> Result<(), LogError> {
    if rule { Ok(()) } else { Err(LogError::Rule) }
}

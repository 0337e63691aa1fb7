//! The mandates of a space, as its owner sees them, and their end.

use super::Role;
use crate::{
    administration::parts::{Building, Renewed},
    space::Space,
    trouble::{Result, Trouble},
};
use std::collections::{BTreeMap, BTreeSet};
use wire::{
    AccountId, MandateId, Random,
    folder::Folder,
    log::{Entry, Grant, Op, Rights},
    mandate::{MandateCode, Proof},
};

/// A mandate that the person gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mandate {
    /// Its identifier.
    pub id: MandateId,
    /// The helper's account.
    pub grantee: AccountId,
    /// The helper's name, as an officer certified it then.
    pub helper: String,
    /// In what quality they help.
    pub role: Role,
    /// Their structure.
    pub structure: String,
    /// The person, as they wished to be named.
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
    /// The code that stands on its paper.
    pub code: MandateCode,
    /// Whether it counts: not stopped, and its days not over.
    pub live: bool,
}

impl Mandate {
    /// Seconds in a day.
    pub(super) const DAY: u64 = 86_400;
}

impl Space {
    /// Every mandate that was ever given: those that count first, the newest before the others.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn mandates(&mut self) -> Result<Vec<Mandate>> {
        self.refresh().await?;
        self.read_words().await?;
        let mut all: Vec<_> = self
            .known
            .given
            .values()
            .filter_map(|grant| self.mandate(grant))
            .collect();
        all.sort_by_key(|mandate| (!mandate.live, core::cmp::Reverse(mandate.from)));
        Ok(all)
    }

    /// What proves a mandate to anybody, without a portal. It opens nothing.
    ///
    /// # Errors
    /// [`Trouble::Gone`] where there never was such a mandate.
    pub async fn mandate_proof(&mut self, id: MandateId) -> Result<Proof> {
        self.read_words().await?;
        let proofs = &self.known.proofs;
        let grant = proofs.grants.get(&id).ok_or(Trouble::Gone)?;
        let words = self.words.get(&id).ok_or(Trouble::Gone)?;
        let seq = |entry: &Entry| entry.view().map(|view| view.header.seq);
        let at = seq(grant).map_err(|_| Trouble::Unverified)?;
        let before = |entry: &&Entry| seq(entry).is_ok_and(|seq| seq < at);
        Ok(Proof {
            version: Proof::VERSION,
            realm: self.known.log.realm,
            keys: proofs.keys.iter().filter(before).cloned().collect(),
            grant: grant.clone(),
            text: words.text.clone(),
        })
    }

    /// Stops a mandate: its next request is refused, and its folders get fresh keys. Everyday keys do.
    ///
    /// # Errors
    /// [`Trouble::Gone`] where it is over already.
    pub async fn stop_mandate(&mut self, id: MandateId, random: &mut dyn Random) -> Result<()> {
        self.known.live()?;
        self.refresh().await?;
        if !self.known.log.grants.contains_key(&id) {
            return Err(Trouble::Gone);
        }
        self.end_mandates(&[id], random).await
    }

    /// Ends the mandates whose days are over, so that nothing written from now on is sealed to them.
    ///
    /// # Errors
    /// [`Trouble`]; the portal refuses them in any case.
    pub async fn end_expired(&mut self, random: &mut dyn Random) -> Result<usize> {
        self.known.live()?;
        let grants = self.known.log.grants.iter();
        let over: Vec<_> = grants
            .filter(|(_, known)| known.grant.not_after <= self.known.time)
            .map(|(id, _)| *id)
            .collect();
        if !over.is_empty() {
            self.end_mandates(&over, random).await?;
        }
        Ok(over.len())
    }

    async fn end_mandates(&mut self, ids: &[MandateId], random: &mut dyn Random) -> Result<()> {
        self.read_words().await?;
        let mut building = Building::after(&self.known);
        let folders = self.ending(&mut building, ids, random)?;
        building.send(&self.portal).await?;
        self.known.advance(&building.commit.entries)?;
        self.known.begin_anew(folders);
        Ok(())
    }

    /// The entries that end mandates, whose letters were read: what they saw gets fresh keys.
    pub(super) fn ending(
        &self,
        building: &mut Building,
        ids: &[MandateId],
        random: &mut dyn Random,
    ) -> Result<Renewed> {
        let known = &self.known;
        let mut due = BTreeSet::new();
        for id in ids {
            building.by_author(&Op::Revoke(*id), &known.keys);
            let grant = known.log.grants.get(id).map(|known| &known.grant);
            let seen = grant.filter(|grant| grant.rights.sees());
            due.extend(seen.into_iter().flat_map(|grant| &grant.folders));
        }
        let mut folders = BTreeMap::new();
        for folder in due {
            let view = known.folders.get(folder).ok_or(Trouble::Unverified)?;
            let mut readers = self.readers(*folder, building.place.time)?;
            readers.retain(|(mandate, _)| !ids.contains(mandate));
            let body = view.body.copied();
            let keys = &known.keys;
            let before = Some(view.head);
            let fresh = building.epoch(*folder, before, &body, keys, &readers, random)?;
            folders.insert(*folder, (fresh, body));
        }
        Ok(folders)
    }

    fn mandate(&self, grant: &Grant) -> Option<Mandate> {
        let words = self.words.get(&grant.mandate)?;
        let entry = self.known.proofs.grants.get(&grant.mandate)?;
        let log = &self.known.log;
        Some(Mandate {
            id: grant.mandate,
            grantee: grant.grantee,
            helper: words.helper.clone(),
            role: words.role,
            structure: words.structure.clone(),
            person: words.person.clone(),
            folders: grant.folders.clone(),
            rights: grant.rights,
            from: grant.not_before,
            until: grant.not_after,
            text: words.text.clone(),
            code: MandateCode::of(entry),
            live: log.live_grant(&grant.mandate, self.known.time).is_some(),
        })
    }
}

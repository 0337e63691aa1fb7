//! What a running portal knows of helpers: read again when another file lies there, verified once.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use minicbor::bytes::ByteVec;
use wire::{
    AccountId, Hash, Realm,
    helper::{Helper, HelperNumber, SignedHelper, SignedRevocations, Standing},
    structure::Officer,
};

use super::{File, MAX};
use crate::{domain::Outcome, watched::Watched};

/// Certificates of a structure, each verified up to its dates.
#[derive(Debug, Default)]
pub(crate) struct Certified {
    helpers: BTreeMap<AccountId, (ByteVec, Officer, Helper)>,
    revocations: Option<(ByteVec, Standing)>,
}

impl Certified {
    /// What a file says; `None` where the structure did not sign it.
    pub(super) fn of(file: &File, realm: Realm, pinned: &Hash) -> Option<Self> {
        let mut helpers = BTreeMap::new();
        for bytes in &file.helpers {
            let signed = SignedHelper::from_bytes(bytes).ok()?;
            // Dates are looked at when somebody asks.
            let starts = signed.helper.claimed().ok()?.not_before;
            let (officer, helper) = signed.verify(realm, pinned, starts).ok()?;
            helpers.insert(helper.account, (bytes.clone(), officer, helper));
        }
        let revocations = match &file.revocations {
            Some(bytes) => {
                let signed: SignedRevocations =
                    wire::decode_canonical(bytes, SignedRevocations::MAX).ok()?;
                Some((bytes.clone(), signed.open(realm, pinned).ok()?))
            }
            None => None,
        };
        Some(Self {
            helpers,
            revocations,
        })
    }

    /// Everybody who counts at `now`, with the bytes of the certificate.
    pub(crate) fn all(&self, now: u64) -> impl Iterator<Item = (&ByteVec, &Helper)> {
        self.helpers
            .values()
            .filter(move |(_, officer, helper)| self.counts(officer, helper, now))
            .map(|(bytes, _, helper)| (bytes, helper))
    }

    /// The helper whose account this is, if they count at `now`.
    pub(crate) fn find(&self, account: &AccountId, now: u64) -> Option<&Helper> {
        let (_, officer, helper) = self.helpers.get(account)?;
        self.counts(officer, helper, now).then_some(helper)
    }

    /// The certificate with this number, if it counts at `now`.
    pub(crate) fn numbered(&self, number: &HelperNumber, now: u64) -> Option<&ByteVec> {
        let mut all = self.all(now);
        all.find(|(_, helper)| helper.number() == *number)
            .map(|(bytes, _)| bytes)
    }

    /// The list of revocations, as it was signed.
    pub(crate) fn revocations(&self) -> Option<&ByteVec> {
        self.revocations.as_ref().map(|(bytes, _)| bytes)
    }

    /// Who no longer counts.
    pub(super) fn standing(&self) -> Option<&Standing> {
        self.revocations.as_ref().map(|(_, standing)| standing)
    }

    fn counts(&self, officer: &Officer, helper: &Helper, now: u64) -> bool {
        helper.counts(now)
            && (officer.not_before..officer.not_after).contains(&now)
            && self
                .standing()
                .is_none_or(|standing| standing.allows(officer, helper))
    }
}

/// The helpers of a running portal.
#[derive(Debug)]
pub(crate) struct Known {
    realm: Realm,
    pinned: Hash,
    file: Watched<Arc<Certified>>,
}

impl Known {
    /// The helpers in the file at this path, of the structure with this root.
    pub(crate) fn at(path: PathBuf, realm: Realm, pinned: Hash) -> Self {
        let damaged = "the file of helpers is damaged: bring it back from a backup";
        Self {
            realm,
            pinned,
            file: Watched::at(path, MAX, damaged),
        }
    }

    /// Who is certified. Asks the disk whether that changed.
    ///
    /// # Errors
    /// `Damaged` where the structure did not sign what is there: then nobody helps.
    pub(crate) fn look(&self) -> Outcome<Arc<Certified>> {
        let certified = self.file.look(|bytes| {
            let file: File = wire::decode_canonical(&bytes, MAX).ok()?;
            Certified::of(&file, self.realm, &self.pinned).map(Arc::new)
        });
        Ok(certified?.unwrap_or_default())
    }
}

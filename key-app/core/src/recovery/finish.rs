//! From approvals to an open space: shares checked one by one, the log verified from its first entry, the
//! account's keys renewed in one commit.

use super::{
    Keeper,
    request::{REGISTER, Requesting},
};
use crate::{
    administration::{
        arrange::{Plan, roll_of},
        recover::{Earlier, Recovered, recover},
    },
    help::open_letter,
    opening::{
        self, Chains, Fate, Opened, SHARED, continues, fetch_at, matching_keys, newest,
        open_folders, replay, take_in,
    },
    portal::Portal,
    stick::Stick,
    trouble::{Result, Trouble},
    watch::Watch,
};
use crypto::{
    Opening,
    code::Code,
    recovery::{Roll, Share, open_handed, open_package, open_payload},
    stick::Heads,
};
use std::collections::BTreeMap;
use wire::{
    Hash, Random, Signed,
    api::SyncRequest,
    ceremony::{Ask, CeremonyAnswer, CeremonyApproval, CeremonyRecord, CeremonyToken},
    decode_canonical,
    folder::Folder,
    log::Head,
    recovery::{Package, Payload, Policy},
};

impl Requesting {
    /// Opens the account again. The stick gets its slot, the sticks of before are revoked or stay, all keys
    /// are renewed; then the space is open.
    ///
    /// # Errors
    /// [`Trouble::ShareDamaged`] names whose share is not the one that was arranged; [`Trouble::StickState`]
    /// where the stick opens another space, and keeps it. Cut at any step,
    /// [`super::resume`] takes it up again.
    pub async fn finish(
        self,
        stick: &Stick,
        code: &Code,
        earlier: Earlier,
        random: &mut dyn Random,
        watch: &dyn Watch,
    ) -> Result<Opened> {
        let record = self.record.clone().ok_or(Trouble::NothingWaits)?;
        let token: CeremonyToken = self.ask("v1/ceremony/enter", Ask::Enter).await?;
        if token.account != record.account {
            return Err(Trouble::Unverified);
        }
        let portal = self.portal.with_recovery(&self.id, &token.token);
        let recovered = self.open_account(&portal, &record).await?;
        let is_own = match stick.opened_before()? {
            Some(before) => recovered.had(&before)?,
            None => true,
        };

        let made = self.enrolling.register(&self.portal, REGISTER).await?;
        let sealed = self.enrolling.seal(stick, made, random).await?;
        recover(&portal, self.id, &recovered, &sealed, earlier, random).await?;
        // What is written over must have opened this very space, not another person's. The log knows a stick
        // that was renewed by its first name alone: its keys are gone at the gates by now, whatever its name.
        if !is_own {
            match opening::fate_beside(stick).await? {
                Fate::Over => {}
                Fate::Lives => {
                    stick.give_up_recovery()?;
                    return Err(Trouble::StickState("it opens another person's space"));
                }
                Fate::Open => return Err(Trouble::Unreachable),
            }
        }
        sealed.finish(stick, random)?;
        opening::open(stick, code, random, watch).await
    }

    /// Fetches, verifies and opens the account with the shares.
    async fn open_account(&self, portal: &Portal, record: &CeremonyRecord) -> Result<Recovered> {
        let answer: CeremonyAnswer = portal.ask("v1/ceremony/read").await?;
        let everything = SyncRequest {
            log: Head::NONE,
            manifests: Vec::new(),
        };
        let sync = fetch_at(portal, "v1/ceremony/sync", everything).await?;
        let realm = record.realm;
        let replayed = replay(realm, &sync.entries)?;
        let (log, hashes) = (replayed.log, replayed.hashes);
        let policy = log.policy.clone().ok_or(Trouble::Unverified)?;
        // What was compared is what the log says.
        if log.account != record.account || policy.hash(realm) != record.policy {
            return Err(Trouble::Unverified);
        }
        let shares = self.shares(record, &policy, &answer)?;
        let package = Signed::<Package>::from_bytes(&answer.package).map_err(Opening::from)?;
        let (account, root) = (&log.account, &log.keys.root);
        let (ak_open, admin) = open_package(realm, account, &policy, &package, root, &shares)?;
        let keys = matching_keys(&log, &ak_open)?;
        let folders = open_folders(&log, &keys, &sync)?;
        let mut seen = Chains::new();
        shares
            .iter()
            .for_each(|share| take_in(&mut seen, &share.heads));
        let chains = newest(
            &vouched(&shares),
            |m| log.grants.contains_key(m),
            &replayed.given,
            SHARED,
        );
        let now = Heads {
            first_root: log.roots.first().copied().ok_or(Trouble::Unverified)?,
            log: log.head,
            generation: log.keys.generation,
            folders: folders.iter().map(|(f, view)| (*f, view.head)).collect(),
            chains: Some(seen),
        };
        // Holders and card remember the space as it was when their shares were sealed.
        for share in &shares {
            continues(&share.heads, &now, &hashes)?;
        }
        let roll = match (&answer.roll, policy.holders.is_empty()) {
            (_, true) => Roll::default(),
            (Some(bytes), false) => roll_of(&log, &keys, &policy, bytes)?,
            (None, false) => return Err(Trouble::Unverified),
        };
        let private = folders.get(&Folder::Private);
        let past = private.map_or(&[][..], |view| &view.body.past_readers);
        let mut words = BTreeMap::new();
        for bytes in &answer.letters {
            let reader = |fingerprint: &Hash| {
                let past = past.iter().map(|past| &past.key);
                let mut all = core::iter::once(&keys.reader).chain(past);
                all.find(|key| key.fingerprint() == *fingerprint)
            };
            let (mandate, letter) = open_letter(&log, &replayed.given, reader, bytes)?;
            words.insert(mandate, letter);
        }
        Ok(Recovered {
            words,
            chains,
            plan: Plan::of(&policy, roll),
            time: sync.time,
            log,
            ak_open,
            keys,
            admin,
            folders,
        })
    }

    /// Those shares that are the ones arranged, as many as it takes. Any other one is named, not used.
    fn shares(
        &self,
        record: &CeremonyRecord,
        policy: &Policy,
        answer: &CeremonyAnswer,
    ) -> Result<Vec<Share>> {
        let (mut shares, mut damaged) = (Vec::new(), None);
        if let Some(card) = &self.card {
            let realm = record.realm;
            let payload = decode_canonical::<Payload>(&answer.card, Payload::MAX);
            let payload = payload.map_err(|_| Trouble::Unverified)?;
            let (account, key) = (&record.account, card.key(realm));
            match open_payload(realm, account, policy, &payload, &key) {
                Ok(share) => shares.push(share),
                Err(_) if policy.card != key.public() => damaged = Some(Trouble::CardUnknown),
                Err(_) => damaged = Some(Trouble::ShareDamaged(Keeper::Card)),
            }
        }
        for bytes in &answer.approvals {
            let (place, share) = self.handed(record, policy, bytes)?;
            match share {
                Ok(share) => shares.push(share),
                Err(_) => damaged = Some(Trouble::ShareDamaged(Keeper::Holder(place))),
            }
        }
        if shares.len() >= usize::from(policy.threshold) {
            Ok(shares)
        } else {
            Err(damaged.unwrap_or(Trouble::Unverified))
        }
    }

    /// What one holder handed over: signed by the key that the policy names, for this very record.
    fn handed(
        &self,
        record: &CeremonyRecord,
        policy: &Policy,
        bytes: &[u8],
    ) -> Result<(usize, crypto::Result<Share>)> {
        let signed = Signed::<CeremonyApproval>::from_bytes(bytes).map_err(Opening::from)?;
        let claimed = signed.claimed().map_err(Opening::from)?;
        let approval = signed
            .verify(record.realm, &claimed.author)
            .map_err(Opening::from)?;
        let named = policy.holders.iter().position(|holder| {
            holder.account == approval.holder && holder.author == approval.author.fingerprint()
        });
        let place = named.ok_or(Trouble::Unverified)?;
        if approval.realm != record.realm || approval.record != record.hash() {
            return Err(Trouble::Unverified);
        }
        let key = self.enrolling.ceremony.as_ref();
        let key = key.ok_or(Trouble::StickDamaged)?;
        Ok((
            place,
            open_handed(record, policy, place, &approval.sealed, key),
        ))
    }
}

/// Where the journal stood, by the card, whose share the policy names whole; without it, as far as every
/// holder saw it: what one of them makes up is no reason to call the portal a liar for ever.
fn vouched(shares: &[Share]) -> Chains {
    let chains = |share: &Share| share.heads.chains.clone().unwrap_or_default();
    if let Some(card) = shares.iter().find(|share| share.is_of_card()) {
        return chains(card);
    }
    let mut all = shares.iter().map(chains);
    let first = all.next().unwrap_or_default();
    all.fold(first, |mut common, other| {
        common.retain(|chain, head| match other.get(chain) {
            Some(seen) if seen.n < head.n => {
                *head = *seen;
                true
            }
            seen => seen.is_some(),
        });
        common
    })
}

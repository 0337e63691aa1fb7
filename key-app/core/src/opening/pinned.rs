//! Which chains of the journal are remembered where. All that were seen are kept while a space is open; what
//! is sealed for later has so much room and no more.

use super::Known;
use crypto::stick::Heads;
use std::collections::BTreeMap;
use wire::{
    MandateId,
    log::Grant,
    mandate::{Chain, ChainHead},
};

/// Chains that a stick and an anchor remember: more than mandates that can be given at once.
pub(crate) const PINNED: usize = 48;

/// Chains that the share of a holder, or of the card, remembers.
pub(crate) const SHARED: usize = 12;

/// Chains as they were seen, by mandate.
pub(crate) type Chains = BTreeMap<Chain, ChainHead>;

/// Takes in what somebody else saw: of each chain the longer one counts.
pub(crate) fn take_in(chains: &mut Chains, seen: &Heads) {
    for (chain, head) in seen.chains.iter().flatten() {
        let known = chains.entry(*chain).or_insert(*head);
        if head.n > known.n {
            *known = *head;
        }
    }
}

/// The owner's own chain, those of mandates that were not stopped, then of those that would have ended last.
pub(crate) fn newest(
    chains: &Chains,
    stands: impl Fn(&MandateId) -> bool,
    given: &BTreeMap<MandateId, Grant>,
    most: usize,
) -> Option<Chains> {
    let ends = |chain: &Chain| match chain {
        Chain::Owner => (true, u64::MAX),
        Chain::Mandate(mandate) => {
            let until = given.get(mandate).map_or(0, |grant| grant.not_after);
            (stands(mandate), until)
        }
    };
    let mut ranked: Vec<_> = chains.iter().collect();
    ranked.sort_by_key(|(chain, _)| core::cmp::Reverse(ends(chain)));
    let kept = ranked.into_iter().take(most);
    let kept: Chains = kept.map(|(chain, head)| (*chain, *head)).collect();
    (!kept.is_empty()).then_some(kept)
}

impl Known {
    /// What is known, with as many chains as there is room for.
    pub(crate) fn heads_with(&self, most: usize) -> Heads {
        Heads {
            chains: newest(
                &self.chains,
                |m| self.log.grants.contains_key(m),
                &self.given,
                most,
            ),
            ..self.heads()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crypto::{
        keys::{AkAdmin, AkOpen, PrfOutput, SlotOpen},
        recovery::{Arranged, CardCode, HolderKey, arrange},
        space::Anchor,
        stick::{FolderHead, HeadsFile, LocalHeadKey},
    };
    use wire::{
        AccountId, Hash, Realm, SUITE, SigPublic, SlotId,
        folder::Folder,
        limits,
        log::{Head, Rights},
        random::System,
        recovery::Holder,
        slot::{SlotHeader, SlotSalt},
    };

    fn ending(mandate: u8, not_after: u64) -> (MandateId, Grant) {
        let mandate = MandateId([mandate; 16]);
        let grant = Grant {
            mandate,
            grantee: AccountId([9; 32]),
            author: Hash([1; 32]),
            reader: Hash([2; 32]),
            folders: Vec::new(),
            rights: Rights::See,
            not_before: 0,
            not_after,
            text: Hash([3; 32]),
            letters: Vec::new(),
            boxes: Vec::new(),
        };
        (mandate, grant)
    }

    #[test]
    fn the_owners_chain_stays_and_the_mandate_that_was_stopped_goes() {
        let given = BTreeMap::from([ending(1, 300), ending(2, 100), ending(3, 200)]);
        let head = ChainHead {
            n: 4,
            hash: Hash([7; 32]),
        };
        let mandates = given.keys().map(|mandate| Chain::Mandate(*mandate));
        let chains: Chains = mandates
            .chain([Chain::Owner])
            .map(|chain| (chain, head))
            .collect();
        let id = |mandate| MandateId([mandate; 16]);
        let of = |mandate| Chain::Mandate(id(mandate));
        // One that was stopped goes before one that still counts, however long it would have lasted.
        let stands = |mandate: &MandateId| *mandate != id(1);
        let kept = newest(&chains, stands, &given, 3).unwrap();
        let expected = [Chain::Owner, of(2), of(3)];
        assert_eq!(kept.len(), 3);
        assert!(expected.iter().all(|chain| kept.get(chain) == Some(&head)));
        assert_eq!(newest(&chains, stands, &given, 9), Some(chains));
        assert_eq!(newest(&Chains::new(), stands, &given, 9), None);
    }

    /// Heads of a space that lived long: numbers as long as they get.
    fn old(chains: usize) -> Heads {
        let hash = Hash([7; 32]);
        let folder = FolderHead {
            epoch: u32::MAX,
            seq: u64::MAX,
            hash,
        };
        let chain = |n: usize| Chain::Mandate(MandateId([u8::try_from(n).unwrap(); 16]));
        let head = ChainHead { n: u64::MAX, hash };
        Heads {
            first_root: SigPublic([1; 32]),
            log: Head {
                seq: u64::MAX,
                hash,
            },
            generation: u32::MAX,
            folders: Folder::ALL.map(|name| (name, folder)).into(),
            chains: Some((0..chains).map(|n| (chain(n), head)).collect()),
        }
    }

    #[test]
    fn what_is_kept_fits_where_it_is_kept() {
        let (random, realm, account) = (&mut System::new(), Realm::Prod, AccountId([2; 32]));
        let file = HeadsFile {
            seq: u64::MAX,
            heads: old(PINNED),
        };
        let key = LocalHeadKey::make(random);
        file.seal(&key, realm, random).unwrap();

        let slot = SlotId([3; 16]);
        let header = SlotHeader {
            suite: SUITE,
            realm,
            account,
            slot,
            credential: vec![4; 32],
            rp_id: "coffre.example.org".into(),
            salt: SlotSalt([5; 32]),
        };
        let open = SlotOpen::derive(&header, PrfOutput::take(&[6; 32]).unwrap());
        let place = Anchor {
            realm,
            account,
            slot,
        };
        place.seal(&open.anchor, &old(PINNED), random).unwrap();

        let ak_open = AkOpen::make(random);
        let keys = ak_open.derive_keys(realm, 1);
        let from = Arranged {
            realm,
            account,
            ak_open: &ak_open,
            admin: &AkAdmin::make(random).derive_keys(realm, 1),
            suspend: &keys.suspend,
            heads: &old(SHARED),
            label: &"\u{1F469}".repeat(limits::LABEL),
        };
        let card = CardCode::make(random).public(realm);
        let holder = || HolderKey {
            holder: Holder {
                account,
                author: Hash([8; 32]),
                reader: keys.reader.public().fingerprint(),
                structure: Hash([9; 32]),
            },
            reader: keys.reader.public(),
        };
        arrange(&from, &[holder(), holder()], &card, random).unwrap();
    }
}

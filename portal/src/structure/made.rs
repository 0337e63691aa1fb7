//! A structure with all its keys in memory, as on the day it is made.

use gate::BackupPrivate;
use wire::{
    GateId, Random, Realm, Signed, VoucherId,
    structure::{
        GateAddress, Locator, Officer, RootChain, SignedLocator, SignedVoucher, Trust, Voucher,
        VoucherKind,
    },
};

use super::{OfficerKey, Officiating, Public, RootKey};

/// Where a new structure's portal and gates will answer.
#[derive(Debug, Clone)]
pub struct Addresses {
    /// `WebAuthn` relying party id.
    pub rp_id: String,
    /// `WebAuthn` origin.
    pub origin: String,
    /// Https base address of the portal.
    pub portal: String,
    /// Https base addresses of the gates, in order: each gets an id of its own.
    pub gates: Vec<String>,
    /// How their certificates are known.
    pub trust: Trust,
}

/// A structure with all its keys in memory, as on the day it is made.
#[derive(Debug)]
pub struct Structure {
    realm: Realm,
    root: RootKey,
    officer: OfficerKey,
    certificate: Signed<Officer>,
    backup: BackupPrivate,
    locator: Locator,
}

impl Structure {
    /// Makes a structure: its keys, its first officer, the ids of its gates, its first locator.
    #[must_use]
    pub fn generate(
        random: &mut dyn Random,
        realm: Realm,
        addresses: &Addresses,
        now: u64,
    ) -> Self {
        let (root, officer) = (RootKey::generate(random), OfficerKey::generate(random));
        let certificate = root.appoint(realm, &officer, now);
        let gates = addresses.gates.iter().map(|address| GateAddress {
            gate: GateId::random(random),
            address: address.clone(),
        });
        let gates = gates.collect();
        let locator = Locator {
            realm,
            seq: 1,
            rp_id: addresses.rp_id.clone(),
            origin: addresses.origin.clone(),
            portals: vec![addresses.portal.clone()],
            gates,
            trust: addresses.trust.clone(),
        };
        Self {
            realm,
            root,
            officer,
            certificate,
            backup: BackupPrivate::generate(random),
            locator,
        }
    }

    /// What may be shown to anybody.
    #[must_use]
    pub fn public(&self) -> Public {
        Public {
            realm: self.realm,
            root: self.root.public(),
            officer: self.certificate.clone(),
            backup: self.backup.public(),
            locator: self.root.sign_locator(self.roots(), &self.locator),
        }
    }

    /// Signs the next locator, with whatever `change` makes of the last one.
    pub fn relocate(&mut self, change: impl FnOnce(&mut Locator)) -> SignedLocator {
        change(&mut self.locator);
        self.locator.seq += 1;
        self.root.sign_locator(self.roots(), &self.locator)
    }

    /// Signs a voucher for this structure's gates, good until `expires`.
    pub fn voucher(
        &self,
        random: &mut dyn Random,
        kind: VoucherKind,
        expires: u64,
    ) -> SignedVoucher {
        let voucher = Voucher {
            id: VoucherId::random(random),
            realm: self.realm,
            kind,
            gates: self.locator.gates.iter().map(|gate| gate.gate).collect(),
            expires,
        };
        self.officer.sign_voucher(&self.certificate, &voucher)
    }

    /// The officer at work.
    #[must_use]
    pub fn officiate(&self) -> Officiating {
        Officiating {
            realm: self.realm,
            roots: self.roots(),
            certificate: self.certificate.clone(),
            retired: None,
            key: OfficerKey::from_seed(self.officer.expose_seed()),
        }
    }

    /// The root key, to be put away.
    #[must_use]
    pub fn root(&self) -> &RootKey {
        &self.root
    }

    /// The officer's key, to be put away.
    #[must_use]
    pub fn officer(&self) -> &OfficerKey {
        &self.officer
    }

    /// The key that opens gate backups, to be put away.
    #[must_use]
    pub fn backup(&self) -> &BackupPrivate {
        &self.backup
    }

    fn roots(&self) -> RootChain {
        RootChain {
            first: self.root.public(),
            successors: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wire::random::System;

    #[test]
    fn what_a_structure_signs_is_believed_and_its_keys_are_starred() {
        let addresses = Addresses {
            rp_id: "acces.example".into(),
            origin: "https://acces.example".into(),
            portal: "https://acces.example".into(),
            gates: vec![
                "https://acces.example".into(),
                "https://b.example".into(),
                "https://c.example".into(),
            ],
            trust: Trust::WebPki,
        };
        let (realm, now) = (Realm::Practice, 1_800_000_000);
        let mut random = System::new();
        let mut structure = Structure::generate(&mut random, realm, &addresses, now);
        let public = structure.public();
        let pinned = public.root.fingerprint();
        let locator = public.locator.verify(realm, &pinned).unwrap();
        assert_eq!((locator.seq, &locator.rp_id), (1, &addresses.rp_id));
        let next = structure.relocate(|l| l.portals.push("https://b.example".into()));
        assert_eq!(next.verify(realm, &pinned).unwrap().seq, 2);
        assert!(next.verify(Realm::Prod, &pinned).is_err());
        let voucher = structure.voucher(&mut random, VoucherKind::Account, now + 60);
        let named = voucher.verify(realm, &public.root, now).unwrap().gates;
        let gates: Vec<_> = locator.gates.iter().map(|gate| gate.gate).collect();
        assert_eq!(named, gates);
        assert_eq!(gates.len(), 3);
        assert!(voucher.verify(realm, &public.root, now + 60).is_err());
        let shown = format!("{structure:?}");
        assert!(shown.contains("RootKey(***)") && shown.contains("BackupPrivate(***)"));
    }
}

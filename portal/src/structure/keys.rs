//! The structure's keys in memory: wiped when dropped, made public by named acts only.

use core::fmt;

use gate::BackupPrivate;
use ring::signature::{Ed25519KeyPair, KeyPair};
use wire::{
    GateId, Message, Random, Realm, SigPublic, Signature, Signed, VoucherId,
    attestation::Attesters,
    board::{Board, Publisher, SignedBoard},
    helper::Retired,
    random,
    structure::{
        GateAddress, Locator, Officer, RootChain, SignedLocator, SignedVoucher, Successor, Trust,
        Voucher, VoucherKind,
    },
};
use zeroize::Zeroizing;

use super::{Officiating, PemError, Public, pem};

/// Seconds an officer counts.
const OFFICER_S: u64 = 365 * 86_400;
/// Seconds an officer counts before being made, for clocks that are late.
const EARLY_S: u64 = 86_400;

/// An Ed25519 key (RFC 8032): its 32-byte seed.
struct SignKey(Box<Zeroizing<[u8; 32]>>);

impl SignKey {
    fn generate(random: &mut dyn Random) -> Self {
        Self(Box::new(Zeroizing::new(random::bytes(random))))
    }

    fn public(&self) -> SigPublic {
        let mut public = SigPublic([0; 32]);
        public.0.copy_from_slice(self.pair().public_key().as_ref());
        public
    }

    fn sign<T: Message>(&self, realm: Realm, message: &T) -> Signed<T> {
        Signed::sign_with(realm, message, |bytes| {
            let mut signature = Signature([0; 64]);
            signature
                .0
                .copy_from_slice(self.pair().sign(bytes).as_ref());
            signature
        })
    }

    fn pair(&self) -> Ed25519KeyPair {
        #[expect(
            clippy::expect_used,
            reason = "only the length is checked, and it is in the type"
        )]
        Ed25519KeyPair::from_seed_unchecked(&self.0[..]).expect("a seed is any 32 bytes")
    }
}

macro_rules! sign_key {
    ($(#[doc = $doc:literal])+ $name:ident) => {
        $(#[doc = $doc])+
        pub struct $name(SignKey);

        impl $name {
            /// Makes a fresh key.
            #[must_use]
            pub fn generate(random: &mut dyn Random) -> Self {
                Self(SignKey::generate(random))
            }

            /// Takes a key out of its encrypted file.
            #[must_use]
            pub fn from_seed(seed: &[u8; 32]) -> Self {
                Self(SignKey(Box::new(Zeroizing::new(*seed))))
            }

            /// Shows the seed, for one purpose: writing its encrypted file.
            #[must_use]
            pub fn expose_seed(&self) -> &[u8; 32] {
                &self.0.0
            }

            /// The public half.
            #[must_use]
            pub fn public(&self) -> SigPublic {
                self.0.public()
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(***)"))
            }
        }
    };
}

sign_key!(
    /// The structure root: offline. It signs officers, the locator and its own successor.
    RootKey
);
sign_key!(
    /// An officer's key: it signs vouchers for a year.
    OfficerKey
);
sign_key!(
    /// A publisher's key: it signs the board, as long as its certificate says.
    PublisherKey
);

sign_key!(
    /// An attester's key: it signs what people learnt, as long as the root says.
    AttesterKey
);

impl AttesterKey {
    /// The key in a file without a passphrase (PKCS#8), as a portal keeps it.
    pub(crate) fn expose_bare(&self) -> Result<Zeroizing<String>, PemError> {
        pem::bare(self.expose_seed())
    }

    /// Takes it out of such a file.
    pub(crate) fn from_bare(text: &str) -> Result<Self, PemError> {
        pem::read_bare(text).map(|seed| Self::from_seed(&seed))
    }

    /// A signature over what stands there (RFC 8032): attestations are not in our own format, and have no label.
    pub(crate) fn sign_attestation(&self, bytes: &[u8]) -> Signature {
        let mut signature = Signature([0; 64]);
        let signed = self.0.pair().sign(bytes);
        signature.0.copy_from_slice(signed.as_ref());
        signature
    }
}

impl RootKey {
    /// Says who signs what people learnt.
    #[must_use]
    pub fn name_attesters(&self, attesters: &Attesters) -> Signed<Attesters> {
        self.0.sign(attesters.realm, attesters)
    }

    /// Names an officer for a year from `now`.
    #[must_use]
    pub fn appoint(&self, realm: Realm, officer: &OfficerKey, now: u64) -> Signed<Officer> {
        let certificate = Officer {
            realm,
            key: officer.public(),
            not_before: now.saturating_sub(EARLY_S),
            not_after: now + OFFICER_S,
        };
        self.0.sign(realm, &certificate)
    }

    /// Names a publisher for so many seconds from `now`.
    #[must_use]
    pub fn name_publisher(
        &self,
        realm: Realm,
        publisher: &PublisherKey,
        now: u64,
        seconds: u64,
    ) -> Signed<Publisher> {
        let certificate = Publisher {
            realm,
            key: publisher.public(),
            not_before: now.saturating_sub(EARLY_S),
            not_after: now.saturating_add(seconds),
        };
        self.0.sign(realm, &certificate)
    }

    /// Signs an officer's certificate again, as it was.
    #[must_use]
    pub(super) fn confirm(&self, officer: &Officer) -> Signed<Officer> {
        self.0.sign(officer.realm, officer)
    }

    /// Says which root follows this one.
    #[must_use]
    pub(super) fn pass_on(&self, realm: Realm, next: SigPublic) -> Signed<Successor> {
        self.0.sign(realm, &Successor { realm, next })
    }

    /// Says which officers no longer count.
    #[must_use]
    pub fn retire(&self, retired: &Retired) -> Signed<Retired> {
        self.0.sign(retired.realm, retired)
    }

    /// Signs a locator; the chain leads from the first root to this one.
    #[must_use]
    pub fn sign_locator(&self, roots: RootChain, locator: &Locator) -> SignedLocator {
        SignedLocator {
            roots,
            locator: self.0.sign(locator.realm, locator),
        }
    }
}

impl OfficerKey {
    /// Signs what an officer signs.
    pub(super) fn sign<T: Message>(&self, realm: Realm, message: &T) -> Signed<T> {
        self.0.sign(realm, message)
    }

    /// Signs a voucher.
    #[must_use]
    pub fn sign_voucher(&self, officer: &Signed<Officer>, voucher: &Voucher) -> SignedVoucher {
        SignedVoucher {
            officer: officer.clone(),
            voucher: self.0.sign(voucher.realm, voucher),
        }
    }
}

impl PublisherKey {
    /// Signs a board; the chain leads from the first root to the one that named this publisher.
    #[must_use]
    pub fn sign_board(
        &self,
        roots: RootChain,
        publisher: &Signed<Publisher>,
        board: &Board,
    ) -> SignedBoard {
        SignedBoard {
            roots,
            publisher: publisher.clone(),
            board: self.0.sign(board.realm, board),
        }
    }
}

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

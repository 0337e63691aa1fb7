//! The structure's keys in memory: wiped when dropped, made public by named acts only.

use core::fmt;

use ring::signature::{Ed25519KeyPair, KeyPair};
use wire::{
    Message, Random, Realm, SigPublic, Signature, Signed,
    attestation::Attesters,
    board::{Board, Publisher, SignedBoard},
    helper::Retired,
    random,
    structure::{Locator, Officer, RootChain, SignedLocator, SignedVoucher, Successor, Voucher},
};
use zeroize::Zeroizing;

use super::{PemError, pem};

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

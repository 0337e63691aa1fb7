//! One recovery as it travels: who asks, what holders approve, and what passes between the two screens
//! (protocol section 8.5).

mod asking;
mod holding;
mod number;
mod owning;

pub use asking::*;
pub use holding::*;
pub use number::CeremonyNumber;
pub use owning::*;

use crate::{
    AccountId, CeremonyId, Hash, KeyId, Label, Message, Part, Realm, SigPublic,
    ctx::ctx,
    ids::bytes_newtype,
    seal::{KemPublic, Sealed},
    structure::SignedVoucher,
};
use minicbor::{Decode, Encode};

bytes_newtype!(
    /// What one screen adds to a comparison.
    Nonce, 32
);

/// What the person has in their hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Path {
    /// The card, and one holder in person.
    #[n(0)]
    WithCard,
    /// No card: two holders.
    #[n(1)]
    WithoutCard,
}

/// Begins a recovery. Signed by the enrolling stick's possession key at its first gate.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CeremonyStart {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// The stick's enrolment.
    #[n(1)]
    pub key_id: KeyId,
    /// The key that signs this and everything the stick asks in this ceremony.
    #[n(2)]
    pub possession: SigPublic,
    /// Receives the shares.
    #[n(3)]
    pub key: KemPublic,
    /// The card's lookup tag, where the card is there.
    #[n(4)]
    pub tag: Option<Hash>,
    /// The right to begin.
    #[n(5)]
    pub voucher: SignedVoucher,
}

impl Message for CeremonyStart {
    const LABEL: Label = Label::SigCeremonyStart;
    const MAX: usize = 2_304;
}

impl CeremonyId {
    /// The ceremony of a key that receives shares: its name is made from it.
    #[must_use]
    pub fn of(realm: Realm, key: &KemPublic) -> Self {
        let hash = Hash::of(&ctx(realm, Label::CeremonyId, &[Part::Bytes(&key.0)]));
        let mut id = Self([0; Self::LEN]);
        id.0.copy_from_slice(&hash.0[..Self::LEN]);
        id
    }
}

/// What both sides compare and holders approve.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CeremonyRecord {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// The ceremony.
    #[n(1)]
    pub ceremony: CeremonyId,
    /// The account that is to be opened again.
    #[n(2)]
    pub account: AccountId,
    /// Its policy, by hash.
    #[n(3)]
    pub policy: Hash,
    /// Receives the shares.
    #[n(4)]
    pub key: KemPublic,
    /// The enrolling stick.
    #[n(5)]
    pub key_id: KeyId,
    /// Signs what that stick asks.
    #[n(6)]
    pub possession: SigPublic,
    /// When the portal learnt which account it is, Unix seconds.
    #[n(7)]
    pub started: u64,
    /// What the person has.
    #[n(8)]
    pub path: Path,
}

impl CeremonyRecord {
    /// The longest one, in bytes.
    pub const MAX: usize = 1_536;

    /// H(ctx("ceremony-record", record)).
    #[must_use]
    pub fn hash(&self) -> Hash {
        let body = crate::encode(self);
        let parts = [Part::Bytes(&body)];
        Hash::of(&ctx(self.realm, Label::CeremonyRecord, &parts))
    }

    /// Whether its key is the one that its name was made from.
    #[must_use]
    pub fn is_named(&self) -> bool {
        CeremonyId::of(self.realm, &self.key) == self.ceremony
    }
}

/// What binds a screen to a nonce that it has not shown yet.
#[must_use]
pub fn commitment(realm: Realm, ceremony: &CeremonyId, holder: u8, nonce: &Nonce) -> Hash {
    let parts = [
        Part::Bytes(&ceremony.0),
        Part::Uint(holder.into()),
        Part::Bytes(&nonce.0),
    ];
    Hash::of(&ctx(realm, Label::CompareCommit, &parts))
}

/// Pictures on each screen of a comparison, and how many there are to choose from.
pub const PICTURES: usize = 5;
/// There are so many of them: five bits each, 25 in all.
pub const PICTURE_CHOICES: u8 = 32;

/// What both screens show: five pictures of thirty-two, from the record and both nonces.
#[must_use]
pub fn pictures(
    record: &CeremonyRecord,
    holder: u8,
    asked: &Nonce,
    held: &Nonce,
) -> [u8; PICTURES] {
    let parts = [
        Part::Bytes(&record.hash().0),
        Part::Uint(holder.into()),
        Part::Bytes(&asked.0),
        Part::Bytes(&held.0),
    ];
    let hash = Hash::of(&ctx(record.realm, Label::Compare, &parts));
    let mut shown = [0; PICTURES];
    for (picture, byte) in shown.iter_mut().zip(hash.0) {
        *picture = byte % PICTURE_CHOICES;
    }
    shown
}

/// A holder's word that this is the person, with the share that they keep. Signed by the author key
/// that the policy names.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CeremonyApproval {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// The holder's own account.
    #[n(1)]
    pub holder: AccountId,
    /// The key that signs this; the policy names its fingerprint.
    #[n(2)]
    pub author: SigPublic,
    /// H of the record.
    #[n(3)]
    pub record: Hash,
    /// The share, to the ceremony's key.
    #[n(4)]
    pub sealed: Sealed,
}

impl Message for CeremonyApproval {
    const LABEL: Label = Label::SigCeremonyApproval;
    const MAX: usize = 3_584;
}

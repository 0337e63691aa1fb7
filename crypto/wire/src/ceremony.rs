//! One recovery as it travels: who asks, what holders approve, and what passes between the two screens
//! (protocol section 8.5).

use crate::{
    AccountId, CeremonyId, Challenge, Hash, KeyId, Label, Message, Part, Realm, SigPublic, Signed,
    ctx::ctx,
    ids::bytes_newtype,
    seal::{KemPublic, Sealed},
    structure::SignedVoucher,
};
use minicbor::{Decode, Encode, bytes::ByteVec};

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

/// What the stick asks in its ceremony.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Ask {
    /// How it stands.
    #[n(0)]
    Status,
    /// Binds the screen to a nonce, for the holder at this position from 0.
    #[n(1)]
    Commit(#[n(0)] u8, #[n(1)] Hash),
    /// Shows that nonce, once the holder has shown theirs.
    #[n(2)]
    Reveal(#[n(0)] u8, #[n(1)] Nonce),
    /// A token, once the holders have approved and the wait is over.
    #[n(3)]
    Enter,
    /// Nothing more: the screens differ, or the person gives up.
    #[n(4)]
    Stop,
}

/// One question of the stick. Signed by its possession key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CeremonyAsking {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// The ceremony.
    #[n(1)]
    pub ceremony: CeremonyId,
    /// The portal's single-use challenge.
    #[n(2)]
    pub challenge: Challenge,
    /// The question.
    #[n(3)]
    pub ask: Ask,
}

impl Message for CeremonyAsking {
    const LABEL: Label = Label::SigCeremonyAsk;
    const MAX: usize = 160;
}

/// Why a ceremony ended without opening anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Ending {
    /// The person gave it up, or the screens differed.
    #[n(0)]
    Stopped,
    /// A holder refused.
    #[n(1)]
    Refused,
    /// The owner refused it from another stick.
    #[n(2)]
    Vetoed,
    /// It was not finished in time.
    #[n(3)]
    Expired,
    /// The account's recovery was arranged anew meanwhile.
    #[n(4)]
    Overtaken,
}

/// How far a ceremony is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub enum Progress {
    /// Nobody has said which account it is about.
    #[n(0)]
    Seeking,
    /// Holders have to approve.
    #[n(1)]
    Meeting,
    /// They have; it waits until then, Unix seconds.
    #[n(2)]
    Waiting(#[n(0)] u64),
    /// The account can be opened again.
    #[n(3)]
    Ready,
    /// It was.
    #[n(4)]
    Done,
    /// It will not be.
    #[n(5)]
    Ended(#[n(0)] Ending),
}

/// How the comparison with one holder stands.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Meeting {
    /// The nonce that the asking screen is bound to.
    #[n(0)]
    pub commitment: Option<Hash>,
    /// The holder's nonce.
    #[n(1)]
    pub held: Option<Nonce>,
    /// The asking screen's, shown after it.
    #[n(2)]
    pub asked: Option<Nonce>,
    /// Whether the holder has approved.
    #[n(3)]
    pub approved: bool,
}

/// How a ceremony stands.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CeremonyStatus {
    /// The portal's clock, Unix seconds.
    #[n(0)]
    pub time: u64,
    /// How far it is.
    #[n(1)]
    pub progress: Progress,
    /// How it stands with each holder, in the policy's order.
    #[n(2)]
    pub meetings: Vec<Meeting>,
    /// Whether the holders belong to one structure only: the wait is longer then.
    #[n(3)]
    pub one_structure: bool,
    /// A [`CeremonyRecord`], once the account is known.
    #[n(4)]
    pub record: Option<ByteVec>,
}

/// The right to read and commit in a recovery.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CeremonyToken {
    /// 256 random bits; the portal keeps only their hash.
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub token: [u8; 32],
    /// The account.
    #[n(1)]
    pub account: AccountId,
    /// The portal's clock, Unix seconds.
    #[n(2)]
    pub time: u64,
}

impl core::fmt::Debug for CeremonyToken {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "CeremonyToken(***, {:?})", self.account)
    }
}

/// What opens the account again, for whoever holds the shares.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CeremonyAnswer {
    /// The root-signed package.
    #[n(0)]
    pub package: ByteVec,
    /// What is sealed to the card.
    #[n(1)]
    pub card: ByteVec,
    /// What each holder signed.
    #[n(2)]
    pub approvals: Vec<ByteVec>,
    /// The owner's letters of every mandate that was ever given: who else folders are sealed to.
    #[n(3)]
    pub letters: Vec<ByteVec>,
    /// The owner's list of holders, where there is one.
    #[n(4)]
    pub roll: Option<ByteVec>,
}

/// The owner's own list of holders: names, keys and the label that they know the owner by. Sealed to the
/// owner and signed as author; it comes with each policy that has holders.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Roll {
    /// The account.
    #[n(0)]
    pub account: AccountId,
    /// The policy it belongs to.
    #[n(1)]
    pub policy: Hash,
    /// To the reader key of that generation.
    #[n(2)]
    pub sealed: Sealed,
}

impl Message for Roll {
    const LABEL: Label = Label::SigRoll;
    const MAX: usize = 6 << 10;
}

/// A person for whom the owner of a session is a holder.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Hold {
    /// Their account.
    #[n(0)]
    pub account: AccountId,
    /// Their policy.
    #[n(1)]
    pub policy: ByteVec,
    /// What is sealed to the holder.
    #[n(2)]
    pub payload: ByteVec,
    /// The recovery that is under way.
    #[n(3)]
    pub under_way: Option<UnderWay>,
}

/// A recovery that is under way, as a holder sees it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct UnderWay {
    /// A [`CeremonyRecord`].
    #[n(0)]
    pub record: ByteVec,
    /// How far it is.
    #[n(1)]
    pub progress: Progress,
    /// How it stands with this holder.
    #[n(2)]
    pub meeting: Meeting,
}

/// Everybody for whom the owner of a session is a holder.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct HoldsAnswer {
    /// The portal's clock, Unix seconds.
    #[n(0)]
    pub time: u64,
    /// In the order of their accounts.
    #[n(1)]
    pub holds: Vec<Hold>,
}

/// What a holder says of a recovery.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Held {
    /// The ceremony with this number is about this account.
    #[n(0)]
    Point(#[n(0)] String, #[n(1)] AccountId),
    /// The holder's nonce in the comparison, against the commitment that was shown.
    #[n(1)]
    Meet(#[n(0)] CeremonyId, #[n(1)] Hash, #[n(2)] Nonce),
    /// This is the person: a share for them.
    #[n(2)]
    Approve(#[n(0)] CeremonyId, #[n(1)] Signed<CeremonyApproval>),
    /// The screens differ, or this is not the person.
    #[n(3)]
    Refuse(#[n(0)] CeremonyId),
}

/// How the owner's own recovery stands, asked from a session.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct OwnRecovery {
    /// The portal's clock, Unix seconds.
    #[n(0)]
    pub time: u64,
    /// The list of holders, where there is one.
    #[n(1)]
    pub roll: Option<ByteVec>,
    /// A recovery that is under way: somebody says that they are the owner.
    #[n(2)]
    pub under_way: Option<OwnUnderWay>,
}

/// A recovery that is under way, as the owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct OwnUnderWay {
    /// The ceremony.
    #[n(0)]
    pub ceremony: CeremonyId,
    /// When it was said whose it is, Unix seconds.
    #[n(1)]
    pub started: u64,
    /// What whoever asks has.
    #[n(2)]
    pub path: Path,
    /// How many holders have approved.
    #[n(3)]
    pub approved: u8,
    /// How far it is.
    #[n(4)]
    pub progress: Progress,
}

/// Asks what is sealed to a card.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct FindCard {
    /// The card's lookup tag.
    #[n(0)]
    pub tag: Hash,
}

/// What is sealed to a card. For a card that no account knows it is made up, and opens nothing.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CardAnswer {
    /// The portal's clock, Unix seconds.
    #[n(0)]
    pub time: u64,
    /// The account.
    #[n(1)]
    pub account: AccountId,
    /// A [`crate::recovery::Payload`].
    #[n(2)]
    pub payload: ByteVec,
}

/// Eight symbols of Crockford's base32 by which a holder finds the ceremony on the person's screen: the
/// first 40 bits of its name. They only find it; the comparison tells it from any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CeremonyNumber([u8; 5]);

/// Crockford's base32.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl CeremonyNumber {
    const SYMBOLS: usize = 8;

    /// The number of a ceremony.
    #[must_use]
    pub fn of(ceremony: &CeremonyId) -> Self {
        let mut front = [0; 5];
        front.copy_from_slice(&ceremony.0[..5]);
        Self(front)
    }

    /// What the names of its ceremonies begin with.
    #[must_use]
    pub fn prefix(&self) -> &[u8] {
        &self.0
    }

    /// Reads what was typed: case, spaces and hyphens do not matter; O is 0, I and L are 1.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let (mut bits, mut symbols) = (0_u64, 0);
        for c in typed.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = ALPHABET.iter().position(|a| char::from(*a) == c)?;
            if symbols == Self::SYMBOLS {
                return None;
            }
            symbols += 1;
            bits = bits << 5 | value as u64;
        }
        let [_, _, _, front @ ..] = bits.to_be_bytes();
        (symbols == Self::SYMBOLS).then_some(Self(front))
    }
}

impl core::fmt::Display for CeremonyNumber {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let bits = self
            .0
            .iter()
            .fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        for position in 0..Self::SYMBOLS {
            if position == 4 {
                f.write_str("-")?;
            }
            let five = bits >> (35 - 5 * position) & 31;
            let symbol = ALPHABET[usize::try_from(five).unwrap_or_default()];
            write!(f, "{}", char::from(symbol))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_printed_and_read_again() {
        let id = CeremonyId([0xa5; 16]);
        let number = CeremonyNumber::of(&id);
        let printed = number.to_string();
        assert_eq!((printed.len(), &printed[4..5]), (9, "-"));
        let typed = printed.to_lowercase().replace('-', " ");
        assert_eq!(CeremonyNumber::parse(&typed), Some(number));
        assert!(id.0.starts_with(number.prefix()));
        for bad in ["", "1234567", "1234-56789", "1234-567U"] {
            assert_eq!(CeremonyNumber::parse(bad), None, "{bad}");
        }
    }
}

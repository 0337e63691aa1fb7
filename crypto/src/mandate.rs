//! The words of a mandate and the details of its journal, each sealed to one reader and padded.

use crate::{
    Opening, Result,
    keys::{KemKey, ObjectKey, seal},
    space::pad,
};
use minicbor::{Decode, Encode, bytes::ByteVec};
use wire::{
    AccountId, DropId, Label, MandateId, ObjectId, Part, Random, Realm, SigPublic,
    helper::Role,
    limits,
    mandate::{Chain, Letter},
    seal::{KemPublic, Sealed},
};
use zeroize::{Zeroize, Zeroizing};

/// What both people keep of a mandate: who they are, what was agreed, and the helper's keys.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Words {
    /// The person, as they wish to be named.
    #[n(0)]
    pub person: String,
    /// The helper, as an officer certified them.
    #[n(1)]
    pub helper: String,
    /// In what quality the helper helps.
    #[n(2)]
    pub role: Role,
    /// The structure that the helper is of, as it names itself.
    #[n(3)]
    pub structure: String,
    /// Where the mandate was made.
    #[n(4)]
    pub place: String,
    /// The whole text; its hash stands in the grant.
    #[n(5)]
    pub text: String,
    /// The helper's author key.
    #[n(6)]
    pub author: SigPublic,
    /// The helper's reader key: folders are sealed to it, also in later epochs.
    #[n(7)]
    pub reader: KemPublic,
}

impl Words {
    /// Seals them to one of the two.
    ///
    /// # Errors
    /// [`Opening::TooLarge`] where they are too long, [`Opening::Damaged`] where the key is none.
    pub fn seal(
        &self,
        realm: Realm,
        owner: &AccountId,
        mandate: MandateId,
        to: &KemPublic,
        random: &mut dyn Random,
    ) -> Result<Letter> {
        let plain = pad::frame_padme(&wire::encode(self))?;
        if plain.len() > limits::LETTER {
            return Err(Opening::TooLarge);
        }
        let parts = [Part::Bytes(&owner.0), Part::Bytes(&mandate.0)];
        Ok(Letter {
            mandate,
            recipient: to.fingerprint(),
            sealed: seal(to, realm, Label::SealLetter, &parts, &plain, random)?,
        })
    }

    /// Opens a letter. That it is the right one is for whoever has the grant to see, by its hash.
    ///
    /// # Errors
    /// [`Opening`] where it does not fit.
    pub fn open(realm: Realm, owner: &AccountId, letter: &Letter, reader: &KemKey) -> Result<Self> {
        if letter.recipient != reader.fingerprint() {
            return Err(Opening::Refused);
        }
        let parts = [Part::Bytes(&owner.0), Part::Bytes(&letter.mandate.0)];
        let plain = reader.open(realm, Label::SealLetter, &parts, &letter.sealed)?;
        Ok(wire::decode_canonical(
            pad::unframe(&plain)?,
            limits::LETTER,
        )?)
    }
}

/// How somebody helps in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Posture {
    /// The helper teaches; the person does it.
    #[n(0)]
    Teach,
    /// Both do it together.
    #[n(1)]
    Accompany,
    /// The helper does it.
    #[n(2)]
    Do,
}

/// What a journal's entry says to its owner alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Detail {
    /// What was read, put in or opened.
    #[n(0)]
    pub objects: Vec<ObjectId>,
    /// How somebody helped.
    #[n(1)]
    pub posture: Option<Posture>,
    /// The name of what it was about, or of who was there.
    #[n(2)]
    pub words: Option<String>,
    /// How many seconds it took.
    #[n(3)]
    pub seconds: Option<u32>,
}

/// Objects that one detail may name; more are counted by the entry's own blobs.
const OBJECTS: usize = 8;
/// Characters of its words.
const WORDS: usize = 60;

impl Detail {
    /// Seals it to the owner, for its place in the journal.
    ///
    /// # Errors
    /// [`Opening::Damaged`] where the key is none.
    pub fn seal(
        &self,
        realm: Realm,
        owner: &AccountId,
        chain: &Chain,
        n: u64,
        to: &KemPublic,
        random: &mut dyn Random,
    ) -> Result<Sealed> {
        let mut short = self.clone();
        short.objects.truncate(OBJECTS);
        short.words = short.words.map(|words| words.chars().take(WORDS).collect());
        let plain = pad::frame(&wire::encode(&short), limits::DETAIL)?;
        let place = chain.place();
        let parts = parts(owner, &place, n);
        seal(to, realm, Label::SealJournal, &parts, &plain, random)
    }

    /// Opens one at its place in the journal.
    ///
    /// # Errors
    /// [`Opening`] where it does not fit.
    pub fn open(
        realm: Realm,
        owner: &AccountId,
        chain: &Chain,
        n: u64,
        sealed: &Sealed,
        reader: &KemKey,
    ) -> Result<Self> {
        let place = chain.place();
        let parts = parts(owner, &place, n);
        let plain = reader.open(realm, Label::SealJournal, &parts, sealed)?;
        Ok(wire::decode_canonical(
            pad::unframe(&plain)?,
            limits::DETAIL,
        )?)
    }
}

fn parts<'p>(owner: &'p AccountId, place: &'p [u8; 16], n: u64) -> [Part<'p>; 3] {
    [Part::Bytes(&owner.0), Part::Bytes(place), Part::Uint(n)]
}

/// What a helper says of a paper that they put in, sealed to the owner.
#[derive(Debug)]
pub struct Dropping {
    /// The key of its blob.
    pub key: ObjectKey,
    /// Its name.
    pub title: String,
    /// Media type of the content.
    pub media: String,
    /// Bytes of content.
    pub length: u64,
    /// The object that it is meant to take the place of.
    pub replaces: Option<ObjectId>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct DroppingShape {
    #[n(0)]
    key: ByteVec,
    #[n(1)]
    title: String,
    #[n(2)]
    media: String,
    #[n(3)]
    length: u64,
    #[n(4)]
    replaces: Option<ObjectId>,
}

impl Drop for DroppingShape {
    fn drop(&mut self) {
        self.key.zeroize();
    }
}

impl Dropping {
    /// Seals it to the owner.
    ///
    /// # Errors
    /// [`Opening::TooLarge`] where name and type are too long, [`Opening::Damaged`] where the key is none.
    pub fn seal(
        &self,
        realm: Realm,
        owner: &AccountId,
        mandate: &MandateId,
        id: &DropId,
        to: &KemPublic,
        random: &mut dyn Random,
    ) -> Result<Sealed> {
        let shape = DroppingShape {
            key: ByteVec::from(self.key.0.expose().to_vec()),
            title: self.title.clone(),
            media: self.media.clone(),
            length: self.length,
            replaces: self.replaces,
        };
        let plain = pad::frame(&Zeroizing::new(wire::encode(&shape)), limits::DROP)?;
        let parts = drop_parts(owner, mandate, id);
        seal(to, realm, Label::SealDrop, &parts, &plain, random)
    }

    /// Opens one.
    ///
    /// # Errors
    /// [`Opening`] where it does not fit.
    pub fn open(
        realm: Realm,
        owner: &AccountId,
        mandate: &MandateId,
        id: &DropId,
        sealed: &Sealed,
        reader: &KemKey,
    ) -> Result<Self> {
        let parts = drop_parts(owner, mandate, id);
        let plain = reader.open(realm, Label::SealDrop, &parts, sealed)?;
        let shape: DroppingShape = wire::decode_canonical(pad::unframe(&plain)?, limits::DROP)?;
        Ok(Self {
            key: ObjectKey::from_slice(&shape.key)?,
            title: shape.title.clone(),
            media: shape.media.clone(),
            length: shape.length,
            replaces: shape.replaces,
        })
    }
}

fn drop_parts<'p>(owner: &'p AccountId, mandate: &'p MandateId, id: &'p DropId) -> [Part<'p>; 3] {
    [
        Part::Bytes(&owner.0),
        Part::Bytes(&mandate.0),
        Part::Bytes(&id.0),
    ]
}

//! What goes with a mandate: its letters, and the journal of what was done under it (protocol sections
//! 6 and 7). Names and words are sealed; the public part has ids, dates and folders.

mod proof;

pub use proof::{MandateCode, Proof, ProofError};

use crate::{
    AccountId, BlobId, DropId, Hash, Label, MandateId, Message, Realm, SigPublic, Signed,
    folder::Folder, limits, log::Entry, seal::Sealed,
};
use minicbor::{Decode, Decoder, Encode, Encoder, bytes::ByteVec, decode, encode};

/// The words of a mandate, sealed to the owner or to the grantee. Its hash stands in the grant.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Letter {
    /// The mandate.
    #[n(0)]
    pub mandate: MandateId,
    /// Fingerprint of the reader key that it is sealed to.
    #[n(1)]
    pub recipient: Hash,
    /// Names and text, padded.
    #[n(2)]
    pub sealed: Sealed,
}

impl Letter {
    /// The longest one, in bytes.
    pub const MAX: usize = limits::LETTER + (2 << 10);
}

/// Whose chain of the journal an entry is in. On the wire 16 bytes: zeros for the owner's, else the mandate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chain {
    /// The owner's own: what was done in sessions on the person's stick.
    Owner,
    /// What was done under a mandate.
    Mandate(MandateId),
}

impl Chain {
    /// Where the chain lies among those of an account.
    #[must_use]
    pub fn place(&self) -> [u8; 16] {
        match self {
            Chain::Owner => [0; 16],
            Chain::Mandate(mandate) => mandate.0,
        }
    }
}

impl<C> Encode<C> for Chain {
    fn encode<W: encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.bytes(&self.place())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Chain {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, decode::Error> {
        let place = MandateId::decode(d, ctx)?;
        if place.0 == Chain::Owner.place() {
            Ok(Chain::Owner)
        } else {
            Ok(Chain::Mandate(place))
        }
    }
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Deed {
    /// The list of a folder was opened.
    #[n(0)]
    List,
    /// One paper was read.
    #[n(1)]
    Read,
    /// One paper was put in, for the owner to take.
    #[n(2)]
    Drop,
    /// A session on the person's own stick, with somebody beside them.
    #[n(3)]
    Session,
}

/// One entry of the journal, signed by whoever did it **before** anything is served.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct JournalEntry {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// The owner's account.
    #[n(1)]
    pub account: AccountId,
    /// The chain.
    #[n(2)]
    pub chain: Chain,
    /// 1 for the first of its chain, then one more each.
    #[n(3)]
    pub n: u64,
    /// H of the signed entry before; zeros for the first.
    #[n(4)]
    pub prev: Hash,
    /// The key that signs: its fingerprint stands in the grant.
    #[n(5)]
    pub author: SigPublic,
    /// What was done.
    #[n(6)]
    pub deed: Deed,
    /// The folder, where it was in one.
    #[n(7)]
    pub folder: Option<Folder>,
    /// Sequence number of the list that was known; 0 where none was.
    #[n(8)]
    pub manifest: u64,
    /// The blobs that were read or put in.
    #[n(9)]
    pub blobs: Vec<BlobId>,
    /// H of the sealed detail.
    #[n(10)]
    pub detail: Hash,
    /// Claimed Unix seconds.
    #[n(11)]
    pub time: u64,
}

impl Message for JournalEntry {
    const LABEL: Label = Label::SigJournal;
    const MAX: usize = 512;
}

/// An entry as it travels, with its detail sealed to the owner.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Line {
    /// By whoever did it.
    #[n(0)]
    pub entry: Signed<JournalEntry>,
    /// Objects, posture, words; padded.
    #[n(1)]
    pub detail: Sealed,
}

impl Line {
    /// H of a sealed detail, as it stands in the entry.
    #[must_use]
    pub fn detail_hash(detail: &Sealed) -> Hash {
        Hash::of(&crate::cbor::encode(detail))
    }
}

/// Where a chain of the journal stands: the last number, and H of that signed entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ChainHead {
    /// 0 means that there is none yet.
    #[n(0)]
    pub n: u64,
    /// Zeros where there is none.
    #[n(1)]
    pub hash: Hash,
}

impl ChainHead {
    /// Before the first entry.
    pub const NONE: ChainHead = ChainHead {
        n: 0,
        hash: Hash([0; 32]),
    };
}

/// A paper that a helper puts in, signed by the helper. It gives no key of a folder: the owner's app takes
/// it or refuses it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Dropped {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// The owner's account.
    #[n(1)]
    pub account: AccountId,
    /// The mandate.
    #[n(2)]
    pub mandate: MandateId,
    /// Its identifier.
    #[n(3)]
    pub id: DropId,
    /// The folder it is for.
    #[n(4)]
    pub folder: Folder,
    /// The blob that holds it.
    #[n(5)]
    pub blob: BlobId,
    /// H of that whole blob.
    #[n(6)]
    pub ciphertext: Hash,
    /// Fingerprint of the owner's reader key, to which `sealed` is sealed.
    #[n(7)]
    pub recipient: Hash,
    /// H of what is sealed to the owner.
    #[n(8)]
    pub sealed: Hash,
}

impl Message for Dropped {
    const LABEL: Label = Label::SigDrop;
    const MAX: usize = 384;
}

/// A drop as it is handed over, with the entry of the journal that says so.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct DropRequest {
    /// Durable with the drop.
    #[n(0)]
    pub line: Line,
    /// By the helper.
    #[n(1)]
    pub drop: Signed<Dropped>,
    /// Its key and its name, sealed to the owner, padded.
    #[n(2)]
    pub sealed: Sealed,
}

/// A drop that waits for its owner.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Waiting {
    /// By the helper.
    #[n(0)]
    pub drop: Signed<Dropped>,
    /// Its key and its name.
    #[n(1)]
    pub sealed: Sealed,
    /// The portal's time when it came.
    #[n(2)]
    pub at: u64,
}

/// The drops that wait for the owner of a session.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct DropsAnswer {
    /// In no order.
    #[n(0)]
    pub drops: Vec<Waiting>,
}

/// A mandate as its grantee gets it: what proves it, and nothing else of the owner's log.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Entrusted {
    /// Genesis and every rekey of the owner's log, in order: they lead from the account's name to the
    /// keys of today.
    #[n(0)]
    pub keys: Vec<Entry>,
    /// The entry of the grant.
    #[n(1)]
    pub grant: Entry,
    /// The grantee's [`Letter`].
    #[n(2)]
    pub letter: ByteVec,
    /// Where the grantee's chain of the journal stands.
    #[n(3)]
    pub journal: ChainHead,
}

/// Everything that is entrusted to the owner of a session.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct EntrustedAnswer {
    /// The portal's clock, Unix seconds.
    #[n(0)]
    pub time: u64,
    /// In no order.
    #[n(1)]
    pub mandates: Vec<Entrusted>,
}

/// Mandates of the owner of a session that are over because whoever gave them has died, as the structure
/// says. What ended otherwise is not named here.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct OverAnswer {
    /// In no order.
    #[n(0)]
    pub mandates: Vec<MandateId>,
}

/// Something is asked for under a mandate. The entry says whose, what and under which mandate.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Under {
    /// Durable before anything is served.
    #[n(0)]
    pub line: Line,
}

/// A folder as its mandate shows it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct FolderAnswer {
    /// The portal's clock, Unix seconds.
    #[n(0)]
    pub time: u64,
    /// The signed key box.
    #[n(1)]
    pub key_box: ByteVec,
    /// The current manifest.
    #[n(2)]
    pub manifest: ByteVec,
}

/// The owner's letters of every mandate that was ever given.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct LettersAnswer {
    /// Each a [`Letter`].
    #[n(0)]
    pub letters: Vec<ByteVec>,
}

/// Asks for what is new in the journal: from where each known chain stands.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct JournalRequest {
    /// Chains and their last known number.
    #[n(0)]
    pub known: Vec<(Chain, u64)>,
}

/// One entry with the time at which the portal received it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Received {
    /// As it was signed and sealed.
    #[n(0)]
    pub line: Line,
    /// The portal's time then.
    #[n(1)]
    pub at: u64,
}

/// What is new in the journal: by chain, each in order.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct JournalAnswer {
    /// As many as an answer holds.
    #[n(0)]
    pub lines: Vec<Received>,
    /// Whether there are further ones: the app asks again from where these end.
    #[n(1)]
    pub more: bool,
}

//! Bodies of requests and answers, as canonical CBOR. Refusals are JSON problem details (RFC 9457)
//! with a [`crate::Code`].

use crate::{
    AccountId, Challenge, Hash, KeyId, Label, Message, Realm, SigPublic, Signed, SlotId,
    folder::Folder,
    gate::{Element, Order, Proof, Standing, Tries},
    ids::bytes_newtype,
    limits,
    log::{Entry, Head},
    recovery::Package,
    structure::SignedVoucher,
};
use minicbor::{Decode, Encode, bytes::ByteVec};

/// Media type of bodies.
pub const CBOR: &str = "application/cbor";
/// Media type of refusals.
pub const PROBLEM: &str = "application/problem+json";
/// Media type of blobs.
pub const BLOB: &str = "application/octet-stream";

bytes_newtype!(
    /// A WebAuthn ceremony at the portal, single-use.
    WebauthnId, 16
);

/// Starts a registration. Signed by the possession key at the stick's first gate, to which the
/// portal binds the voucher.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct RegisterStart {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// The enrolment.
    #[n(1)]
    pub key_id: KeyId,
    /// The key that signs this.
    #[n(2)]
    pub possession: SigPublic,
    /// The right to enrol.
    #[n(3)]
    pub voucher: SignedVoucher,
}

impl Message for RegisterStart {
    const LABEL: Label = Label::SigRegister;
    const MAX: usize = 768;
}

/// Starts the registration of a security key. No gate knows it: whoever has a session asks, and the root
/// that signs its slot decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct RegisterSecurityKey {
    /// The name by which a freeze of this one alone means it. Drawn for it, known nowhere else.
    #[n(0)]
    pub key_id: KeyId,
}

/// A WebAuthn ceremony's options, as the JSON that webauthn-rs made.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct WebauthnOptions {
    /// The ceremony.
    #[n(0)]
    pub ceremony: WebauthnId,
    /// `PublicKeyCredentialCreationOptions` or `…RequestOptions` (WebAuthn Level 3), JSON.
    #[n(1)]
    pub options: String,
}

/// The authenticator's answer, as the JSON of WebAuthn Level 3. It has no place for PRF outputs.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct WebauthnAnswer {
    /// The ceremony.
    #[n(0)]
    pub ceremony: WebauthnId,
    /// `RegistrationResponseJSON` or `AuthenticationResponseJSON`.
    #[n(1)]
    pub credential: String,
}

/// One commit: everything in it is applied, or nothing. Idempotent by the hash of its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Commit {
    /// Entries in order.
    #[n(0)]
    pub entries: Vec<Entry>,
    /// Staged items it uses, by H of their bytes.
    #[n(1)]
    pub items: Vec<Hash>,
    /// The new package, where there is a new policy.
    #[n(2)]
    pub package: Option<Signed<Package>>,
    /// Anchors of slots it adds.
    #[n(3)]
    pub anchors: Vec<(SlotId, ByteVec)>,
    /// The credential of the slot it adds.
    #[n(4)]
    pub registration: Option<WebauthnAnswer>,
    /// Messages for gates, handed on until acknowledged.
    #[n(5)]
    pub orders: Vec<Order>,
    /// Who may freeze and lift security keys from here on: there where the account has one afterwards and
    /// adds it, or renews its keys.
    #[n(6)]
    pub suspend: Option<SigPublic>,
}

impl Commit {
    /// Reads canonical bytes.
    ///
    /// # Errors
    /// [`crate::CborError`] where they are not a commit.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, crate::CborError> {
        crate::cbor::decode_canonical(bytes, limits::COMMIT)
    }
}

/// Items for a later commit.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Stage {
    /// Each at most [`limits::ITEM`].
    #[n(0)]
    pub items: Vec<ByteVec>,
}

/// A session: what the app shows at every further request.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Session {
    /// 256 random bits; the portal keeps only their hash.
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub token: [u8; 32],
    /// The account.
    #[n(1)]
    pub account: AccountId,
    /// The slot.
    #[n(2)]
    pub slot: SlotId,
    /// The portal's clock, Unix seconds.
    #[n(3)]
    pub time: u64,
}

impl core::fmt::Debug for Session {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Session(***, {:?}, {:?})", self.account, self.slot)
    }
}

/// What the app already has.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SyncRequest {
    /// Its log head.
    #[n(0)]
    pub log: Head,
    /// Its manifests: folder, sequence number, H of the signed header.
    #[n(1)]
    pub manifests: Vec<(Folder, u64, Hash)>,
}

/// What it lacks. All empty: nothing new.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SyncAnswer {
    /// The portal's clock, Unix seconds.
    #[n(0)]
    pub time: u64,
    /// Entries after the app's head.
    #[n(1)]
    pub entries: Vec<Entry>,
    /// Manifests that are not the app's.
    #[n(2)]
    pub manifests: Vec<ByteVec>,
    /// The owner's box of each folder, where entries are sent.
    #[n(3)]
    pub boxes: Vec<ByteVec>,
    /// The slot's seals, where entries are sent.
    #[n(4)]
    pub seals: Option<ByteVec>,
    /// The slot's anchor, where entries are sent.
    #[n(5)]
    pub anchor: Option<ByteVec>,
    /// Bytes used by blobs, padded.
    #[n(6)]
    pub used: u64,
    /// Bytes allowed.
    #[n(7)]
    pub quota: u64,
    /// Whether there are further entries: the app asks again from where these end.
    #[n(8)]
    pub more: bool,
}

/// Which manifests of a folder the app missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ChainRequest {
    /// The folder.
    #[n(0)]
    pub folder: Folder,
    /// The sequence number of the one that it knows.
    #[n(1)]
    pub after: u64,
    /// The sequence number of the one that it was sent.
    #[n(2)]
    pub before: u64,
}

/// The signed headers of those between, from the older on; as many as an answer holds.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ChainAnswer {
    /// Each as the app that wrote it has signed it.
    #[n(0)]
    pub headers: Vec<ByteVec>,
}

/// Asks who may help: everybody on the structure's list, or the one with this number.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct FindHelpers {
    /// A [`crate::helper::HelperNumber`] as it is printed.
    #[n(0)]
    pub number: Option<String>,
}

/// Who may help, as officers certified it, and who no longer may.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct HelpersAnswer {
    /// The portal's clock, Unix seconds.
    #[n(0)]
    pub time: u64,
    /// Each a [`crate::helper::SignedHelper`].
    #[n(1)]
    pub helpers: Vec<ByteVec>,
    /// A [`crate::helper::SignedRevocations`], once there is one.
    #[n(2)]
    pub revocations: Option<ByteVec>,
}

/// Asks the structure to certify this account's keys.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct AskToHelp {
    /// The name that people know.
    #[n(0)]
    pub name: String,
}

/// A gate's single-use challenge.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct GateChallenge {
    /// To be signed within [`limits::CHALLENGE_S`].
    #[n(0)]
    pub challenge: Challenge,
}

/// What a portal has to say to the owner of a session alone.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct NoticesAnswer {
    /// The portal's clock, Unix seconds.
    #[n(0)]
    pub time: u64,
    /// Since when the space was to go because nobody had opened it, where this opening ended that.
    #[n(1)]
    pub idle: Option<u64>,
    /// Since when the structure had said that the person died, where an opening ended that lately.
    #[n(2)]
    pub deceased: Option<u64>,
}

/// A new gate key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct GateKey {
    /// The gate's VOPRF public key for this enrolment.
    #[n(0)]
    pub public: Element,
}

/// One evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Evaluated {
    /// Evaluated element.
    #[n(0)]
    pub element: Element,
    /// Proof that the gate used the key it promised.
    #[n(1)]
    pub proof: Proof,
    /// The counters, with this try.
    #[n(2)]
    pub tries: Tries,
}

/// How an enrolment stands.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct StatusAnswer {
    /// Its standing.
    #[n(0)]
    pub standing: Standing,
    /// The counters.
    #[n(1)]
    pub tries: Tries,
}

/// The longest answer the app reads: twelve manifests and a log.
pub const MAX_ANSWER: usize = 16 << 20;

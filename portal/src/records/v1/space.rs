//! The space as the portal sees it: public keys, hashes, sizes and sealed bytes.

use minicbor::{Decode, Encode, bytes::ByteVec};
use wire::{
    AccountId, Hash, KeyId, SigPublic,
    api::WebauthnId,
    folder::Folder,
    log::{Entry, LogState},
    structure::VoucherKind,
};

/// An account: what its verified log amounts to.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Account {
    /// The state of its log.
    #[n(0)]
    pub(crate) state: LogState,
    /// When the portal received its genesis.
    #[n(1)]
    pub(crate) since: u64,
}

/// A log entry as it was received.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct LogRow {
    /// The entry.
    #[n(0)]
    pub(crate) entry: Entry,
    /// When it was received.
    #[n(1)]
    pub(crate) received: u64,
}

/// What a slot has beside its place in the log.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Slot {
    /// Its `WebAuthn` credential id: where its row in `Credentials` is.
    #[n(0)]
    pub(crate) credential: ByteVec,
    /// Its signed seals.
    #[n(1)]
    pub(crate) seals: ByteVec,
    /// Its sealed anchor, once it wrote one.
    #[n(2)]
    pub(crate) anchor: Option<ByteVec>,
}

/// A signed key box.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct BoxRow {
    /// As the author signed it.
    #[n(0)]
    pub(crate) signed: ByteVec,
}

/// The current manifest of a folder.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct ManifestRow {
    /// Its sequence number.
    #[n(0)]
    pub(crate) seq: u64,
    /// H of its signed header.
    #[n(1)]
    pub(crate) hash: Hash,
    /// The whole manifest.
    #[n(2)]
    pub(crate) bytes: ByteVec,
}

/// What stays of a manifest once another has taken its place.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct ChainRow {
    /// Its signed header.
    #[n(0)]
    pub(crate) header: ByteVec,
}

/// A blob that is whole and durable.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Blob {
    /// Whose it is.
    #[n(0)]
    pub(crate) account: AccountId,
    /// Bytes stored.
    #[n(1)]
    pub(crate) size: u64,
    /// SHA-256 of the bytes stored.
    #[n(2)]
    pub(crate) hash: Hash,
    /// The folder whose manifest needs it; none where nothing does.
    #[n(3)]
    pub(crate) folder: Option<Folder>,
    /// Since when that is so.
    #[n(4)]
    pub(crate) since: u64,
}

/// A blob on its way.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Upload {
    /// Whose it will be.
    #[n(0)]
    pub(crate) account: AccountId,
    /// Bytes reserved.
    #[n(1)]
    pub(crate) size: u64,
    /// When it began.
    #[n(2)]
    pub(crate) since: u64,
}

/// How much room a bench uses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Usage {
    /// Bytes of blobs, those under way included.
    #[n(0)]
    pub(crate) blobs: u64,
    /// Bytes of items waiting for a commit.
    #[n(1)]
    pub(crate) staged: u64,
}

/// An item waiting for the commit that names it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Staged {
    /// The item.
    #[n(0)]
    pub(crate) item: ByteVec,
    /// Since when.
    #[n(1)]
    pub(crate) since: u64,
}

/// The sealed recovery package.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct PackageRow {
    /// As the root signed it.
    #[n(0)]
    pub(crate) signed: ByteVec,
}

/// What is sealed to one holder, or to the card.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct PayloadRow {
    /// As it was staged.
    #[n(0)]
    pub(crate) bytes: ByteVec,
}

/// What became of a voucher.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct VoucherRow {
    /// What it allows.
    #[n(0)]
    pub(crate) kind: VoucherKind,
    /// The possession key it is bound to.
    #[n(1)]
    pub(crate) possession: SigPublic,
    /// The enrolment it is bound to.
    #[n(2)]
    pub(crate) key_id: KeyId,
    /// The user handle its credential gets, the same at each try.
    #[n(3)]
    #[cbor(with = "minicbor::bytes")]
    pub(crate) handle: [u8; 16],
    /// The account it adds a slot to; none where it begins an account.
    #[n(4)]
    pub(crate) account: Option<AccountId>,
    /// When it was bound.
    #[n(5)]
    pub(crate) since: u64,
    /// Whether it has served.
    #[n(6)]
    pub(crate) used: bool,
    /// The registration that was begun last: no other may end.
    #[n(7)]
    pub(crate) ceremony: Option<WebauthnId>,
}

/// A message for a gate, kept until the gate acknowledges it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct GateMessage {
    /// The order, as the app signed it.
    #[n(0)]
    pub(crate) order: ByteVec,
    /// When it was handed over.
    #[n(1)]
    pub(crate) since: u64,
}

/// An order for a gate elsewhere, kept until that gate has answered.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct OnwardOrder {
    /// The order, as the app signed it.
    #[n(0)]
    pub(crate) order: ByteVec,
    /// When it was handed over.
    #[n(1)]
    pub(crate) since: u64,
}

super::first! {
    Account in Accounts;
    LogRow in Log;
    Slot in Slots;
    BoxRow in Boxes;
    ManifestRow in Manifests;
    ChainRow in Chain;
    Blob in Blobs;
    Upload in Uploads;
    Usage in Usage;
    Staged in Staged;
    PackageRow in Packages;
    PayloadRow in Payloads;
    VoucherRow in Vouchers;
    GateMessage in Outbox;
    OnwardOrder in Onward;
}

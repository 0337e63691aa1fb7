//! The operations of the log and their bodies. Bodies hold hashes, keys and dates; never a name.

use crate::{
    AccountId, CeremonyId, Hash, MandateId, SigPublic, SlotId,
    folder::Folder,
    manifest::BoxFor,
    recovery::Policy,
    seal::{KemPublic, Sealed},
    slot::SlotHeader,
};
use minicbor::{Decode, Encode};

/// Keys of generation 1. Root-signed by the key inside.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Genesis {
    /// root(1).
    #[n(0)]
    pub root: SigPublic,
    /// author(1).
    #[n(1)]
    pub author: SigPublic,
    /// reader(1).
    #[n(2)]
    pub reader: KemPublic,
}

/// A stick may open the account.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct AddSlot {
    /// What its keys are bound to.
    #[n(0)]
    pub header: SlotHeader,
    /// Public half of slot_open.
    #[n(1)]
    pub open: KemPublic,
    /// Public half of slot_admin.
    #[n(2)]
    pub admin: KemPublic,
    /// H of the signed seals.
    #[n(3)]
    pub seals: Hash,
    /// [`crate::slot::SlotKeys`], sealed to the owner's reader key.
    #[n(4)]
    pub keys: Sealed,
}

/// A stick may no longer open the account.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct RevokeSlot {
    /// The slot.
    #[n(0)]
    pub slot: SlotId,
}

/// Why keys were renewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum RekeyCause {
    /// After a recovery.
    #[n(0)]
    Recovery,
    /// Something may have leaked.
    #[n(1)]
    Compromise,
    /// The code was changed.
    #[n(2)]
    CodeChanged,
    /// A slot was removed.
    #[n(3)]
    SlotRemoved,
    /// A recovery holder was removed.
    #[n(4)]
    HolderRemoved,
}

/// Generation g+1 of the account's keys. Signed by root(g), then root(g+1).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Rekey {
    /// g+1.
    #[n(0)]
    pub generation: u32,
    /// root(g+1).
    #[n(1)]
    pub root: SigPublic,
    /// author(g+1).
    #[n(2)]
    pub author: SigPublic,
    /// reader(g+1).
    #[n(3)]
    pub reader: KemPublic,
    /// Why.
    #[n(4)]
    pub cause: RekeyCause,
    /// The recovery, where that is why.
    #[n(5)]
    pub ceremony: Option<CeremonyId>,
    /// H of the new signed seals of every remaining slot, in slot order.
    #[n(6)]
    pub seals: Vec<(SlotId, Hash)>,
}

/// A key box as the log names it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct BoxRef {
    /// Fingerprint of the recipient's reader key.
    #[n(0)]
    pub recipient: Hash,
    /// In what quality.
    #[n(1)]
    pub why: BoxFor,
    /// H of the signed box.
    #[n(2)]
    pub hash: Hash,
}

/// A fresh key for a folder. Author-signed.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Epoch {
    /// The folder.
    #[n(0)]
    pub folder: Folder,
    /// One more than the epoch before; 1 creates.
    #[n(1)]
    pub epoch: u32,
    /// H of the signed header of the epoch's first manifest.
    #[n(2)]
    pub manifest: Hash,
    /// Who receives the key: the owner and every live grant that sees, owner first.
    #[n(3)]
    pub boxes: Vec<BoxRef>,
}

/// What a grantee may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Rights {
    /// Read.
    #[n(0)]
    See,
    /// Put in, without reading.
    #[n(1)]
    Drop,
    /// Read, put in, propose.
    #[n(2)]
    Act,
}

impl Rights {
    /// Whether it carries folder keys.
    #[must_use]
    pub fn sees(self) -> bool {
        !matches!(self, Rights::Drop)
    }
}

/// A mandate. Root-signed.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Grant {
    /// The mandate.
    #[n(0)]
    pub mandate: MandateId,
    /// The grantee's account.
    #[n(1)]
    pub grantee: AccountId,
    /// Fingerprint of the grantee's author key.
    #[n(2)]
    pub author: Hash,
    /// Fingerprint of the grantee's reader key.
    #[n(3)]
    pub reader: Hash,
    /// The folders, in order, never `private`.
    #[n(4)]
    pub folders: Vec<Folder>,
    /// What the grantee may do in them.
    #[n(5)]
    pub rights: Rights,
    /// Unix seconds from which it counts.
    #[n(6)]
    pub not_before: u64,
    /// Unix seconds from which it no longer counts.
    #[n(7)]
    pub not_after: u64,
    /// H of the mandate's text.
    #[n(8)]
    pub text: Hash,
    /// H of each sealed letter.
    #[n(9)]
    pub letters: Vec<Hash>,
    /// H of the signed box of each folder, in folder order; none for `drop`.
    #[n(10)]
    pub boxes: Vec<Hash>,
}

/// An operation with its body.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[expect(
    clippy::large_enum_variant,
    reason = "decoded one at a time, never kept in numbers"
)]
pub enum Op {
    /// The account begins.
    #[n(0)]
    Genesis(#[n(0)] Genesis),
    /// A stick is added.
    #[n(1)]
    AddSlot(#[n(0)] Box<AddSlot>),
    /// A stick is removed.
    #[n(2)]
    RevokeSlot(#[n(0)] RevokeSlot),
    /// Keys are renewed.
    #[n(3)]
    Rekey(#[n(0)] Box<Rekey>),
    /// Recovery is arranged.
    #[n(4)]
    Policy(#[n(0)] Box<Policy>),
    /// A folder gets a fresh key.
    #[n(5)]
    Epoch(#[n(0)] Epoch),
    /// A mandate is given.
    #[n(6)]
    Grant(#[n(0)] Box<Grant>),
    /// A mandate is stopped.
    #[n(7)]
    Revoke(#[n(0)] MandateId),
    /// A recovery is refused.
    #[n(8)]
    Veto(#[n(0)] CeremonyId),
    /// The space will be deleted.
    #[n(9)]
    Delete,
    /// It will not.
    #[n(10)]
    CancelDelete(#[n(0)] Hash),
}

/// The kind of an operation, as it stands in the signed header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
#[expect(missing_docs, reason = "one for each operation, documented there")]
pub enum OpKind {
    #[n(0)]
    Genesis,
    #[n(1)]
    AddSlot,
    #[n(2)]
    RevokeSlot,
    #[n(3)]
    Rekey,
    #[n(4)]
    Policy,
    #[n(5)]
    Epoch,
    #[n(6)]
    Grant,
    #[n(7)]
    Revoke,
    #[n(8)]
    Veto,
    #[n(9)]
    Delete,
    #[n(10)]
    CancelDelete,
}

impl Op {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> OpKind {
        match self {
            Op::Genesis(_) => OpKind::Genesis,
            Op::AddSlot(_) => OpKind::AddSlot,
            Op::RevokeSlot(_) => OpKind::RevokeSlot,
            Op::Rekey(_) => OpKind::Rekey,
            Op::Policy(_) => OpKind::Policy,
            Op::Epoch(_) => OpKind::Epoch,
            Op::Grant(_) => OpKind::Grant,
            Op::Revoke(_) => OpKind::Revoke,
            Op::Veto(_) => OpKind::Veto,
            Op::Delete => OpKind::Delete,
            Op::CancelDelete(_) => OpKind::CancelDelete,
        }
    }
}

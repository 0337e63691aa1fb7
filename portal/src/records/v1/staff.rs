//! Who works at the structure's desk, how they sign in, and what they did. Nothing of it leads to a space.

use minicbor::{Decode, Encode};
use wire::helper::Role;

use super::stock::{Kind, Stage};

/// A random name for somebody of the staff; it is the user handle of their passkey too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub(crate) struct StaffId(
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub(crate) [u8; 16],
);

/// Somebody of the staff.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Staff {
    /// What colleagues call them.
    #[n(0)]
    pub(crate) name: String,
    /// In what quality they work here.
    #[n(1)]
    pub(crate) role: StaffRole,
    /// When they were invited.
    #[n(2)]
    pub(crate) since: u64,
    /// When that was ended.
    #[n(3)]
    pub(crate) ended: Option<u64>,
}

/// In what quality somebody works at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub(crate) enum StaffRole {
    /// Answers for the structure: invites colleagues, approves helpers, reads what was done.
    #[n(0)]
    Officer,
    /// Receives people: lends sticks, writes down sessions.
    #[n(1)]
    Mediator,
}

/// A passkey by which somebody of the staff signs in.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct StaffPasskey {
    /// What webauthn-rs keeps of it, as its JSON.
    #[n(0)]
    pub(crate) passkey: String,
    /// Whose it is.
    #[n(1)]
    pub(crate) staff: StaffId,
    /// When it was made.
    #[n(2)]
    pub(crate) since: u64,
}

/// An invitation that was not used.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct StaffInvitation {
    /// Whom it lets in.
    #[n(0)]
    pub(crate) staff: StaffId,
    /// When it ends.
    #[n(1)]
    pub(crate) until: u64,
    /// Who invited; none where it was a command beside the portal.
    #[n(2)]
    pub(crate) by: Option<StaffId>,
}

/// Something that was done at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct StaffAct {
    /// When.
    #[n(0)]
    pub(crate) time: u64,
    /// Who; none where it was done by a command beside the portal.
    #[n(1)]
    pub(crate) by: Option<StaffId>,
    /// What.
    #[n(2)]
    pub(crate) act: Act,
}

/// What can be done at the desk. A new act is a new line.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(crate) enum Act {
    /// Invited somebody.
    #[n(0)]
    Invited(#[n(0)] StaffId),
    /// Made the passkey of their invitation.
    #[n(1)]
    Entered,
    /// Signed in.
    #[n(2)]
    SignedIn,
    /// Ended somebody's access.
    #[n(3)]
    Ended(#[n(0)] StaffId),
    /// Approved a helper: their number, and in what quality.
    #[n(4)]
    Approved(#[n(0)] String, #[n(1)] Role),
    /// Took that back.
    #[n(5)]
    Withdrawn(#[n(0)] String),
    /// Certified a helper who was approved, with the structure's key.
    #[n(6)]
    Certified(#[n(0)] String),
    /// Added things of a kind, from one number to another.
    #[n(7)]
    Added(#[n(0)] Kind, #[n(1)] u32, #[n(2)] u32),
    /// Brought them to a stage.
    #[n(8)]
    Moved(#[n(0)] Kind, #[n(1)] u32, #[n(2)] u32, #[n(3)] Stage),
    /// Wrote a session down.
    #[n(9)]
    Recorded,
    /// Took one out.
    #[n(10)]
    Removed,
    /// Took the sessions of a month along as a file.
    #[n(11)]
    Exported(#[n(0)] String),
    /// Attested what somebody learnt. Of whom is written nowhere.
    #[n(20)]
    Attested,
    /// Took numbers out that were added by mistake.
    #[n(21)]
    TakenOut(#[n(0)] Kind, #[n(1)] u32, #[n(2)] u32),
}

/// Somebody who asks to help was approved, under their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Approval {
    /// In what quality they help.
    #[n(0)]
    pub(crate) role: Role,
    /// Who approved.
    #[n(1)]
    pub(crate) by: StaffId,
    /// When.
    #[n(2)]
    pub(crate) time: u64,
}

super::first! {
    Staff in Staff;
    StaffPasskey in StaffPasskeys;
    StaffInvitation in StaffInvitations;
    StaffAct in StaffActs;
    Approval in Approvals;
}

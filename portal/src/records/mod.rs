//! What the tables hold: one frozen shape for each, and the chain by which it grows old.
//!
//! `v1` is frozen since the first release; `v2` holds what grew since. To change a record, follow the steps at the top of
//! `store::Record`: a new file, a `Migrate` that names the old shape, and one line here.

mod manifest_head;
mod v1;
mod v2;

#[cfg(test)]
mod frozen;
#[cfg(test)]
mod frozen_desk;

pub(crate) use v1::activity::Tally;
pub(crate) use v1::deceased::{Deceased, Said};
pub(crate) use v1::deletion::{Deletion, Erasure, Tombstone};
pub(crate) use v1::gate::{Attempt, Controls, GateChallengeRow, GateKey, GateVoucher, Line, Stage};
pub(crate) use v1::idle::Opened;
pub(crate) use v1::mandate::{
    ChainEnd, DropBlob, DropRow, EntrustedRow, GrantBox, JournalRow, Letters,
};
pub(crate) use v1::recovery::{AskChallenge, Case, CeremonyRow, CeremonyStage, RollRow};
pub(crate) use v1::security_key::{SecurityKey, SecurityKeyStart};
pub(crate) use v1::session::{Answer, Ceremony, Credential, Purpose, Token};
pub(crate) use v1::space::{
    Account, Blob, BoxRow, ChainRow, GateMessage, LogRow, ManifestRow, OnwardOrder, PackageRow,
    PayloadRow, Slot, Staged, Upload, Usage, VoucherRow,
};
pub(crate) use v1::staff::{
    Act, Approval, Staff, StaffAct, StaffId, StaffInvitation, StaffPasskey, StaffRole,
};
pub(crate) use v1::stock::{Item, Kind, Stage as ItemStage};
pub(crate) use v2::activity::Activity;
pub(crate) use v2::stock::{Proof, Step, With};

//! The signed log of an account: its entries, and the rules that portal and clients both apply
//! (protocol sections 6 and 14).

mod entry;
mod line;
mod op;
mod rules;
mod state;

pub use entry::{Entry, EntryHeader, EntryView, Head, Signer};
pub use line::KeyLine;
pub use op::{
    AddSlot, BoxRef, Epoch, Genesis, Grant, Op, OpKind, Rekey, RekeyCause, RevokeSlot, Rights,
};
pub use rules::LogError;
pub use state::{AccountKeys, Due, FolderState, GrantState, LogState, SlotState};

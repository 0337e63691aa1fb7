//! What lies on the stick, and the way from a code to an open envelope (protocol sections 2 and 3).

mod cell;
mod cle;
mod envelope;
mod header;
mod heads;
mod unlock;

pub use cell::Cell;
pub use cle::{Cle, Enrolled, HeaderStage, Prepared, SIZE as CLE_SIZE};
pub use envelope::{Envelope, Passkey};
pub use header::{GateKey, Header, HeaderDraft};
pub use heads::{FolderHead, Heads, HeadsFile, LocalHeadKey, SIZE as REPERE_SIZE};
pub use unlock::{GateOutput, GateRequest, Stretched};

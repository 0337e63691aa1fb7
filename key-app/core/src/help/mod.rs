//! Helping: who may, what a person lets them do, what they did, and the other side of it.
//!
//! - `find` who may help, as officers of the structure certified it; asking to be one of them
//! - `give` a mandate begins, `mandate` it is seen and stopped, `words` what both people keep of it
//! - `entrusted` the helper's side: what is entrusted to them, and reading under it
//! - `drop` what a helper puts in, and what the person makes of it
//! - `session` somebody beside the person, on the person's own stick
//! - `journal` what was done, as the person reads it

mod drop;
mod entrusted;
mod find;
mod give;
mod journal;
mod mandate;
mod session;
mod words;

pub use drop::Dropped;
pub use entrusted::{Entrusted, Shown};
pub use find::{Helper, HelperNumber, Role};
pub use give::{AT_ONCE, Length, Terms};
pub use journal::{Deed, Done, Posture};
pub use mandate::Mandate;
pub use session::Beside;
pub use wire::{
    MandateId,
    log::Rights,
    mandate::{MandateCode, Proof},
};
pub(crate) use words::{open_letter, readers};

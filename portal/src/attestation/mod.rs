//! What a person learnt, attested by the structure: on paper, and as an Open Badge 3.0 that lies in the same file and
//! is verified without a network (ADR 0034). Nobody's name is kept here: it goes into the answer, and is gone.
//!
//! - `badge` the credential, as 1EdTech shapes it · `jws` how it is signed (RFC 7515, RFC 8037)
//! - `name` whose it is · `paper` the page, with the badge inside · `inside` the badge of a page
//! - `make` one of them · `verify` whether one is true · `kept` the key at the portal
//!
//! Not here: who may make one (`domain/desk/policy`), what can be learnt (`domain/desk/gestures`).

mod badge;
mod inside;
mod jws;
mod kept;
mod make;
mod name;
mod paper;
#[cfg(test)]
mod tests;
mod verify;

pub(crate) use kept::Kept;
pub use kept::{AttestationError, install};
#[cfg(test)]
pub(crate) use make::Made;
pub(crate) use make::{Learnt, again, make};
pub(crate) use name::{NAME, Name, NameFault};
pub use verify::{FILE, NotBelieved, Verified, badge_of, verify};

//! Mandates: what is entrusted to a helper, what is read under it, and what the owner sees of that.

mod entrusted;
mod journal;
mod letters;
mod open;
mod read;

pub(super) use entrusted::entrusted;
pub(super) use journal::journal;
pub(super) use letters::letters;
pub(super) use open::open;
pub(super) use read::read;

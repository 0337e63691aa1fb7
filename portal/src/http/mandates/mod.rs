//! Mandates: what is entrusted to a helper, what is read under it, and what the owner sees of that.

mod blob;
mod drop;
mod drops;
mod entrusted;
mod journal;
mod letters;
mod open;
mod over;
mod read;
mod write;

pub(super) use blob::put_blob;
pub(super) use drop::drop;
pub(super) use drops::drops;
pub(super) use entrusted::entrusted;
pub(super) use journal::journal;
pub(super) use letters::letters;
pub(super) use open::open;
pub(super) use over::over;
pub(super) use read::read;
pub(super) use write::write;

//! The owner's log and what goes with it.

mod anchor;
mod chain;
mod commit;
mod notices;
mod stage;
mod sync;

pub(super) use anchor::anchor;
pub(super) use chain::chain;
pub(super) use commit::commit;
pub(super) use notices::notices;
pub(super) use stage::stage;
pub(super) use sync::sync;

//! The way back in, in which nobody learns anything: the person asks, holders who know them approve, and
//! each hands over one share, sealed to a key that lies on the person's stick.
//!
//! - `holder` who may keep a share · `request` the person's side, up to the open space: `finish`
//! - `hold` a holder's side, in their own space · `own` what the owner sees, and refuses
//! - `freeze` at once, by whoever has the suspend key

mod finish;
mod freeze;
mod hold;
mod holder;
mod own;
mod request;

pub use crate::administration::recover::Earlier;
pub use crate::stick::RecoveryStage;
pub use freeze::suspend_by_card;
pub use hold::{Comparing, Held};
pub use holder::Holder;
pub use own::{Arranged, Asked, Kept};
pub use request::{Face, Requesting, Standing, Step, begin, give_up, prepare, resume};
pub use wire::ceremony::{Ending, Path, Progress};

/// Whoever keeps a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeper {
    /// The printed card.
    Card,
    /// A holder, by their place in the arrangement, from 0.
    Holder(usize),
}

impl core::fmt::Display for Keeper {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Card => f.write_str("the card"),
            Self::Holder(0) => f.write_str("the first holder"),
            Self::Holder(1) => f.write_str("the second holder"),
            Self::Holder(_) => f.write_str("a holder"),
        }
    }
}

/// What both screens of a comparison show: five pictures of thirty-two, by their numbers.
pub type Pictures = [u8; wire::ceremony::PICTURES];

//! What a structure lends, by kind and number. The steps between two stages are a table; what it does not name
//! is refused with the reason. Several change all together or not at all.
//!
//! - `steps` the table · `change` what follows it · `refused` what does not
//! - `look` what there is · `place` where it lies

mod change;
mod look;
mod place;
mod refused;
mod steps;

pub(super) use change::change_with;
pub(crate) use change::{add, change, take_out};
pub(crate) use look::{before, counts, one, page};
pub(crate) use refused::{Refused, Unproved};
pub(crate) use steps::{Why, next, step};

use crate::records::{ItemStage as Stage, Kind};

/// Things of one kind.
pub(crate) const MOST: usize = 20_000;
/// How many are added or changed at once.
pub(crate) const AT_ONCE: u32 = 1_000;
/// Steps that are kept of one thing. With one more the oldest goes.
pub(crate) const STEPS_KEPT: u32 = 200;
/// Within so many seconds the same button of the same person is the same press.
pub(crate) const MOMENT_S: u64 = 60;
/// The highest number.
pub(crate) const HIGHEST: u32 = 999_999;

/// Every kind.
pub(crate) const KINDS: [Kind; 3] = [Kind::Stick, Kind::Computer, Kind::Phone];
/// Every stage.
pub(crate) const STAGES: [Stage; 7] = [
    Stage::Blank,
    Stage::Practice,
    Stage::Lent,
    Stage::Frozen,
    Stage::Returned,
    Stage::Wiped,
    Stage::Lost,
];

#[cfg(test)]
mod tests;

//! What only the portal knows, asked before a fleet is written. Nothing of a fleet waits for it.

use super::Plan;
use crate::{portal::Portal, trouble::Trouble};

/// Seconds by which this computer's clock may differ from the portal's.
const PATIENCE: u64 = 86_400;

/// What the portal's clock says of this computer's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The same day, more or less.
    Right,
    /// Another day: vouchers would be judged wrongly.
    Wrong,
    /// The portal does not answer. Sticks can be written; whether their vouchers count there is not known.
    Unknown,
}

/// Asks the portal of the plan for its time.
///
/// # Errors
/// [`Trouble`] where the locator is not the structure's, or a network puts itself between.
pub async fn clock(plan: &Plan, now: u64) -> Result<Clock, Trouble> {
    let places = plan.locator.verify(plan.realm, &plan.structure);
    let places = places.map_err(|_| Trouble::StickState("the locator is not this structure's"))?;
    match Portal::new(&places)?.time().await {
        Ok(time) if time.abs_diff(now) <= PATIENCE => Ok(Clock::Right),
        Ok(_) => Ok(Clock::Wrong),
        // A date that is far off ends the certificates first.
        Err(Trouble::Date) => Ok(Clock::Wrong),
        Err(Trouble::Unreachable) => Ok(Clock::Unknown),
        Err(other) => Err(other),
    }
}

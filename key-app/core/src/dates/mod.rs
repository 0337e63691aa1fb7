//! When something can be done at a service, and until when. Pure: the day of today is an argument.
//!
//! - `rule` from what the catalogue says and the one date a person gives to a window of days
//! - `agenda` from what a person follows to what is due, the most urgent first
//! - `ics` the same for another calendar
//!
//! Not here: where it is kept, a clock, a word of a screen.

mod agenda;
mod ics;
mod rule;

pub use agenda::{Due, Ending, State, What, agenda, done};
pub use ics::calendar;
pub use rule::{Asked, Rule, Window};

//! When something can be done at a service, and until when. Pure: the day of today is an argument.
//!
//! - `rule` from what the catalogue says and the one date a person gives to a window of days
//!
//! Not here: what a person follows, a clock, a word of a screen.

mod rule;

pub use rule::{Rule, Window};

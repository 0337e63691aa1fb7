//! Spaces that go without their owner's word, for the admin: who they are nobody here knows.
//!
//! - `idle` nobody opens them any more: written down by the portal, to be read
//! - `said` the structure says that somebody died, or that it was a mistake
//! - `question` what is asked of the stores: by the portal itself where it runs

mod idle;
mod question;
mod said;

pub(crate) use idle::{IDLE, dormant, put};
pub use idle::{Idle, idle};
pub(crate) use question::{Question, by_portal};
pub use said::{Deceased, deceased, giver, say, withdraw};

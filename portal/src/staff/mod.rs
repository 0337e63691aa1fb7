//! Letting people into the structure's desk from beside the portal: the first of them, and whoever lost the
//! passkey that others came in by. And whom officers approved there, for the structure's key.
//!
//! - `people` who works at the desk · `helpers` who is approved there
//! - `question` what is asked of the store: by the portal itself where it runs

mod helpers;
mod people;
mod question;

pub use helpers::{approved, certified, stopped};
pub use people::{Invited, Role, StaffMember, end, invite, list};
pub(crate) use question::by_portal;

//! Letting people into the structure's desk from beside the portal: the first of them, and whoever lost the
//! passkey that others came in by. And whom officers approved there, for the structure's key.

mod question;

pub(crate) use question::by_portal;
pub use question::{Invited, Role, StaffMember, approved, certified, end, invite, list, stopped};

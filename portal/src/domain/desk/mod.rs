//! Rules of the structure's desk: who works there, and what they may do. Nothing here reads or opens a space.
//!
//! - `policy` who may do what: one table, apart from that of the API · `staff` who comes in, and who no longer
//! - `acts` what was done, in the order in which it was

pub(crate) mod acts;
pub(crate) mod policy;
pub(crate) mod staff;

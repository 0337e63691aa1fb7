//! Rules of the structure's desk: who works there, and what they may do. Nothing here reads or opens a space.
//!
//! - `policy` who may do what: one table, apart from that of the API · `staff` who comes in, and who no longer
//! - `approvals` whom an officer approves as a helper · `mandates` how many there are
//! - `stock` what is lent · `acts` what was done, in the order in which it was

pub(crate) mod acts;
pub(crate) mod approvals;
pub(crate) mod mandates;
pub(crate) mod policy;
pub(crate) mod staff;
pub(crate) mod stock;

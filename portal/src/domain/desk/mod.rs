//! Rules of the structure's desk: who works there, and what they may do. Nothing here reads or opens a space.
//!
//! - `policy` who may do what: one table, apart from that of the API · `staff` who comes in, and who no longer
//! - `approvals` whom an officer approves as a helper · `mandates` how many there are
//! - `activity` sessions with people, `choices` what can be said of them · `figures` of a month, `tally` what is
//!   counted as it happens, `masking` small numbers
//! - `gestures` what can be learnt, and attested · `needs` what a person would like to learn
//! - `stock` what is lent · `lending` how it goes out and comes back · `charter` what is agreed on
//! - `acts` what was done, in the order in which it was

pub(crate) mod activity;
pub(crate) mod acts;
pub(crate) mod approvals;
pub(crate) mod charter;
pub(crate) mod choices;
pub(crate) mod coop;
pub(crate) mod figures;
pub(crate) mod gestures;
pub(crate) mod lending;
pub(crate) mod mandates;
pub(crate) mod masking;
pub(crate) mod needs;
pub(crate) mod policy;
pub(crate) mod staff;
pub(crate) mod stock;
pub(crate) mod tally;

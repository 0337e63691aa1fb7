//! A space is opened and left.

mod finish;
mod logout;
mod start;

pub(super) use finish::finish;
pub(super) use logout::logout;
pub(super) use start::start;

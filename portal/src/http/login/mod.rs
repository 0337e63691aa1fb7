//! A space is opened and left; what opens it without a gate is frozen and let go.

mod finish;
mod logout;
mod start;
mod suspend;

pub(super) use finish::finish;
pub(super) use logout::logout;
pub(super) use start::start;
pub(super) use suspend::suspend;

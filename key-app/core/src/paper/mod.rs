//! A paper before it is put into a space.
//!
//! - `traces` what a picture says about where and when it was taken, left out
//!
//! Not here: what is done with a paper in a space (`space/`).

mod traces;

pub use traces::{Stripped, Traces, without_traces};

//! A paper before it is put into a space.
//!
//! - `traces` what a picture says about where and when it was taken, left out
//! - `print` pages of text as a PDF
//! - `scan` photos of a paper, made the pages of one PDF
//!
//! Not here: what is done with a paper in a space (`space/`).

pub(crate) mod print;
pub mod scan;
mod traces;

pub use traces::{Stripped, Traces, without_traces};

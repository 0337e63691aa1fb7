//! A paper before it is put into a space.
//!
//! - `traces` what a picture says about where and when it was taken, left out
//! - `print` pages of text as a PDF: a crate of its own, which the structure's desk links too
//! - `scan` photos of a paper, made the pages of one PDF
//!
//! Not here: what is done with a paper in a space (`space/`).

pub mod scan;
mod traces;

pub(crate) use printed as print;
pub use traces::{Stripped, Traces, without_traces};

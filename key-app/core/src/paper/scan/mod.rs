//! Photos of a paper, made the pages of one PDF: upright, cut out by four corners, straightened.
//!
//! - `picture` from bytes to pixels, within limits; from pixels to a JPEG that says nothing else
//! - `corners` where the paper lies on its photo · `straighten` the paper alone, seen from above
//! - `pdf` one page for each
//!
//! Everything is a function of the bytes it is given, and nothing is written anywhere. What a camera wrote
//! beside its pixels is gone after the first step: they alone are written again.

mod corners;
mod fault;
mod pdf;
mod picture;
mod straighten;

pub use corners::Corners;
pub use fault::Fault;
pub use pdf::{MOST_PAGES, pdf};
pub use picture::{MOST_BYTES, Turns, upright};
pub use straighten::straightened;

#[cfg(test)]
mod tests;

//! Sessions: written down in four presses, listed by month, taken out where one was a mistake.
//!
//! - `list` of a month, and what takes one out of it · `form` what is pressed and typed · `record` what it writes
//! - `month` how one is asked for and said

mod form;
mod list;
mod month;
mod record;

pub(super) use list::{labels, remove, see};
pub(super) use month::{month_of, of_month_words};
pub(super) use record::record;

//! Sessions with people, written down by those who held them: by day, in codes, without a name.
//!
//! - `write` what is written down, and taken out · `check` what makes no sense · `wrong` how that is named
//! - `look` what a month holds · `month` of a calendar

mod check;
mod look;
mod month;
mod write;
mod wrong;

pub(crate) use look::{day_of, of_month};
pub(crate) use month::Month;
#[cfg(test)]
pub(super) use tests::session;
pub(crate) use write::{remove, write, write_once};
pub(crate) use wrong::Wrong;

/// Letters of a word that is typed.
pub(crate) const LETTERS: usize = 80;
/// The longest session, in minutes.
pub(crate) const LONGEST: u16 = 600;
/// The most people at once.
pub(crate) const PEOPLE: u16 = 200;

/// What a session is kept under: its day, then eight random bytes.
pub(crate) type Name = [u8; 12];

#[cfg(test)]
mod tests;

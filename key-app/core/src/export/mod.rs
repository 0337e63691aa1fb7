//! What a person takes along: one ZIP with every paper and note as a file, what the program kept beside them,
//! and a page that any browser reads (`docs/export.md`).
//!
//! - `shape` what stands in its lists, frozen · `slips` from sheets to lists and back · `names` how its folders
//!   and files are called · `page` the page · `writer` one file after the other · `reader` what was written, and
//!   nothing else
//!
//! Not here: reading the papers of a space, or putting them into one (`space/`).

mod names;
mod page;
mod reader;
mod shape;
mod slips;
mod writer;

pub use reader::Archive;
pub use shape::Paper;
pub(crate) use shape::seconds;
pub(crate) use slips::{Lists, Sheets};
pub(crate) use writer::Writer;

/// The list of papers and notes.
const PAPERS: &str = "papiers.json";
/// The page.
const PAGE: &str = "index.html";
const DATES: &str = "dates.json";
const CONTACTS: &str = "contacts.json";
const LOGINS: &str = "logins.json";
const SETTINGS: &str = "settings.json";

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exported {
    /// Papers.
    pub papers: usize,
    /// Notes.
    pub notes: usize,
    /// Papers and notes that the portal has lost or damaged: the page names them.
    pub missing: usize,
}

/// What was put back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    /// Papers.
    pub papers: usize,
    /// Notes.
    pub notes: usize,
    /// Papers and notes that were there already.
    pub skipped: usize,
    /// Dates, contacts, logins and settings that are new here, or newer than what was here.
    pub slips: usize,
}

#[cfg(test)]
mod tests;

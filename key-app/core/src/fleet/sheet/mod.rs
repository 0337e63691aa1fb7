//! What is printed for a fleet: labels with numbers, and cards that say how to open. Nothing secret stands on
//! them: they are printed before anybody has a stick. The rescue card is another thing, made by the person's own app.

mod cards;
mod labels;
#[cfg(test)]
mod tests;

pub use cards::cards;
pub use labels::{LABELS, labels};

use crate::paper::print::encoded;

/// Longest name of a structure, and its longest number, in characters: what fits on a label.
const NAME: usize = 36;
const PHONE: usize = 20;

/// Why a sheet is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SheetFault {
    /// The name or the telephone number does not fit, or is empty.
    #[error("a name has 1 to 36 characters, a telephone number 1 to 20")]
    Long,
    /// A letter that the fonts of every printer lack.
    #[error("printers lack a letter of this: write it in Latin letters")]
    Letters,
    /// More labels are said to be gone than a sheet has.
    #[error("a sheet has 65 labels")]
    Gone,
}

/// What the structure says on paper.
#[derive(Debug, Clone)]
pub struct Said {
    name: Vec<u8>,
    phone: Vec<u8>,
    practice: bool,
}

impl Said {
    /// The structure's name and the telephone number that helps.
    ///
    /// # Errors
    /// [`SheetFault`] where they cannot be printed.
    pub fn new(name: &str, phone: &str) -> Result<Self, SheetFault> {
        let fits = |text: &str, longest| {
            let text = text.trim();
            match text.chars().count() {
                0 => Err(SheetFault::Long),
                long if long > longest => Err(SheetFault::Long),
                _ => encoded(text).ok_or(SheetFault::Letters),
            }
        };
        Ok(Self {
            name: fits(name, NAME)?,
            phone: fits(phone, PHONE)?,
            practice: false,
        })
    }

    /// The same for sticks with which nobody has anything real: whoever finds one sees it.
    #[must_use]
    pub fn for_practice(self, practice: bool) -> Self {
        Self { practice, ..self }
    }
}

//! Labels for sticks: a sheet of 65, of 38.1 × 21.2 mm, as every stationer has it.

use super::{Said, SheetFault};
use crate::{
    fleet::Numbers,
    paper::print::{Font, Page, encoded, pdf},
};

/// Labels of one sheet.
pub const LABELS: usize = COLUMNS * ROWS;
const COLUMNS: usize = 5;
const ROWS: usize = 13;
/// Millimetres of A4, and of the sheet's own measures.
const A4: (f32, f32) = (210.0, 297.0);
const LEFT: f32 = 4.75;
const TOP: f32 = 10.7;
const STEP: (f32, f32) = (40.6, 21.2);

/// A4 sheets with the number of each stick, the structure's name and its telephone number. `gone` labels of the first
/// sheet were used before.
///
/// # Errors
/// [`SheetFault::Gone`] where a whole sheet is gone.
pub fn labels(said: &Said, numbers: Numbers, gone: usize) -> Result<Vec<u8>, SheetFault> {
    if gone >= LABELS {
        return Err(SheetFault::Gone);
    }
    let mut pages = Vec::new();
    for (at, number) in (gone..).zip(numbers.each()) {
        if pages.is_empty() || at % LABELS == 0 {
            pages.push(Page::new(A4.1));
        }
        if let Some(page) = pages.last_mut() {
            label(page, at % LABELS, number, said);
        }
    }
    Ok(pdf(A4, b"Etiquettes", pages))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a sheet has five columns and thirteen rows"
)]
fn label(page: &mut Page, at: usize, number: u32, said: &Said) {
    let x = LEFT + (at % COLUMNS) as f32 * STEP.0 + 2.5;
    let mut y = TOP + (at / COLUMNS) as f32 * STEP.1;
    let number = number.to_string();
    if said.practice {
        let word = encoded("ENTRAÎNEMENT").unwrap_or_default();
        page.text((x, y + 4.0), Font::Bold, 7.0, &word);
        y += 1.6;
    }
    page.text((x, y + 9.0), Font::Bold, 22.0, number.as_bytes());
    page.text((x, y + 13.5), Font::Plain, 8.0, &said.phone);
    page.text((x, y + 17.5), Font::Plain, 4.5, &said.name);
}

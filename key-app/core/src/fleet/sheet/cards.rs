//! Cards to hand out with a stick: how to open it, and whom to call. They can be printed ahead, for no code and no
//! secret stands on them.

use super::Said;
use crate::{
    fleet::Numbers,
    paper::print::{Font, Page, encoded, pdf},
};

/// Millimetres of A6.
const A6: (f32, f32) = (105.0, 148.0);
const LEFT: f32 = 10.0;

/// What the card says, one idea a line.
const STEPS: [&str; 6] = [
    "1.  Branchez la clé sur un ordinateur.",
    "2.  Ouvrez la clé, puis le programme.",
    "3.  Choisissez votre langue.",
    "4.  Choisissez votre code. Il est à vous seul.",
    "5.  Gardez bien votre carte de secours.",
    "6.  À la fin : « Fermer et partir ».",
];

/// One page of A6 for each stick.
#[must_use]
pub fn cards(said: &Said, numbers: Numbers) -> Vec<u8> {
    let pages = numbers.each().map(|number| card(number, said)).collect();
    pdf(A6, b"Cartes", pages)
}

fn card(number: u32, said: &Said) -> Page {
    let mut page = Page::new(A6.1);
    let mut line = |y: f32, font, size, text: &str| {
        // What is written here is in every font.
        let text = encoded(text).unwrap_or_default();
        page.text((LEFT, y), font, size, &text);
    };
    line(20.0, Font::Bold, 22.0, &format!("Votre clé n° {number}"));
    if said.practice {
        line(
            27.0,
            Font::Bold,
            12.0,
            "Clé d’entraînement. Rien n’y est vrai.",
        );
    }
    let mut y = 34.0;
    for step in STEPS {
        line(y, Font::Plain, 12.0, step);
        y += 9.0;
    }
    line(
        y + 4.0,
        Font::Bold,
        12.0,
        "N’écrivez jamais votre code sur cette carte.",
    );
    line(
        y + 18.0,
        Font::Plain,
        12.0,
        "Clé perdue ? Code oublié ? Appelez :",
    );
    page.text((LEFT, y + 28.0), Font::Bold, 18.0, &said.phone);
    page.text((LEFT, y + 36.0), Font::Plain, 10.0, &said.name);
    page.frame((4.0, 4.0), (A6.0 - 8.0, A6.1 - 8.0));
    page
}

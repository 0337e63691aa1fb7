//! The page: in easy French, one idea a line, the badge inside. A name that printers have no letters for is left to
//! be written by hand.

use printed::{Attached, Font, Page, encoded, pdf_with};
use wire::Realm;

use super::{Learnt, make::code};

/// How the badge is called inside the page.
pub(super) const BADGE: &str = "badge.jwt";
/// Its media type.
pub(super) const MEDIA: &str = "application/jwt";
/// Millimetres of A4.
const A4: (f32, f32) = (210.0, 297.0);
const LEFT: f32 = 25.0;
/// Points between this margin and one of 20 millimetres.
const WIDE: f32 = (A4.0 - LEFT - 20.0) * 72.0 / 25.4;

/// The page; none where a sentence of ours has a letter that printers lack.
pub(super) fn page(learnt: &Learnt, structure: &str, realm: Realm, badge: &str) -> Option<Vec<u8>> {
    let mut page = Page::new(A4.1);
    if realm == Realm::Practice {
        page.across((50.0, 210.0), 90.0, &encoded("EXERCICE")?);
    }
    let mut line = |y: f32, font, size, text: &str| {
        page.text((LEFT, y), font, size, &encoded(text)?);
        Some(())
    };
    let (size, parts) = fitted(structure, 14.0);
    for (y, part) in [32.0, 39.0].into_iter().zip(parts) {
        line(y, Font::Plain, size, part)?;
    }
    line(52.0, Font::Bold, 28.0, "Attestation")?;
    let name = learnt.name.as_ref().map(super::Name::as_str);
    let name = name.filter(|name| encoded(name).is_some());
    line(70.0, Font::Plain, 12.0, "Nom et prénom :")?;
    let (size, parts) = fitted(name.unwrap_or(BLANK), 16.0);
    for (y, part) in [80.0, 87.0].into_iter().zip(parts) {
        line(y, Font::Bold, size, part)?;
    }
    line(98.0, Font::Plain, 14.0, "Cette personne sait faire seule :")?;
    let mut y = 110.0;
    for gesture in &learnt.gestures {
        line(y, Font::Bold, 15.0, &format!("–  {}", gesture.label))?;
        y += 10.0;
    }
    let shown = format!("Elle l’a montré à la structure le {}.", learnt.day);
    line(y + 6.0, Font::Plain, 14.0, &shown)?;
    line(
        y + 15.0,
        Font::Plain,
        14.0,
        "Ce n’est pas un examen. Il n’y a pas de note.",
    )?;
    line(
        230.0,
        Font::Plain,
        12.0,
        "Pour la structure : nom et signature",
    )?;
    line(
        272.0,
        Font::Plain,
        10.0,
        "Ce fichier contient un badge signé (Open Badges 3.0).",
    )?;
    line(
        277.5,
        Font::Plain,
        10.0,
        &format!("Code du badge : {}", code(badge)),
    )?;
    page.frame((LEFT, 233.0), (90.0, 26.0));
    let attached = Attached {
        name: BADGE,
        media: MEDIA,
        about: "Open Badge 3.0",
        bytes: badge.as_bytes(),
    };
    Some(pdf_with(A4, b"Attestation", vec![page], attached))
}

/// Where a name is written by hand.
const BLANK: &str = "........................................";

/// A text that stays within the margins: one line at this size where it fits, else two, and smaller where it must be.
fn fitted(text: &str, size: f32) -> (f32, Vec<&str>) {
    if widest(text) * size <= WIDE {
        return (size, vec![text]);
    }
    let halves = text
        .match_indices(' ')
        .map(|(at, space)| [&text[..at], &text[at + space.len()..]]);
    let longer = |[one, other]: &[&str; 2]| widest(one).max(widest(other));
    let best = halves.min_by(|one, other| longer(one).total_cmp(&longer(other)));
    let lines = best.map_or_else(|| vec![text], |halves| halves.to_vec());
    let most = lines
        .iter()
        .map(|line| widest(line))
        .fold(0.0_f32, f32::max);
    (size.min(WIDE / most), lines)
}

/// How wide a line can be at the most, in its own size: no letter of either font is wider than said here (Adobe's
/// metrics of Helvetica and Helvetica-Bold).
fn widest(text: &str) -> f32 {
    let letter = |letter: char| match letter {
        ' ' | '.' | ',' | '\'' | '’' | '-' => 0.334,
        'm' | 'w' | 'æ' | 'œ' | 'M' | 'W' | 'Æ' | 'Œ' => 1.0,
        '0'..='9' => 0.557,
        letter if letter.is_lowercase() => 0.612,
        letter if letter.is_uppercase() => 0.779,
        _ => 1.0,
    };
    text.chars().map(letter).sum()
}

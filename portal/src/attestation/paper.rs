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
    line(32.0, Font::Plain, 14.0, structure)?;
    line(52.0, Font::Bold, 28.0, "Attestation")?;
    let name = learnt.name.as_ref().map(super::Name::as_str);
    let name = name.filter(|name| encoded(name).is_some());
    line(70.0, Font::Plain, 12.0, "Nom et prénom :")?;
    line(80.0, Font::Bold, 16.0, name.unwrap_or(BLANK))?;
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

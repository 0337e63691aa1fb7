//! A paper of an invented person: whoever sees it, on a screen or on paper, sees that it counts nowhere.

use super::people::{Paper, Person};
use crate::paper::print::{Font, Page, encoded, pdf};

/// Millimetres of A4.
const A4: (f32, f32) = (210.0, 297.0);
/// What stands on every page.
pub(super) const MARK: &str = "EXERCICE";

/// One page of A4.
pub(super) fn sheet(person: &Person, paper: &Paper) -> Vec<u8> {
    let mut page = Page::new(A4.1);
    page.across((35.0, 245.0), 96.0, MARK.as_bytes());
    let mut line = |y: f32, font, size, text: &str| {
        page.text((25.0, y), font, size, &encoded(text).unwrap_or_default());
    };
    line(25.0, Font::Bold, 28.0, MARK);
    line(50.0, Font::Bold, 20.0, paper.title);
    line(62.0, Font::Plain, 14.0, person.name);
    let mut y = 78.0;
    for said in paper.says {
        line(y, Font::Plain, 12.0, said);
        y += 8.0;
    }
    line(
        y + 8.0,
        Font::Plain,
        12.0,
        "Personne inventée. Ce papier ne vaut rien.",
    );
    line(280.0, Font::Bold, 28.0, MARK);
    pdf(A4, MARK.as_bytes(), vec![page])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{catalogue::kinds, practice::PEOPLE};

    #[test]
    fn every_paper_is_marked_and_of_a_kind_that_there_is() {
        let kinds = kinds::bundled().unwrap();
        let mut papers = 0;
        for person in &PEOPLE {
            for paper in person.papers {
                let read = lopdf::Document::load_mem(&sheet(person, paper)).unwrap();
                let text = read.extract_text(&[1]).unwrap();
                assert_eq!(text.matches(MARK).count(), 3, "{}", paper.title);
                assert!(text.contains(person.name) && text.contains("ne vaut rien"));
                assert!(kinds.of_code(paper.kind).is_some(), "{}", paper.title);
                for said in paper.says.iter().chain([&paper.title]) {
                    assert!(encoded(said).is_some(), "{said}");
                }
                papers += 1;
            }
        }
        assert!(papers >= 12);
    }
}

//! Practice sticks on the page: how each is, and who it can be.

use super::{Problem, fleet::refused};
use key_core::practice::{CODE, Is, Line, PEOPLE, Person, Table};
use serde::Serialize;

/// What is plugged in.
#[derive(Serialize)]
pub(crate) struct PracticeView {
    people: Vec<PersonView>,
    /// The code of each practice stick.
    code: &'static str,
    /// Vouchers that are left; nothing before their folder or a practice stick said whose they are.
    left: Option<usize>,
    sticks: Vec<StickView>,
}

/// Somebody who does not exist.
#[derive(Serialize)]
struct PersonView {
    id: &'static str,
    name: &'static str,
}

/// One stick.
#[derive(Serialize)]
struct StickView {
    id: u64,
    /// How the computer calls it.
    name: String,
    /// "practice", "real", "empty", "other", "damaged", "working", "ready", "failed", or why it is not written on.
    state: &'static str,
    /// Whether it can be made anew.
    may: bool,
    /// Who it is now.
    who: Option<&'static str>,
    /// Why it was not made anew.
    trouble: Option<Problem>,
}

impl PracticeView {
    pub(crate) fn of(table: &Table) -> Self {
        let view = |person: &Person| PersonView {
            id: person.id,
            name: person.name,
        };
        Self {
            people: PEOPLE.iter().map(view).collect(),
            code: CODE,
            left: table.left(),
            sticks: (table.lines().iter())
                .map(|line| StickView::of(table, line))
                .collect(),
        }
    }
}

impl StickView {
    fn of(table: &Table, line: &Line) -> Self {
        let (state, who, trouble) = match &line.is {
            Is::Practice => ("practice", None, None),
            Is::Real => ("real", None, None),
            Is::Empty => ("empty", None, None),
            Is::Other => ("other", None, None),
            Is::Damaged => ("damaged", None, None),
            Is::Refused(refusal) => (refused(refusal).0, None, None),
            Is::Working => ("working", None, None),
            Is::Ready(person) => ("ready", Some(person.name), None),
            Is::Failed(fault) => ("failed", None, Some(fault.into())),
        };
        Self {
            id: line.id,
            name: line.place.name(),
            state,
            may: table.may_begin(line),
            who,
            trouble,
        }
    }
}

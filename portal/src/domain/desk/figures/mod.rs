//! Figures of a month: aggregates, small numbers masked, nothing that leads to a space or to somebody.
//!
//! - `month` how they are counted · `several` what one session may have several of · `named` places by their name ·
//!   `gestures` who made them

mod gestures;
mod month;
mod named;
mod several;

pub(crate) use month::of_month;

use wire::ceremony::Path;

use super::{
    choices::Choice,
    tally::{Counted, Took},
};
use crate::records::{ItemStage, Kind};

/// What a row of a figure is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Of {
    /// A choice of sessions.
    Choice(&'static Choice),
    /// Things of a kind in a stage.
    Stage(Kind, ItemStage),
    /// What was counted as it happened.
    Counted(Counted),
    /// Recoveries by this path.
    Path(Path),
    /// Recoveries that took so long.
    Took(Took),
    /// Sessions of which this was not noted.
    NotNoted,
    /// Sessions in which the person made the gestures.
    ByThePerson,
    /// Sessions in which somebody else did.
    ByAHelper,
    /// All sessions.
    All,
    /// Sessions at the place of this name.
    Named(String),
    /// Sessions at places without a name, or whose name has few.
    Unnamed,
}

/// One row: what it is about, and how many; none where that is masked.
pub(crate) type Row = (Of, Option<u64>);

/// Everything that is said of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Things lent, as they stand now.
    pub(crate) stock: Vec<Row>,
    /// How many sessions there were; none where that is masked.
    pub(crate) sessions: Option<u64>,
    /// Sessions by place.
    pub(crate) places: Vec<Row>,
    /// Sessions at places of the structure, by the name that somebody gave them; empty where none has enough.
    pub(crate) named: Vec<Row>,
    /// Sessions by theme; one session may have several.
    pub(crate) themes: Vec<Row>,
    /// Sessions by who made the gestures.
    pub(crate) postures: Vec<Row>,
    /// Sessions by language, those of which none was noted at the end; one may have several.
    pub(crate) languages: Vec<Row>,
    /// The same by aid.
    pub(crate) aids: Vec<Row>,
    /// Of a hundred sessions, in how many the person made the gestures; none where that would tell.
    pub(crate) by_the_person: Option<u64>,
    /// What that is of.
    pub(crate) gestures: Vec<Row>,
    /// Mandates given and stopped.
    pub(crate) mandates: Vec<Row>,
    /// Attestations made, and people asked what they would like to learn.
    pub(crate) learning: Vec<Row>,
    /// What they wished for.
    pub(crate) wishes: Vec<Row>,
    /// Recoveries by path.
    pub(crate) paths: Vec<Row>,
    /// Recoveries by how long they took.
    pub(crate) took: Vec<Row>,
}

#[cfg(test)]
mod tests;

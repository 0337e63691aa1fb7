//! Which papers are there, end soon, have ended or are missing. Pure: the day of today is an argument.

use super::shape::{Item, Need};
use crate::catalogue::kinds::Kind;
use jiff::{ToSpan, civil::Date};
use std::cmp::Reverse;

/// Days before its last day from which a paper ends soon.
pub const SOON_DAYS: i32 = 60;

/// A paper that a person holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The number of its kind.
    pub kind: u16,
    /// Its last day, where it has one.
    pub expires: Option<Date>,
    /// The day that stands on it, or else the day on which it was put in.
    pub dated: Date,
}

/// An item of a need, and how it stands.
#[derive(Debug, Clone)]
pub struct ItemStanding<'need> {
    /// The item.
    pub item: &'need Item,
    /// How it stands.
    pub standing: Standing<'need>,
}

/// How an item stands with the best of the papers that fit; each is named by its place among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'need> {
    /// It is there.
    Have {
        /// The paper.
        paper: usize,
    },
    /// It is there, and will have to be renewed.
    EndsSoon {
        /// The paper.
        paper: usize,
        /// Its last day.
        last: Date,
    },
    /// It was good until a day that has passed.
    Expired {
        /// The paper.
        paper: usize,
        /// Its last day.
        last: Date,
    },
    /// A more recent one is asked for.
    TooOld {
        /// The paper.
        paper: usize,
        /// The last day on which it was recent enough.
        last: Date,
    },
    /// No paper fits.
    Missing {
        /// Where to get the usual one.
        get: &'need str,
    },
}

impl Standing<'_> {
    /// The paper that it stands by, where one fits.
    #[must_use]
    pub fn paper(&self) -> Option<usize> {
        match *self {
            Self::Have { paper }
            | Self::EndsSoon { paper, .. }
            | Self::Expired { paper, .. }
            | Self::TooOld { paper, .. } => Some(paper),
            Self::Missing { .. } => None,
        }
    }
}

/// How every item of a need stands, in its order.
#[must_use]
pub fn standing<'need>(
    need: &'need Need,
    papers: &[Held],
    today: Date,
) -> Vec<ItemStanding<'need>> {
    let of = |item| ItemStanding {
        item,
        standing: of_item(item, papers, today),
    };
    need.items.iter().map(of).collect()
}

fn of_item<'need>(item: &'need Item, papers: &[Held], today: Date) -> Standing<'need> {
    let fitting = papers.iter().enumerate().filter_map(|(place, paper)| {
        let kind = item.one_of.iter().find(|kind| kind.code == paper.kind)?;
        Some((Worth::of(paper, item, kind, today), place))
    });
    // Among papers of the same worth the first one counts.
    match fitting.max_by_key(|(worth, place)| (*worth, Reverse(*place))) {
        Some((Worth::Good(..), paper)) => Standing::Have { paper },
        Some((Worth::EndsSoon(last), paper)) => Standing::EndsSoon { paper, last },
        Some((Worth::TooOld(last), paper)) => Standing::TooOld { paper, last },
        Some((Worth::Expired(last), paper)) => Standing::Expired { paper, last },
        None => Standing::Missing {
            get: item.one_of.first().map_or("", |kind| &kind.get),
        },
    }
}

/// What a paper that fits is worth, the least first; within each the later day is worth more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Worth {
    Expired(Date),
    TooOld(Date),
    EndsSoon(Date),
    /// Its last day, or that of the calendar; then the day that stands on it.
    Good(Date, Date),
}

impl Worth {
    fn of(paper: &Held, item: &Item, kind: &Kind, today: Date) -> Self {
        let ends = paper.expires.filter(|_| !item.even_expired);
        let months = item.fresh_months(kind);
        // Beyond the calendar nothing is ever too old.
        let recent = months.and_then(|m| paper.dated.checked_add(i32::from(m).months()).ok());
        match (ends, recent) {
            (Some(last), _) if last < today => Self::Expired(last),
            (_, Some(last)) if last < today => Self::TooOld(last),
            (Some(last), _) if is_soon(last, today) => Self::EndsSoon(last),
            _ => Self::Good(paper.expires.unwrap_or(Date::MAX), paper.dated),
        }
    }
}

fn is_soon(last: Date, today: Date) -> bool {
    let from = last.checked_sub(SOON_DAYS.days());
    from.is_ok_and(|from| from <= today)
}

#[cfg(test)]
mod tests;

//! Which of the papers that a service asks for are in the space.

use super::{ObjectView, Space};
use crate::{
    catalogue::needs::{Held, ItemStanding, Need, standing},
    sheets::Day,
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// How one thing that is asked for stands, with the paper that it stands by.
#[derive(Debug, Clone)]
pub struct Needed<'n> {
    /// What is asked for, and how it stands.
    pub item: ItemStanding<'n>,
    /// The paper, where one fits, however old it is.
    pub paper: Option<ObjectView>,
}

impl Space {
    /// How everything that a need asks for stands on a day. A paper counts from the day on which it was
    /// put in.
    #[must_use]
    pub fn needed<'n>(&self, need: &'n Need, today: Date, zone: &TimeZone) -> Vec<Needed<'n>> {
        let views: Vec<_> = self.everything().collect();
        let held: Vec<_> = views
            .iter()
            .map(|view| Held {
                kind: view.kind.0,
                expires: view.expires.and_then(|day| Day(day).date()),
                dated: put_in(view, zone).unwrap_or(today),
            })
            .collect();
        standing(need, &held, today)
            .into_iter()
            .map(|item| Needed {
                paper: item
                    .standing
                    .paper()
                    .and_then(|place| views.get(place).cloned()),
                item,
            })
            .collect()
    }
}

fn put_in(view: &ObjectView, zone: &TimeZone) -> Option<Date> {
    let seconds = i64::try_from(view.created).ok()?;
    let at = Timestamp::from_second(seconds).ok()?;
    Some(at.to_zoned(zone.clone()).date())
}

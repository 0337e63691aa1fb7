//! One rule for each way in which services count.
//!
//! - here what a rule counts from, as the catalogue and a person say it · `next` the window it gives

mod next;

pub use next::Window;

use crate::catalogue::{Confidence, Service, When};
use jiff::civil::Date;

/// How a service counts, with the date that it counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Every month, from one day to another.
    Monthly {
        /// The day of the month on which it opens; the last one of a shorter month.
        opens: i8,
        /// The same in February.
        opens_february: i8,
        /// The day on which it closes.
        closes: i8,
        /// Months from the opening to the closing.
        offset: i8,
    },
    /// Every so many months, during a whole month.
    EveryMonths {
        /// Any day of a month in which it was due.
        first: Date,
        /// How many.
        months: i8,
    },
    /// Between two days that somebody entered for this year.
    Between {
        /// The first.
        opens: Date,
        /// The last.
        closes: Date,
    },
    /// Before something ends.
    BeforeEnd {
        /// Its last day.
        end: Date,
        /// It can be done from so many days before.
        earliest: i32,
        /// It should be done until so many days before.
        latest: i32,
    },
    /// In the last months of each turn since a day.
    Anniversary {
        /// The day it began.
        since: Date,
        /// Months of a turn.
        months: i8,
        /// Whole months of a turn that pass before it opens.
        passed: i8,
    },
    /// Within days after something has happened.
    After {
        /// When it happened.
        event: Date,
        /// How many.
        within: i32,
    },
    /// Before something happens.
    Before {
        /// When it happens.
        event: Date,
        /// So many days before at the latest.
        latest: i32,
    },
}

/// The one date that a rule counts from, as a person is asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Asked {
    /// The last day of something that ends.
    End,
    /// The day on which something began.
    Beginning,
    /// A month in which it was due.
    Month,
    /// The day on which something happened or will happen.
    Event,
}

/// Days before the best time at which a reminder begins, where a service names no first day.
const EARLY: i32 = 30;

impl Rule {
    /// The rule of a service, counted from the one date that it needs. `None` where nobody has looked
    /// the rule up, where it has no day, or where the date is not there.
    #[must_use]
    pub fn of(service: &Service, date: Option<Date>) -> Option<Self> {
        if service.confidence == Confidence::Known {
            return None;
        }
        Some(match service.when {
            When::None { .. } | When::OnChange { .. } => return None,
            When::MonthlyWindow {
                opens_day: opens,
                opens_day_february: opens_february,
                closes_day: closes,
                closes_month_offset: offset,
                ..
            } => Self::Monthly {
                opens,
                opens_february,
                closes,
                offset,
            },
            When::EveryNMonths { months, .. } => Self::EveryMonths {
                first: date?,
                months,
            },
            When::AnnualWindow { opens, closes, .. } => Self::Between {
                opens: opens?,
                closes: closes?,
            },
            When::BeforeExpiry {
                earliest_days,
                latest_days: latest,
                ..
            } => Self::BeforeEnd {
                end: date?,
                earliest: earliest_days.unwrap_or(latest + EARLY),
                latest,
            },
            When::Anniversary {
                months,
                earliest_month,
                ..
            } => Self::Anniversary {
                since: date?,
                months,
                passed: earliest_month? - 1,
            },
            When::AfterEvent { within_days, .. } => Self::After {
                event: date?,
                within: within_days,
            },
            When::BeforeEvent { latest_days, .. } => Self::Before {
                event: date?,
                latest: latest_days?,
            },
        })
    }

    /// The date that a person has to give before the rule of a service can be counted. `None` where the
    /// service has no rule, `Some(None)` where its rule needs no date.
    #[must_use]
    pub fn asks(service: &Service) -> Option<Option<Asked>> {
        if Self::of(service, None).is_some() {
            return Some(None);
        }
        Self::of(service, Some(Date::constant(2026, 1, 1)))?;
        Some(Some(match service.when {
            When::EveryNMonths { .. } => Asked::Month,
            When::BeforeExpiry { .. } => Asked::End,
            When::Anniversary { .. } => Asked::Beginning,
            _ => Asked::Event,
        }))
    }
}

#[cfg(test)]
mod tests;

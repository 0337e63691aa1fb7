//! The window that is open, or the next one.

use super::{EARLY, Rule};
use jiff::{ToSpan, civil::Date};

/// A time in which something can be done. The one that closes first comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Window {
    /// The last day.
    pub closes: Date,
    /// The first day.
    pub opens: Date,
}

impl Rule {
    /// The window that is open on `today`, or else the next one. `None` where all is over, or where a
    /// day would lie beyond the calendar.
    #[must_use]
    pub fn next(&self, today: Date) -> Option<Window> {
        match *self {
            Self::Monthly {
                opens,
                opens_february,
                closes,
                offset,
            } => (-i32::from(offset)..=1).find_map(|away| {
                let month = today.first_of_month().checked_add(away.months()).ok()?;
                let opening = if month.month() == 2 {
                    opens_february
                } else {
                    opens
                };
                let closing = month.checked_add(i32::from(offset).months()).ok()?;
                Window {
                    opens: day_of(month, opening)?,
                    closes: day_of(closing, closes)?,
                }
                .not_over(today)
            }),
            Self::EveryMonths { first, months } => {
                let turn = turns(first, today, months);
                (turn..=turn + 1).find_map(|turn| {
                    let due = after(first.first_of_month(), turn * i32::from(months))?;
                    Window {
                        opens: due,
                        closes: due.last_of_month(),
                    }
                    .not_over(today)
                })
            }
            Self::Between { opens, closes } => Window { opens, closes }.not_over(today),
            Self::BeforeEnd {
                end,
                earliest,
                latest,
            } => best_or_late(before(end, earliest)?, before(end, latest)?, end, today),
            Self::Anniversary {
                since,
                months,
                passed,
            } => {
                // A turn ends on a day of its last month, so the one before may still go on.
                let turn = (turns(since, today, months) - 1).max(0);
                (turn..=turn + 2).find_map(|turn| {
                    // Counted from the first day each time: a day lost to a short month comes back.
                    let begins = turn * i32::from(months);
                    Window {
                        opens: after(since, begins + i32::from(passed))?,
                        closes: before(after(since, begins + i32::from(months))?, 1)?,
                    }
                    .not_over(today)
                })
            }
            Self::After { event, within } => Window {
                opens: event,
                closes: event.checked_add(within.days()).ok()?,
            }
            .not_over(today),
            Self::Before { event, latest } => {
                let best = before(event, latest)?;
                best_or_late(before(best, EARLY)?, best, before(event, 1)?, today)
            }
        }
    }
}

impl Window {
    /// Whether it can be done on `today`.
    #[must_use]
    pub fn is_open(&self, today: Date) -> bool {
        (self.opens..=self.closes).contains(&today)
    }

    fn not_over(self, today: Date) -> Option<Self> {
        (today <= self.closes).then_some(self)
    }
}

/// Late is better than never: after the best time it can still be done until the end.
fn best_or_late(opens: Date, best: Date, end: Date, today: Date) -> Option<Window> {
    let closes = if today <= best { best } else { end };
    Window { opens, closes }.not_over(today)
}

/// A day of a month, or its last one where it has fewer.
fn day_of(month: Date, day: i8) -> Option<Date> {
    let day = day.clamp(1, month.days_in_month());
    month.with().day(day).build().ok()
}

fn before(day: Date, days: i32) -> Option<Date> {
    day.checked_sub(days.days()).ok()
}

fn after(day: Date, months: i32) -> Option<Date> {
    day.checked_add(months.months()).ok()
}

/// Turns of so many months that have begun, by their months alone; none before the first.
fn turns(from: Date, to: Date, months: i8) -> i32 {
    let count = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
    ((count(to) - count(from)) / i32::from(months.max(1))).max(0)
}

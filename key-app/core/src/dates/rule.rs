//! One rule for each way in which services count.

use crate::catalogue::{Confidence, Service, When};
use jiff::{ToSpan, civil::Date};

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

/// A time in which something can be done. The one that closes first comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Window {
    /// The last day.
    pub closes: Date,
    /// The first day.
    pub opens: Date,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::bundled;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn rule(service: &str, from: Option<Date>) -> Option<Rule> {
        let found = bundled().ok().and_then(|all| all.service(service));
        assert!(found.is_some(), "{service} is not in the catalogue");
        Rule::of(found?, from)
    }

    fn window(service: &str, from: Option<Date>, today: Date) -> Option<(Date, Date)> {
        let window = rule(service, from)?.next(today)?;
        Some((window.opens, window.closes))
    }

    /// Every day of ten years, leap years among them.
    fn ten_years() -> impl Iterator<Item = Date> {
        date(2026, 1, 1).series(1.day()).take(3_653)
    }

    #[test]
    fn france_travail_opens_on_the_28th_and_on_the_26th_in_february() {
        let actualisation = |today| window("france-travail-actualisation", None, today);
        let march = Some((date(2026, 2, 26), date(2026, 3, 15)));
        for day in [date(2026, 2, 16), date(2026, 2, 26), date(2026, 3, 15)] {
            assert_eq!(actualisation(day), march, "{day}");
        }
        let april = Some((date(2026, 3, 28), date(2026, 4, 15)));
        assert_eq!(actualisation(date(2026, 3, 16)), april);
        let over_new_year = Some((date(2027, 12, 28), date(2028, 1, 15)));
        assert_eq!(actualisation(date(2028, 1, 1)), over_new_year);
    }

    #[test]
    fn france_travail_is_open_on_the_days_it_says_and_on_no_other() {
        for today in ten_years() {
            let opening = if today.month() == 2 { 26 } else { 28 };
            let said = today.day() >= opening || today.day() <= 15;
            let found = rule("france-travail-actualisation", None).and_then(|r| r.next(today));
            assert_eq!(found.map(|w| w.is_open(today)), Some(said), "{today}");
        }
    }

    #[test]
    fn rsa_and_prime_d_activite_come_every_third_month() {
        for service in ["rsa-declaration", "prime-activite"] {
            for today in ten_years() {
                let found = rule(service, Some(date(2025, 11, 30))).and_then(|r| r.next(today));
                let due = today.month() % 3 == 2;
                assert_eq!(found.map(|w| w.is_open(today)), Some(due), "{today}");
            }
            assert_eq!(window(service, None, date(2026, 1, 1)), None);
        }
    }

    #[test]
    fn css_and_titre_de_sejour_from_120_to_60_days_before_the_end() {
        for service in ["css", "titre-sejour"] {
            let end = date(2026, 12, 31);
            let best = (date(2026, 9, 2), date(2026, 11, 1));
            for today in [date(2026, 1, 1), best.0, best.1] {
                assert_eq!(window(service, Some(end), today), Some(best), "{today}");
            }
            let late = Some((best.0, end));
            assert_eq!(window(service, Some(end), date(2026, 11, 2)), late);
            assert_eq!(window(service, Some(end), date(2027, 1, 1)), None);
        }
    }

    #[test]
    fn ame_two_months_before_its_end() {
        let found = window("ame", Some(date(2026, 6, 30)), date(2026, 1, 1));
        assert_eq!(found, Some((date(2026, 4, 1), date(2026, 5, 1))));
    }

    #[test]
    fn logement_social_from_the_tenth_month_to_the_twelfth() {
        let since = Some(date(2024, 2, 29));
        let first = Some((date(2024, 11, 29), date(2025, 2, 27)));
        assert_eq!(window("logement-social", since, date(2024, 3, 1)), first);
        assert_eq!(window("logement-social", since, date(2025, 2, 27)), first);
        let leap = Some((date(2027, 11, 29), date(2028, 2, 28)));
        assert_eq!(window("logement-social", since, date(2027, 3, 1)), leap);
    }

    #[test]
    fn what_changes_each_year_or_was_never_looked_up_computes_nothing() {
        let any = Some(date(2026, 5, 5));
        for service in [
            "crous-dse",
            "cheque-energie",
            "impots-declaration",
            "pajemploi",
            "amendes",
            "aah",
        ] {
            assert_eq!(rule(service, any), None, "{service}");
        }
    }

    #[test]
    fn a_person_is_asked_for_the_date_that_a_rule_needs_and_for_no_other() {
        let asked = |service| {
            let found = bundled().ok().and_then(|all| all.service(service));
            found.and_then(Rule::asks)
        };
        assert_eq!(asked("france-travail-actualisation"), Some(None));
        assert_eq!(asked("rsa-declaration"), Some(Some(Asked::Month)));
        assert_eq!(asked("css"), Some(Some(Asked::End)));
        assert_eq!(asked("logement-social"), Some(Some(Asked::Beginning)));
        assert_eq!(asked("aah"), None);
    }

    fn some_day() -> impl Strategy<Value = Date> {
        (0..3_653_i32).prop_filter_map("a day", |n| date(2026, 1, 1).checked_add(n.days()).ok())
    }

    fn some_rule() -> impl Strategy<Value = Rule> {
        prop_oneof![
            (16..=31_i8, 16..=31_i8, 1..=15_i8).prop_map(|(opens, opens_february, closes)| {
                Rule::Monthly {
                    opens,
                    opens_february,
                    closes,
                    offset: 1,
                }
            }),
            (some_day(), 1..=24_i8).prop_map(|(first, months)| Rule::EveryMonths { first, months }),
            (some_day(), 1..=24_i8, 0..24_i8).prop_map(|(since, months, passed)| {
                Rule::Anniversary {
                    since,
                    months,
                    passed: passed % months,
                }
            }),
        ]
    }

    proptest! {
        #[test]
        fn a_window_is_not_over_and_has_a_first_and_a_last_day(rule in some_rule(), today in some_day()) {
            let Some(found) = rule.next(today) else {
                return Err(TestCaseError::fail("what comes again has a next time"));
            };
            prop_assert!(found.opens <= found.closes, "{found:?}");
            prop_assert!(today <= found.closes, "{found:?}");
        }

        #[test]
        fn until_a_window_closes_it_is_the_next_one(rule in some_rule(), today in some_day()) {
            let found = rule.next(today);
            let last = found.map_or(today, |window| window.closes);
            prop_assert_eq!(rule.next(last), found);
            let later = last.tomorrow().ok().and_then(|day| rule.next(day));
            prop_assert!(later > found, "{:?} after {:?}", later, found);
        }
    }
}

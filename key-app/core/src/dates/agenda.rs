//! What is due: followed services, days of the person's own, and papers that end.

use super::{Rule, Window};
use crate::{
    catalogue::Catalogue,
    sheets::{Day, Noted, Sheet, paper_key, service_key},
};
use jiff::{ToSpan, civil::Date};
use wire::ObjectId;

/// A paper that ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// The paper.
    pub paper: ObjectId,
    /// Its last day.
    pub end: Date,
    /// The service at which it is renewed, where one is known.
    pub service: Option<String>,
}

/// What a date is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A service that is followed, by its name in code.
    Service(String),
    /// A day of the person's own.
    Own {
        /// As the person wrote it.
        title: String,
        /// Minutes since midnight, where it has an hour.
        minute: Option<u16>,
    },
    /// A paper that ends.
    Paper {
        /// The paper.
        paper: ObjectId,
        /// Its last day.
        end: Date,
    },
}

/// How a date stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum State {
    /// It can be done now.
    Open,
    /// It is done, and may be undone.
    Done,
    /// It cannot be done yet.
    Coming,
    /// Its last day has passed.
    Over,
}

/// One date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Its name in the sheet.
    pub name: String,
    /// What it is about.
    pub what: What,
    /// When it can be done.
    pub window: Window,
    /// How it stands.
    pub state: State,
}

/// Days before a day of one's own, or before a paper ends, from which it counts as something to do.
const OWN_EARLY: i32 = 7;
const PAPER_EARLY: i32 = 60;
/// Days for which something that is over is still shown.
const OVER_SHOWN: i32 = 30;

/// Everything that is due on `today` or later, and what ended in the last 30 days: the most urgent first.
/// A service whose rule is not sure has no date here.
#[must_use]
pub fn agenda(
    sheet: &Sheet<Noted>,
    endings: &[Ending],
    catalogue: &Catalogue,
    today: Date,
) -> Vec<Due> {
    let noted = sheet.iter().flat_map(|(name, noted)| match noted {
        Noted::Service { from, done } => name
            .strip_prefix("service/")
            .map(|service| followed(service, *from, *done, catalogue, today))
            .unwrap_or_default(),
        Noted::Own {
            title,
            day,
            minute,
            done,
        } => own(name, title, *day, *minute, *done, today)
            .into_iter()
            .collect(),
        Noted::Paper { .. } => Vec::new(),
    });
    let papers = endings
        .iter()
        .filter_map(|ending| ends(ending, sheet, catalogue, today));
    let mut all: Vec<Due> = noted.chain(papers).collect();
    all.sort_by(|a, b| (a.window, &a.name).cmp(&(b.window, &b.name)));
    all
}

/// What stands in the sheet once a date is done, or no longer is. `None` where there is nothing to do.
#[must_use]
pub fn done(due: &Due, before: Option<&Noted>, is_done: bool, today: Date) -> Option<Noted> {
    match (&due.what, before) {
        (What::Service(_), Some(Noted::Service { from, .. })) => Some(Noted::Service {
            from: *from,
            // Done early counts for the window that opens later; undone, the ones before stay done.
            done: if is_done {
                Day::of(today.max(due.window.opens))
            } else {
                due.window.opens.yesterday().ok().and_then(Day::of)
            },
        }),
        (
            What::Own { .. },
            Some(Noted::Own {
                title, day, minute, ..
            }),
        ) => Some(Noted::Own {
            title: title.clone(),
            day: *day,
            minute: *minute,
            done: is_done,
        }),
        (What::Paper { end, .. }, _) => Some(Noted::Paper {
            done: is_done.then(|| Day::of(*end)).flatten(),
        }),
        _ => None,
    }
}

/// The window of a followed service; where that one is done, the next one as well.
fn followed(
    service: &str,
    from: Option<Day>,
    done: Option<Day>,
    catalogue: &Catalogue,
    today: Date,
) -> Vec<Due> {
    let rule = catalogue
        .service(service)
        .and_then(|service| Rule::of(service, from.and_then(Day::date)));
    let Some((rule, window)) = rule.and_then(|rule| Some((rule, rule.next(today)?))) else {
        return Vec::new();
    };
    let is_done = |window: Window| done.and_then(Day::date).is_some_and(|d| d >= window.opens);
    let due = |window: Window| Due {
        name: service_key(service),
        what: What::Service(service.to_owned()),
        window,
        state: state(window, is_done(window), today),
    };
    let mut all = vec![due(window)];
    if is_done(window)
        && let Some(later) = window.closes.tomorrow().ok().and_then(|day| rule.next(day))
        // The same thing, late, is not another one.
        && later.opens > window.closes
    {
        all.push(due(later));
    }
    all
}

fn own(
    name: &str,
    title: &str,
    day: Day,
    minute: Option<u16>,
    done: bool,
    today: Date,
) -> Option<Due> {
    let closes = day.date()?;
    let opens = closes.checked_sub(OWN_EARLY.days()).ok()?;
    still_shown(
        Due {
            name: name.to_owned(),
            what: What::Own {
                title: title.to_owned(),
                minute,
            },
            window: Window { closes, opens },
            state: state(Window { closes, opens }, done, today),
        },
        today,
    )
}

fn ends(ending: &Ending, sheet: &Sheet<Noted>, catalogue: &Catalogue, today: Date) -> Option<Due> {
    let rule = ending
        .service
        .as_deref()
        .and_then(|service| catalogue.service(service))
        .and_then(|service| Rule::of(service, Some(ending.end)));
    let window = match rule {
        Some(rule @ Rule::BeforeEnd { .. }) => rule.next(today),
        _ => None,
    };
    let window = window.unwrap_or(Window {
        closes: ending.end,
        opens: ending.end.checked_sub(PAPER_EARLY.days()).ok()?,
    });
    let name = paper_key(ending.paper);
    let done = match sheet.get(&name) {
        // A renewed paper ends later: then there is something to do again.
        Some(Noted::Paper { done }) => done.and_then(Day::date).is_some_and(|d| d >= ending.end),
        _ => false,
    };
    still_shown(
        Due {
            name,
            what: What::Paper {
                paper: ending.paper,
                end: ending.end,
            },
            window,
            state: state(window, done, today),
        },
        today,
    )
}

fn state(window: Window, done: bool, today: Date) -> State {
    if done {
        State::Done
    } else if window.is_open(today) {
        State::Open
    } else if today < window.opens {
        State::Coming
    } else {
        State::Over
    }
}

/// What is done goes with its last day; what was missed stays a month, so that nobody wonders.
fn still_shown(due: Due, today: Date) -> Option<Due> {
    let last = due.window.closes;
    let shown = match due.state {
        State::Done => last >= today,
        State::Over => last.checked_add(OVER_SHOWN.days()).ok()? >= today,
        State::Open | State::Coming => true,
    };
    shown.then_some(due)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::bundled;
    use jiff::civil::date;

    fn sheet(noted: &[(&str, Noted)]) -> Sheet<Noted> {
        let mut sheet = Sheet::default();
        for (name, noted) in noted {
            assert!(sheet.put(name, Some(noted.clone()), 1).is_ok());
        }
        sheet
    }

    fn due(sheet: &Sheet<Noted>, endings: &[Ending], today: Date) -> Vec<(String, State, Date)> {
        let Ok(catalogue) = bundled() else {
            panic!("the catalogue does not read");
        };
        agenda(sheet, endings, catalogue, today)
            .into_iter()
            .map(|due| (due.name, due.state, due.window.closes))
            .collect()
    }

    fn service(from: Option<Date>, done: Option<Date>) -> Noted {
        Noted::Service {
            from: from.and_then(Day::of),
            done: done.and_then(Day::of),
        }
    }

    #[test]
    fn what_closes_first_comes_first_and_what_is_done_shows_its_next_time() {
        let work = service(None, Some(date(2026, 11, 28)));
        let css = service(Some(date(2026, 12, 31)), None);
        let sheet = sheet(&[
            ("service/france-travail-actualisation", work),
            ("service/css", css),
        ]);
        let found = due(&sheet, &[], date(2026, 11, 30));
        let expected = [
            (
                "service/france-travail-actualisation",
                State::Done,
                date(2026, 12, 15),
            ),
            ("service/css", State::Open, date(2026, 12, 31)),
            (
                "service/france-travail-actualisation",
                State::Coming,
                date(2027, 1, 15),
            ),
        ];
        let expected = expected.map(|(name, state, day)| (name.to_owned(), state, day));
        assert_eq!(found, expected);
    }

    #[test]
    fn what_was_done_before_its_best_time_ended_does_not_come_back_late() {
        let done = service(Some(date(2026, 12, 31)), Some(date(2026, 9, 10)));
        let sheet = sheet(&[("service/css", done)]);
        for today in [date(2026, 9, 10), date(2026, 11, 2), date(2026, 12, 31)] {
            let states: Vec<_> = due(&sheet, &[], today).into_iter().map(|d| d.1).collect();
            assert_eq!(states, [State::Done], "{today}");
        }
    }

    #[test]
    fn a_service_that_nobody_looked_up_has_no_date() {
        let sheet = sheet(&[("service/aah", service(Some(date(2026, 12, 31)), None))]);
        assert_eq!(due(&sheet, &[], date(2026, 12, 1)), []);
    }

    #[test]
    fn a_day_of_ones_own_is_shown_until_a_month_after() {
        let own = |done| {
            let day = Day::of(date(2026, 12, 10));
            sheet(&[(
                "own/1",
                Noted::Own {
                    title: "Rendez-vous".into(),
                    day: day.unwrap_or(Day(0)),
                    minute: None,
                    done,
                },
            )])
        };
        let state = |done, today| due(&own(done), &[], today).first().map(|d| d.1);
        assert_eq!(state(false, date(2026, 12, 2)), Some(State::Coming));
        assert_eq!(state(false, date(2026, 12, 3)), Some(State::Open));
        assert_eq!(state(false, date(2026, 12, 10)), Some(State::Open));
        assert_eq!(state(false, date(2026, 12, 11)), Some(State::Over));
        assert_eq!(state(false, date(2027, 1, 9)), Some(State::Over));
        assert_eq!(state(false, date(2027, 1, 10)), None);
        assert_eq!(state(true, date(2026, 12, 10)), Some(State::Done));
        assert_eq!(state(true, date(2026, 12, 11)), None);
    }

    #[test]
    fn a_paper_that_ends_follows_the_service_that_renews_it() {
        let paper = ObjectId([7; 16]);
        let ending = |service: Option<&str>| Ending {
            paper,
            end: date(2026, 12, 31),
            service: service.map(str::to_owned),
        };
        let empty = Sheet::default();
        let first = |ending, today| due(&empty, &[ending], today).first().map(|d| (d.1, d.2));
        let best = Some((State::Open, date(2026, 11, 1)));
        assert_eq!(first(ending(Some("titre-sejour")), date(2026, 9, 2)), best);
        let coming = Some((State::Coming, date(2026, 12, 31)));
        assert_eq!(first(ending(None), date(2026, 10, 31)), coming);
        let open = Some((State::Open, date(2026, 12, 31)));
        assert_eq!(first(ending(None), date(2026, 11, 1)), open);
        let over = Some((State::Over, date(2026, 12, 31)));
        assert_eq!(first(ending(None), date(2027, 1, 30)), over);
        assert_eq!(first(ending(None), date(2027, 1, 31)), None);
    }

    #[test]
    fn done_and_undone_are_each_others_opposite() {
        let Ok(catalogue) = bundled() else {
            panic!("the catalogue does not read");
        };
        let today = date(2026, 11, 2);
        let endings = [Ending {
            paper: ObjectId([7; 16]),
            end: date(2026, 12, 31),
            service: None,
        }];
        let own = Noted::Own {
            title: "Dr".into(),
            day: Day(20_760),
            minute: None,
            done: false,
        };
        let before = sheet(&[
            ("own/1", own),
            ("service/css", service(Some(date(2026, 12, 31)), None)),
        ]);
        let states = |sheet: &Sheet<Noted>| {
            agenda(sheet, &endings, catalogue, today)
                .into_iter()
                .map(|due| (due.name, due.state))
                .collect::<Vec<_>>()
        };
        for due in agenda(&before, &endings, catalogue, today) {
            let mut sheet = before.clone();
            for is_done in [true, false] {
                let noted = done(&due, sheet.get(&due.name), is_done, today);
                assert!(noted.is_some(), "{due:?}");
                assert!(sheet.put(&due.name, noted, 2).is_ok());
                let found = states(&sheet)
                    .into_iter()
                    .find(|(name, _)| *name == due.name);
                let wanted = if is_done { State::Done } else { due.state };
                assert_eq!(found, Some((due.name.clone(), wanted)));
            }
        }
    }
}

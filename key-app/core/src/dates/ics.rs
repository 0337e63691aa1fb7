//! Dates for another calendar (RFC 5545): whole days, and an hour where there is one.

use super::{Due, State, What};
use icalendar::{Calendar, Component, Event, Property};
use jiff::{SignedDuration, civil::Date};

/// A calendar of what is still to do. `title` says what a date is about; `stamp` is the moment of writing,
/// in Unix seconds.
#[must_use]
pub fn calendar(due: &[Due], title: impl Fn(&Due) -> String, stamp: u64) -> String {
    let mut calendar = Calendar::new();
    let stamp = written_at(stamp);
    for due in due {
        if matches!(due.state, State::Open | State::Coming) {
            calendar.push(event(due, &title(due), &stamp));
        }
    }
    calendar.done().to_string()
}

fn event(due: &Due, title: &str, stamp: &str) -> Event {
    let last = due.window.closes;
    let mut event = Event::new();
    // The same date is the same event, however often it is taken along.
    event.uid(&format!("{}-{}@cle", due.name.replace('/', "-"), day(last)));
    event.add_property("DTSTAMP", stamp);
    event.summary(title);
    match &due.what {
        What::Own {
            minute: Some(minute),
            ..
        } => {
            // No time zone: the hour is that of the place where it happens.
            let at = format!("{}T{:02}{:02}00", day(last), minute / 60, minute % 60);
            event.add_property("DTSTART", &at);
        }
        _ => {
            let mut start = Property::new("DTSTART", day(last));
            start.add_parameter("VALUE", "DATE");
            event.append_property(start);
        }
    }
    event.done()
}

fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

fn written_at(stamp: u64) -> String {
    let after = SignedDuration::from_secs(i64::try_from(stamp).unwrap_or_default());
    let at = jiff::Timestamp::UNIX_EPOCH
        .checked_add(after)
        .unwrap_or_default();
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::Window;
    use jiff::civil::date;

    fn due(name: &str, what: What, state: State) -> Due {
        Due {
            name: name.into(),
            what,
            window: Window {
                closes: date(2026, 12, 1),
                opens: date(2026, 11, 1),
            },
            state,
        }
    }

    #[test]
    fn what_is_still_to_do_is_taken_along_and_nothing_else() {
        let own = What::Own {
            title: "Docteur".into(),
            minute: Some(570),
        };
        let service = What::Service("css".into());
        let all = [
            due("own/1", own, State::Open),
            due("service/css", service.clone(), State::Coming),
            due("service/apl", service.clone(), State::Done),
            due("service/ame", service, State::Over),
        ];
        let title = |due: &Due| format!("Voir, {};\nici", due.name);
        let written = calendar(&all, title, 1_795_305_600);
        let lines: Vec<_> = written
            .lines()
            .filter(|line| !line.starts_with("PRODID"))
            .collect();
        assert_eq!(
            lines,
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "CALSCALE:GREGORIAN",
                "BEGIN:VEVENT",
                "DTSTAMP:20261122T000000Z",
                "DTSTART:20261201T093000",
                "SUMMARY:Voir\\, own/1\\;\\nici",
                "UID:own-1-20261201@cle",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "DTSTAMP:20261122T000000Z",
                "DTSTART;VALUE=DATE:20261201",
                "SUMMARY:Voir\\, service/css\\;\\nici",
                "UID:service-css-20261201@cle",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        );
    }
}

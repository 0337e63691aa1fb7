//! What a person follows: services, days of their own, and papers that end.

use super::shape::Content;
use crypto::space::Kind;
use jiff::{Span, civil::Date};
use minicbor::{Decode, Encode};
use wire::ObjectId;

/// Days since 1970-01-01, as the end of a paper is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(transparent)]
pub struct Day(#[n(0)] pub u32);

/// One thing in the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Noted {
    /// A service that is followed.
    #[n(0)]
    Service {
        /// The date that its rule counts from, where it needs one.
        #[n(0)]
        from: Option<Day>,
        /// Done for every window that was open on this day or before it.
        #[n(1)]
        done: Option<Day>,
    },
    /// A day of the person's own.
    #[n(1)]
    Own {
        /// As the person wrote it.
        #[n(0)]
        title: String,
        /// The day.
        #[n(1)]
        day: Day,
        /// Minutes since midnight, where it has an hour.
        #[n(2)]
        minute: Option<u16>,
        /// Whether it is done.
        #[n(3)]
        done: bool,
    },
    /// A paper that ends, seen to on a day.
    #[n(2)]
    Paper {
        /// Seen to for every end up to this one.
        #[n(0)]
        done: Option<Day>,
    },
}

impl Content for Noted {
    const KIND: Kind = Kind::DATES;
}

/// The name of a followed service in the sheet.
#[must_use]
pub fn service_key(service: &str) -> String {
    format!("service/{service}")
}

/// The name of a day of the person's own.
#[must_use]
pub fn own_key(id: ObjectId) -> String {
    format!("own/{}", id.to_hex())
}

/// The name of a paper that ends.
#[must_use]
pub fn paper_key(paper: ObjectId) -> String {
    format!("paper/{}", paper.to_hex())
}

impl Day {
    const FIRST: Date = Date::constant(1970, 1, 1);

    /// The day of a date; `None` before 1970.
    #[must_use]
    pub fn of(date: Date) -> Option<Self> {
        let days = date.since(Self::FIRST).ok()?.get_days();
        u32::try_from(days).ok().map(Self)
    }

    /// Its date; `None` beyond the calendar.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        let days = Span::new().try_days(self.0).ok()?;
        Self::FIRST.checked_add(days).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::Sheet;
    use jiff::civil::date;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_day_is_its_date(days in 0..60_000_u32) {
            prop_assert_eq!(Day(days).date().and_then(Day::of), Some(Day(days)));
        }
    }

    #[test]
    fn days_outside_the_calendar_are_none() {
        assert_eq!(Day::of(date(1970, 1, 1)), Some(Day(0)));
        assert_eq!(Day::of(date(1969, 12, 31)), None);
        assert_eq!(Day(u32::MAX).date(), None);
    }

    #[test]
    fn its_bytes_are_frozen() {
        let mut sheet = Sheet::default();
        let followed = Noted::Service {
            from: Some(Day(20_000)),
            done: None,
        };
        let own = Noted::Own {
            title: "Dr".into(),
            day: Day(20_001),
            minute: Some(570),
            done: true,
        };
        let kept = [
            ("own/1", own, 5),
            ("paper/2", Noted::Paper { done: Some(Day(3)) }, 6),
            ("service/css", followed, 7),
        ];
        for (name, noted, now) in kept {
            assert!(sheet.put(name, Some(noted), now).is_ok());
        }
        let mut bytes = vec![0x82, 0x01, 0x83];
        bytes.extend(*b"\x83\x65own/1\x05\x82\x01\x84\x62Dr\x19\x4e\x21\x19\x02\x3a\xf5");
        bytes.extend(*b"\x83\x67paper/2\x06\x82\x02\x81\x03");
        bytes.extend(*b"\x83\x6bservice/css\x07\x82\x00\x81\x19\x4e\x20");
        assert_eq!(sheet.bytes(), bytes);
        assert_eq!(Sheet::read(&bytes).ok(), Some(sheet));
    }
}

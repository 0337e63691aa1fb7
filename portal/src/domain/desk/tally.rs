//! How often something happened, by month: a number and nothing else. No row says of whom, and none can be led
//! back to a space.

use jiff::{Timestamp, tz::TimeZone};
use wire::ceremony::Path;

use super::activity::Month;
use crate::{
    domain::{DAY, Outcome},
    records::Tally,
    store::{Read, StoreError, Tx},
};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counted {
    /// A mandate was given.
    MandateGiven,
    /// A mandate was stopped by its owner before its days were over, and not given again at once.
    MandateStopped,
    /// An attestation was made.
    Attested,
    /// Somebody was asked what they would like to learn.
    Asked,
    /// Somebody wished to learn the gesture with this code.
    Wished(u8),
    /// A space was opened again, by this path, after so long.
    Recovery(Path, Took),
}

/// How long a recovery took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Took {
    /// Less than an hour.
    Hour,
    /// Less than a day.
    Day,
    /// Less than three days.
    ThreeDays,
    /// More.
    Longer,
}

impl Took {
    /// Every band, the shortest first.
    pub(crate) const ALL: [Self; 4] = [Self::Hour, Self::Day, Self::ThreeDays, Self::Longer];

    /// The band of so many seconds.
    pub(crate) fn of(seconds: u64) -> Self {
        match seconds {
            0..3_600 => Self::Hour,
            3_600..DAY => Self::Day,
            s if s < 3 * DAY => Self::ThreeDays,
            _ => Self::Longer,
        }
    }
}

/// Gestures that can be counted.
const WISHES: u8 = 40;

impl Counted {
    /// In keys. Never changes.
    fn code(self) -> u8 {
        match self {
            Self::MandateGiven => 1,
            Self::MandateStopped => 2,
            Self::Attested => 100,
            Self::Asked => 101,
            Self::Wished(gesture) => 110 + gesture.min(WISHES - 1),
            Self::Recovery(path, took) => {
                let path = match path {
                    Path::WithCard => 10,
                    Path::WithoutCard => 20,
                };
                let took = match took {
                    Took::Hour => 0,
                    Took::Day => 1,
                    Took::ThreeDays => 2,
                    Took::Longer => 3,
                };
                path + took
            }
        }
    }
}

/// Counts one.
pub(crate) fn count(tx: &mut Tx<'_>, what: Counted, now: u64) -> Outcome<()> {
    let key = key(month_of(now), what);
    let before: Option<Tally> = tx.get_record(&key)?;
    let count = before.map_or(0, |row| row.count).saturating_add(1);
    tx.put_record(key, &Tally { count });
    Ok(())
}

/// How often it happened in a month.
pub(crate) fn read(read: &impl Read, month: Month, what: Counted) -> Result<u64, StoreError> {
    let row: Option<Tally> = read.get_record(&key(month, what))?;
    Ok(row.map_or(0, |row| row.count))
}

fn key(month: Month, what: Counted) -> [u8; 4] {
    let [a, b, c] = month.prefix();
    [a, b, c, what.code()]
}

/// The month of Unix seconds, at Greenwich: a rule knows no other place.
fn month_of(now: u64) -> Month {
    let seconds = i64::try_from(now).unwrap_or(i64::MAX);
    let time = Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX);
    Month::of(time.to_zoned(TimeZone::UTC).date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Memory, Store};

    #[test]
    fn each_is_counted_in_its_month_alone() {
        let store = Store::start(Memory::new()).unwrap();
        let slow = Counted::Recovery(Path::WithoutCard, Took::of(49 * 3_600));
        // 30 November 2026, 23:59:59, and a second later.
        let (november, december) = (1_796_083_199, 1_796_083_200);
        let wrote = store.write(move |tx| {
            count(tx, Counted::MandateGiven, november)?;
            count(tx, Counted::MandateGiven, november)?;
            count(tx, Counted::MandateGiven, december)?;
            count(tx, slow, november)
        });
        wrote.unwrap();
        let found = |month: &str, what| {
            let month = month.parse().unwrap();
            store.read(|reader| read(reader, month, what)).unwrap()
        };
        assert_eq!(found("2026-11", Counted::MandateGiven), 2);
        assert_eq!(found("2026-12", Counted::MandateGiven), 1);
        assert_eq!(found("2026-11", Counted::MandateStopped), 0);
        assert_eq!(found("2026-11", slow), 1);
        let fast = Counted::Recovery(Path::WithoutCard, Took::Hour);
        assert_eq!(found("2026-11", fast), 0);
    }

    #[test]
    fn codes_never_change() {
        let mut codes = vec![Counted::MandateGiven.code(), Counted::MandateStopped.code()];
        for path in [Path::WithCard, Path::WithoutCard] {
            codes.extend(Took::ALL.map(|took| Counted::Recovery(path, took).code()));
        }
        codes.extend([Counted::Attested, Counted::Asked].map(Counted::code));
        codes.extend([0, 7].map(|gesture| Counted::Wished(gesture).code()));
        let frozen = [1, 2, 10, 11, 12, 13, 20, 21, 22, 23, 100, 101, 110, 117];
        assert_eq!(codes, frozen);
    }
}

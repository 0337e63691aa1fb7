//! How a day is said, where the structure is. Its time zone comes from the settings, and goes with each request:
//! the computer that the portal runs on is often far away, or in no zone at all.

use core::future::Future;

use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

tokio::task_local! {
    static ZONE: TimeZone;
}

/// Answers a request with days of this zone.
pub(super) async fn within<F: Future>(zone: TimeZone, answer: F) -> F::Output {
    ZONE.scope(zone, answer).await
}

/// The moment of Unix seconds where the structure is.
pub(super) fn zoned(time: u64) -> Zoned {
    let time = i64::try_from(time)
        .ok()
        .and_then(|seconds| Timestamp::from_second(seconds).ok())
        .unwrap_or(Timestamp::MAX);
    let zone = ZONE.try_with(TimeZone::clone);
    time.to_zoned(zone.unwrap_or(TimeZone::UTC))
}

/// Which day it is there.
pub(super) fn today(now: u64) -> Date {
    zoned(now).date()
}

/// « 26 novembre 2026 ».
pub(super) fn day(time: u64) -> String {
    let day = zoned(time);
    format!("{} {} {}", day.day(), month_name(day.month()), day.year())
}

/// « 26 novembre 2026 à 9 h 05 ».
pub(super) fn moment(time: u64) -> String {
    let at = zoned(time);
    format!("{} à {} h {:02}", day(time), at.hour(), at.minute())
}

/// « novembre »; nothing for a number that is no month.
pub(super) fn month_name(month: i8) -> &'static str {
    let place = usize::try_from(month - 1).unwrap_or(usize::MAX);
    MONTHS.get(place).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_day_begins_where_the_structure_is() {
        // 30 November 2026, 23:30 in Greenwich.
        let time = 1_796_081_400;
        for (zone, said) in [
            ("Europe/Paris", "1 décembre 2026 à 0 h 30"),
            ("America/Martinique", "30 novembre 2026 à 19 h 30"),
            ("Indian/Reunion", "1 décembre 2026 à 3 h 30"),
        ] {
            let zone = TimeZone::get(zone).unwrap();
            assert_eq!(within(zone, async { moment(time) }).await, said);
        }
    }

    #[test]
    fn a_day_is_said_in_french_and_no_time_breaks_it() {
        assert!(day(1_795_305_600).ends_with("novembre 2026"));
        assert!(moment(1_795_305_600).contains(" à "));
        assert!(day(u64::MAX).contains("9999"));
        assert_eq!(month_name(0), "");
        assert_eq!(month_name(12), "décembre");
    }
}

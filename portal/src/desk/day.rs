//! How a day is said, in the time zone of the computer that the portal runs on.

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

/// The moment of Unix seconds where the structure is.
pub(super) fn zoned(time: u64) -> Zoned {
    let time = i64::try_from(time)
        .ok()
        .and_then(|seconds| Timestamp::from_second(seconds).ok())
        .unwrap_or(Timestamp::MAX);
    time.to_zoned(TimeZone::system())
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

    #[test]
    fn a_day_is_said_in_french_and_no_time_breaks_it() {
        assert!(day(1_795_305_600).ends_with("novembre 2026"));
        assert!(moment(1_795_305_600).contains(" à "));
        assert!(day(u64::MAX).contains("9999"));
        assert_eq!(month_name(0), "");
        assert_eq!(month_name(12), "décembre");
    }
}

//! A month: in an address, and in words.

use wire::Code;

use crate::{
    desk::{
        day::{month_name, today},
        form::Form,
    },
    domain::desk::activity::Month,
};

/// The month that an address names, this one where it names none.
///
/// # Errors
/// `NotFound` where it names something else.
pub(in crate::desk) fn month_of(asked: &Form, now: u64) -> Result<Month, Code> {
    match asked.text("mois") {
        "" => Ok(Month::of(today(now))),
        text => text.parse().map_err(|()| Code::NotFound),
    }
}

/// « de novembre 2026 », « d’octobre 2026 ».
pub(in crate::desk) fn of_month_words(month: Month) -> String {
    let words = month_words(month);
    let of = if words.starts_with(['a', 'o']) {
        "d’"
    } else {
        "de "
    };
    format!("{of}{words}")
}

/// « novembre 2026 ».
fn month_words(month: Month) -> String {
    format!("{} {}", month_name(month.month), month.year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_said_as_one_says_it() {
        let of = |month| of_month_words(Month { year: 2026, month });
        assert_eq!(of(11), "de novembre 2026");
        for (month, said) in [(4, "d’avril"), (8, "d’août"), (10, "d’octobre")] {
            assert_eq!(of(month), format!("{said} 2026"));
        }
    }
}

//! Days as services say them, and rules and days by chance.

use super::*;
use crate::catalogue::bundled;
use jiff::{ToSpan, civil::date};
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

//! What may stand among the services: names once, sites over https alone, sentences that are easy to
//! read, dates that can be counted, and a source for whatever counts as looked up.

use super::{
    rules::{self, Fault, Rule, is_easy, is_name, is_plain, is_said},
    shape::{Catalogue, Service, When},
};
use std::collections::HashSet;

/// Refuses a catalogue that breaks a rule.
pub(super) fn check(catalogue: &Catalogue) -> Result<(), Fault> {
    rules::is_known(catalogue.version)?;
    let mut seen = HashSet::new();
    for service in &catalogue.services {
        let once = seen.insert(&service.id);
        rules::hold(
            &service.id,
            [(once, "the same name stands twice")]
                .into_iter()
                .chain(of_a_service(service))
                .chain(rules::looked_up(
                    service.confidence,
                    service.checked,
                    &service.sources,
                )),
        )?;
    }
    Ok(())
}

fn of_a_service(service: &Service) -> [Rule; 8] {
    let texts = [&service.what, &service.who, service.when.text()];
    [
        (
            is_name(&service.id),
            "a name is small letters, digits, dashes",
        ),
        (is_said(&service.name), "it has no name"),
        (
            service.site.is_some() || service.phone.is_some() || service.local.is_some(),
            "nobody can reach it",
        ),
        (
            service.site.iter().all(is_plain),
            "its site is an address over https, without a password",
        ),
        (
            service.phone.as_deref().is_none_or(is_number),
            "a telephone number is digits and spaces",
        ),
        (
            texts.iter().all(|text| is_easy(text)),
            "a sentence has 12 words at most",
        ),
        (!service.words.is_empty(), "it has no everyday words"),
        (counts(&service.when), "its dates cannot be counted"),
    ]
}

fn is_number(phone: &str) -> bool {
    phone.chars().any(|c| c.is_ascii_digit())
        && phone.chars().all(|c| c.is_ascii_digit() || c == ' ')
}

/// Whether a rule can be counted with: no day of a month that does not exist, no turn of no length.
fn counts(when: &When) -> bool {
    let day = |day: i8| (1..=31).contains(&day);
    let days = |days: i32| (1..=3_660).contains(&days);
    match *when {
        When::None { .. } | When::OnChange { .. } => true,
        When::MonthlyWindow {
            opens_day,
            opens_day_february,
            closes_day,
            closes_month_offset,
            ..
        } => {
            let later = closes_month_offset == 1 && closes_day < opens_day.min(opens_day_february);
            let same = closes_month_offset == 0 && closes_day >= opens_day.max(opens_day_february);
            day(opens_day) && day(opens_day_february) && day(closes_day) && (later || same)
        }
        When::EveryNMonths { months, .. } => (1..=60).contains(&months),
        When::AnnualWindow { opens, closes, .. } => match (opens, closes) {
            (Some(opens), Some(closes)) => opens <= closes,
            (None, None) => true,
            _ => false,
        },
        When::BeforeExpiry {
            earliest_days,
            latest_days,
            ..
        } => days(latest_days) && earliest_days.is_none_or(|e| days(e) && e >= latest_days),
        When::Anniversary {
            months,
            earliest_month,
            ..
        } => (1..=60).contains(&months) && earliest_month.is_none_or(|m| (1..=months).contains(&m)),
        When::AfterEvent { within_days, .. } => days(within_days),
        When::BeforeEvent { latest_days, .. } => latest_days.is_none_or(days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// A catalogue of one service that is as it should be.
    fn good() -> Value {
        json!({
            "id": "css", "theme": "sante", "picture": "heartbeat", "name": "CSS",
            "what": "Cette aide paie vos soins.", "who": "Tout le monde.", "words": ["CMU"],
            "site": "https://example.org/css", "phone": "36 46", "local": null,
            "when": { "kind": "before_expiry", "earliest_days": 120, "latest_days": 60, "text": "Avant la fin." },
            "confidence": "search", "checked": "2026-11-22", "sources": ["https://example.org/page"],
        })
    }

    fn read(services: &[Value]) -> Result<Catalogue, Fault> {
        let text = json!({ "version": 1, "services": services }).to_string();
        Catalogue::read(text.as_bytes())
    }

    #[test]
    fn what_holds_to_the_rules_is_read() {
        assert!(read(&[good()]).is_ok());
    }

    #[test]
    fn each_rule_refuses_what_breaks_it() {
        let long = "un deux trois quatre cinq six sept huit neuf dix onze douze treize";
        let broken = [
            ("/id", json!("Css")),
            ("/id", json!("")),
            ("/theme", json!("jardin")),
            ("/picture", json!("dragon")),
            ("/name", json!(" ")),
            ("/what", json!(long)),
            ("/who", json!(long)),
            ("/when/text", json!(long)),
            ("/what", json!("")),
            ("/words", json!([])),
            ("/site", json!("http://example.org")),
            ("/site", json!("tel:115")),
            ("/site", json!("file:///etc/passwd")),
            ("/site", json!("javascript:alert(1)")),
            ("/site", json!("https://samia@example.org")),
            ("/site", json!("https://127.0.0.1/")),
            ("/site", json!("https://example.org:8443/")),
            ("/sources", json!(["http://example.org"])),
            ("/sources", json!([])),
            ("/phone", json!("tel:115")),
            ("/phone", json!(" ")),
            ("/confidence", json!("sure")),
            ("/confidence", json!("known")),
            ("/checked", json!(null)),
            ("/checked", json!("2026-02-30")),
            ("/when/kind", json!("sometimes")),
            ("/when/latest_days", json!(0)),
            ("/when/earliest_days", json!(59)),
        ];
        for (place, value) in broken {
            let mut service = good();
            let Some(field) = service.pointer_mut(place) else {
                panic!("{place} is not there");
            };
            *field = value.clone();
            assert!(read(&[service]).is_err(), "{place} = {value}");
        }
    }

    #[test]
    fn a_field_of_another_time_is_refused() {
        for place in ["", "/when"] {
            let mut service = good();
            if let Some(object) = service.pointer_mut(place).and_then(Value::as_object_mut) {
                object.insert("more".to_owned(), json!(1));
            }
            assert!(read(&[service]).is_err(), "{place}");
        }
        assert!(Catalogue::read(br#"{"version":2,"services":[]}"#).is_err());
        assert!(Catalogue::read(br#"{"version":1,"services":[],"more":1}"#).is_err());
    }

    #[test]
    fn a_name_stands_once() {
        assert!(read(&[good(), good()]).is_err());
    }

    #[test]
    fn a_month_has_its_days_and_a_year_both_its_ends() {
        let whens = [
            json!({ "kind": "monthly_window", "opens_day": 28, "opens_day_february": 26, "closes_day": 32,
                "closes_month_offset": 1, "text": "Oui." }),
            json!({ "kind": "monthly_window", "opens_day": 28, "opens_day_february": 26, "closes_day": 27,
                "closes_month_offset": 1, "text": "Oui." }),
            json!({ "kind": "monthly_window", "opens_day": 20, "opens_day_february": 20, "closes_day": 10,
                "closes_month_offset": 0, "text": "Oui." }),
            json!({ "kind": "every_n_months", "months": 0, "text": "Oui." }),
            json!({ "kind": "annual_window", "opens": "2026-03-13", "closes": null, "text": "Oui." }),
            json!({ "kind": "annual_window", "opens": "2026-03-13", "closes": "2026-03-12", "text": "Oui." }),
            json!({ "kind": "anniversary", "months": 12, "earliest_month": 13, "text": "Oui." }),
        ];
        for when in whens {
            let mut service = good();
            service["when"] = when.clone();
            assert!(read(&[service]).is_err(), "{when}");
        }
    }

    proptest::proptest! {
        /// A catalogue may come from elsewhere: whatever bytes it has, none of it leads anywhere but over
        /// https, and nothing panics.
        #[test]
        fn what_is_read_leads_over_https_alone(
            at in proptest::prelude::any::<proptest::sample::Index>(),
            with in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..12),
            taken in 0..12_usize,
        ) {
            let mut bytes = include_bytes!("../../data/catalogue.json").to_vec();
            let from = at.index(bytes.len());
            let to = bytes.len().min(from + taken);
            bytes.splice(from..to, with);
            if let Ok(catalogue) = Catalogue::read(&bytes) {
                for service in &catalogue.services {
                    let all = service.site.iter().chain(&service.sources);
                    for url in all {
                        proptest::prop_assert!(url.as_str().starts_with("https://"), "{url}");
                    }
                }
            }
        }
    }
}

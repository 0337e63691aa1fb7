//! What small numbers would tell, and do not.

use super::*;
use crate::{
    domain::desk::{
        activity::{self, Month},
        choices::NO_AID,
        gestures::GESTURES,
        tally,
    },
    records::Activity,
    store::{Memory, Store},
};
use jiff::civil::date;
use wire::random::System;

/// The figures of sessions of which so many each had these languages and these aids.
fn figures(groups: &[(usize, &[u8], &[u8])]) -> Figures {
    let store = Store::start(Memory::new()).unwrap();
    let day = date(2026, 11, 26);
    for (times, languages, aids) in groups {
        for _ in 0..*times {
            let one = Activity {
                languages: languages.to_vec(),
                aids: aids.to_vec(),
                ..activity::session()
            };
            let wrote =
                store.write(move |tx| activity::write(tx, (day, day), &one, &mut System::new()));
            assert!(wrote.is_ok());
        }
    }
    store.read(|read| of_month(read, Month::of(day))).unwrap()
}

fn said(rows: &[Row]) -> Vec<u64> {
    let said = rows.iter().filter_map(|(_, count)| *count);
    said.filter(|count| *count > 0).collect()
}

#[test]
fn few_sessions_of_which_a_language_was_noted_are_in_no_row() {
    // Three of twenty, each in two languages; two in four; nineteen in two, and one not noted.
    for groups in [
        [(17, &[][..], &[][..]), (3, &[0, 2], &[0, 1])],
        [(18, &[], &[]), (2, &[0, 1, 2, 3], &[0, 1, 2, 3])],
        [(1, &[], &[]), (19, &[0, 2], &[0, 1])],
    ] {
        let found = figures(&groups);
        assert_eq!(found.sessions, Some(20));
        assert_eq!(said(&found.languages), [0; 0], "{groups:?}");
        assert_eq!(said(&found.aids), [0; 0], "{groups:?}");
    }
    // Five in two parts that are small is no whole to say, wherever it stands.
    let found = figures(&[(2, &[], &[]), (3, &[0], &[0])]);
    assert_eq!(found.sessions, None);
    assert_eq!(said(&found.places), [0; 0]);
}

#[test]
fn few_sessions_beside_a_row_of_nearly_all_are_not_had_from_it() {
    // Sixteen in French, two in another language of which five have both: two are not in French.
    let found = figures(&[(11, &[0], &[]), (5, &[0, 2], &[]), (2, &[2], &[])]);
    assert_eq!(found.sessions, Some(18));
    assert_eq!(said(&found.languages), [7]);
    let themes = |groups: &[(usize, &[u8])]| {
        let store = Store::start(Memory::new()).unwrap();
        let day = date(2026, 11, 26);
        for (times, themes) in groups {
            for _ in 0..*times {
                let one = Activity {
                    themes: themes.to_vec(),
                    ..activity::session()
                };
                let wrote = store
                    .write(move |tx| activity::write(tx, (day, day), &one, &mut System::new()));
                assert!(wrote.is_ok());
            }
        }
        let found = store.read(|read| of_month(read, Month::of(day))).unwrap();
        said(&found.themes)
    };
    assert_eq!(themes(&[(10, &[4]), (6, &[4, 5]), (3, &[5])]), [9]);
    assert_eq!(themes(&[(10, &[4]), (9, &[4, 5])]), [19, 9]);
}

#[test]
fn a_place_has_a_row_of_its_name_where_it_has_enough() {
    let named = |groups: &[(usize, u8, &str)]| {
        let store = Store::start(Memory::new()).unwrap();
        let day = date(2026, 11, 26);
        for (times, place, name) in groups {
            for _ in 0..*times {
                let one = Activity {
                    place: *place,
                    place_name: (*name).to_owned(),
                    ..activity::session()
                };
                let wrote = store
                    .write(move |tx| activity::write(tx, (day, day), &one, &mut System::new()));
                assert!(wrote.is_ok());
            }
        }
        let found = store.read(|read| of_month(read, Month::of(day)));
        let rows = found.unwrap().named.into_iter();
        rows.map(|(of, count)| match of {
            Of::Named(name) => (name, count),
            _ => (String::new(), count),
        })
        .collect::<Vec<_>>()
    };
    let row = |name: &str, count| (name.to_owned(), count);
    // What stands beside a home, and a name with few, are in no row.
    assert_eq!(
        named(&[
            (9, 0, "Parc"),
            (4, 0, "Chez Amel"),
            (6, 0, ""),
            (7, 1, "Rue Verte 3")
        ]),
        [row("Parc", Some(9)), row("", Some(10))]
    );
    // Few without a name: the smallest goes with them.
    assert_eq!(
        named(&[(9, 0, "Parc"), (6, 0, "Gare"), (2, 0, "")]),
        [row("Gare", None), row("Parc", Some(9)), row("", None)]
    );
    assert_eq!(named(&[(4, 0, "Parc"), (9, 0, "")]), []);
    // How many there are is hidden itself.
    assert_eq!(named(&[(5, 0, "Parc"), (4, 1, ""), (9, 2, "")]), []);
}

#[test]
fn few_people_who_did_not_wish_for_it_are_not_had_from_those_who_did() {
    let store = Store::start(Memory::new()).unwrap();
    let [first, second] = [0, 1].map(|at: usize| GESTURES[at].code);
    // 26 November 2026.
    let now = 1_795_700_000;
    let wrote = store.write(move |tx| {
        for (times, what) in [
            (12, Counted::Asked),
            (10, Counted::Wished(first)),
            (7, Counted::Wished(second)),
        ] {
            for _ in 0..times {
                tally::count(tx, what, now)?;
            }
        }
        Ok::<_, wire::Refusal>(())
    });
    wrote.unwrap();
    let month = "2026-11".parse().unwrap();
    let found = store.read(|read| of_month(read, month)).unwrap();
    assert_eq!(said(&found.wishes), [7]);
}

#[test]
fn few_sessions_without_any_aid_are_not_had_from_those_with_one() {
    let found = figures(&[(5, &[0], &[0, 1]), (14, &[0], &[0]), (1, &[0], &[NO_AID])]);
    assert_eq!(found.sessions, Some(20));
    assert_eq!(said(&found.aids), [0; 0]);
    assert_eq!(said(&found.languages), [20]);
    let found = figures(&[(9, &[0], &[0]), (6, &[0, 2], &[NO_AID]), (5, &[], &[])]);
    assert_eq!(said(&found.aids), [9, 6, 5]);
    assert_eq!(said(&found.languages), [15, 6, 5]);
}

//! Figures of a month: aggregates, small numbers masked, nothing that leads to a space or to somebody.

use std::collections::BTreeMap;

use wire::ceremony::Path;

use super::{
    activity::{self, Month},
    choices::{AIDS, Choice, LANGUAGES, NO_AID, OWN_PLACE, PLACES, POSTURES, THEMES, is_offered},
    gestures::GESTURES,
    masking,
    stock::{self, KINDS, STAGES},
    tally::{self, Counted, Took},
};
use crate::{
    records::{Activity, ItemStage, Kind},
    store::{Read, StoreError},
};

/// What a row of a figure is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Of {
    /// A choice of sessions.
    Choice(&'static Choice),
    /// Things of a kind in a stage.
    Stage(Kind, ItemStage),
    /// What was counted as it happened.
    Counted(Counted),
    /// Recoveries by this path.
    Path(Path),
    /// Recoveries that took so long.
    Took(Took),
    /// Sessions of which this was not noted.
    NotNoted,
    /// Sessions in which the person made the gestures.
    ByThePerson,
    /// Sessions in which somebody else did.
    ByAHelper,
    /// All sessions.
    All,
    /// Sessions at the place of this name.
    Named(String),
    /// Sessions at places without a name, or whose name has few.
    Unnamed,
}

/// One row: what it is about, and how many; none where that is masked.
pub(crate) type Row = (Of, Option<u64>);

/// Everything that is said of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Things lent, as they stand now.
    pub(crate) stock: Vec<Row>,
    /// How many sessions there were; none where that is masked.
    pub(crate) sessions: Option<u64>,
    /// Sessions by place.
    pub(crate) places: Vec<Row>,
    /// Sessions at places of the structure, by the name that somebody gave them; empty where none has enough.
    pub(crate) named: Vec<Row>,
    /// Sessions by theme; one session may have several.
    pub(crate) themes: Vec<Row>,
    /// Sessions by who made the gestures.
    pub(crate) postures: Vec<Row>,
    /// Sessions by language, those of which none was noted at the end; one may have several.
    pub(crate) languages: Vec<Row>,
    /// The same by aid.
    pub(crate) aids: Vec<Row>,
    /// Of a hundred sessions, in how many the person made the gestures; none where that would tell.
    pub(crate) by_the_person: Option<u64>,
    /// What that is of.
    pub(crate) gestures: Vec<Row>,
    /// Mandates given and stopped.
    pub(crate) mandates: Vec<Row>,
    /// Attestations made, and people asked what they would like to learn.
    pub(crate) learning: Vec<Row>,
    /// What they wished for.
    pub(crate) wishes: Vec<Row>,
    /// Recoveries by path.
    pub(crate) paths: Vec<Row>,
    /// Recoveries by how long they took.
    pub(crate) took: Vec<Row>,
}

/// The figures of a month.
pub(crate) fn of_month(read: &impl Read, month: Month) -> Result<Figures, StoreError> {
    let sessions = activity::of_month(read, month)?;
    let how_many = |is: &dyn Fn(&crate::records::Activity) -> bool| {
        sessions.iter().filter(|(_, one)| is(one)).count() as u64
    };
    let by = |table: &'static [Choice], is: &dyn Fn(&crate::records::Activity, u8) -> bool| {
        let counts: Vec<u64> = table
            .iter()
            .map(|one| how_many(&|row| is(row, one.code)))
            .collect();
        (table.iter().map(Of::Choice), counts)
    };
    let (places, place_counts) = by(PLACES, &|row, code| row.place == code);
    let (themes, theme_counts) = by(THEMES, &|row, code| row.themes.contains(&code));
    let (postures, posture_counts) = by(POSTURES, &|row, code| row.posture == code);
    let languages = Several {
        counts: by(LANGUAGES, &|row, code| row.languages.contains(&code)).1,
        none: 0,
        none_at: None,
        not_noted: how_many(&|row| row.languages.is_empty()),
    };
    let aids = Several {
        counts: by(AIDS, &|row, code| row.aids.contains(&code)).1,
        none: how_many(&|row| row.aids == [NO_AID]),
        none_at: AIDS.iter().position(|one| one.code == NO_AID),
        not_noted: how_many(&|row| row.aids.is_empty()),
    };
    let all = sessions.len() as u64;
    let whole = masking::whole(&[
        &posture_counts,
        &place_counts,
        &languages.way(all),
        &aids.way(all),
    ]);
    let posture_rows = masked(postures, whole, &posture_counts);
    let by_the_person = share(&posture_rows);
    let place_rows = masked(places, whole, &place_counts);
    let named = named(&sessions, &place_rows);
    let counts = stock::counts(read)?;
    let mut stock = Vec::new();
    for kind in KINDS {
        let stages = STAGES
            .into_iter()
            .filter(|stage| counts.contains_key(&(kind, *stage)));
        let stages: Vec<_> = stages.collect();
        let numbers: Vec<u64> = stages.iter().map(|stage| counts[&(kind, *stage)]).collect();
        let stages = stages.into_iter().map(|stage| Of::Stage(kind, stage));
        stock.extend(stages.zip(masking::parts(&numbers)));
    }
    let each = |what: &mut dyn Iterator<Item = Counted>| {
        what.map(|what| {
            let count = tally::read(read, month, what)?;
            Ok((Of::Counted(what), masking::alone(count)))
        })
        .collect::<Result<Vec<Row>, StoreError>>()
    };
    let mandates = [Counted::MandateGiven, Counted::MandateStopped];
    let learning = [Counted::Asked, Counted::Attested];
    // One person may wish for several, or for none: these are no parts of those who were asked.
    let asked = tally::read(read, month, Counted::Asked)?;
    let wishes = each(&mut GESTURES.iter().map(|one| Counted::Wished(one.code)))?;
    let (wishes, counts): (Vec<Of>, Vec<_>) = wishes.into_iter().unzip();
    let wishes = wishes.into_iter().zip(masking::but_few(asked, counts));
    let wishes = wishes.collect();
    let (mut paths, mut took) = (vec![0; PATHS.len()], vec![0; Took::ALL.len()]);
    for (path_at, path) in PATHS.into_iter().enumerate() {
        for (took_at, band) in Took::ALL.into_iter().enumerate() {
            let count = tally::read(read, month, Counted::Recovery(path, band))?;
            paths[path_at] += count;
            took[took_at] += count;
        }
    }
    let recovered = masking::whole(&[&paths, &took]);
    Ok(Figures {
        stock,
        sessions: whole,
        places: place_rows,
        named,
        // A session has one theme at least: what they come to is no less than the whole.
        themes: themes
            .zip(masking::but_few(
                all,
                masking::parts_of(whole, &theme_counts),
            ))
            // What nobody can choose any more is a row where somebody did before.
            .filter(|(of, count)| {
                !matches!(of, Of::Choice(one) if !is_offered(one)) || *count != Some(0)
            })
            .collect(),
        gestures: gestures(&posture_rows, whole),
        postures: posture_rows,
        languages: languages.masked(LANGUAGES, (whole, all)),
        aids: aids.masked(AIDS, (whole, all)),
        by_the_person,
        mandates: each(&mut mandates.into_iter())?,
        learning: each(&mut learning.into_iter())?,
        wishes,
        paths: masked(PATHS.into_iter().map(Of::Path), recovered, &paths),
        took: masked(Took::ALL.into_iter().map(Of::Took), recovered, &took),
    })
}

const PATHS: [Path; 2] = [Path::WithCard, Path::WithoutCard];

fn masked(of: impl Iterator<Item = Of>, whole: Option<u64>, counts: &[u64]) -> Vec<Row> {
    of.zip(masking::parts_of(whole, counts)).collect()
}

/// Sessions by something of which one may have several, or of which nothing was noted.
struct Several {
    counts: Vec<u64>,
    /// Those of which it was noted that there was none.
    none: u64,
    /// Their row, where they have one.
    none_at: Option<usize>,
    not_noted: u64,
}

impl Several {
    /// One more way to part all of them.
    fn way(&self, all: u64) -> [u64; 3] {
        let some = all - self.none - self.not_noted;
        [some, self.none, self.not_noted]
    }

    fn masked(&self, table: &'static [Choice], (whole, all): (Option<u64>, u64)) -> Vec<Row> {
        let way = self.way(all);
        let rows = masking::several_of(whole, &way, &self.counts, self.none_at);
        let [_, _, not_noted] = masking::parts_of(whole, &way)[..] else {
            return Vec::new();
        };
        let of = table.iter().map(Of::Choice).chain([Of::NotNoted]);
        of.zip(rows.into_iter().chain([not_noted])).collect()
    }
}

/// Sessions at places of the structure that have a name. A name with few sessions is in no row of its own: that it
/// stands there would tell already. They part a number that is shown, else there are none; homes are not among them.
fn named(sessions: &[(Vec<u8>, Activity)], places: &[Row]) -> Vec<Row> {
    let is_own = |of: &Of| matches!(of, Of::Choice(one) if one.code == OWN_PLACE);
    let own = places.iter().find(|(of, _)| is_own(of));
    let Some((_, Some(all))) = own else {
        return Vec::new();
    };
    let mut names: BTreeMap<&str, u64> = BTreeMap::new();
    for (_, one) in sessions {
        if one.place == OWN_PLACE && !one.place_name.is_empty() {
            *names.entry(&one.place_name).or_default() += 1;
        }
    }
    names.retain(|_, count| *count >= masking::SMALLEST);
    if names.is_empty() {
        return Vec::new();
    }
    let mut counts: Vec<u64> = names.values().copied().collect();
    counts.push(all.saturating_sub(counts.iter().sum()));
    let names = names.keys().map(|name| Of::Named((*name).to_owned()));
    names
        .chain([Of::Unnamed])
        .zip(masking::parts(&counts))
        .collect()
}

/// Who made the gestures, and of how many sessions. It says no more than the postures do.
fn gestures(postures: &[Row], whole: Option<u64>) -> Vec<Row> {
    let all: Option<Vec<u64>> = postures.iter().map(|(_, count)| *count).collect();
    let all = all.filter(|_| whole.is_some());
    let helper = all.as_ref().and_then(|all| all.last().copied());
    let own = all.map(|all| all.iter().rev().skip(1).sum());
    vec![
        (Of::ByThePerson, own),
        (Of::ByAHelper, helper),
        (Of::All, whole),
    ]
}

/// *Je forme* and *j'accompagne* are the person's own hands.
fn share(postures: &[Row]) -> Option<u64> {
    let all: Option<Vec<u64>> = postures.iter().map(|(_, count)| *count).collect();
    let all = all?;
    let sum: u64 = all.iter().sum();
    let own = sum - all.last()?;
    (sum > 0).then(|| (own * 100 + sum / 2) / sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::desk::choices::NO_AID,
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
                let wrote = store
                    .write(move |tx| activity::write(tx, (day, day), &one, &mut System::new()));
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
}

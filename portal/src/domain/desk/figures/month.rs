//! The figures of a month, each from its rows.

use wire::ceremony::Path;

use super::{
    Figures, Of, Row,
    gestures::{gestures, share},
    named::named,
    several::Several,
};
use crate::{
    domain::desk::{
        activity::{self, Month},
        choices::{AIDS, Choice, LANGUAGES, NO_AID, PLACES, POSTURES, THEMES, is_offered},
        gestures::GESTURES,
        masking,
        stock::{self, KINDS, STAGES},
        tally::{self, Counted, Took},
    },
    store::{Read, StoreError},
};

const PATHS: [Path; 2] = [Path::WithCard, Path::WithoutCard];

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

fn masked(of: impl Iterator<Item = Of>, whole: Option<u64>, counts: &[u64]) -> Vec<Row> {
    of.zip(masking::parts_of(whole, counts)).collect()
}

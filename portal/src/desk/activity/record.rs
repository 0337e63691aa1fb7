//! What was pressed and typed becomes a session, or is shown again with what is wrong in it.

use axum::extract::State;
use jiff::civil::Date;

use super::list::shown;
use crate::{
    app::Shared,
    desk::{
        acting::write_as,
        day::today,
        form::Form,
        guard::Me,
        reply::{self, Reply},
    },
    domain::desk::{
        activity::{self, LONGEST, PEOPLE, Wrong},
        choices::{self, Choice},
    },
    records::Activity,
};

/// Writes one down.
pub(in crate::desk) async fn record(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let now = app.now();
    let read = read(&form, &me, now);
    let (day, written) = match read {
        Ok(read) => read,
        Err(wrong) => return shown(&app, &me, &form, (None, Some(&words(&wrong)))).await,
    };
    let today = today(now);
    let mut random = app.random();
    let ticket = form
        .ticket()
        .map(|[a, b, c, d, e, f, g, h, ..]| [a, b, c, d, e, f, g, h]);
    let wrote = write_as(&app, &me, move |tx, _| {
        let days = (day.unwrap_or(today), today);
        match ticket {
            Some(ticket) => activity::write_once(tx, days, &written, ticket, &mut *random),
            None => activity::write(tx, days, &written, &mut *random),
        }
    });
    match wrote.await {
        Ok(_) => Ok(reply::go("/pro/seances?fait=oui")),
        Err(Wrong::Portal(refusal)) => Err(refusal.into()),
        Err(wrong) => shown(&app, &me, &form, (None, Some(&words(&wrong)))).await,
    }
}

fn read(form: &Form, me: &Me, now: u64) -> Result<(Option<Date>, Activity), Wrong> {
    let one = |table, name: &str| choice(table, form.text(name)).ok_or(Wrong::Choice);
    let may = |table, name: &str| match form.text(name) {
        "" => Ok(None),
        _ => one(table, name).map(Some),
    };
    let several = |table, name: &str| {
        let mut codes: Vec<u8> = form
            .all(name)
            .map(|value| choice(table, value).ok_or(Wrong::Choice))
            .collect::<Result<_, _>>()?;
        codes.sort_unstable();
        codes.dedup();
        Ok::<_, Wrong>(codes)
    };
    let number = |name: &str, wrong: Wrong| form.text(name).parse::<u16>().map_err(|_| wrong);
    let minutes = match form.text("minutes") {
        "" => number("duree", Wrong::Minutes)?,
        _ => number("minutes", Wrong::Minutes)?,
    };
    let kind = may(choices::KINDS, "type")?.unwrap_or_default();
    let participants = match form.text("participants") {
        "" => 1,
        _ => number("participants", Wrong::People)?,
    };
    let day = match form.text("jour") {
        "" => None,
        text => Some(text.parse().map_err(|_| Wrong::Day)?),
    };
    let themes = several(choices::THEMES, "theme")?;
    if themes.is_empty() {
        return Err(Wrong::Theme);
    }
    let led_to = match form.text("redirection") {
        "" => "",
        value => {
            choices::by_value(choices::STRUCTURES, value)
                .ok_or(Wrong::Choice)?
                .value
        }
    };
    let led_to = led_to.to_owned();
    let place = one(choices::PLACES, "lieu")?;
    let posture = may(choices::POSTURES, "posture")?.ok_or(Wrong::Posture)?;
    Ok((
        day,
        Activity {
            kind,
            participants,
            place,
            minutes,
            posture,
            themes,
            equipment: several(choices::EQUIPMENT, "materiel")?,
            autonomy: may(choices::AUTONOMY, "autonomie")?,
            level: may(choices::LEVELS, "niveau")?,
            gender: may(choices::GENDERS, "genre")?,
            age: may(choices::AGES, "age")?,
            status: may(choices::STATUSES, "statut")?,
            led_on: form.text("oriente") == "oui",
            led_to,
            place_name: form.text("nom_lieu").to_owned(),
            workshop: form.text("atelier").to_owned(),
            step: form.text("demarche").to_owned(),
            by: me.id,
            time: now,
            languages: several(choices::LANGUAGES, "langue")?,
            aids: several(choices::AIDS, "aide")?,
        },
    ))
}

fn choice(table: &'static [Choice], value: &str) -> Option<u8> {
    choices::by_value(table, value).map(|one| one.code)
}

fn words(wrong: &Wrong) -> String {
    match wrong {
        Wrong::Theme => "Choisissez au moins un thème.".to_owned(),
        Wrong::Minutes => format!("Choisissez une durée, de 1 à {LONGEST} minutes."),
        Wrong::Day => "Le jour doit être dans l’année passée, et pas dans l’avenir.".to_owned(),
        Wrong::People => format!("Écrivez combien de personnes, de 1 à {PEOPLE}."),
        Wrong::Words => format!(
            "Un texte est trop long : {} lettres au plus.",
            activity::LETTERS
        ),
        Wrong::Choice => "Choisissez le thème, la durée, le lieu, puis la posture.".to_owned(),
        Wrong::Posture => {
            "Il manque la posture. Touchez un des trois boutons, tout en bas.".to_owned()
        }
        Wrong::NoAid => {
            "Choisissez « Aucune aide » seule, ou les aides utilisées sans elle.".to_owned()
        }
        Wrong::LedOn => {
            "Une structure est choisie. Cochez aussi « Orienté vers une structure », ou enlevez-la."
                .to_owned()
        }
        Wrong::Alone => {
            "Plusieurs personnes : choisissez « Un atelier ». Pour une personne, écrivez 1."
                .to_owned()
        }
        Wrong::Full => "Ce mois a trop de séances.".to_owned(),
        Wrong::Portal(_) => "Le portail ne peut pas répondre.".to_owned(),
    }
}

//! Sessions: written down in four presses, listed by month, taken out where one was a mistake.

use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};
use wire::Code;

use super::{
    acting::write_as,
    day::{month_name, today},
    form::{Asked, Form},
    frame::Frame,
    guard::Me,
    reply::{self, Reply},
};
use crate::{
    app::Shared,
    domain::desk::{
        activity::{self, LONGEST, Month, PEOPLE, Wrong},
        choices::{self, Choice},
    },
    records::{Activity, StaffRole},
};

/// The fields that are free, below the four presses.
const DETAILS: [&str; 17] = [
    "jour",
    "minutes",
    "participants",
    "type",
    "autonomie",
    "niveau",
    "genre",
    "age",
    "statut",
    "langue",
    "aide",
    "materiel",
    "nom_lieu",
    "atelier",
    "demarche",
    "oriente",
    "redirection",
];
/// Sessions that the page shows; a file has them all.
const SHOWN: usize = 100;

/// The form, and the month.
pub(super) async fn see(State(app): State<Shared>, me: Me, Asked(asked): Asked) -> Reply {
    let done = match asked.text("fait") {
        "oui" => Some("C’est noté."),
        "retire" => Some("La séance est retirée."),
        "deja" => Some("C’est déjà fait : cette séance n’est plus dans la liste."),
        _ => None,
    };
    shown(&app, &me, &asked, (done, None)).await
}

/// Writes one down.
pub(super) async fn record(State(app): State<Shared>, me: Me, form: Form) -> Reply {
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

/// Takes one out.
pub(super) async fn remove(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let name = data_encoding::HEXLOWER.decode(form.text("quoi").as_bytes());
    let name = name.map_err(|_| Code::Malformed)?;
    let (by, now) = (me.id, app.now());
    let removed = write_as(&app, &me, move |tx, staff| {
        activity::remove(tx, &name, (by, staff.role == StaffRole::Officer), now)
    });
    match removed.await {
        Ok(()) => Ok(reply::go("/pro/seances?fait=retire")),
        // One press too many, or a colleague was quicker.
        Err(refusal) if refusal.code == Code::NotFound => Ok(reply::go("/pro/seances?fait=deja")),
        Err(refusal) => Err(refusal.into()),
    }
}

/// The month that an address names, this one where it names none.
///
/// # Errors
/// `NotFound` where it names something else.
pub(super) fn month_of(asked: &Form, now: u64) -> Result<Month, Code> {
    match asked.text("mois") {
        "" => Ok(Month::of(today(now))),
        text => text.parse().map_err(|()| Code::NotFound),
    }
}

/// « novembre 2026 ».
pub(super) fn month_words(month: Month) -> String {
    format!("{} {}", month_name(month.month), month.year)
}

/// « de novembre 2026 », « d’octobre 2026 ».
pub(super) fn of_month_words(month: Month) -> String {
    let words = month_words(month);
    let of = if words.starts_with(['a', 'o']) {
        "d’"
    } else {
        "de "
    };
    format!("{of}{words}")
}

/// « 1 notée », « 12 notées ».
fn noted(count: usize) -> String {
    let ends = if count > 1 { "notées" } else { "notée" };
    format!("{count} {ends}")
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

async fn shown(
    app: &Shared,
    me: &Me,
    form: &Form,
    (done, trouble): (Option<&str>, Option<&str>),
) -> Reply {
    let month = month_of(form, app.now())?;
    let mut rows = app
        .read(move |read| Ok(activity::of_month(read, month)?))
        .await?;
    rows.reverse();
    let frame = Frame {
        title: "Séances",
        screen: "sessions",
        me: Some(me),
        done,
        ..Frame::default()
    };
    let body = html! {
        @if let Some(why) = trouble { p role="alert" class="trouble" data-test="trouble" { (why) } }
        (writing(form, &form.ticket_field(&mut *app.random())))
        section {
            h2 { "Séances " (of_month_words(month)) }
            p { (noted(rows.len())) ". " a href={ "/pro/seances?mois=" (month.before()) } data-test="before" { "Mois d’avant" } }
            ul class="ways" aria-label="Fichiers du mois" {
                @for (format, label) in [("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON")] {
                    li { a class="button" href={ "/pro/seances/export?mois=" (month) "&format=" (format) } data-test={ "export-" (format) } { (label) " " (of_month_words(month)) } }
                }
            }
            (listed(me, &rows)?)
        }
    };
    Ok(match trouble {
        Some(_) => reply::again(&frame, &body),
        None => reply::page(&frame, &body),
    })
}

fn writing(form: &Form, ticket: &Markup) -> Markup {
    html! {
        form method="post" action="/pro/seances/noter" {
            // A browser presses the first button of a form when Enter is typed in a field: who made the gestures
            // is not said by that.
            button class="unseen" name="posture" value="" tabindex="-1" aria-hidden="true" { "Sans posture" }
            (ticket)
            p class="hint" { "Quatre gestes : thème, durée, lieu, posture. Tout le reste est libre. N’écrivez aucun nom de personne." }
            @let (first, more): (Vec<_>, Vec<_>) = choices::THEMES
                .iter()
                .filter(|one| choices::is_offered(one))
                .partition(|one| choices::FIRST_THEMES.contains(&one.code));
            fieldset {
                legend { "Thème" }
                (picks(first, "theme", "checkbox", form))
                details open[more.iter().any(|one| form.all("theme").any(|value| value == one.value))] {
                    summary data-test="more-themes" { "Plus de thèmes" }
                    (picks(more, "theme", "checkbox", form))
                }
            }
            fieldset {
                legend { "Durée" }
                @for minutes in choices::MINUTES {
                    @let chosen = form.text("duree") == minutes.to_string();
                    label class="pick" { input type="radio" name="duree" value=(minutes) checked[chosen] data-test={ "duree-" (minutes) }; " " (minutes) " min" }
                }
            }
            fieldset { legend { "Lieu" } (picks(choices::PLACES, "lieu", "radio", form)) }
            // What was chosen there is seen again.
            details open[DETAILS.iter().any(|name| !form.text(name).is_empty())] {
                summary data-test="more" { "Plus de détails" }
                (details(form))
            }
            fieldset {
                legend { "Posture : ce bouton note la séance" }
                div class="row" {
                    @for one in choices::POSTURES { button class="first" name="posture" value=(one.value) data-test={ "posture-" (one.value) } { (one.label) } }
                }
            }
        }
    }
}

fn details(form: &Form) -> Markup {
    let text = |name: &str, label: &str| {
        html! {
            p { label for=(name) { (label) } input id=(name) name=(name) maxlength=(activity::LETTERS) autocomplete="off" value=(form.text(name)) data-test=(name); }
        }
    };
    html! {
        div class="row" {
            p { label for="jour" { "Jour " span class="hint" { "(vide : aujourd’hui)" } } input id="jour" name="jour" type="date" value=(form.text("jour")) data-test="jour"; }
            p { label for="minutes" { "Autre durée, en minutes" } input id="minutes" name="minutes" inputmode="numeric" size="4" value=(form.text("minutes")) data-test="minutes"; }
            p { label for="participants" { "Personnes présentes" } input id="participants" name="participants" inputmode="numeric" size="4" value=(form.text("participants")) data-test="participants"; }
        }
        div class="row" {
            (list(choices::KINDS, "type", "Séance", form))
            (list(choices::AUTONOMY, "autonomie", "Autonomie", form))
            (list(choices::LEVELS, "niveau", "Niveau de l’atelier", form))
            (list(choices::GENDERS, "genre", "Genre", form))
            (list(choices::AGES, "age", "Tranche d’âge", form))
            (list(choices::STATUSES, "statut", "Statut", form))
        }
        fieldset { legend { "Langues parlées" } (picks(choices::LANGUAGES, "langue", "checkbox", form)) }
        fieldset { legend { "Aides utilisées" } (picks(choices::AIDS, "aide", "checkbox", form)) }
        fieldset { legend { "Matériel" } (picks(choices::EQUIPMENT, "materiel", "checkbox", form)) }
        div class="row" {
            (text("nom_lieu", "Nom du lieu")) (text("atelier", "Nom de l’atelier")) (text("demarche", "Nom de la démarche"))
            p { label class="pick" { input type="checkbox" name="oriente" value="oui" checked[form.text("oriente") == "oui"] data-test="oriente"; " Orienté vers une structure" } }
            (list(choices::STRUCTURES, "redirection", "Laquelle", form))
        }
    }
}

fn picks(
    table: impl IntoIterator<Item = &'static Choice>,
    name: &str,
    kind: &str,
    form: &Form,
) -> Markup {
    html! {
        @for one in table {
            @let chosen = form.all(name).any(|value| value == one.value);
            label class="pick" { input type=(kind) name=(name) value=(one.value) checked[chosen] data-test={ (name) "-" (one.value) }; " " (one.label) }
        }
    }
}

fn list(table: &'static [Choice], name: &str, label: &str, form: &Form) -> Markup {
    html! {
        p {
            label for=(name) { (label) }
            select id=(name) name=(name) data-test=(name) {
                option value="" { "—" }
                @for one in table { option value=(one.value) selected[form.text(name) == one.value] { (one.label) } }
            }
        }
    }
}

fn listed(me: &Me, rows: &[(Vec<u8>, Activity)]) -> Result<Markup, wire::Refusal> {
    let mut lines = Vec::new();
    for (name, one) in rows.iter().take(SHOWN) {
        let may_remove = one.by == me.id || me.staff.role == StaffRole::Officer;
        lines.push((activity::day_of(name)?, name, one, may_remove));
    }
    Ok(html! {
        @if !lines.is_empty() {
            table data-test="sessions" {
                caption { "Les dernières d’abord" @if rows.len() > SHOWN { " : " (SHOWN) " sur " (rows.len()) } }
                thead { tr { th scope="col" { "Jour" } th scope="col" { "Thème" } th scope="col" class="number" { "Minutes" } th scope="col" { "Lieu" } th scope="col" { "Posture" } th scope="col" { "Une erreur ?" } } }
                tbody {
                    @for (day, name, one, may_remove) in lines {
                        tr {
                            th scope="row" { (day.strftime("%d/%m/%Y")) }
                            td { (labels(choices::THEMES, &one.themes)) @if !one.workshop.is_empty() { " · " (one.workshop) } }
                            td class="number" { (one.minutes) }
                            td { (labels(choices::PLACES, &[one.place])) @if !one.place_name.is_empty() { " · " (one.place_name) } }
                            td { (labels(choices::POSTURES, &[one.posture])) }
                            td { @if may_remove {
                                form method="post" action="/pro/seances/retirer" {
                                    button class="quiet" name="quoi" value=(data_encoding::HEXLOWER.encode(name)) aria-label={ "Retirer la séance du " (day.strftime("%d/%m/%Y")) } data-test="remove" { "Retirer" }
                                }
                            } }
                        }
                    }
                }
            }
        }
    })
}

/// What people read of some codes.
pub(super) fn labels(table: &'static [Choice], codes: &[u8]) -> String {
    let labels = codes
        .iter()
        .filter_map(|code| choices::by_code(table, *code));
    labels.map(|one| one.label).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_and_a_number_are_said_as_one_says_them() {
        let of = |month| of_month_words(Month { year: 2026, month });
        assert_eq!(of(11), "de novembre 2026");
        for (month, said) in [(4, "d’avril"), (8, "d’août"), (10, "d’octobre")] {
            assert_eq!(of(month), format!("{said} 2026"));
        }
        assert_eq!([0, 1, 2].map(noted), ["0 notée", "1 notée", "2 notées"]);
    }
}

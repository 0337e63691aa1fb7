//! Figures of a month: a drawing, a table beside it, and under both what is counted.

use axum::{extract::State, response::Response};
use maud::{Markup, html};
use wire::ceremony::Path;

use super::{
    activity::{month_of, of_month_words},
    day::today,
    export,
    form::Asked,
    frame::Frame,
    guard::Me,
    home,
    reply::{self, Reply},
    stock,
};
use crate::{
    app::Shared,
    domain::desk::{
        activity::Month,
        figures::{self, Figures, Of, Row},
        gestures,
        tally::{Counted, Took},
    },
};

/// What stands for a number that is masked.
const MASKED: &str = "moins de 5, ou masqué";

/// One figure: its name in tests, its title, what it counts, its rows.
type Figure<'a> = (&'static str, &'static str, &'static str, &'a [Row]);

/// The figures of a month.
pub(super) async fn see(State(app): State<Shared>, me: Me, Asked(asked): Asked) -> Reply {
    let month = month_of(&asked, app.now())?;
    let found = app
        .read(move |read| Ok(figures::of_month(read, month)?))
        .await?;
    let frame = Frame {
        title: "Chiffres",
        screen: "figures",
        me: Some(&me),
        ..Frame::default()
    };
    let body = html! {
        p { "Chiffres " strong { (of_month_words(month)) } ". Les petits nombres sont masqués : ils parleraient de quelqu’un." }
        ul class="ways" aria-label="Mois et fichier" {
            li { a class="button" href={ "/pro/chiffres?mois=" (month.before()) } data-test="before" { "Mois d’avant" } }
            li { a class="button" href={ "/pro/chiffres/export?mois=" (month) } data-test="export" { "CSV " (of_month_words(month)) } }
        }
        @for figure in all(&found, is_now(month, app.now())) { (shown(&found, &figure)) }
    };
    Ok(reply::page(&frame, &body))
}

/// The same as a file.
pub(super) async fn export(State(app): State<Shared>, _: Me, Asked(asked): Asked) -> Reply {
    let month = month_of(&asked, app.now())?;
    let found = app
        .read(move |read| Ok(figures::of_month(read, month)?))
        .await?;
    Ok(file(month, &found, is_now(month, app.now()))?)
}

/// Whether it is the month of today: how many things are lent is known of no other.
fn is_now(month: Month, now: u64) -> bool {
    month == Month::of(today(now))
}

fn file(month: Month, found: &Figures, is_now: bool) -> crate::domain::Outcome<Response> {
    let line = |what: &str, row: &str, count: String| {
        vec![month.to_string(), what.to_owned(), row.to_owned(), count]
    };
    let words = |count: Option<u64>| count.map_or(MASKED.to_owned(), |count| count.to_string());
    let mut lines = vec![
        ["Mois", "Indicateur", "Modalité", "Nombre"]
            .map(str::to_owned)
            .to_vec(),
        line("Séances", "toutes", words(found.sessions)),
        line(
            "Gestes faits par la personne",
            "pour cent des séances",
            found
                .by_the_person
                .map_or(MASKED.to_owned(), |share| share.to_string()),
        ),
    ];
    for (_, title, _, rows) in all(found, is_now) {
        lines.extend(
            rows.iter()
                .map(|(of, count)| line(title, &label(of), words(*count))),
        );
    }
    Ok(export::file(
        &format!("chiffres-{month}"),
        export::CSV,
        export::table(lines)?,
    ))
}

fn all(found: &Figures, is_now: bool) -> Vec<Figure<'_>> {
    let mut all: Vec<Figure<'_>> = vec![
        (
            "share",
            "Gestes faits par la personne",
            "Part des séances « je forme » et « j’accompagne » parmi toutes les séances notées dans le mois.",
            &found.gestures,
        ),
        (
            "places",
            "Séances par lieu",
            "Chaque séance notée dans le mois, par type de lieu.",
            &found.places,
        ),
        (
            "named",
            "Séances par nom de lieu",
            "Les lieux d’activité qui ont un nom, et 5 séances ou plus. Un domicile n’y est jamais.",
            &found.named,
        ),
        (
            "themes",
            "Séances par thème",
            "Une séance qui a plusieurs thèmes compte dans chacun.",
            &found.themes,
        ),
        (
            "postures",
            "Séances par posture",
            "Qui a fait les gestes : la personne, ou l’aidant.",
            &found.postures,
        ),
        (
            "languages",
            "Séances par langue",
            "Les langues que le médiateur a notées. Une séance qui en a plusieurs compte dans chacune. Aucun espace ne le dit.",
            &found.languages,
        ),
        (
            "aids",
            "Séances par aide utilisée",
            "Les aides que le médiateur a notées. Une séance qui en a plusieurs compte dans chacune. Aucun espace ne le dit.",
            &found.aids,
        ),
        (
            "stock",
            "Ce qui est prêté, par état",
            "L’état d’aujourd’hui. Pour un mois passé, il n’est pas montré. La page « Stock » dit tous les nombres.",
            &found.stock,
        ),
        (
            "mandates",
            "Mandats",
            "Mandats donnés ou renouvelés, et mandats arrêtés par la personne avant la fin. Le portail compte sans garder de qui.",
            &found.mandates,
        ),
        (
            "learning",
            "Apprendre",
            "Pages « ce que j’aimerais apprendre » et attestations du mois, sans aucun nom.",
            &found.learning,
        ),
        (
            "wishes",
            "Gestes que des personnes aimeraient apprendre",
            "Une personne peut en choisir plusieurs, ou aucun.",
            &found.wishes,
        ),
        (
            "paths",
            "Espaces retrouvés, par chemin",
            "Les personnes qui ont rouvert leur espace dans le mois.",
            &found.paths,
        ),
        (
            "took",
            "Espaces retrouvés, par durée",
            "Le temps entre la demande et l’espace rouvert.",
            &found.took,
        ),
    ];
    all.retain(|(name, ..)| is_now || *name != "stock");
    all
}

fn by_the_person(found: &Figures) -> Markup {
    html! {
        p class="big" data-test="share" {
            @match found.by_the_person { Some(share) => { (share) " %" } None => "trop peu de séances" }
        }
        p data-test="sessions" { "Séances du mois : " @match found.sessions { Some(count) => { (count) } None => (MASKED) } "." }
    }
}

fn shown(found: &Figures, (name, title, counted, rows): &Figure<'_>) -> Markup {
    html! {
        section class="figure" {
            h2 { (title) }
            @if *name == "share" { (by_the_person(found)) }
            @if rows.is_empty() { p { "Rien à compter." } } @else {
                div class="beside" {
                    (drawn(title, rows))
                    table data-test={ "figure-" (name) } {
                        caption { (title) }
                        thead { tr { th scope="col" { "Quoi" } th scope="col" class="number" { "Nombre" } } }
                        tbody {
                            @for (of, count) in *rows {
                                tr { th scope="row" { (label(of)) } td class="number" { @match count { Some(count) => { (count) } None => (MASKED) } } }
                            }
                        }
                    }
                }
            }
            p class="hint" { (counted) }
        }
    }
}

/// Bars, each below its own name, the longest as wide as the drawing. The table says the same in words.
fn drawn(title: &str, rows: &[Row]) -> Markup {
    const WIDE: u64 = 340;
    const HIGH: usize = 40;
    /// Where its name stands, where its bar begins, and how high that is.
    const NAME: usize = 16;
    const BAR: usize = 21;
    const THICK: usize = 14;
    let most = rows
        .iter()
        .filter_map(|(_, count)| *count)
        .max()
        .unwrap_or(0)
        .max(1);
    let height = rows.len() * HIGH;
    html! {
        svg role="img" aria-label={ (title) " : les mêmes nombres que dans le tableau" } viewBox={ "0 0 " (WIDE) " " (height) } width=(WIDE) height=(height) {
            @for (at, (of, count)) in rows.iter().enumerate() {
                @let top = at * HIGH;
                text x="0" y=(top + NAME) { (label(of)) @if let Some(count) = count { " : " (count) } }
                @match count {
                    Some(count) => { rect class="bar" x="0" y=(top + BAR) width=((count * WIDE / most).max(2)) height=(THICK) {} }
                    None => { rect class="hidden-bar" x="1" y=(top + BAR) width="40" height=(THICK) {} }
                }
            }
        }
    }
}

fn label(of: &Of) -> String {
    match of {
        Of::Choice(one) => one.label.to_owned(),
        Of::Stage(kind, stage) => format!(
            "{} : {}",
            stock::label_plural(*kind),
            stock::stage(*kind, *stage)
        ),
        Of::Counted(Counted::MandateGiven) => "donnés".to_owned(),
        Of::Counted(Counted::MandateStopped) => "arrêtés par la personne".to_owned(),
        Of::Counted(Counted::Asked) => "pages à emporter".to_owned(),
        Of::Counted(Counted::Attested) => "attestations".to_owned(),
        Of::Counted(Counted::Wished(code)) => gestures::by_code(*code)
            .map_or("", |one| one.label)
            .to_owned(),
        Of::Counted(Counted::Recovery(path, _)) | Of::Path(path) => path_words(*path).to_owned(),
        Of::NotNoted => "pas noté".to_owned(),
        Of::ByThePerson => "par la personne".to_owned(),
        Of::ByAHelper => "par l’aidant".to_owned(),
        Of::All => "toutes les séances".to_owned(),
        Of::Named(name) => name.clone(),
        Of::Unnamed => "sans nom, ou moins de 5 séances".to_owned(),
        Of::Took(Took::Hour) => "moins d’une heure".to_owned(),
        Of::Took(Took::Day) => "moins d’un jour".to_owned(),
        Of::Took(Took::ThreeDays) => "moins de trois jours".to_owned(),
        Of::Took(Took::Longer) => "plus longtemps".to_owned(),
    }
}

fn path_words(path: Path) -> &'static str {
    home::path(Some(path))
}

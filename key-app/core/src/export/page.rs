//! The page of an export: everything by name, with links, for any browser and any reader aloud. It loads
//! nothing, runs nothing, and keeps to sentences of twelve words.

use super::{
    CONTACTS, DATES, LOGINS, PAPERS, SETTINGS, names,
    shape::{Called, Dated, Entered, Paper, Papers},
    slips::Lists,
};
use crate::catalogue::{self, kinds};
use jiff::{
    civil::{Date, Time, Weekday},
    tz::TimeZone,
};
use maud::{DOCTYPE, Markup, html};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use wire::folder::Folder;

/// What stays as it is in a link to a file.
const LINKED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'.')
    .remove(b'-')
    .remove(b'_');

const STYLE: &str = "
html { font: 1.125rem/1.6 sans-serif; color: #1a1a1a; background: #fff }
body { max-width: 50rem; margin: 0 auto; padding: 1.5rem }
a { color: #0b3d91 }
table { border-collapse: collapse; width: 100%; margin-bottom: 1.5rem }
caption { text-align: left; font-weight: bold; padding: .5rem 0 }
th, td { text-align: left; vertical-align: top; padding: .5rem; border: 1px solid #595959; overflow-wrap: anywhere }
.warning { border: 3px solid #8a1c00; padding: 1rem }
";

/// The whole page.
pub(super) fn page(papers: &Papers, lists: &Lists) -> Markup {
    html! {
        (DOCTYPE)
        html lang="fr" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="referrer" content="no-referrer";
                title { "Mes papiers" }
                style { (maud::PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { "Mes papiers" }
                    p { "Copie du " (day(papers.made)) "." }
                    (warning(lists))
                    @for folder in Folder::ALL { (folder_of(papers, folder)) }
                    (missing(papers))
                    (dates(&lists.dates.dates, papers))
                    (contacts(&lists.contacts.contacts))
                    @if let Some(logins) = &lists.logins { (entries(&logins.logins)) }
                    (others(lists))
                }
            }
        }
    }
}

fn warning(lists: &Lists) -> Markup {
    html! {
        div.warning {
            p { "Toute personne qui a ce dossier peut tout lire." }
            @if lists.logins.is_some() { p { "Vos mots de passe sont écrits dedans." } }
            p { "Gardez-le dans un endroit sûr." }
        }
    }
}

fn folder_of(papers: &Papers, folder: Folder) -> Markup {
    let lies_there = |paper: &&Paper| paper.folder == folder.code();
    let here: Vec<_> = papers.papers.iter().filter(lies_there).collect();
    if here.is_empty() {
        return html! {};
    }
    html! {
        h2 { (names::of_folder(folder)) }
        table {
            caption { "Papiers et notes de : " (names::of_folder(folder)) }
            thead { tr { th scope="col" { "Nom" } th scope="col" { "Genre" } th scope="col" { "Mis le" } th scope="col" { "Valable jusqu’au" } } }
            tbody {
                @for paper in here {
                    tr {
                        th scope="row" { a href=(link(&paper.file)) { (shown(&paper.title)) } }
                        td { (kind(paper)) }
                        td { (day(paper.created.to_zoned(TimeZone::UTC).date())) }
                        td { @match paper.expires { Some(end) => (day(end)), None => "–" } }
                    }
                }
            }
        }
    }
}

fn missing(papers: &Papers) -> Markup {
    if papers.missing.is_empty() {
        return html! {};
    }
    html! {
        h2 { "Ce qui manque" }
        p { "Le portail n’a pas pu rendre ces papiers." }
        ul { @for missing in &papers.missing { li { (shown(&missing.title)) } } }
    }
}

fn dates(dates: &[Dated], papers: &Papers) -> Markup {
    let rows = dates.iter().filter_map(|dated| match dated {
        Dated::Service { service, from, .. } => {
            let said = from.map_or_else(
                || "Démarche suivie".to_owned(),
                |from| format!("Démarche suivie, à partir du {}", day(from)),
            );
            Some((service_name(service), said))
        }
        Dated::Own {
            title,
            day: on,
            time,
            done,
            ..
        } => {
            let hour = time
                .map(|time| format!(" à {}", hour(time)))
                .unwrap_or_default();
            let done = if *done { ", fait" } else { "" };
            Some((title.clone(), format!("{}{hour}{done}", day(*on))))
        }
        Dated::Paper { file, done, .. } => {
            let paper = papers.papers.iter().find(|paper| paper.file == *file)?;
            let done = (*done)?;
            Some((
                paper.title.clone(),
                format!("Vu pour la fin du {}", day(done)),
            ))
        }
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return html! {};
    }
    html! {
        h2 { "Mes dates" }
        table {
            caption { "Mes dates" }
            thead { tr { th scope="col" { "Quoi" } th scope="col" { "Quand" } } }
            tbody { @for (what, when) in rows { tr { th scope="row" { (shown(&what)) } td { (when) } } } }
        }
    }
}

fn contacts(contacts: &[Called]) -> Markup {
    if contacts.is_empty() {
        return html! {};
    }
    html! {
        h2 { "Mes contacts" }
        table {
            caption { "Mes contacts" }
            thead { tr { th scope="col" { "Nom" } th scope="col" { "Téléphone" } th scope="col" { "Adresse mail" } th scope="col" { "Adresse" } th scope="col" { "Note" } } }
            tbody {
                @for contact in contacts {
                    tr {
                        th scope="row" { (shown(&contact.name)) }
                        @for said in [&contact.phone, &contact.mail, &contact.address, &contact.note] { (cell(said)) }
                    }
                }
            }
        }
    }
}

fn entries(logins: &[Entered]) -> Markup {
    if logins.is_empty() {
        return html! {};
    }
    html! {
        h2 { "Mes mots de passe" }
        table {
            caption { "Mes mots de passe" }
            thead { tr { th scope="col" { "Site" } th scope="col" { "Adresse du site" } th scope="col" { "Nom d’utilisateur" } th scope="col" { "Mot de passe" } th scope="col" { "Note" } th scope="col" { "Secret du code qui change" } } }
            tbody {
                @for login in logins {
                    tr {
                        th scope="row" { (shown(&login.site)) }
                        @for said in [&login.address, &login.name, &login.password, &login.note, &login.totp] { (cell(said)) }
                    }
                }
            }
        }
    }
}

fn others(lists: &Lists) -> Markup {
    let mut files = vec![PAPERS, DATES, CONTACTS, SETTINGS];
    files.extend(lists.logins.as_ref().map(|_| LOGINS));
    html! {
        h2 { "Pour un autre programme" }
        p { "Ces listes servent à tout remettre ailleurs." }
        ul { @for file in files { li { a href=(link(file)) { (file) } } } }
    }
}

fn cell(said: &Option<String>) -> Markup {
    html! { td { @match said { Some(said) => (said), None => "–" } } }
}

/// A link always has words.
fn shown(title: &str) -> &str {
    if title.trim().is_empty() {
        "Sans nom"
    } else {
        title
    }
}

fn kind(paper: &Paper) -> String {
    if paper.is_note() {
        return "Note".to_owned();
    }
    let known = kinds::bundled()
        .ok()
        .and_then(|kinds| kinds.of_code(paper.kind_code));
    known.map_or_else(|| "Papier".to_owned(), |kind| kind.name.clone())
}

fn service_name(id: &str) -> String {
    let known = catalogue::bundled()
        .ok()
        .and_then(|catalogue| catalogue.service(id));
    known.map_or_else(|| id.to_owned(), |service| service.name.clone())
}

/// Every name begins with a folder or is one of ours, so it is never an address elsewhere.
fn link(file: &str) -> String {
    utf8_percent_encode(file, LINKED).to_string()
}

/// A whole date in French: the weekday helps to be sure.
fn day(date: Date) -> String {
    let weekday = match date.weekday() {
        Weekday::Monday => "lundi",
        Weekday::Tuesday => "mardi",
        Weekday::Wednesday => "mercredi",
        Weekday::Thursday => "jeudi",
        Weekday::Friday => "vendredi",
        Weekday::Saturday => "samedi",
        Weekday::Sunday => "dimanche",
    };
    let month = match date.month() {
        1 => "janvier",
        2 => "février",
        3 => "mars",
        4 => "avril",
        5 => "mai",
        6 => "juin",
        7 => "juillet",
        8 => "août",
        9 => "septembre",
        10 => "octobre",
        11 => "novembre",
        _ => "décembre",
    };
    let first = if date.day() == 1 { "er" } else { "" };
    format!("{weekday} {}{first} {month} {}", date.day(), date.year())
}

fn hour(time: Time) -> String {
    format!("{} h {:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn dates_are_said_whole() {
        assert_eq!(day(date(2026, 5, 5)), "mardi 5 mai 2026");
        assert_eq!(day(date(2027, 8, 1)), "dimanche 1er août 2027");
        assert_eq!(hour(time(9, 5, 0, 0)), "9 h 05");
    }

    #[test]
    fn a_link_is_a_file_beside_the_page() {
        let file = "Santé et social/001 Carte & co, d'ici.pdf";
        let expected = "Sant%C3%A9%20et%20social/001%20Carte%20%26%20co%2C%20d%27ici.pdf";
        assert_eq!(link(file), expected);
    }
}

//! The page: the form, the sessions of a month, and what takes one out where it was a mistake.

use axum::extract::State;
use maud::{Markup, html};
use wire::Code;

use super::{
    form::writing,
    month::{month_of, of_month_words},
};
use crate::{
    app::Shared,
    desk::{
        acting::write_as,
        form::{Asked, Form},
        frame::Frame,
        guard::Me,
        reply::{self, Reply},
    },
    domain::desk::{
        activity,
        choices::{self, Choice},
    },
    records::{Activity, StaffRole},
};

/// Sessions that the page shows; a file has them all.
const SHOWN: usize = 100;

/// The form, and the month.
pub(in crate::desk) async fn see(State(app): State<Shared>, me: Me, Asked(asked): Asked) -> Reply {
    let done = match asked.text("fait") {
        "oui" => Some("C’est noté."),
        "retire" => Some("La séance est retirée."),
        "deja" => Some("C’est déjà fait : cette séance n’est plus dans la liste."),
        _ => None,
    };
    shown(&app, &me, &asked, (done, None)).await
}

/// Takes one out.
pub(in crate::desk) async fn remove(State(app): State<Shared>, me: Me, form: Form) -> Reply {
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

/// What people read of some codes.
pub(in crate::desk) fn labels(table: &'static [Choice], codes: &[u8]) -> String {
    let labels = codes
        .iter()
        .filter_map(|code| choices::by_code(table, *code));
    labels.map(|one| one.label).collect::<Vec<_>>().join(", ")
}

pub(super) async fn shown(
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

/// « 1 notée », « 12 notées ».
fn noted(count: usize) -> String {
    let ends = if count > 1 { "notées" } else { "notée" };
    format!("{count} {ends}")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_said_as_one_says_it() {
        assert_eq!([0, 1, 2].map(noted), ["0 notée", "1 notée", "2 notées"]);
    }
}

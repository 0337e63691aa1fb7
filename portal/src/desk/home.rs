//! The first page: what waits. Counts and days; no paper, and no name of a person who is helped.

use axum::extract::State;
use maud::{Markup, html};
use wire::ceremony::{Path, Progress};

use super::{
    day::moment,
    frame::Frame,
    guard::Me,
    reply::{self, Reply},
};
use crate::{
    app::{Shared, aside},
    domain::{
        Outcome,
        ceremony::waiting::{self, Waiting},
        desk::{
            approvals,
            mandates::{self, Counted},
            policy::{Deed, Who, permit},
        },
    },
    helpers,
};

/// What waits at this moment.
struct Waits {
    recoveries: Vec<Waiting>,
    mandates: Counted,
    asking: usize,
    approved: usize,
}

/// What waits.
pub(super) async fn see(State(app): State<Shared>, me: Me) -> Reply {
    let waits = waits(&app).await?;
    let frame = Frame {
        title: "Accueil",
        screen: "home",
        me: Some(&me),
        ..Frame::default()
    };
    let may_approve = permit(Who::Staff(me.staff.role), Deed::SeeHelpers).is_ok();
    let body = html! {
        p { "Bonjour " (me.staff.name) ". Voici ce qui attend." }
        p class="hint" { "Ce bureau ne montre aucun papier. Il n’ouvre l’espace de personne." }
        section {
            h2 { "Retrouver un espace" }
            (recoveries(&waits.recoveries))
        }
        section {
            h2 { "Mandats" }
            dl data-test="mandates" {
                dt { "Mandats en cours" } dd { (waits.mandates.live) }
                dt { "Finissent dans les 30 jours" } dd { (waits.mandates.ending) }
                dt { "Espaces ouverts ici" } dd { (waits.mandates.spaces) }
            }
            p class="hint" { "Le bureau ne sait pas de qui sont ces mandats. Chaque aidant voit les siens dans sa fenêtre." }
        }
        @if may_approve {
            section {
                h2 { "Aidants" }
                dl data-test="helpers" {
                    dt { "Demandent à aider" } dd { (waits.asking) }
                    dt { "Approuvés, attendent d’être certifiés" } dd { (waits.approved) }
                }
                p { a class="button" href="/pro/aidants" data-test="helpers-more" { "Voir les aidants" } }
            }
        }
    };
    Ok(reply::page(&frame, &body))
}

async fn waits(app: &Shared) -> Outcome<Waits> {
    let (app, now) = (app.clone(), app.now());
    aside(move || {
        let asking = helpers::asked(&app.settings, now).map_err(helpers::refused)?;
        app.space.read(|read| {
            Ok(Waits {
                recoveries: waiting::waiting(read, now)?,
                mandates: mandates::count(read, now)?,
                asking: asking.len(),
                approved: approvals::all(read, now)?.len(),
            })
        })
    })
    .await
}

fn recoveries(all: &[Waiting]) -> Markup {
    html! {
        @if all.is_empty() {
            p data-test="recoveries" { "Personne n’attend." }
        } @else {
            table data-test="recoveries" {
                caption { "Les demandes en cours, la plus ancienne d’abord" }
                thead { tr { th scope="col" { "Depuis" } th scope="col" { "Avec" } th scope="col" { "Où elle en est" } th scope="col" { "Finit d’elle-même" } } }
                tbody {
                    @for one in all {
                        tr {
                            td { (moment(one.since)) }
                            td { (path(one.path)) }
                            td { (progress(&one.progress)) }
                            td { (moment(one.ends)) }
                        }
                    }
                }
            }
        }
    }
}

/// What the person has.
pub(super) fn path(path: Option<Path>) -> &'static str {
    match path {
        None => "pas encore dit",
        Some(Path::WithCard) => "la carte et un gardien",
        Some(Path::WithoutCard) => "deux gardiens, sans carte",
    }
}

fn progress(progress: &Progress) -> String {
    match progress {
        Progress::Seeking => "cherche un gardien".to_owned(),
        Progress::Meeting => "attend la réponse d’un gardien".to_owned(),
        Progress::Waiting(until) => format!("attend jusqu’au {}", moment(*until)),
        Progress::Ready => "prête : la personne peut ouvrir son espace".to_owned(),
        Progress::Done => "faite".to_owned(),
        Progress::Ended(_) => "finie".to_owned(),
    }
}

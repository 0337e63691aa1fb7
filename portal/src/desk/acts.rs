//! What was done at the desk, the newest first.

use std::collections::BTreeMap;

use axum::extract::State;
use maud::html;

use super::{
    day::moment,
    form::Asked,
    frame::Frame,
    guard::Me,
    helpers,
    reply::{self, Reply},
    stock,
};
use crate::{
    app::Shared,
    domain::desk::{acts, staff},
    records::{Act, Kind, StaffAct, StaffId},
};

/// Lines of one page.
const PAGE: usize = 50;

/// What was done.
pub(super) async fn see(State(app): State<Shared>, me: Me, Asked(asked): Asked) -> Reply {
    let before: Option<u64> = asked.text("avant").parse().ok();
    let (lines, names) = app
        .read(move |read| {
            let lines = acts::page(read, before, PAGE)?;
            let names = staff::all(read)?.into_iter();
            let names: BTreeMap<_, _> = names.map(|one| (one.id, one.staff.name)).collect();
            Ok((lines, names))
        })
        .await?;
    let frame = Frame {
        title: "Historique",
        screen: "acts",
        me: Some(&me),
        ..Frame::default()
    };
    let older = lines.last().map(|(number, _)| *number);
    let older = older.filter(|number| *number > 0 && lines.len() == PAGE);
    let body = html! {
        p { "Ce que l’équipe a fait au bureau. Personne ne peut changer cette liste ici. Les entrées au bureau s’effacent après 6 mois." }
        table data-test="acts" {
            caption { "Le plus récent d’abord" }
            thead { tr { th scope="col" { "Quand" } th scope="col" { "Qui" } th scope="col" { "Quoi" } } }
            tbody {
                @for (_, act) in &lines {
                    tr {
                        td { (moment(act.time)) }
                        td { (who(act, &names)) }
                        td { (what(&act.act, &names)) }
                    }
                }
            }
        }
        @if let Some(number) = older {
            p { a class="button" href={ "/pro/historique?avant=" (number) } data-test="older" { "Plus ancien" } }
        }
    };
    Ok(reply::page(&frame, &body))
}

fn who<'a>(act: &StaffAct, names: &'a BTreeMap<StaffId, String>) -> &'a str {
    act.by
        .as_ref()
        .map_or("commande sur la machine du portail", |by| name(by, names))
}

fn name<'a>(id: &StaffId, names: &'a BTreeMap<StaffId, String>) -> &'a str {
    names
        .get(id)
        .map_or("une personne inconnue", String::as_str)
}

fn what(act: &Act, names: &BTreeMap<StaffId, String>) -> String {
    match act {
        Act::Invited(whom) => format!("invitation de {}", name(whom, names)),
        Act::Entered => "première entrée, avec un nouveau passkey".to_owned(),
        Act::SignedIn => "entrée au bureau".to_owned(),
        Act::Ended(whom) => format!("fin de l’accès de {}", name(whom, names)),
        Act::Approved(number, role) => format!(
            "accord pour l’aidant {number}, comme {}",
            helpers::role(*role)
        ),
        Act::Withdrawn(number) => format!("accord retiré pour l’aidant {number}"),
        Act::Certified(number) => format!("aidant {number} certifié par la structure"),
        Act::Added(kind, first, last) => {
            format!("ajout : {}", things(*kind, *first, *last))
        }
        Act::TakenOut(kind, first, last) => {
            format!("retrait de la liste : {}", things(*kind, *first, *last))
        }
        Act::Moved(kind, first, last, stage) => format!(
            "{} : {}",
            things(*kind, *first, *last),
            stock::stage(*kind, *stage)
        ),
        Act::Recorded => "séance notée".to_owned(),
        Act::Removed => "séance retirée".to_owned(),
        Act::Attested => "attestation faite".to_owned(),
        Act::Exported(month) => format!("fichier des séances de {month}"),
    }
}

fn things(kind: Kind, first: u32, last: u32) -> String {
    if first == last {
        format!("{} {first}", stock::label(kind))
    } else {
        format!("{} {first} à {last}", stock::label_plural(kind))
    }
}

//! What the structure lends.
//!
//! - `list` of one kind · `one` thing with its steps · `change` several at once
//! - `said` how kinds and stages are called · `why` nothing is changed

mod change;
mod list;
mod one;
mod said;
mod why;

pub(super) use change::{add, change, take_out};
pub(super) use list::see;
pub(super) use one::{one, proof_words};
pub(super) use said::{kind_of, label, label_plural, stage, value};
pub(super) use why::{reason, words};

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::{
    domain::{Outcome, desk::staff},
    records::StaffId,
    store::Read,
};

fn notebook() -> Markup {
    html! {
        p class="hint" data-test="notebook" {
            "N’écrivez ici aucun nom de personne. Qui a quel numéro se note avec la clé de la structure : "
            "« Mes personnes », puis « Carnet des prêts ». Le portail ne peut pas le lire."
        }
    }
}

fn names(read: &impl Read) -> Outcome<BTreeMap<StaffId, String>> {
    let all = staff::all(read)?.into_iter();
    Ok(all.map(|one| (one.id, one.staff.name)).collect())
}

fn name<'a>(id: &StaffId, names: &'a BTreeMap<StaffId, String>) -> &'a str {
    names
        .get(id)
        .map_or("une personne inconnue", String::as_str)
}

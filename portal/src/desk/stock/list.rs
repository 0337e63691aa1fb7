//! The list of one kind: how many by stage, the things by number, and what changes several.

use std::collections::BTreeMap;

use axum::extract::State;
use maud::{Markup, html};
use wire::Code;

use super::{
    change::changes,
    name, names, notebook,
    said::{kind_of, label_plural, stage, stage_of, stage_value, value},
};
use crate::{
    app::Shared,
    desk::{
        day::day,
        form::{Asked, Form},
        frame::Frame,
        guard::Me,
        reply::{self, Reply},
    },
    domain::desk::stock::{self, KINDS, STAGES},
    records::{Item, ItemStage as Stage, Kind, StaffId},
};

/// Things on one page.
const PAGE: usize = 100;

/// The list of one kind.
pub(in crate::desk) async fn see(State(app): State<Shared>, me: Me, Asked(asked): Asked) -> Reply {
    let done = match asked.text("fait") {
        "ajout" => Some("C’est fait : les numéros sont dans la liste."),
        "retrait" => Some("C’est fait : les numéros ne sont plus dans la liste."),
        "etat" => Some("C’est fait : l’état est changé."),
        _ => None,
    };
    list(&app, &me, &asked, (done, None)).await
}

pub(super) async fn list(
    app: &Shared,
    me: &Me,
    form: &Form,
    (done, trouble): (Option<&str>, Option<&str>),
) -> Reply {
    let kind = kind_of(form.text("genre")).unwrap_or(Kind::Stick);
    let only = stage_of(form.text("etat"));
    let after: u32 = match form.text("apres") {
        "" => 0,
        text => text.parse().map_err(|_| Code::NotFound)?,
    };
    let (counts, mut rows, before, names) = app
        .read(move |read| {
            // One more says whether anything follows.
            let rows = stock::page(read, (kind, only), after, PAGE + 1)?;
            let before = stock::before(read, (kind, only), after, PAGE)?;
            Ok((stock::counts(read)?, rows, before, names(read)?))
        })
        .await?;
    let follows = rows.len() > PAGE;
    rows.truncate(PAGE);
    let more = rows.last().filter(|_| follows).map(|(number, _)| *number);
    let frame = Frame {
        title: "Stock et prêts",
        screen: "stock",
        me: Some(me),
        done,
        ..Frame::default()
    };
    let body = html! {
        @if let Some(why) = trouble { p role="alert" class="trouble" data-test="trouble" { (why) } }
        (kinds(kind))
        (summary(kind, &counts))
        (notebook())
        @let shown = only.map(|only| stage(kind, only));
        h2 { (label_plural(kind)) @if let Some(shown) = shown { " : " (shown) } }
        (search(kind, form))
        @if rows.is_empty() && before.is_some() {
            p data-test="items" { "Il n’y a rien après le numéro " (after) ". La liste finit avant." }
        } @else {
            (things(kind, &rows, &names))
        }
        (turning(kind, only, (after, before, more)))
        (changes(me, kind, form))
    };
    Ok(match trouble {
        Some(_) => reply::again(&frame, &body),
        None => reply::page(&frame, &body),
    })
}

fn kinds(here: Kind) -> Markup {
    html! {
        ul class="ways" aria-label="Ce qui est prêté" {
            @for kind in KINDS {
                @let current = (kind == here).then_some("true");
                li { a class="button" href={ "/pro/stock?genre=" (value(kind)) } aria-current=[current] data-test={ "kind-" (value(kind)) } { (label_plural(kind)) } }
            }
        }
    }
}

fn summary(kind: Kind, counts: &BTreeMap<(Kind, Stage), u64>) -> Markup {
    html! {
        table data-test="counts" {
            caption { "Combien, par état" }
            thead { tr { th scope="col" { "État" } th scope="col" class="number" { "Nombre" } } }
            tbody {
                @for one in STAGES.into_iter().filter(|one| counts.contains_key(&(kind, *one))) {
                    tr {
                        th scope="row" { a href={ "/pro/stock?genre=" (value(kind)) "&etat=" (stage_value(one)) } data-test={ "only-" (stage_value(one)) } { (stage(kind, one)) } }
                        td class="number" { (counts.get(&(kind, one)).copied().unwrap_or_default()) }
                    }
                }
            }
        }
    }
}

/// One number leads to its page, wherever it stands in the list.
fn search(kind: Kind, form: &Form) -> Markup {
    html! {
        form method="get" action="/pro/stock/voir" role="search" {
            input type="hidden" name="genre" value=(value(kind));
            input type="hidden" name="cherche" value="oui";
            div class="row" {
                p { label for="numero" { "Numéro" } input id="numero" name="numero" inputmode="numeric" size="6" required autocomplete="off" value=(form.text("numero")) data-test="number"; }
                p { button data-test="search" { "Voir ce numéro" } }
            }
        }
    }
}

fn things(kind: Kind, rows: &[(u32, Item)], names: &BTreeMap<StaffId, String>) -> Markup {
    html! {
        @if rows.is_empty() { p data-test="items" { "Il n’y en a pas ici." } }
        @else {
            table data-test="items" {
                caption { "Par numéro" }
                thead { tr { th scope="col" { "Numéro" } th scope="col" { "État" } th scope="col" { "Depuis" } th scope="col" { "Noté par" } } }
                tbody {
                    @for (number, item) in rows {
                        tr {
                            th scope="row" { a href={ "/pro/stock/voir?genre=" (value(kind)) "&numero=" (number) } data-test={ "item-" (number) } { (number) } }
                            td { (stage(kind, item.stage)) }
                            td { (day(item.since)) }
                            td { (name(&item.by, names)) }
                        }
                    }
                }
            }
        }
    }
}

/// The ways to other pages of the same list, as far as there are any.
fn turning(
    kind: Kind,
    only: Option<Stage>,
    (after, before, more): (u32, Option<u32>, Option<u32>),
) -> Markup {
    let filter = only.map(|only| format!("&etat={}", stage_value(only)));
    let page = |after: u32| {
        let after = Some(after).filter(|after| *after > 0);
        let after = after.map(|after| format!("&apres={after}"));
        let (filter, after) = (filter.as_deref(), after.as_deref());
        format!(
            "/pro/stock?genre={}{}{}",
            value(kind),
            filter.unwrap_or_default(),
            after.unwrap_or_default()
        )
    };
    let ways = [
        ((after > 0).then_some(0), "first", "Début de la liste"),
        (before, "before", "Page d’avant"),
        (more, "more", "Suite de la liste"),
    ];
    let ways = ways
        .into_iter()
        .filter_map(|(after, name, label)| Some((page(after?), name, label)));
    let ways: Vec<_> = ways.collect();
    html! {
        @if !ways.is_empty() {
            ul class="ways" aria-label="Pages de la liste" {
                @for (to, name, label) in &ways { li { a class="button" href=(to) data-test=(name) { (label) } } }
            }
        }
    }
}

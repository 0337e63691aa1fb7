//! Several numbers at once: they are added, and their stage changes.

use std::ops::RangeInclusive;

use axum::extract::State;
use maud::{Markup, html};
use wire::Code;

use super::{
    list::list,
    said::{kind_of, stage, stage_of, stage_value, value},
    why::words,
};
use crate::{
    app::Shared,
    desk::{
        acting::write_as,
        form::Form,
        guard::Me,
        lending,
        reply::{self, Reply},
    },
    domain::desk::{
        policy::{Deed, Who, permit},
        stock::{self, Refused, STAGES},
    },
    records::{ItemStage as Stage, Kind},
};

/// Adds numbers.
pub(in crate::desk) async fn add(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let kind = kind_of(form.text("genre")).ok_or(Code::Malformed)?;
    let Some(numbers) = numbers(&form) else {
        return list(&app, &me, &form, (None, Some(&words(&Refused::Numbers)))).await;
    };
    let (by, now) = (me.id, app.now());
    let added = write_as(&app, &me, move |tx, _| {
        stock::add(tx, kind, numbers, by, now)
    });
    match added.await {
        Ok(()) => Ok(reply::go(&format!(
            "/pro/stock?genre={}&fait=ajout",
            value(kind)
        ))),
        Err(Refused::Portal(refusal)) => Err(refusal.into()),
        Err(why) => list(&app, &me, &form, (None, Some(&words(&why)))).await,
    }
}

/// Changes the stage of numbers.
pub(in crate::desk) async fn change(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let kind = kind_of(form.text("genre")).ok_or(Code::Malformed)?;
    let Some(to) = stage_of(form.text("vers")) else {
        return list(&app, &me, &form, (None, Some("Choisissez le nouvel état."))).await;
    };
    let Some(numbers) = numbers(&form) else {
        return list(&app, &me, &form, (None, Some(&words(&Refused::Numbers)))).await;
    };
    let (by, now) = (me.id, app.now());
    let back = match form.text("page") {
        "retour" => lending::path(kind, *numbers.start()),
        "une" => format!(
            "/pro/stock/voir?genre={}&numero={}&fait=etat",
            value(kind),
            numbers.start()
        ),
        _ => format!("/pro/stock?genre={}&fait=etat", value(kind)),
    };
    let changed = write_as(&app, &me, move |tx, _| {
        stock::change(tx, kind, numbers, to, by, now)
    });
    match changed.await {
        Ok(()) => Ok(reply::go(&back)),
        Err(Refused::Portal(refusal)) => Err(refusal.into()),
        Err(why) => list(&app, &me, &form, (None, Some(&words(&why)))).await,
    }
}

/// Takes numbers out that were added by mistake.
pub(in crate::desk) async fn take_out(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let kind = kind_of(form.text("genre")).ok_or(Code::Malformed)?;
    let Some(numbers) = numbers(&form) else {
        return list(&app, &me, &form, (None, Some(&words(&Refused::Numbers)))).await;
    };
    let (by, now) = (me.id, app.now());
    let taken = write_as(&app, &me, move |tx, _| {
        stock::take_out(tx, kind, numbers, by, now)
    });
    match taken.await {
        Ok(()) => Ok(reply::go(&format!(
            "/pro/stock?genre={}&fait=retrait",
            value(kind)
        ))),
        Err(Refused::Portal(refusal)) => Err(refusal.into()),
        Err(why) => list(&app, &me, &form, (None, Some(&words(&why)))).await,
    }
}

pub(super) fn changes(me: &Me, kind: Kind, form: &Form) -> Markup {
    let may_take_out = permit(Who::Staff(me.staff.role), Deed::TakeOutItems).is_ok();
    html! {
        section {
            h2 { "Changer l’état de plusieurs" }
            form method="post" action="/pro/stock/etat" {
                input type="hidden" name="genre" value=(value(kind));
                div class="row" {
                    (range("change", form))
                    p {
                        label for="vers" { "Nouvel état" }
                        select id="vers" name="vers" required data-test="to" {
                            option value="" { "Choisir" }
                            @for one in STAGES.into_iter().filter(|one| kind == Kind::Stick || !matches!(one, Stage::Practice | Stage::Frozen)) {
                                option value=(stage_value(one)) selected[form.text("vers") == stage_value(one)] { (stage(kind, one)) }
                            }
                        }
                    }
                }
                button data-test="change" { "Changer l’état" }
            }
        }
        section {
            h2 { "Ajouter des numéros" }
            form method="post" action="/pro/stock/ajouter" {
                input type="hidden" name="genre" value=(value(kind));
                div class="row" { (range("add", form)) }
                button data-test="add" { "Ajouter" }
            }
        }
        @if may_take_out {
            section {
                h2 { "Retirer des numéros" }
                p class="hint" { "Des numéros ajoutés par erreur, qui n’ont jamais servi." }
                form method="post" action="/pro/stock/retirer" {
                    input type="hidden" name="genre" value=(value(kind));
                    div class="row" { (range("take-out", form)) }
                    button data-test="take-out" { "Retirer de la liste" }
                }
            }
        }
    }
}

fn range(test: &str, form: &Form) -> Markup {
    html! {
        p {
            label for={ (test) "-du" } { "Du numéro" }
            input id={ (test) "-du" } name="du" inputmode="numeric" pattern="[0-9]{1,6}" size="7" required autocomplete="off" value=(form.text("du")) data-test={ (test) "-first" };
        }
        p {
            label for={ (test) "-au" } { "Au numéro " span class="hint" { "(vide : un seul)" } }
            input id={ (test) "-au" } name="au" inputmode="numeric" pattern="[0-9]{1,6}" size="7" autocomplete="off" value=(form.text("au")) data-test={ (test) "-last" };
        }
    }
}

fn numbers(form: &Form) -> Option<RangeInclusive<u32>> {
    let first: u32 = form.text("du").parse().ok()?;
    let last = match form.text("au") {
        "" => first,
        last => last.parse().ok()?,
    };
    Some(first..=last)
}

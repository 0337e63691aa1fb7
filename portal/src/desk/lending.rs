//! One thing comes back and goes out again, on one page: back, wiped, proved, lent to somebody else.

use axum::extract::State;
use maud::{Markup, html};
use wire::{Code, Wiped};

use super::{
    acting::write_as,
    day::day,
    form::{Asked, Form},
    frame::Frame,
    guard::Me,
    reply::{self, Reply},
    stock::{kind_of, label, proof_words, stage, value, words},
};
use crate::{
    app::Shared,
    domain::desk::{
        charter,
        lending::{self, How},
        stock::{self, Refused, Unproved},
    },
    records::{Item, ItemStage as Stage, Kind, Step, With},
};

/// Where the page of one thing is.
pub(super) fn path(kind: Kind, number: u32) -> String {
    format!("/pro/stock/retour?genre={}&numero={number}", value(kind))
}

/// The page.
pub(super) async fn see(State(app): State<Shared>, me: Me, Asked(asked): Asked) -> Reply {
    shown(&app, &me, &asked, None).await
}

/// Says that it was wiped: a stick with the line of the program, anything else on somebody's word.
pub(super) async fn wipe(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let (kind, number) = named(&form)?;
    let is_said = form.text("dit") == "oui";
    let how = match kind {
        Kind::Stick => {
            let line = Wiped::parse(form.text("preuve"));
            line.map(if is_said { How::Again } else { How::Proof })
        }
        Kind::Computer | Kind::Phone => is_said.then_some(How::Word),
    };
    let Some(how) = how else {
        let why = match kind {
            Kind::Stick => words(&Refused::Proof(Unproved::Unreadable)),
            _ => "Cochez la phrase, si elle est vraie.".to_owned(),
        };
        return shown(&app, &me, &form, Some(&why)).await;
    };
    let (by, now) = (me.id, app.now());
    let wiped = write_as(&app, &me, move |tx, _| {
        lending::wiped(tx, (kind, number), how, by, now)
    });
    match wiped.await {
        Ok(()) => Ok(reply::go(&path(kind, number))),
        Err(Refused::Portal(refusal)) => Err(refusal.into()),
        Err(why) => shown(&app, &me, &form, Some(&words(&why))).await,
    }
}

/// Lends it to somebody who accepted the charter.
pub(super) async fn lend(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let (kind, number) = named(&form)?;
    let language = charter::text(form.text("langue")).ok_or(Code::Malformed)?;
    let (by, now) = (me.id, app.now());
    let lent = write_as(&app, &me, move |tx, _| {
        lending::lend(tx, (kind, number), language, by, now)
    });
    match lent.await {
        Ok(()) => Ok(reply::go(&format!(
            "/pro/stock/voir?genre={}&numero={number}&fait=pret",
            value(kind)
        ))),
        Err(Refused::Portal(refusal)) => Err(refusal.into()),
        Err(why) => shown(&app, &me, &form, Some(&words(&why))).await,
    }
}

fn named(form: &Form) -> Result<(Kind, u32), Code> {
    let kind = kind_of(form.text("genre")).ok_or(Code::NotFound)?;
    let number = form.text("numero").parse().map_err(|_| Code::NotFound)?;
    Ok((kind, number))
}

async fn shown(app: &Shared, me: &Me, form: &Form, trouble: Option<&str>) -> Reply {
    let (kind, number) = named(form)?;
    let found = app
        .read(move |read| Ok(stock::one(read, kind, number)?))
        .await?;
    let (item, steps) = found.ok_or(Code::NotFound)?;
    let title = format!("{} numéro {number} : retour et nouveau prêt", label(kind));
    let frame = Frame {
        title: &title,
        screen: "return",
        me: Some(me),
        ..Frame::default()
    };
    let body = html! {
        @if let Some(why) = trouble { p role="alert" class="trouble" data-test="trouble" { (why) } }
        p { "État : " strong data-test="stage" { (stage(kind, item.stage)) } ", depuis le " (day(item.since)) "." }
        ol class="steps" {
            (back(kind, number, &item))
            (wiping(kind, number, &item))
            (proving(kind, number, (&item, &steps), form))
            (again(kind, number, &item))
        }
        p { a class="button" href={ "/pro/stock?genre=" (value(kind)) } data-test="back" { "Retour à la liste" } }
    };
    Ok(match trouble {
        Some(_) => reply::again(&frame, &body),
        None => reply::page(&frame, &body),
    })
}

fn step(title: &str, now: bool, body: &Markup) -> Markup {
    html! {
        li aria-current=[now.then_some("step")] {
            h2 { (title) }
            @if now { (body) }
        }
    }
}

fn hidden(kind: Kind, number: u32) -> Markup {
    html! {
        input type="hidden" name="genre" value=(value(kind));
        input type="hidden" name="numero" value=(number);
    }
}

fn back(kind: Kind, number: u32, item: &Item) -> Markup {
    let now = stock::step(kind, item.stage, Stage::Returned).is_ok();
    let body = html! {
        @if kind == Kind::Stick {
            p {
                "L’espace reste à la personne. Elle a une autre clé ? Elle enlève celle-ci dans « Mes clés ». "
                "Elle n’en a pas d’autre ? Sa carte et un gardien rouvriront son espace."
            }
        } @else {
            p { "La personne a pris ce qu’elle veut garder ? Alors notez le retour." }
        }
        form method="post" action="/pro/stock/etat" {
            input type="hidden" name="page" value="retour";
            input type="hidden" name="genre" value=(value(kind));
            input type="hidden" name="du" value=(number);
            button class="first" name="vers" value="retour" data-test="returned" { "Noter le retour" }
        }
    };
    step("Le retour", now, &body)
}

fn wiping(kind: Kind, number: u32, item: &Item) -> Markup {
    let body = html! {
        @if kind == Kind::Stick {
            p { "Branchez la clé sur l’ordinateur qui prépare les clés. Lancez cette commande, avec le bon dossier. On ne peut pas revenir en arrière." }
            p { code data-test="command" { "stick wipe --stick /media/cle --number " (number) " --for-ever" } }
            p class="hint" { "Les programmes restent sur la clé. D’autres fichiers sont dessus ? La commande les nomme d’abord." }
        } @else if kind == Kind::Computer {
            p { "Supprimez le compte de la personne et ses fichiers, ou remettez le système à neuf. Redémarrez, puis vérifiez." }
        } @else {
            p { "Sortez la carte SIM et la carte mémoire. Enlevez le compte de la personne. Remettez le téléphone à l’état d’usine." }
        }
    };
    step("L’effacement", item.stage == Stage::Returned, &body)
}

fn proving(kind: Kind, number: u32, (item, steps): (&Item, &[Step]), form: &Form) -> Markup {
    let now = item.stage == Stage::Returned;
    let body = html! {
        form method="post" action="/pro/stock/efface" {
            (hidden(kind, number))
            @if kind == Kind::Stick {
                p {
                    label for="preuve" { "La ligne de la commande, qui commence par EFFACE" }
                    input id="preuve" name="preuve" class="wide" required maxlength="120" autocomplete="off" autocapitalize="characters" spellcheck="false" value=(form.text("preuve")) data-test="proof";
                }
                // Not asked for where the line itself proves it.
                @if Wiped::parse(form.text("preuve")).is_some_and(|line| line.files == 0) {
                    p { label class="pick" { input type="checkbox" name="dit" value="oui" data-test="word"; " J’ai vérifié : c’est la bonne clé, et rien de la personne n’est resté dessus." } }
                }
            } @else {
                p { label class="pick" { input type="checkbox" name="dit" value="oui" required data-test="word"; " J’ai vérifié : rien de la personne n’est resté dessus." } }
            }
            button class="first" data-test="wiped" { "Noter l’effacement" }
        }
    };
    let proof = steps.first().and_then(|step| step.with.as_ref());
    html! {
        li aria-current=[now.then_some("step")] {
            h2 { "La preuve" }
            @if now { (body) }
            @if let (Stage::Wiped, Some(With::Proof(proof))) = (item.stage, proof) {
                p class="hint" data-test="proved" { (proof_words(proof)) "." }
            }
        }
    }
}

fn again(kind: Kind, number: u32, item: &Item) -> Markup {
    let body = html! {
        @if kind == Kind::Stick {
            p { "Mettez un bon neuf sur la clé. Les programmes sont encore dessus." }
            p { code data-test="again" { "stick provision --stick /media/cle --structure EMPREINTE --locator locator --voucher bon" } }
        }
        p { a class="button first" href={ "/pro/charte?genre=" (value(kind)) "&numero=" (number) } data-test="charter" { "Lire la charte et prêter" } }
    };
    step("Le nouveau prêt", item.stage == Stage::Wiped, &body)
}

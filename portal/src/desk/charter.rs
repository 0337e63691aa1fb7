//! What a person and the structure agree on when something is lent: read or heard together, in the person's language
//! beside the French text, printed, accepted. Names are written by hand: no page of the desk asks for one.

use axum::extract::State;
use maud::{Markup, html};

use super::{
    form::Asked,
    frame::Frame,
    guard::Me,
    house::house,
    reply::{self, Reply},
    stock::{kind_of, label, reason, value},
};
use crate::{
    app::Shared,
    domain::desk::{
        charter::{self, TEXTS, Text, VERSION},
        stock,
    },
    records::{ItemStage, Kind},
};

/// The charter of one thing.
pub(super) async fn see(State(app): State<Shared>, me: Me, Asked(asked): Asked) -> Reply {
    let kind = kind_of(asked.text("genre")).unwrap_or(Kind::Stick);
    let number = asked.text("numero").parse::<u32>().ok();
    let item = match number {
        None => None,
        Some(number) => {
            app.read(move |read| Ok(stock::one(read, kind, number)?))
                .await?
        }
    };
    let stage = item.map(|(item, _)| item.stage);
    let may_not = number.and_then(|number| no_loan(kind, number, stage));
    let french = &TEXTS[0];
    let theirs = charter::text(asked.text("langue")).unwrap_or(french);
    let frame = Frame {
        title: "Charte de prêt",
        screen: "charter",
        me: Some(&me),
        script: true,
        ..Frame::default()
    };
    let body = html! {
        p class="noprint hint" { "Lisez cette page à voix haute, ensemble, ou écoutez-la. Puis imprimez-la en deux exemplaires, avec les touches Ctrl et P." }
        (languages(kind, number, theirs))
        (house(&app).await)
        p class="charter" { (label(kind)) " numéro " @match number { Some(number) => strong { (number) }, None => "…………" } " · Version " (VERSION) }
        div class="beside charters" {
            (read(french, kind, "charter-text"))
            @if theirs.code != french.code { (read(theirs, kind, "charter-theirs")) }
        }
        table class="signatures" {
            caption { "Lu et accepté, le …………………………" }
            thead { tr { th scope="col" { "La personne" } th scope="col" { "La structure" } } }
            tbody { tr { td { "Nom et signature" } td { "Nom et signature" } } }
        }
        @if let Some(why) = &may_not { p class="noprint hint" data-test="no-loan" { (why) } }
        @if let (None, Some(number)) = (&may_not, number) {
            form method="post" action="/pro/stock/preter" {
                input type="hidden" name="genre" value=(value(kind));
                input type="hidden" name="numero" value=(number);
                input type="hidden" name="langue" value=(theirs.code);
                button class="first" data-test="accept" { "La personne accepte : noter le prêt" }
            }
        }
        p class="noprint" { a class="button" href={ "/pro/stock?genre=" (value(kind)) } data-test="back" { "Retour à la liste" } }
    };
    Ok(reply::page(&frame, &body))
}

/// Why no loan of this number can be noted, where none can.
fn no_loan(kind: Kind, number: u32, stage: Option<ItemStage>) -> Option<String> {
    let why = match stage {
        None => "il n’est pas dans la liste. Ajoutez-le d’abord à la page « Stock ».",
        Some(ItemStage::Lent) => "il est déjà en prêt.",
        // A stick that is blocked goes on with whoever has it: that is no new loan.
        Some(ItemStage::Frozen) => reason(stock::Why::NotBack),
        Some(stage) => reason(stock::step(kind, stage, ItemStage::Lent).err()?),
    };
    Some(format!(
        "Ce prêt ne peut pas être noté. Numéro {number} : {why}"
    ))
}

fn languages(kind: Kind, number: Option<u32>, theirs: &Text) -> Markup {
    html! {
        ul class="ways noprint" aria-label="La langue de la personne" {
            @for text in TEXTS {
                @let current = (text.code == theirs.code).then_some("true");
                li {
                    a class="button" lang=(text.code) hreflang=(text.code) aria-current=[current] data-test={ "language-" (text.code) }
                        href={ "/pro/charte?genre=" (value(kind)) @if let Some(number) = number { "&numero=" (number) } "&langue=" (text.code) } {
                        bdi { (text.name) }
                    }
                }
            }
        }
    }
}

/// One text, to be read or heard.
fn read(text: &Text, kind: Kind, test: &str) -> Markup {
    html! {
        section lang=(text.code) dir=(text.direction()) {
            h2 { (text.title()) }
            @if let (true, Some(warning)) = (text.draft, text.warning()) { p class="hint" data-test="draft" { (warning) } }
            p class="noprint" {
                button type="button" data-listen=(test) data-test={ "listen-" (text.code) } lang="fr" dir="ltr" hidden { "Écouter : " bdi lang=(text.code) { (text.name) } }
                span class="hint" data-no-voice=(test) data-test={ "no-voice-" (text.code) } lang="fr" dir="ltr" { "Cet ordinateur n’a pas de voix pour cette langue. Lisez ensemble." }
            }
            ol class="charter" data-test=(test) data-charter=(test) {
                @for sentence in text.sentences(kind) { li { (sentence) } }
            }
        }
    }
}

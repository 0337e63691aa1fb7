//! What a person can do and would like to learn: a short grid, filled in together, then a page to print and to take
//! along. Nothing of it is kept but two counts.

use axum::{extract::State, response::Response};
use maud::{Markup, html};
use wire::{Code, Refusal};

use super::{
    acting::write_as,
    day::day,
    form::Form,
    frame::Frame,
    guard::Me,
    house::house,
    reply::{self, Reply},
};
use crate::{
    app::Shared,
    domain::desk::{
        gestures::{GESTURES, Gesture},
        needs::{self, Ease, Line, Seen},
    },
};

/// The grid.
pub(super) async fn see(me: Me) -> Response {
    let frame = Frame {
        title: "Ce que j’aimerais apprendre",
        screen: "needs",
        me: Some(&me),
        ..Frame::default()
    };
    let body = html! {
        p { "Remplissez cette page ensemble. Ce n’est pas un examen : il n’y a pas de note." }
        p class="hint" { "Tout peut rester vide. La page ne demande aucun nom, et rien n’est gardé sur la personne." }
        form method="post" action="/pro/besoins/bilan" {
            @for gesture in GESTURES { (asked(gesture)) }
            button class="first" data-test="tell" { "Voir la page à emporter" }
        }
    };
    reply::page(&frame, &body)
}

/// The page to take along.
pub(super) async fn tell(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let lines: Vec<Line> = GESTURES
        .iter()
        .map(|gesture| read(gesture, &form))
        .collect::<Result<_, _>>()?;
    let (now, seen) = (app.now(), needs::seen(&lines));
    let counted = write_as(&app, &me, move |tx, _| {
        needs::tell(tx, &lines, now)?;
        Ok::<_, Refusal>(())
    });
    counted.await?;
    let frame = Frame {
        title: "Ce que j’aimerais apprendre",
        screen: "needs-told",
        me: Some(&me),
        ..Frame::default()
    };
    let body = html! {
        p class="noprint hint" { "Imprimez cette page avec les touches Ctrl et P. La personne l’emporte. Le bureau n’en garde pas de copie." }
        p { "Le " (day(now)) "." }
        (told(&seen))
        (house(&app).await)
        p class="noprint" {
            a class="button" href="/pro/besoins" data-test="again" { "Une autre personne" } " "
            a class="button" href="/pro/attestations" data-test="to-attest" { "Faire une attestation" }
        }
    };
    Ok(reply::page(&frame, &body))
}

fn read(gesture: &'static Gesture, form: &Form) -> Result<Line, Code> {
    let ease = match form.text(gesture.value) {
        "" => None,
        value => {
            let known = Ease::ALL.into_iter().find(|ease| ease.value() == value);
            Some(known.ok_or(Code::Malformed)?)
        }
    };
    Ok(Line {
        gesture,
        ease,
        wished: form.all("envie").any(|value| value == gesture.value),
    })
}

fn asked(gesture: &Gesture) -> Markup {
    let name = gesture.value;
    html! {
        fieldset {
            legend { (gesture.label) }
            @for ease in Ease::ALL {
                label class="pick" { input type="radio" name=(name) value=(ease.value()) data-test={ (name) "-" (ease.value()) }; " " (words(ease)) }
            }
            label class="pick" { input type="radio" name=(name) value="" checked data-test={ (name) "-passer" }; " Je ne sais pas" }
            label class="pick" { input type="checkbox" name="envie" value=(name) data-test={ "envie-" (name) }; " J’aimerais l’apprendre" }
        }
    }
}

fn words(ease: Ease) -> &'static str {
    match ease {
        Ease::Alone => "Je fais seul ou seule",
        Ease::WithSomebody => "Avec quelqu’un",
        Ease::NotYet => "Pas encore",
    }
}

fn told(seen: &Seen) -> Markup {
    let list = |name: &str, title: &str, gestures: &[&Gesture]| {
        html! {
            @if !gestures.is_empty() {
                section { h2 { (title) } ul class="told" data-test=(name) { @for one in gestures { li { (one.label) } } } }
            }
        }
    };
    html! {
        (list("wished", "J’aimerais apprendre", &seen.wished))
        (list("known", "Je fais déjà", &seen.known))
        (list("open", "On peut en parler, si je veux", &seen.open))
        @if seen.themes.is_empty() {
            p data-test="nothing" { "Rien n’est demandé aujourd’hui. On peut revenir quand on veut." }
        } @else {
            section { h2 { "Séances pour moi" } ul class="told" data-test="themes" { @for theme in &seen.themes { li { (theme.label) } } } }
        }
    }
}

//! The form: four presses, and below them what is free.

use maud::{Markup, html};

use crate::{
    desk::form::Form,
    domain::desk::{
        activity,
        choices::{self, Choice},
    },
};

/// The fields that are free, below the four presses.
const DETAILS: [&str; 17] = [
    "jour",
    "minutes",
    "participants",
    "type",
    "autonomie",
    "niveau",
    "genre",
    "age",
    "statut",
    "langue",
    "aide",
    "materiel",
    "nom_lieu",
    "atelier",
    "demarche",
    "oriente",
    "redirection",
];

pub(super) fn writing(form: &Form, ticket: &Markup) -> Markup {
    html! {
        form method="post" action="/pro/seances/noter" {
            // A browser presses the first button of a form when Enter is typed in a field: who made the gestures
            // is not said by that.
            button class="unseen" name="posture" value="" tabindex="-1" aria-hidden="true" { "Sans posture" }
            (ticket)
            p class="hint" { "Quatre gestes : thème, durée, lieu, posture. Tout le reste est libre. N’écrivez aucun nom de personne." }
            @let (first, more): (Vec<_>, Vec<_>) = choices::THEMES
                .iter()
                .filter(|one| choices::is_offered(one))
                .partition(|one| choices::FIRST_THEMES.contains(&one.code));
            fieldset {
                legend { "Thème" }
                (picks(first, "theme", "checkbox", form))
                details open[more.iter().any(|one| form.all("theme").any(|value| value == one.value))] {
                    summary data-test="more-themes" { "Plus de thèmes" }
                    (picks(more, "theme", "checkbox", form))
                }
            }
            fieldset {
                legend { "Durée" }
                @for minutes in choices::MINUTES {
                    @let chosen = form.text("duree") == minutes.to_string();
                    label class="pick" { input type="radio" name="duree" value=(minutes) checked[chosen] data-test={ "duree-" (minutes) }; " " (minutes) " min" }
                }
            }
            fieldset { legend { "Lieu" } (picks(choices::PLACES, "lieu", "radio", form)) }
            // What was chosen there is seen again.
            details open[DETAILS.iter().any(|name| !form.text(name).is_empty())] {
                summary data-test="more" { "Plus de détails" }
                (details(form))
            }
            fieldset {
                legend { "Posture : ce bouton note la séance" }
                div class="row" {
                    @for one in choices::POSTURES { button class="first" name="posture" value=(one.value) data-test={ "posture-" (one.value) } { (one.label) } }
                }
            }
        }
    }
}

fn details(form: &Form) -> Markup {
    let text = |name: &str, label: &str| {
        html! {
            p { label for=(name) { (label) } input id=(name) name=(name) maxlength=(activity::LETTERS) autocomplete="off" value=(form.text(name)) data-test=(name); }
        }
    };
    html! {
        div class="row" {
            p { label for="jour" { "Jour " span class="hint" { "(vide : aujourd’hui)" } } input id="jour" name="jour" type="date" value=(form.text("jour")) data-test="jour"; }
            p { label for="minutes" { "Autre durée, en minutes" } input id="minutes" name="minutes" inputmode="numeric" size="4" value=(form.text("minutes")) data-test="minutes"; }
            p { label for="participants" { "Personnes présentes" } input id="participants" name="participants" inputmode="numeric" size="4" value=(form.text("participants")) data-test="participants"; }
        }
        div class="row" {
            (list(choices::KINDS, "type", "Séance", form))
            (list(choices::AUTONOMY, "autonomie", "Autonomie", form))
            (list(choices::LEVELS, "niveau", "Niveau de l’atelier", form))
            (list(choices::GENDERS, "genre", "Genre", form))
            (list(choices::AGES, "age", "Tranche d’âge", form))
            (list(choices::STATUSES, "statut", "Statut", form))
        }
        fieldset { legend { "Langues parlées" } (picks(choices::LANGUAGES, "langue", "checkbox", form)) }
        fieldset { legend { "Aides utilisées" } (picks(choices::AIDS, "aide", "checkbox", form)) }
        fieldset { legend { "Matériel" } (picks(choices::EQUIPMENT, "materiel", "checkbox", form)) }
        div class="row" {
            (text("nom_lieu", "Nom du lieu")) (text("atelier", "Nom de l’atelier")) (text("demarche", "Nom de la démarche"))
            p { label class="pick" { input type="checkbox" name="oriente" value="oui" checked[form.text("oriente") == "oui"] data-test="oriente"; " Orienté vers une structure" } }
            (list(choices::STRUCTURES, "redirection", "Laquelle", form))
        }
    }
}

fn picks(
    table: impl IntoIterator<Item = &'static Choice>,
    name: &str,
    kind: &str,
    form: &Form,
) -> Markup {
    html! {
        @for one in table {
            @let chosen = form.all(name).any(|value| value == one.value);
            label class="pick" { input type=(kind) name=(name) value=(one.value) checked[chosen] data-test={ (name) "-" (one.value) }; " " (one.label) }
        }
    }
}

fn list(table: &'static [Choice], name: &str, label: &str, form: &Form) -> Markup {
    html! {
        p {
            label for=(name) { (label) }
            select id=(name) name=(name) data-test=(name) {
                option value="" { "—" }
                @for one in table { option value=(one.value) selected[form.text(name) == one.value] { (one.label) } }
            }
        }
    }
}

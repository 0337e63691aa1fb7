//! What surrounds every page: its head, where one is, and who one is.

use maud::{DOCTYPE, Markup, html};

use super::{guard::Me, look};
use crate::{
    domain::desk::policy::{Deed, Who, permit},
    records::StaffRole,
};

/// What a page says of itself.
#[derive(Debug, Default)]
pub(super) struct Frame<'a> {
    /// Its one title.
    pub(super) title: &'a str,
    /// Its name for tests.
    pub(super) screen: &'a str,
    /// Who looks at it.
    pub(super) me: Option<&'a Me>,
    /// Whether it needs the script.
    pub(super) script: bool,
    /// What was just done.
    pub(super) done: Option<&'a str>,
}

/// The pages that everybody finds at the top, as far as they may see them.
const WAYS: &[(Deed, &str, &str, &str)] = &[
    (Deed::SeeHome, "home", "/pro", "Accueil"),
    (Deed::SeeStock, "stock", "/pro/stock", "Stock"),
    (Deed::SeeSessions, "sessions", "/pro/seances", "Séances"),
    (Deed::SeeNeeds, "needs", "/pro/besoins", "Besoins"),
    (
        Deed::SeeAttestations,
        "attestations",
        "/pro/attestations",
        "Attestations",
    ),
    (Deed::SeeFigures, "figures", "/pro/chiffres", "Chiffres"),
    (Deed::SeeHelpers, "helpers", "/pro/aidants", "Aidants"),
    (Deed::SeeTeam, "team", "/pro/equipe", "Équipe"),
    (Deed::ReadActs, "acts", "/pro/historique", "Historique"),
];

/// The whole page.
pub(super) fn around(frame: &Frame<'_>, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="fr" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (frame.title) " · Bureau de la structure" }
                @for sheet in look::SHEETS.iter() { link rel="stylesheet" href=(sheet); }
                @if frame.script { script src=(*look::SCRIPT) defer {} }
            }
            body {
                a class="skip" href="#main" { "Aller au contenu" }
                header {
                    p class="name" { "Bureau de la structure" }
                    @if let Some(me) = frame.me { (top(frame.screen, me)) }
                }
                main id="main" data-screen=(frame.screen) tabindex="-1" {
                    h1 { (frame.title) }
                    @if let Some(done) = frame.done {
                        p class="done" role="status" data-test="done" { (done) }
                    }
                    (body)
                }
            }
        }
    }
}

fn top(screen: &str, me: &Me) -> Markup {
    html! {
        nav class="wide" aria-label="Pages du bureau" { (ways(screen, me, "to-")) }
        // The same behind one press, where nine links would be the whole first screen.
        details class="narrow" {
            summary data-test="menu" { "Menu" }
            nav aria-label="Pages du bureau" { (ways(screen, me, "menu-")) }
        }
        form class="me" method="post" action="/pro/sortir" {
            p { (me.staff.name) " · " (role(me.staff.role)) }
            button data-test="sign-out" { "Sortir" }
        }
    }
}

fn ways(screen: &str, me: &Me, test: &str) -> Markup {
    let may = |deed: Deed| permit(Who::Staff(me.staff.role), deed).is_ok();
    html! {
        ul {
            @for (_, name, path, label) in WAYS.iter().filter(|way| may(way.0)) {
                @let here = (*name == screen).then_some("page");
                li { a href=(path) aria-current=[here] data-test={ (test) (name) } { (label) } }
            }
        }
    }
}

/// How a role is called.
pub(super) fn role(role: StaffRole) -> &'static str {
    match role {
        StaffRole::Officer => "responsable",
        StaffRole::Mediator => "médiateur ou médiatrice",
    }
}

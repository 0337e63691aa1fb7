//! Who asks to help, who does, and who no longer opens their own space. An officer approves here; the key of
//! the structure certifies elsewhere.

use std::collections::BTreeMap;

use axum::extract::State;
use maud::{Markup, html};
use wire::{
    AccountId, Code,
    helper::{Helper, HelperNumber, Role},
};

use super::{
    acting::write_as,
    day::day,
    form::{Asked, Form},
    frame::Frame,
    guard::Me,
    reply::{self, Reply},
};
use crate::{
    app::{Shared, aside},
    domain::{Outcome, desk::approvals, idle},
    helpers,
    records::Approval,
};

/// What is known of helpers.
struct Helpers {
    asking: Vec<(HelperNumber, helpers::Asked)>,
    approved: BTreeMap<String, Approval>,
    certified: Vec<Helper>,
    /// None where the portal keeps no month.
    dormant: Option<BTreeMap<AccountId, u64>>,
}

/// Who asks, and who helps.
pub(super) async fn see(State(app): State<Shared>, me: Me, Asked(asked): Asked) -> Reply {
    let done = match asked.text("fait") {
        "oui" => Some("C’est noté. La structure peut maintenant certifier cette personne."),
        "retire" => Some("C’est noté : cette personne n’est plus approuvée."),
        "deja" => Some("C’est déjà fait : cet accord n’existe plus."),
        "tard" => Some("Cet accord n’existe plus : la structure a déjà certifié cette personne."),
        _ => None,
    };
    shown(&app, &me, done, None).await
}

/// Approves somebody who asks.
pub(super) async fn approve(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let number = HelperNumber::parse(form.text("numero")).ok_or(Code::Malformed)?;
    let Some(role) = role_of(form.text("role")) else {
        return shown(
            &app,
            &me,
            None,
            Some("Choisissez en quelle qualité la personne aide."),
        )
        .await;
    };
    if form.text("compare") != "oui" {
        let why = "Comparez d’abord le numéro avec celui de l’écran de l’aidant.";
        return shown(&app, &me, None, Some(why)).await;
    }
    let known = known(&app).await?;
    let numbers = known.asking.iter().map(|(number, _)| number);
    let certified: Vec<_> = known.certified.iter().map(Helper::number).collect();
    if !numbers.chain(&certified).any(|one| *one == number) {
        return Err(Code::NotFound.into());
    }
    let (by, now) = (me.id, app.now());
    let approved = write_as(&app, &me, move |tx, _| {
        approvals::approve(tx, &number, role, by, now)
    });
    approved.await?;
    Ok(reply::go("/pro/aidants?fait=oui"))
}

/// Takes that back.
pub(super) async fn withdraw(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let number = HelperNumber::parse(form.text("numero")).ok_or(Code::Malformed)?;
    let (by, now) = (me.id, app.now());
    let withdrawn = write_as(&app, &me, {
        let number = number.clone();
        move |tx, _| approvals::withdraw(tx, &number, Some(by), now)
    });
    match withdrawn.await {
        Ok(()) => Ok(reply::go("/pro/aidants?fait=retire")),
        Err(refusal) if refusal.code == Code::NotFound => {
            // One press too many. Or the key was quicker: then whoever pressed must know that nothing was stopped.
            let helpers = app.helpers.look()?;
            let is_certified = helpers.all(now).any(|(_, one)| one.number() == number);
            let done = if is_certified { "tard" } else { "deja" };
            Ok(reply::go(&format!("/pro/aidants?fait={done}")))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn known(app: &Shared) -> Outcome<Helpers> {
    let (app, now) = (app.clone(), app.now());
    let certified = app.helpers.look()?;
    aside(move || {
        let realm = app.settings.realm();
        let asking = helpers::asked(&app.settings, now).map_err(helpers::refused)?;
        let asking = asking
            .into_iter()
            .map(|one| (one.number(realm), one))
            .collect();
        app.space.read(|read| {
            let approved = approvals::all(read, now)?.into_iter();
            let dormant = match app.settings.file.idle.delete {
                true => Some(idle::dormant(read, now)?.into_iter().collect()),
                false => None,
            };
            Ok(Helpers {
                asking,
                approved: approved
                    .map(|(number, row)| (number.to_string(), row))
                    .collect(),
                certified: certified
                    .all(now)
                    .map(|(_, helper)| helper.clone())
                    .collect(),
                dormant,
            })
        })
    })
    .await
}

async fn shown(app: &Shared, me: &Me, done: Option<&str>, trouble: Option<&str>) -> Reply {
    let known = known(app).await?;
    let frame = Frame {
        title: "Aidants",
        screen: "helpers",
        me: Some(me),
        done,
        ..Frame::default()
    };
    let body = html! {
        @if let Some(why) = trouble { p role="alert" class="trouble" data-test="trouble" { (why) } }
        section {
            h2 { "Demandent à aider" }
            @if known.asking.is_empty() { p data-test="asking" { "Personne ne demande." } }
            @for (number, one) in &known.asking { (asking(&known, number, &one.name, one.since)) }
        }
        (unasked(&known))
        section {
            h2 { "Aident déjà" }
            (certified(&known))
            p class="hint" { "Pour arrêter un aidant tout de suite : portal helper stop." }
        }
    };
    Ok(match trouble {
        Some(_) => reply::again(&frame, &body),
        None => reply::page(&frame, &body),
    })
}

fn asking(known: &Helpers, number: &HelperNumber, name: &str, since: u64) -> Markup {
    let number = number.to_string();
    html! {
        article data-test="asking" {
            h3 { (name) }
            p { "Demande depuis le " (day(since)) "." }
            p { "Numéro à comparer : " strong class="compare" data-test="number" { (number) } }
            @if let Some(approval) = known.approved.get(&number) {
                p class="done" { "Approuvé le " (day(approval.time)) " : " (role(approval.role)) ". La structure doit encore certifier." }
                (withdrawing(&number, name))
            } @else {
                form method="post" action="/pro/aidants/approuver" {
                    input type="hidden" name="numero" value=(number);
                    label class="pick" { input type="checkbox" name="compare" value="oui" required data-test="compared"; " J’ai lu le même numéro sur l’écran de l’aidant" }
                    p {
                        label for={ "role-" (number) } { "Cette personne aide comme" }
                        select id={ "role-" (number) } name="role" required data-test="role" {
                            option value="" { "Choisir" }
                            @for (value, _, label) in ROLES { option value=(value) { (label) } }
                        }
                    }
                    button data-test="approve" aria-label={ "Approuver " (name) } { "Approuver" }
                }
            }
        }
    }
}

/// Who is approved and asks no more, or is certified already: their accord must not be forgotten.
fn unasked(known: &Helpers) -> Markup {
    let asks = |number: &str| {
        let mut numbers = known.asking.iter().map(|(number, _)| number.to_string());
        numbers.any(|one| one == number)
    };
    let name = |number: &str| {
        let mut all = known.certified.iter();
        all.find(|helper| helper.number().to_string() == number)
            .map_or("une personne qui ne demande plus", |helper| &*helper.name)
    };
    let left = known.approved.iter().filter(|(number, _)| !asks(number));
    let left: Vec<_> = left.collect();
    html! {
        @if !left.is_empty() {
            section data-test="unasked" {
                h2 { "Accords sans demande" }
                p { "Personne ne demande plus avec ces numéros." }
                @for (number, approval) in &left {
                    article {
                        p { strong class="compare" { (number) } " : " (name(number)) ", comme " (role(approval.role)) "." }
                        p { "Approuvé le " (day(approval.time)) ". L’accord finit seul après " (approvals::DAYS) " jours." }
                        (withdrawing(number, number))
                    }
                }
            }
        }
    }
}

fn withdrawing(number: &str, who: &str) -> Markup {
    html! {
        form method="post" action="/pro/aidants/retirer" {
            button class="quiet" name="numero" value=(number) aria-label={ "Retirer l’accord pour " (who) } data-test="withdraw" { "Retirer l’accord" }
        }
    }
}

fn certified(known: &Helpers) -> Markup {
    let opened = |helper: &Helper| match known.dormant.as_ref().map(|all| all.get(&helper.account))
    {
        None => "pas connu ici".to_owned(),
        Some(None) => "oui".to_owned(),
        Some(Some(since)) => format!("non, depuis le {}", day(*since)),
    };
    html! {
        @if known.certified.is_empty() { p data-test="certified" { "Personne n’est certifié." } }
        @else {
            table data-test="certified" {
                caption { "Les aidants que la structure a certifiés" }
                thead { tr { th scope="col" { "Nom" } th scope="col" { "Comme" } th scope="col" { "Numéro" } th scope="col" { "Jusqu’au" } th scope="col" { "Ouvre son espace" } } }
                tbody {
                    @for helper in &known.certified {
                        tr {
                            th scope="row" { (helper.name) }
                            td { (role(helper.role)) }
                            td { (helper.number()) }
                            td { (day(helper.not_after)) }
                            td { (opened(helper)) }
                        }
                    }
                }
            }
        }
    }
}

const ROLES: &[(&str, Role, &str)] = &[
    ("social_worker", Role::SocialWorker, "travailleur social"),
    ("mediator", Role::Mediator, "médiateur"),
    ("volunteer", Role::Volunteer, "bénévole"),
    ("relative", Role::Relative, "proche"),
    ("curator", Role::Curator, "curateur ou tuteur"),
    ("officer", Role::Officer, "responsable"),
];

fn role_of(value: &str) -> Option<Role> {
    ROLES
        .iter()
        .find_map(|(name, role, _)| (*name == value).then_some(*role))
}

/// In what quality somebody helps.
pub(super) fn role(role: Role) -> &'static str {
    let found = ROLES.iter().find(|(_, one, _)| *one == role);
    found.map_or("aidant", |(_, _, label)| label)
}

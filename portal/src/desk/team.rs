//! Who works at the desk: invited, in, ended.

use axum::extract::State;
use maud::{Markup, html};
use wire::{Code, Hash, Refusal};

use super::{
    acting::write_as,
    day::day,
    form::{Asked, Form},
    frame::{self, Frame},
    guard::Me,
    reply::{self, Reply},
};
use crate::{
    app::Shared,
    domain::desk::staff::{self, Member, Stands},
    records::{StaffId, StaffRole},
};

/// Who works here.
pub(super) async fn see(State(app): State<Shared>, me: Me, Asked(asked): Asked) -> Reply {
    let done = match asked.text("fait") {
        "fin" => Some("C’est fait : cette personne n’entre plus au bureau."),
        "deja" => Some("C’est déjà fait : cette personne n’entre plus au bureau."),
        _ => None,
    };
    let members = app.read(|read| staff::all(read)).await?;
    let frame = frame_of(&me, done);
    let form = Form::default();
    let ticket = form.ticket_field(&mut *app.random());
    Ok(reply::page(
        &frame,
        &whole(&me, &members, (&form, &ticket), None),
    ))
}

/// Invites a colleague, and shows the link, once.
pub(super) async fn invite(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let (name, by, now) = (form.text("nom").to_owned(), me.id, app.now());
    let Some(role) = role_of(form.text("role")) else {
        return again(&app, &me, &form, "Choisissez un rôle.").await;
    };
    let mut random = app.random();
    let ticket = form.ticket().map(StaffId);
    let invited = write_as(&app, &me, move |tx, _| match ticket {
        Some(ticket) => staff::invite_once(tx, (&name, role), (ticket, by), now, &mut *random),
        None => {
            let invited = staff::invite(tx, (&name, role), Some(by), now, &mut *random);
            invited.map(|(_, token)| Some(token))
        }
    });
    let token = match invited.await {
        Ok(Some(token)) => token,
        // The link has served: the page of the team shows them.
        Ok(None) => return Ok(reply::go("/pro/equipe")),
        Err(Refusal {
            code: Code::Malformed,
            ..
        }) => {
            let why = "Écrivez un nom sur une ligne, avec 60 lettres au plus.";
            return again(&app, &me, &form, why).await;
        }
        Err(refusal) => return Err(refusal.into()),
    };
    let link = link(&app.settings.file.webauthn.origin, &token);
    let frame = Frame {
        title: "L’invitation est prête",
        screen: "invited",
        me: Some(&me),
        ..Frame::default()
    };
    let body = html! {
        p { "Donnez ce lien à " strong { (form.text("nom")) } ", en main propre si possible." }
        p { label for="lien" { "Lien d’invitation" } }
        input id="lien" class="wide" readonly value=(link) data-test="link";
        p { "Il sert une seule fois, pendant 7 jours. Cette page ne le montre plus après." }
        p { a class="button" href="/pro/equipe" data-test="back" { "Retour à l’équipe" } }
    };
    Ok(reply::page(&frame, &body))
}

/// Ends a colleague's access at once, where somebody said that they mean it: their passkey serves no more.
pub(super) async fn end(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let staff = id_of(form.text("qui")).ok_or(Code::Malformed)?;
    if form.text("sur") != "oui" {
        let why = "Cochez la phrase, si elle est vraie. Rien n’est changé.";
        return again(&app, &me, &Form::default(), why).await;
    }
    let (by, now) = (me.id, app.now());
    let ended = write_as(&app, &me, move |tx, _| staff::end(tx, staff, Some(by), now));
    match ended.await {
        Ok(()) => {
            app.desk.sessions.end_all(&staff);
            Ok(reply::go("/pro/equipe?fait=fin"))
        }
        Err(Refusal {
            code: Code::Forbidden,
            ..
        }) => {
            let why = "Il reste un seul responsable. Invitez d’abord un autre responsable.";
            again(&app, &me, &Form::default(), why).await
        }
        Err(refusal) if refusal.code == Code::NotFound => {
            let members = app.read(|read| staff::all(read)).await?;
            let mut gone = members.iter().filter(|one| one.stands == Stands::Ended);
            // One press too many, or a colleague was quicker; else there never was anybody.
            match gone.any(|one| one.id == staff) {
                true => Ok(reply::go("/pro/equipe?fait=deja")),
                false => Err(refusal.into()),
            }
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The address of an invitation: what follows the `#` stays in the browser.
pub(crate) fn link(origin: &url::Url, token: &staff::Token) -> String {
    let origin = origin.origin().ascii_serialization();
    format!("{origin}/pro/invitation#{}", Hash(*token).to_hex())
}

async fn again(app: &Shared, me: &Me, form: &Form, why: &str) -> Reply {
    let members = app.read(|read| staff::all(read)).await?;
    let ticket = form.ticket_field(&mut *app.random());
    Ok(reply::again(
        &frame_of(me, None),
        &whole(me, &members, (form, &ticket), Some(why)),
    ))
}

fn frame_of<'a>(me: &'a Me, done: Option<&'a str>) -> Frame<'a> {
    Frame {
        title: "Équipe",
        screen: "team",
        me: Some(me),
        done,
        ..Frame::default()
    }
}

fn whole(
    me: &Me,
    members: &[Member],
    (form, ticket): (&Form, &Markup),
    trouble: Option<&str>,
) -> Markup {
    let stands = |one: &Member| match one.stands {
        Stands::Invited => "invité, pas encore entré".to_owned(),
        Stands::In => format!("entre depuis le {}", day(one.staff.since)),
        Stands::Ended => "n’entre plus".to_owned(),
    };
    html! {
        @if let Some(why) = trouble { p role="alert" class="trouble" data-test="trouble" { (why) } }
        table data-test="members" {
            caption { "Les personnes qui entrent au bureau" }
            thead { tr { th scope="col" { "Nom" } th scope="col" { "Rôle" } th scope="col" { "État" } th scope="col" { "Accès" } } }
            tbody {
                @for one in members {
                    tr {
                        th scope="row" { (one.staff.name) }
                        td { (frame::role(one.staff.role)) }
                        td { (stands(one)) }
                        td { @if one.stands != Stands::Ended { (ending(me, one)) } }
                    }
                }
            }
        }
        section {
            h2 { "Inviter une personne" }
            form method="post" action="/pro/equipe/inviter" {
                (ticket)
                p {
                    label for="nom" { "Nom" }
                    input id="nom" name="nom" maxlength="60" required autocomplete="off" value=(form.text("nom")) data-test="name";
                }
                fieldset {
                    legend { "Rôle" }
                    @for (value, label) in ROLES {
                        @let chosen = form.text("role") == *value;
                        label class="pick" { input type="radio" name="role" value=(value) required checked[chosen] data-test={ "role-" (value) }; " " (label) }
                    }
                }
                button data-test="invite" { "Faire le lien d’invitation" }
            }
        }
    }
}

const ROLES: &[(&str, &str)] = &[
    (
        "mediateur",
        "Médiateur ou médiatrice : reçoit les personnes",
    ),
    (
        "responsable",
        "Responsable : invite, approuve, lit l’historique",
    ),
];

fn role_of(value: &str) -> Option<StaffRole> {
    match value {
        "mediateur" => Some(StaffRole::Mediator),
        "responsable" => Some(StaffRole::Officer),
        _ => None,
    }
}

/// One press opens the question, and ends nothing.
fn ending(me: &Me, one: &Member) -> Markup {
    let (name, sure) = if one.id == me.id {
        (
            "Terminer mon accès".to_owned(),
            "Oui, je n’entre plus.".to_owned(),
        )
    } else {
        let their = &one.staff.name;
        (
            format!("Terminer l’accès de {their}"),
            format!("Oui, {their} n’entre plus."),
        )
    };
    html! {
        details {
            summary aria-label=(name) data-test="end" { "Terminer" }
            form method="post" action="/pro/equipe/terminer" {
                p class="hint" { "Cet accès finit tout de suite. Pour revenir, il faut une nouvelle invitation." }
                label class="pick" { input type="checkbox" name="sur" value="oui" required data-test="sure"; " " (sure) }
                button class="quiet" name="qui" value=(hex(&one.id)) aria-label=(name) data-test="end-now" { "Terminer l’accès" }
            }
        }
    }
}

fn hex(id: &StaffId) -> String {
    data_encoding::HEXLOWER.encode(&id.0)
}

fn id_of(text: &str) -> Option<StaffId> {
    let bytes = data_encoding::HEXLOWER.decode(text.as_bytes()).ok()?;
    bytes.try_into().ok().map(StaffId)
}

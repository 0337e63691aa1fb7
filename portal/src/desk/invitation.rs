//! Coming in for the first time, by a link that serves once. Its token stands behind the `#` of the address,
//! which no browser sends: the script hands it over in a body, and no log ever has it.

use axum::{extract::State, http::HeaderMap, response::Response};
use maud::html;
use wire::{Code, Hash};

use super::{
    ceremonies::Purpose,
    door::options,
    form::{Sent, Whence},
    frame::Frame,
    reply::{self, Spoken},
};
use crate::{
    app::Shared,
    domain::{desk::staff, passkeys::to_json},
};

/// Where an invitation is used.
pub(super) async fn see() -> Response {
    let frame = Frame {
        title: "Première entrée",
        screen: "invitation",
        script: true,
        ..Frame::default()
    };
    let body = html! {
        p { "Vous êtes invité à travailler au bureau de la structure." }
        p { "Créez votre passkey sur cet appareil : il remplace un mot de passe." }
        p { "Le lien sert une seule fois. Ne créez pas de passkey sur un ordinateur partagé." }
        div data-ceremony="/pro/invitation" {
            button class="first" data-test="enter" data-start { "Créer mon passkey et entrer" }
            p role="alert" class="trouble" data-test="said" data-said hidden {}
        }
        noscript { p class="trouble" { "Pour entrer, ce navigateur doit permettre JavaScript." } }
    };
    reply::page(&frame, &body)
}

/// Begins the registration of the passkey. The link still serves: a finger may slip.
pub(super) async fn start(State(app): State<Shared>, from: Whence, sent: Sent) -> Spoken {
    let (now, token) = (app.now(), sent.bytes("token")?);
    let (id, member) = app
        .read(move |read| staff::invited(read, &token, now))
        .await?;
    let started = app.passkeys.start_staff_registration(id.0, &member.name)?;
    let mut random = app.random();
    let purpose = Purpose::Invitation(token);
    let name = app
        .desk
        .ceremonies
        .begin(purpose, started.state, from.0, now, &mut *random);
    options(&name, &started.options)
}

/// The passkey is made: the link serves no more, and whoever made it is in.
pub(super) async fn finish(State(app): State<Shared>, headers: HeaderMap, sent: Sent) -> Spoken {
    let (now, name) = (app.now(), Hash(sent.bytes("ceremony")?));
    let taken = app.desk.ceremonies.take(&name, now);
    let Some((Purpose::Invitation(token), state)) = taken else {
        return Err(Code::CeremonyExpired.into());
    };
    let passkey = app.passkeys.finish_registration(&state, &sent.answer())?;
    let (credential, kept) = (passkey.cred_id().to_vec(), to_json(&passkey)?);
    let who = app
        .write(move |tx| staff::enter(tx, &token, (&credential, kept), now))
        .await?;
    let mut random = app.random();
    let session = app.desk.sessions.begin(who, now, &mut *random);
    reply::end_before(&app, &headers);
    Ok(reply::with_session(reply::next("/pro"), &session))
}

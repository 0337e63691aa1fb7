//! Signing in with a passkey, and out.

use axum::{
    Json,
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use maud::html;
use serde_json::{Value, json};
use wire::{Code, Hash};

use super::{
    ceremonies::Purpose,
    form::{Asked, Sent, Whence},
    frame::Frame,
    reply::{self, Reply, Said, Spoken},
};
use crate::{
    app::Shared,
    domain::{desk::staff, passkeys::Counter},
};

/// Where one signs in.
pub(super) async fn see(Asked(asked): Asked) -> Response {
    let frame = Frame {
        title: "Entrer",
        screen: "door",
        script: true,
        ..Frame::default()
    };
    let said = match (asked.text("fini"), asked.text("sorti")) {
        ("oui", _) => Some("Votre séance est finie. Entrez de nouveau."),
        (_, "oui") => Some("Vous êtes sorti du bureau."),
        _ => None,
    };
    let body = html! {
        @if let Some(said) = said { p class="done" role="status" data-test="said-before" { (said) } }
        p { "Cette page est pour les personnes qui travaillent dans la structure." }
        p { "Vous entrez avec votre passkey : l’empreinte, le visage ou le code de cet appareil." }
        div data-ceremony="/pro/entrer" {
            button class="first" data-test="sign-in" data-start { "Entrer avec mon passkey" }
            p role="alert" class="trouble" data-test="said" data-said hidden {}
        }
        noscript { p class="trouble" { "Pour entrer, ce navigateur doit permettre JavaScript." } }
        p { "Vous n’avez pas de passkey ? Demandez une invitation à un responsable." }
    };
    reply::page(&frame, &body)
}

/// Begins to sign in by whichever passkey the browser holds.
pub(super) async fn start(State(app): State<Shared>, from: Whence, _: Sent) -> Spoken {
    let started = app.passkeys.start_login()?;
    let mut random = app.random();
    let name = app.desk.ceremonies.begin(
        Purpose::SignIn,
        started.state,
        from.0,
        app.now(),
        &mut *random,
    );
    options(&name, &started.options)
}

/// Signs in.
pub(super) async fn finish(State(app): State<Shared>, headers: HeaderMap, sent: Sent) -> Spoken {
    let (now, name) = (app.now(), Hash(sent.bytes("ceremony")?));
    let taken = app.desk.ceremonies.take(&name, now);
    let Some((Purpose::SignIn, state)) = taken else {
        return Err(Code::CeremonyExpired.into());
    };
    let identified = app.passkeys.identify(&sent.answer())?;
    let credential = identified.credential.clone();
    let row = app
        .read({
            let credential = credential.clone();
            move |read| staff::passkey(read, &credential)
        })
        .await?;
    if row.staff.0 != identified.handle {
        return Err(Code::AssertionRefused.into());
    }
    let moved = app
        .passkeys
        .finish_login(&state, &identified, &row.passkey, Counter::MayBegin)?;
    let who = app
        .write(move |tx| staff::signed_in(tx, &credential, moved, now))
        .await?;
    let mut random = app.random();
    let token = app.desk.sessions.begin(who, now, &mut *random);
    reply::end_before(&app, &headers);
    Ok(reply::with_session(reply::next("/pro"), &token))
}

/// Signs out.
pub(super) async fn leave(State(app): State<Shared>, headers: HeaderMap) -> Reply {
    reply::end_before(&app, &headers);
    Ok(reply::without_session(reply::go("/pro/entrer?sorti=oui")))
}

/// What the script hands to the browser.
pub(super) fn options(name: &Hash, options: &str) -> Spoken {
    let options: Value =
        serde_json::from_str(options).map_err(|_| Said::from(Code::Unavailable))?;
    Ok(Json(json!({ "ceremony": name.to_hex(), "options": options })).into_response())
}

//! A space is open.

use axum::extract::State;
use wire::api::{Session, WebauthnAnswer};

use crate::{
    app::Shared,
    domain::login as domain,
    http::{
        extract::{Anyone, Sent},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/login/finish
pub(in crate::http) async fn finish(
    _: Anyone,
    State(app): State<Shared>,
    Sent { value }: Sent<WebauthnAnswer>,
) -> Reply<Canonical<Session>> {
    let (place, passkeys) = (app.place.clone(), app.passkeys.clone());
    let (now, mut random) = (app.now(), app.random());
    let ceremony = value.ceremony;
    let opened = app
        .write(move |tx| domain::finish(tx, &place, &passkeys, &value, now, &mut *random))
        .await;
    if opened.is_err() {
        // What was refused is taken back whole; the challenge has served all the same.
        app.write(move |tx| domain::spend(tx, &ceremony)).await?;
    }
    Ok(Canonical(opened?))
}

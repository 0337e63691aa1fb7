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
    let session = app
        .write(move |tx| domain::finish(tx, &place, &passkeys, &value, now, &mut *random))
        .await?;
    Ok(Canonical(session))
}

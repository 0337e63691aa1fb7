//! A recovery begins.

use axum::extract::State;
use wire::{
    Signed,
    api::{RegisterStart, WebauthnOptions},
    ceremony::{CardAnswer, CeremonyStart, CeremonyStatus, FindCard},
};

use crate::{
    app::Shared,
    domain::{
        ceremony::{index, start as domain},
        register::{self as registration, By},
    },
    http::{
        extract::{Anyone, Sent},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/card
pub(in crate::http) async fn card(
    State(app): State<Shared>,
    _: Anyone,
    Sent { value }: Sent<FindCard>,
) -> Reply<Canonical<CardAnswer>> {
    let (now, mut random) = (app.now(), app.random());
    let answer = app.read(move |read| index::card(read, &value.tag, now, &mut *random));
    Ok(Canonical(answer.await?))
}

/// POST /v1/ceremony/start
pub(in crate::http) async fn start(
    State(app): State<Shared>,
    Sent { value }: Sent<Signed<CeremonyStart>>,
) -> Reply<Canonical<CeremonyStatus>> {
    let place = app.place.clone();
    let (now, mut random) = (app.now(), app.random());
    let status = app.write(move |tx| domain::start(tx, &place, &value, now, &mut *random));
    Ok(Canonical(status.await?))
}

/// POST /v1/ceremony/register
pub(in crate::http) async fn register(
    State(app): State<Shared>,
    Sent { value }: Sent<Signed<RegisterStart>>,
) -> Reply<Canonical<WebauthnOptions>> {
    let (place, passkeys) = (app.place.clone(), app.passkeys.clone());
    let (now, mut random, by) = (app.now(), app.random(), By::Recovery);
    let options = app
        .write(move |tx| registration::start(tx, &place, &passkeys, &value, by, now, &mut *random));
    Ok(Canonical(options.await?))
}

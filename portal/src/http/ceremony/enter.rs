//! The end of a recovery: a token, what it lets read, and one commit.

use axum::{extract::State, http::StatusCode};
use std::sync::Arc;
use wire::{
    Signed,
    api::{Stage, SyncAnswer, SyncRequest},
    ceremony::{CeremonyAnswer, CeremonyAsking, CeremonyToken},
    log::Head,
};

use super::throttle;
use crate::{
    app::Shared,
    domain::{
        ceremony::{ask, enter as domain},
        commit::{self as commits, Ground},
        staging::{self, Bench},
    },
    http::{
        extract::{Origin, Raw, Recovering, Sent},
        reply::{Canonical, DONE, Reply},
    },
};

/// POST /v1/ceremony/enter
pub(in crate::http) async fn enter(
    State(app): State<Shared>,
    origin: Origin,
    Sent { value }: Sent<Signed<CeremonyAsking>>,
) -> Reply<Canonical<CeremonyToken>> {
    throttle(&app, origin, &value).await?;
    let place = app.place.clone();
    let (now, mut random) = (app.now(), app.random());
    let token = app.write(move |tx| ask::enter(tx, &place, &value, now, &mut *random));
    Ok(Canonical(token.await?))
}

/// POST /v1/ceremony/read
pub(in crate::http) async fn read(
    State(app): State<Shared>,
    Recovering(entered): Recovering,
) -> Reply<Canonical<CeremonyAnswer>> {
    let answer = app.read(move |read| domain::read(read, &entered));
    Ok(Canonical(answer.await?))
}

/// POST /v1/ceremony/sync
pub(in crate::http) async fn sync(
    State(app): State<Shared>,
    Recovering(entered): Recovering,
    Sent { value }: Sent<SyncRequest>,
) -> Reply<Canonical<SyncAnswer>> {
    let (place, now) = (app.place.clone(), app.now());
    let answer = app.read(move |read| domain::sync(read, &place, &entered, &value, now));
    Ok(Canonical(answer.await?))
}

/// POST /v1/ceremony/stage
pub(in crate::http) async fn stage(
    State(app): State<Shared>,
    Recovering(entered): Recovering,
    Sent { value }: Sent<Stage>,
) -> Reply<StatusCode> {
    let (bench, now) = (Bench::of_account(&entered.account), app.now());
    app.write(move |tx| staging::stage(tx, &bench, value.items, now))
        .await?;
    Ok(DONE)
}

/// POST /v1/ceremony/commit
pub(in crate::http) async fn commit(
    State(app): State<Shared>,
    Recovering(entered): Recovering,
    Raw(bytes): Raw,
) -> Reply<Canonical<Head>> {
    let (place, passkeys, now) = (app.place.clone(), app.passkeys.clone(), app.now());
    // No mandate begins in a recovery.
    let certified = Arc::default();
    let head = app
        .write(move |tx| {
            let ground = Ground {
                place: &place,
                passkeys: &passkeys,
                certified: &certified,
                now,
            };
            commits::recover(tx, &ground, &entered, &bytes)
        })
        .await?;
    app.orders_wait();
    Ok(Canonical(head))
}

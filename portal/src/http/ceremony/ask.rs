//! What a stick asks in its recovery.

use axum::extract::State;
use wire::{
    Signed,
    api::GateChallenge,
    ceremony::{CeremonyAsking, CeremonyStatus},
};

use super::throttle;
use crate::{
    app::Shared,
    domain::ceremony::{ask as domain, start},
    http::{
        extract::{Anyone, Origin, Sent},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/ceremony/challenge
pub(in crate::http) async fn challenge(
    State(app): State<Shared>,
    _: Anyone,
) -> Reply<Canonical<GateChallenge>> {
    let (now, mut random) = (app.now(), app.random());
    let challenge = app.write(move |tx| start::challenge(tx, now, &mut *random));
    Ok(Canonical(challenge.await?))
}

/// POST /v1/ceremony/ask
pub(in crate::http) async fn ask(
    State(app): State<Shared>,
    origin: Origin,
    Sent { value }: Sent<Signed<CeremonyAsking>>,
) -> Reply<Canonical<CeremonyStatus>> {
    throttle(&app, origin, &value).await?;
    let (place, now) = (app.place.clone(), app.now());
    let status = app.write(move |tx| domain::answer(tx, &place, &value, now));
    Ok(Canonical(status.await?))
}

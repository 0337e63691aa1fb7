//! What the app lacks.

use axum::extract::State;
use wire::api::{SyncAnswer, SyncRequest};

use crate::{
    app::Shared,
    domain::sync as domain,
    http::{
        extract::{Owner, Sent},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/sync
pub(in crate::http) async fn sync(
    State(app): State<Shared>,
    Owner(owner): Owner,
    Sent { value }: Sent<SyncRequest>,
) -> Reply<Canonical<SyncAnswer>> {
    let (place, now) = (app.place.clone(), app.now());
    let nothing = app.glance(|read| domain::nothing_new(read, &place, &owner, &value, now))?;
    if let Some(nothing) = nothing {
        return Ok(Canonical(nothing));
    }
    let answer = app.read(move |read| domain::answer(read, &place, &owner, &value, now));
    Ok(Canonical(answer.await?))
}

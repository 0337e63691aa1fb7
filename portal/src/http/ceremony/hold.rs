//! Holders and the owner, in sessions of their own spaces.

use axum::{extract::State, http::StatusCode};
use wire::ceremony::{Held, HoldsAnswer, OwnRecovery};

use crate::{
    app::{Shared, aside},
    domain::ceremony::{
        hold::{self as domain, Standing},
        own as owners,
    },
    http::{
        extract::{Owner, Sent},
        reply::{Canonical, DONE, Reply},
    },
};

/// POST /v1/holds
pub(in crate::http) async fn holds(
    State(app): State<Shared>,
    Owner(owner): Owner,
) -> Reply<Canonical<HoldsAnswer>> {
    let now = app.now();
    let answer = app.read(move |read| domain::holds(read, &owner, now));
    Ok(Canonical(answer.await?))
}

/// POST /v1/hold
pub(in crate::http) async fn hold(
    State(app): State<Shared>,
    Owner(owner): Owner,
    Sent { value }: Sent<Held>,
) -> Reply<StatusCode> {
    let (place, now) = (app.place.clone(), app.now());
    let structure = app.structure;
    let known = app.clone();
    let standing = aside(move || {
        // Where nobody can be looked up nobody approves, and everybody may still refuse.
        let certified = known.helpers.look().ok();
        let helper = certified.and_then(|known| known.find(&owner.account, now).cloned());
        Ok(Standing { structure, helper })
    });
    let standing = standing.await?;
    app.write(move |tx| domain::say(tx, &place, &owner, &standing, value, now))
        .await?;
    Ok(DONE)
}

/// POST /v1/recovery
pub(in crate::http) async fn own(
    State(app): State<Shared>,
    Owner(owner): Owner,
) -> Reply<Canonical<OwnRecovery>> {
    let now = app.now();
    let answer = app.read(move |read| owners::own(read, &owner, now));
    Ok(Canonical(answer.await?))
}

//! A single-use challenge.

use axum::extract::State;
use wire::api::GateChallenge;

use crate::{
    app::Shared,
    domain::gate,
    http::{
        extract::Anyone,
        reply::{Canonical, Reply},
    },
};

/// POST /v1/gate/challenge
pub(in crate::http) async fn challenge(
    _: Anyone,
    State(app): State<Shared>,
) -> Reply<Canonical<GateChallenge>> {
    let (now, mut random) = (app.now(), app.random());
    let given = app.write_gate(move |tx| gate::challenge(tx, now, &mut *random));
    Ok(Canonical(given.await?))
}

//! What waits for the owner of a session.

use axum::extract::State;
use wire::mandate::DropsAnswer;

use crate::{
    app::Shared,
    domain::drops as domain,
    http::{
        extract::Owner,
        reply::{Canonical, Reply},
    },
};

/// POST /v1/drops
pub(in crate::http) async fn drops(
    State(app): State<Shared>,
    Owner(owner): Owner,
) -> Reply<Canonical<DropsAnswer>> {
    let answer = app.read(move |read| domain::waiting(read, &owner));
    Ok(Canonical(answer.await?))
}

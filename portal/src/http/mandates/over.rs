//! Which mandates are over by a death.

use axum::extract::State;
use wire::mandate::OverAnswer;

use crate::{
    app::Shared,
    domain::mandates as domain,
    http::{
        extract::Owner,
        reply::{Canonical, Reply},
    },
};

/// POST /v1/mandates/over
pub(in crate::http) async fn over(
    State(app): State<Shared>,
    Owner(owner): Owner,
) -> Reply<Canonical<OverAnswer>> {
    let answer = app.read(move |read| domain::over(read, &owner));
    Ok(Canonical(answer.await?))
}

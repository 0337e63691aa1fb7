//! What is entrusted to the owner of a session.

use axum::extract::State;
use wire::mandate::EntrustedAnswer;

use crate::{
    app::Shared,
    domain::mandates as domain,
    http::{
        extract::Owner,
        reply::{Canonical, Reply},
    },
};

/// POST /v1/mandates
pub(in crate::http) async fn entrusted(
    State(app): State<Shared>,
    Owner(owner): Owner,
) -> Reply<Canonical<EntrustedAnswer>> {
    let now = app.now();
    let answer = app.read(move |read| domain::entrusted_to(read, &owner, now));
    Ok(Canonical(answer.await?))
}

//! What the portal has to say to the owner of a session.

use axum::extract::State;
use wire::api::NoticesAnswer;

use crate::{
    app::Shared,
    domain::idle,
    http::{
        extract::Owner,
        reply::{Canonical, Reply},
    },
};

/// POST /v1/notices
pub(in crate::http) async fn notices(
    State(app): State<Shared>,
    Owner(owner): Owner,
) -> Reply<Canonical<NoticesAnswer>> {
    let time = app.now();
    let idle = app.read(move |read| idle::ended(read, &owner)).await?;
    Ok(Canonical(NoticesAnswer { time, idle }))
}

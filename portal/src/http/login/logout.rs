//! A space is left.

use axum::{extract::State, http::StatusCode};

use crate::{
    app::Shared,
    domain::session,
    http::{
        extract::Owner,
        reply::{DONE, Reply},
    },
};

/// POST /v1/logout
pub(in crate::http) async fn logout(
    State(app): State<Shared>,
    Owner(owner): Owner,
) -> Reply<StatusCode> {
    app.write(move |tx| session::forget(tx, &owner.token.0))
        .await?;
    Ok(DONE)
}

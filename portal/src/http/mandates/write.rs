//! The owner writes down a session in which somebody was beside them.

use axum::{extract::State, http::StatusCode};
use wire::mandate::Under;

use crate::{
    app::Shared,
    domain::journal as domain,
    http::{
        extract::{Owner, Sent},
        reply::{DONE, Reply},
    },
};

/// POST /v1/journal/own
pub(in crate::http) async fn write(
    State(app): State<Shared>,
    Owner(owner): Owner,
    Sent { value }: Sent<Under>,
) -> Reply<StatusCode> {
    let now = app.now();
    app.write(move |tx| domain::write_own(tx, &owner, &value.line, now))
        .await?;
    Ok(DONE)
}

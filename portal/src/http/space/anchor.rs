//! The slot's anchor is replaced.

use axum::{extract::State, http::StatusCode};

use crate::{
    app::Shared,
    domain::anchors,
    http::{
        extract::{Owner, Raw},
        reply::{DONE, Reply},
    },
};

/// PUT /v1/anchor
pub(in crate::http) async fn anchor(
    State(app): State<Shared>,
    Owner(owner): Owner,
    Raw(bytes): Raw,
) -> Reply<StatusCode> {
    app.write(move |tx| anchors::put(tx, &owner, bytes.to_vec()))
        .await?;
    Ok(DONE)
}

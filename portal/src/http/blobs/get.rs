//! A blob is read, streamed from the disk.

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderValue, header::CONTENT_LENGTH},
    response::Response,
};
use wire::api;

use super::named;
use crate::{
    app::Shared,
    domain::{blobs as domain, session},
    http::{
        extract::Owner,
        reply::{self, Reply},
    },
};

/// GET /v1/blobs/{id}
pub(in crate::http) async fn get(
    State(app): State<Shared>,
    Owner(owner): Owner,
    Path(id): Path<String>,
) -> Reply<Response> {
    let blob = named(&id)?;
    let row = app
        .read(move |read| {
            session::live(read, &owner)?;
            domain::find(read, &owner, &blob)
        })
        .await?;
    let stream = app.blobs.get(&blob, row.size, row.hash).await?;
    let mut response = reply::bytes(api::BLOB, Body::from_stream(stream));
    let length = HeaderValue::from(row.size);
    response.headers_mut().insert(CONTENT_LENGTH, length);
    Ok(response)
}

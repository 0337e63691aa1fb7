//! The version of the programs that sticks can take, and its files.

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderValue, header::CONTENT_LENGTH},
    response::Response,
};
use futures_util::StreamExt;
use wire::{Code, Hash, api};

use crate::{
    app::{self, Shared},
    blobs,
    http::{
        extract::Owner,
        reply::{self, Reply},
    },
};

/// GET /v1/version
pub(in crate::http) async fn version(
    Owner(_): Owner,
    State(app): State<Shared>,
) -> Reply<Response> {
    let shown = app::aside(move || app.version.look()).await?;
    Ok(reply::bytes(api::CBOR, shown.bytes))
}

/// GET /v1/version/{sum}
pub(in crate::http) async fn version_file(
    Owner(owner): Owner,
    State(app): State<Shared>,
    Path(sum): Path<String>,
) -> Reply<Response> {
    let sum = Hash::from_hex(&sum).ok_or(Code::NotFound)?;
    let turn = app.version.turn(owner.account)?;
    let (file, length) = app::aside(move || app.version.file(&sum)).await?;
    let stream = blobs::pieces(file).inspect(move |_| {
        let _ = &turn;
    });
    let mut response = reply::bytes(api::BLOB, Body::from_stream(stream));
    let length = HeaderValue::from(length);
    response.headers_mut().insert(CONTENT_LENGTH, length);
    Ok(response)
}

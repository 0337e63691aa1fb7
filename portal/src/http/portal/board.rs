//! What the structure says to everybody, as its publisher signed it.

use axum::{
    body::Body,
    extract::State,
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{ETAG, IF_NONE_MATCH},
    },
    response::Response,
};
use wire::{Code, api};

use crate::{
    app::{self, Shared},
    http::{
        extract::Anyone,
        reply::{self, Reply},
    },
};

/// GET /v1/board
pub(in crate::http) async fn board(
    _: Anyone,
    State(app): State<Shared>,
    headers: HeaderMap,
) -> Reply<Response> {
    let shown = app::aside(move || app.board.look()).await?;
    let known = headers.get(IF_NONE_MATCH).and_then(|tag| tag.to_str().ok());
    let mut response = if known.is_some_and(|tags| tags.split(',').any(|t| t.trim() == shown.tag)) {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response
    } else {
        reply::bytes(api::CBOR, shown.bytes)
    };
    let tag = HeaderValue::from_str(&shown.tag).map_err(|_| Code::Damaged)?;
    response.headers_mut().insert(ETAG, tag);
    Ok(response)
}

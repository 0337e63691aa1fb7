//! Where the portal and its gates answer, as the structure signed it.

use axum::{extract::State, response::Response};
use wire::api;

use crate::{
    app::Shared,
    http::{extract::Anyone, reply},
};

/// GET /v1/locator
pub(in crate::http) async fn locator(_: Anyone, State(app): State<Shared>) -> Response {
    reply::bytes(api::CBOR, app.locator.clone())
}

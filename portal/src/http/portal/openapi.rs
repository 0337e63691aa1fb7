//! The description of the API.

use axum::Json;
use serde_json::Value;

use crate::http::{extract::Anyone, openapi as document};

/// GET /v1/openapi.json
pub(in crate::http) async fn openapi(_: Anyone) -> Json<Value> {
    Json(document::document())
}

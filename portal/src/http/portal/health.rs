//! Whether the portal answers and can read its stores. Says nothing about anybody.

use axum::{Json, extract::State};
use serde_json::{Value, json};

use crate::{
    app::Shared,
    domain::Outcome,
    http::{extract::Anyone, reply::Reply},
    store::{Read, Reader, Table},
};

/// GET /v1/health
pub(in crate::http) async fn health(_: Anyone, State(app): State<Shared>) -> Reply<Json<Value>> {
    let look = |read: &Reader<'_>| -> Outcome<()> { Ok(read.get(Table::Meta, b"").map(drop)?) };
    app.read(look).await?;
    Ok(Json(json!({ "status": "ok", "time": app.now() })))
}

//! Whether the portal answers, can read its stores and write to them. Says nothing about anybody.

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
    app.space.takes_writes()?;
    app.gate.takes_writes()?;
    app.read(look).await?;
    Ok(Json(json!({ "status": "ok", "time": app.now() })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::broken_portal;

    #[tokio::test]
    async fn a_portal_that_cannot_write_is_not_well() {
        let (running, breaks, _folder) = broken_portal().await;
        let ask = || health(Anyone, State(running.app().clone()));
        assert_eq!(ask().await.unwrap().0["status"], "ok");
        breaks();
        running.failed().await;
        assert_eq!(ask().await.unwrap_err().0.code, wire::Code::Unavailable);
        running.stop().await;
    }
}

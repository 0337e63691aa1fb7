//! Items are handed over for a commit.

use axum::{extract::State, http::StatusCode};
use wire::api::Stage;

use crate::{
    app::Shared,
    domain::staging,
    http::{
        extract::{OnBench, Sent},
        reply::{DONE, Reply},
    },
};

/// POST /v1/stage
pub(in crate::http) async fn stage(
    State(app): State<Shared>,
    OnBench(bench): OnBench,
    Sent { value }: Sent<Stage>,
) -> Reply<StatusCode> {
    let now = app.now();
    app.write(move |tx| staging::stage(tx, &bench, value.items, now))
        .await?;
    Ok(DONE)
}

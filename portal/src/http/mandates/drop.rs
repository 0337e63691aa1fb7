//! A helper puts a paper in, whose blob is there already.

use axum::{extract::State, http::StatusCode};
use wire::mandate::DropRequest;

use crate::{
    app::{self, Shared},
    domain::drops as domain,
    http::{
        extract::{Helping, Sent},
        reply::{DONE, Reply},
    },
};

/// POST /v1/mandates/drop
pub(in crate::http) async fn drop(
    State(app): State<Shared>,
    Helping(helper): Helping,
    Sent { value }: Sent<DropRequest>,
) -> Reply<StatusCode> {
    let now = app.now();
    let looking = app.clone();
    let certified = app::aside(move || looking.helpers.look()).await?;
    app.write(move |tx| domain::hand_over(tx, &helper, &certified, &value, now))
        .await?;
    Ok(DONE)
}

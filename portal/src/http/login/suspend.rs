//! Security keys are frozen, or let go.

use axum::extract::State;
use wire::gate::Order;

use crate::{
    app::Shared,
    domain::security_keys as domain,
    http::{
        extract::{Origin, Sent},
        gate::stranger,
        reply::{Canonical, Reply},
    },
};

/// POST /v1/suspend
pub(in crate::http) async fn suspend(
    State(app): State<Shared>,
    origin: Origin,
    Sent { value }: Sent<Order>,
) -> Reply<Canonical<Vec<u8>>> {
    let (place, order) = (app.place.clone(), value.clone());
    let speaker = app
        .read(move |read| domain::speaker(read, &place, &order))
        .await?;
    match speaker {
        Some(key_id) => app.throttles.key(key_id)?,
        None => stranger(&app, origin)?,
    }
    let place = app.place.clone();
    app.write(move |tx| domain::suspend(tx, &place, &value))
        .await?;
    Ok(Canonical(Vec::new()))
}

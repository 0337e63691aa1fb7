//! A signed order, perhaps late, perhaps again.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use wire::gate::Order;

use super::destroy;
use crate::{
    app::Shared,
    domain::gate::orders as domain,
    http::{
        extract::Sent,
        reply::{Canonical, Reply},
    },
};

/// POST /v1/gate/order
pub(in crate::http) async fn order(
    State(app): State<Shared>,
    Sent { value }: Sent<Order>,
) -> Reply<Response> {
    let (place, now) = (app.place.clone(), app.now());
    let ordered = app
        .write_gate(move |tx| domain::obey(tx, &place, &value, now))
        .await?;
    destroy(&app, ordered.destroy).await;
    Ok(match ordered.tries {
        Some(tries) => Canonical(tries).into_response(),
        None => Canonical(Vec::<u8>::new()).into_response(),
    })
}

//! A signed order, perhaps late, perhaps again.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use wire::gate::Order;

use super::{destroy, stranger};
use crate::{
    app::{Shared, aside},
    domain::gate::orders as domain,
    http::{
        extract::{Origin, Sent},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/gate/order
pub(in crate::http) async fn order(
    State(app): State<Shared>,
    origin: Origin,
    Sent { value }: Sent<Order>,
) -> Reply<Response> {
    let (store, place, order) = (app.gate.clone(), app.place.clone(), value.clone());
    let speaker = aside(move || store.read(|read| domain::speaker(read, &place, &order))).await;
    // Strangers do not keep a stick from telling of its success.
    match speaker {
        Ok(Some(key_id)) => app.throttles.key(key_id)?,
        Ok(None) => stranger(&app, origin)?,
        Err(refusal) => {
            stranger(&app, origin)?;
            return Err(refusal.into());
        }
    }
    let (place, now) = (app.place.clone(), app.now());
    let mut secrets = app.gate_files.with(app.random());
    let ordered = app
        .write_gate(move |tx| domain::obey(tx, &place, &mut secrets, &value, now))
        .await?;
    destroy(&app, ordered.destroy).await;
    Ok(match ordered.tries {
        Some(tries) => Canonical(tries).into_response(),
        None => Canonical(Vec::<u8>::new()).into_response(),
    })
}

//! A renewal is prepared.

use axum::extract::State;
use wire::{Signed, api::GateKey, gate::Prepare};

use super::{claimed, destroy, throttle};
use crate::{
    app::Shared,
    domain::gate::renew as domain,
    http::{
        extract::{Origin, Sent},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/gate/prepare
pub(in crate::http) async fn prepare(
    State(app): State<Shared>,
    origin: Origin,
    Sent { value }: Sent<Signed<Prepare>>,
) -> Reply<Canonical<GateKey>> {
    let claimed = claimed(&app, origin, &value)?;
    throttle(&app, origin, claimed.key_id, &value, |keys| keys.lineage).await?;
    let (place, now) = (app.place.clone(), app.now());
    let mut secrets = app.gate_files.with(app.random());
    let (public, replaced) = app
        .write_gate(move |tx| domain::prepare(tx, &place, &mut secrets, &value, now))
        .await?;
    destroy(&app, replaced.into_iter().collect()).await;
    Ok(Canonical(GateKey { public }))
}

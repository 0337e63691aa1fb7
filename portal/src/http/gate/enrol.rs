//! A stick enrols.

use axum::extract::State;
use wire::{Signed, api::GateKey, gate::Enrol};

use crate::{
    app::Shared,
    domain::gate::enrol as domain,
    http::{
        extract::Sent,
        reply::{Canonical, Reply},
    },
};

/// POST /v1/gate/enrol
pub(in crate::http) async fn enrol(
    State(app): State<Shared>,
    Sent { value }: Sent<Signed<Enrol>>,
) -> Reply<Canonical<GateKey>> {
    let (place, now) = (app.place.clone(), app.now());
    let mut secrets = app.gate_files.with(app.random());
    let public = app
        .write_gate(move |tx| domain::enrol(tx, &place, &mut secrets, &value, now))
        .await?;
    Ok(Canonical(GateKey { public }))
}

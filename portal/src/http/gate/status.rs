//! How a stick stands.

use axum::extract::State;
use wire::{Signed, api::StatusAnswer, gate::Status};

use super::{claimed, throttle};
use crate::{
    app::Shared,
    domain::gate::evaluate as domain,
    http::{
        extract::{Origin, Sent},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/gate/status
pub(in crate::http) async fn status(
    State(app): State<Shared>,
    origin: Origin,
    Sent { value }: Sent<Signed<Status>>,
) -> Reply<Canonical<StatusAnswer>> {
    let claimed = claimed(&app, origin, &value)?;
    throttle(&app, origin, claimed.key_id, &value, |keys| keys.possession).await?;
    let (place, now) = (app.place.clone(), app.now());
    let answer = app.write_gate(move |tx| domain::status(tx, &place, &value, now));
    Ok(Canonical(answer.await?))
}

//! One try: counted, durable, then evaluated.

use axum::extract::State;
use wire::{Signed, api::Evaluated, gate::Evaluate};

use super::{claimed, throttle};
use crate::{
    app::{Shared, aside},
    domain::gate::evaluate::{self as domain, Counted},
    http::{
        extract::{Origin, Sent},
        reply::{Canonical, Refused, Reply},
    },
};

/// POST /v1/gate/evaluate
pub(in crate::http) async fn evaluate(
    State(app): State<Shared>,
    origin: Origin,
    Sent { value }: Sent<Signed<Evaluate>>,
) -> Reply<Canonical<Evaluated>> {
    let claimed = claimed(&app, origin, &value)?;
    throttle(&app, origin, claimed.key_id, &value, |keys| keys.possession).await?;
    let (place, now) = (app.place.clone(), app.now());
    let counted = app
        .write_gate(move |tx| domain::count(tx, &place, &value, now))
        .await?;
    let (key_id, blinded, tries) = match counted {
        Counted::Evaluate {
            key_id,
            blinded,
            tries,
        } => (key_id, blinded, tries),
        Counted::Wait(refusal) => return Err(Refused(refusal)),
    };
    let (files, mut random) = (app.gate_files.clone(), app.random());
    let answer = aside(move || files.evaluate(key_id, &blinded, &mut *random)).await?;
    Ok(Canonical(Evaluated {
        element: answer.element,
        proof: answer.proof,
        tries,
    }))
}

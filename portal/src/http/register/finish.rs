//! The space is made.

use axum::extract::State;
use wire::log::Head;

use crate::{
    app::Shared,
    domain::commit::{self as domain, Ground},
    helpers::Certified,
    http::{
        extract::Raw,
        reply::{Canonical, Reply},
    },
};

/// POST /v1/register/finish
pub(in crate::http) async fn finish(
    State(app): State<Shared>,
    Raw(bytes): Raw,
) -> Reply<Canonical<Head>> {
    let (place, passkeys, now) = (app.place.clone(), app.passkeys.clone(), app.now());
    let head = app
        .write(move |tx| {
            let certified = Certified::default();
            let ground = Ground {
                // A space that begins has no mandates.
                certified: &certified,
                place: &place,
                passkeys: &passkeys,
                now,
            };
            domain::genesis(tx, &ground, &bytes)
        })
        .await?;
    app.orders_wait();
    Ok(Canonical(head))
}

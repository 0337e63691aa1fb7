//! The space is made.

use axum::extract::State;
use wire::log::Head;

use crate::{
    app::Shared,
    domain::commit::{self as domain, Ground},
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
            let ground = Ground {
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

//! The log changes.

use axum::extract::State;
use wire::log::Head;

use crate::{
    app::{self, Shared},
    domain::commit::{self as domain, Ground},
    http::{
        extract::{Owner, Raw},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/commit
pub(in crate::http) async fn commit(
    State(app): State<Shared>,
    Owner(owner): Owner,
    Raw(bytes): Raw,
) -> Reply<Canonical<Head>> {
    let (place, passkeys, now) = (app.place.clone(), app.passkeys.clone(), app.now());
    let looking = app.clone();
    // Whatever is wrong with the file of helpers stops new mandates, and nothing else.
    let certified = app::aside(move || looking.helpers.look()).await;
    let certified = certified.unwrap_or_default();
    let head = app
        .write(move |tx| {
            let ground = Ground {
                place: &place,
                passkeys: &passkeys,
                certified: &certified,
                now,
            };
            domain::commit(tx, &ground, &owner, &bytes)
        })
        .await?;
    app.orders_wait();
    Ok(Canonical(head))
}

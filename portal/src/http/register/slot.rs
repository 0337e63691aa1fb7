//! One more stick of a space begins.

use axum::extract::State;
use wire::{
    Signed,
    api::{RegisterStart, WebauthnOptions},
};

use crate::{
    app::Shared,
    domain::{register as domain, session},
    http::{
        extract::{Owner, Sent},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/register/slot
pub(in crate::http) async fn slot(
    State(app): State<Shared>,
    Owner(owner): Owner,
    Sent { value }: Sent<Signed<RegisterStart>>,
) -> Reply<Canonical<WebauthnOptions>> {
    let (place, passkeys) = (app.place.clone(), app.passkeys.clone());
    let (now, mut random) = (app.now(), app.random());
    let options = app.write(move |tx| {
        session::live(tx, &owner)?;
        let by = domain::By::Slot(owner.account);
        domain::start(tx, &place, &passkeys, &value, by, now, &mut *random)
    });
    Ok(Canonical(options.await?))
}

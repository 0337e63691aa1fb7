//! The first stick of a new space begins.

use axum::extract::State;
use wire::{
    Signed,
    api::{RegisterStart, WebauthnOptions},
};

use crate::{
    app::{Shared, aside},
    domain::register as domain,
    http::{
        extract::Sent,
        reply::{Canonical, Reply},
    },
};

/// POST /v1/register/start
pub(in crate::http) async fn start(
    State(app): State<Shared>,
    Sent { value }: Sent<Signed<RegisterStart>>,
) -> Reply<Canonical<WebauthnOptions>> {
    let shown = app.clone();
    aside(move || shown.board.welcomes()).await?;
    let (place, passkeys) = (app.place.clone(), app.passkeys.clone());
    let (now, mut random) = (app.now(), app.random());
    let by = domain::By::Account;
    let options =
        app.write(move |tx| domain::start(tx, &place, &passkeys, &value, by, now, &mut *random));
    Ok(Canonical(options.await?))
}

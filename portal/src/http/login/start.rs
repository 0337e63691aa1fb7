//! A space begins to open.

use axum::extract::State;
use wire::api::WebauthnOptions;

use crate::{
    app::Shared,
    domain::login as domain,
    http::{
        extract::Anyone,
        reply::{Canonical, Reply},
    },
};

/// POST /v1/login/start
pub(in crate::http) async fn start(
    _: Anyone,
    State(app): State<Shared>,
) -> Reply<Canonical<WebauthnOptions>> {
    let (passkeys, now, mut random) = (app.passkeys.clone(), app.now(), app.random());
    let options = app.write(move |tx| domain::start(tx, &passkeys, now, &mut *random));
    Ok(Canonical(options.await?))
}

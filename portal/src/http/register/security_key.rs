//! A security key for a space begins.

use axum::extract::State;
use wire::api::{RegisterSecurityKey, WebauthnOptions};

use crate::{
    app::Shared,
    domain::security_keys as domain,
    http::{
        extract::{Owner, Sent},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/register/security-key
pub(in crate::http) async fn security_key(
    State(app): State<Shared>,
    Owner(owner): Owner,
    Sent { value }: Sent<RegisterSecurityKey>,
) -> Reply<Canonical<WebauthnOptions>> {
    let (passkeys, now, mut random) = (app.passkeys.clone(), app.now(), app.random());
    let options =
        app.write(move |tx| domain::begin(tx, &passkeys, &owner, value.key_id, now, &mut *random));
    Ok(Canonical(options.await?))
}

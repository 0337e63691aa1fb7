//! Somebody asks to be certified: the officer reads it and compares the number.

use axum::{extract::State, http::StatusCode};
use wire::api::AskToHelp;

use crate::{
    app::{self, Shared},
    domain::session,
    http::{
        extract::{Owner, Sent},
        reply::{DONE, Reply},
    },
};

/// POST /v1/helpers/ask
pub(in crate::http) async fn ask(
    State(app): State<Shared>,
    Owner(owner): Owner,
    Sent { value }: Sent<AskToHelp>,
) -> Reply<StatusCode> {
    let account = app.glance(|read| session::live(read, &owner))?;
    let now = app.now();
    app::aside(move || app.asked.ask(&account.state, value.name, now)).await?;
    Ok(DONE)
}

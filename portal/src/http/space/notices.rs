//! What the portal has to say to the owner of a session.

use axum::extract::State;
use wire::api::NoticesAnswer;

use crate::{
    app::Shared,
    domain::{deceased, idle},
    http::{
        extract::Owner,
        reply::{Canonical, Reply},
    },
};

/// POST /v1/notices
pub(in crate::http) async fn notices(
    State(app): State<Shared>,
    Owner(owner): Owner,
) -> Reply<Canonical<NoticesAnswer>> {
    let time = app.now();
    let ended = app.read(move |read| {
        let idle = idle::ended(read, &owner)?;
        Ok((idle, deceased::ended(read, &owner, time)?))
    });
    let (idle, deceased) = ended.await?;
    Ok(Canonical(NoticesAnswer {
        time,
        idle,
        deceased,
    }))
}

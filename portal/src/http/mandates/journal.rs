//! What is new in the owner's journal.

use axum::extract::State;
use wire::mandate::{JournalAnswer, JournalRequest};

use crate::{
    app::Shared,
    domain::journal as domain,
    http::{
        extract::{Owner, Sent},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/journal
pub(in crate::http) async fn journal(
    State(app): State<Shared>,
    Owner(owner): Owner,
    Sent { value }: Sent<JournalRequest>,
) -> Reply<Canonical<JournalAnswer>> {
    let answer = app.read(move |read| domain::read(read, &owner, &value));
    Ok(Canonical(answer.await?))
}

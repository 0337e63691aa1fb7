//! The owner's letters of every mandate that was ever given.

use axum::extract::State;
use wire::mandate::LettersAnswer;

use crate::{
    app::Shared,
    domain::mandates as domain,
    http::{
        extract::Owner,
        reply::{Canonical, Reply},
    },
};

/// POST /v1/letters
pub(in crate::http) async fn letters(
    State(app): State<Shared>,
    Owner(owner): Owner,
) -> Reply<Canonical<LettersAnswer>> {
    let letters = app.read(move |read| domain::letters(read, &owner)).await?;
    Ok(Canonical(LettersAnswer { letters }))
}

//! A helper opens a folder: the journal first, then its key and its list.

use axum::extract::State;
use wire::mandate::{FolderAnswer, Under};

use crate::{
    app::{self, Shared},
    domain::{mandates as domain, policy::Action},
    http::{
        extract::{Helping, Sent},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/mandates/open
pub(in crate::http) async fn open(
    State(app): State<Shared>,
    Helping(helper): Helping,
    Sent { value }: Sent<Under>,
) -> Reply<Canonical<FolderAnswer>> {
    let now = app.now();
    let looking = app.clone();
    let certified = app::aside(move || looking.helpers.look()).await?;
    // The entry is durable when this returns; only then is anything served.
    let answer = app
        .write(move |tx| {
            let action = Action::OpenEntrusted;
            let proved = domain::prove(tx, &helper, &certified, action, &value.line, now)?;
            proved.folder(tx, now)
        })
        .await?;
    Ok(Canonical(answer))
}

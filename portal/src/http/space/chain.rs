//! How a folder's manifests follow each other, for an app that missed some.

use axum::extract::State;
use wire::api::{ChainAnswer, ChainRequest};

use crate::{
    app::Shared,
    domain::manifests as domain,
    http::{
        extract::{Owner, Sent},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/chain
pub(in crate::http) async fn chain(
    State(app): State<Shared>,
    Owner(owner): Owner,
    Sent { value }: Sent<ChainRequest>,
) -> Reply<Canonical<ChainAnswer>> {
    let headers = app.read(move |read| {
        let ChainRequest {
            folder,
            after,
            before,
        } = value;
        domain::chain(read, &owner, folder, after, before)
    });
    Ok(Canonical(ChainAnswer {
        headers: headers.await?,
    }))
}

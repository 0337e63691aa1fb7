//! A helper reads a paper: the journal first, then its bytes.

use axum::{
    body::Body,
    extract::State,
    http::{HeaderValue, header::CONTENT_LENGTH},
    response::Response,
};
use wire::{api, mandate::Under};

use crate::{
    app::{self, Shared},
    domain::{mandates as domain, policy::Action},
    http::{
        extract::{Helping, Sent},
        reply::{self, Reply},
    },
};

/// POST /v1/mandates/read
pub(in crate::http) async fn read(
    State(app): State<Shared>,
    Helping(helper): Helping,
    Sent { value }: Sent<Under>,
) -> Reply<Response> {
    let now = app.now();
    let looking = app.clone();
    let certified = app::aside(move || looking.helpers.look()).await?;
    // The entry is durable when this returns; only then is anything served.
    let (blob, row) = app
        .write(move |tx| {
            let action = Action::ReadEntrusted;
            let proved = domain::prove(tx, &helper, &certified, action, &value.line, now)?;
            proved.blob(tx)
        })
        .await?;
    let stream = app.blobs.get(&blob, row.size, row.hash).await?;
    let mut response = reply::bytes(api::BLOB, Body::from_stream(stream));
    let length = HeaderValue::from(row.size);
    response.headers_mut().insert(CONTENT_LENGTH, length);
    Ok(response)
}

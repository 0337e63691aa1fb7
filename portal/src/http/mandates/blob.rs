//! A helper brings the blob of a paper: room is reserved in the person's space, then it is stored like any
//! other.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};
use wire::{Code, MandateId};

use crate::{
    app::{self, Shared},
    domain::drops as domain,
    http::{
        blobs,
        extract::{Helping, Streamed},
        reply::{Refused, Reply},
    },
};

/// Says under which mandate.
const MANDATE: &str = "x-mandate";

/// PUT /v1/mandates/blobs/{id}
pub(in crate::http) async fn put_blob(
    State(app): State<Shared>,
    Helping(helper): Helping,
    Path(id): Path<String>,
    headers: HeaderMap,
    Streamed { body, length }: Streamed,
) -> Reply<StatusCode> {
    let blob = blobs::named(&id)?;
    let mandate = headers
        .get(MANDATE)
        .and_then(|value| MandateId::from_hex(value.to_str().ok()?))
        .ok_or(Code::Malformed)?;
    let looking = app.clone();
    let certified = app::aside(move || looking.helpers.look()).await?;
    let (place, now) = (app.place.clone(), app.now());
    let reserve = {
        let place = Arc::clone(&place);
        move |tx: &mut crate::store::Tx<'_>| {
            domain::reserve(
                tx, &place, &helper, &certified, &mandate, &blob, length, now,
            )
        }
    };
    // A task of its own: whoever hangs up does not keep it from cleaning up.
    let stored = tokio::spawn(async move {
        let uploading = app.uploads.begin(blob).ok_or(Code::BlobExists)?;
        let owner = app.write(reserve).await?;
        let check = move |front: &[u8]| domain::check_front(&place, &owner, &blob, front);
        let kept = blobs::receive(&app, blob, length, body, check).await;
        core::mem::drop(uploading);
        kept
    });
    stored
        .await
        .map_err(|_| Refused::from(Code::Unavailable))??;
    Ok(StatusCode::CREATED)
}

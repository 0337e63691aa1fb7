//! A blob is stored: room reserved, bytes streamed aside, synced, named, then known.

use std::{io, pin::Pin, time::Duration};

use axum::{
    body::{Body, Bytes},
    extract::{Path, State},
    http::StatusCode,
};
use futures_util::{Stream, StreamExt, stream};
use wire::{BlobId, Code};

use super::named;
use crate::{
    app::Shared,
    domain::{Outcome, blobs as domain, session::Session},
    http::{
        extract::{Owner, Streamed},
        reply::{Refused, Reply},
    },
};

/// Seconds of silence after which an upload is given up.
const SILENCE: Duration = Duration::from_secs(30);

/// PUT /v1/blobs/{id}
pub(in crate::http) async fn put(
    State(app): State<Shared>,
    Owner(owner): Owner,
    Path(id): Path<String>,
    Streamed { body, length }: Streamed,
) -> Reply<StatusCode> {
    let blob = named(&id)?;
    let (place, now) = (app.place.clone(), app.now());
    app.write(move |tx| domain::reserve(tx, &place, &owner, &blob, length, now))
        .await?;
    // A task of its own: whoever hangs up does not keep it from cleaning up.
    let stored = tokio::spawn(store(app, owner, blob, length, body)).await;
    stored.map_err(|_| Refused::from(Code::Unavailable))??;
    Ok(StatusCode::CREATED)
}

async fn store(app: Shared, owner: Session, blob: BlobId, length: u64, body: Body) -> Outcome<()> {
    let place = app.place.clone();
    let check = move |front: &[u8]| domain::check_front(&place, &owner, &blob, front);
    let stored = app.blobs.put(&blob, length, patient(body), check).await;
    let now = app.now();
    let kept = match stored {
        Ok(hash) => {
            let kept = app
                .write(move |tx| domain::keep(tx, &blob, hash, now))
                .await;
            if kept.is_err() {
                app.blobs.delete(&blob).await?;
            }
            kept
        }
        Err(refusal) => Err(refusal),
    };
    if kept.is_err() {
        app.write(move |tx| domain::release(tx, &blob)).await?;
    }
    kept
}

/// The body, until it ends or falls silent.
fn patient(body: Body) -> Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>> {
    let body = body.into_data_stream();
    Box::pin(stream::unfold(body, |mut body| async move {
        let piece = match tokio::time::timeout(SILENCE, body.next()).await {
            Ok(Some(piece)) => piece.map_err(io::Error::other),
            Ok(None) => return None,
            Err(silent) => Err(io::Error::other(silent)),
        };
        Some((piece, body))
    }))
}

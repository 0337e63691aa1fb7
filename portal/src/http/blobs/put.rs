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

/// Seconds after which it is, whatever still comes.
const WHOLE: Duration = Duration::from_secs(domain::UPLOAD_S);

/// PUT /v1/blobs/{id}
pub(in crate::http) async fn put(
    State(app): State<Shared>,
    Owner(owner): Owner,
    Path(id): Path<String>,
    Streamed { body, length }: Streamed,
) -> Reply<StatusCode> {
    let blob = named(&id)?;
    // A task of its own: whoever hangs up does not keep it from cleaning up.
    let stored = tokio::spawn(store(app, owner, blob, length, body)).await;
    stored.map_err(|_| Refused::from(Code::Unavailable))??;
    Ok(StatusCode::CREATED)
}

async fn store(app: Shared, owner: Session, blob: BlobId, length: u64, body: Body) -> Outcome<()> {
    let _uploading = app.uploads.begin(blob).ok_or(Code::BlobExists)?;
    let (place, now) = (app.place.clone(), app.now());
    app.write(move |tx| domain::reserve(tx, &place, &owner, &blob, length, now))
        .await?;
    let place = app.place.clone();
    let check = move |front: &[u8]| domain::check_front(&place, &owner, &blob, front);
    receive(&app, blob, length, body, check).await
}

/// Takes in the bytes of a blob whose room is reserved; on refusal the room is free again.
pub(in crate::http) async fn receive(
    app: &Shared,
    blob: BlobId,
    length: u64,
    body: Body,
    check: impl FnOnce(&[u8]) -> Outcome<()> + Send,
) -> Outcome<()> {
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

/// The body, until it ends, falls silent, or has taken too long.
fn patient(body: Body) -> Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>> {
    let body = body.into_data_stream();
    let end = Box::pin(tokio::time::sleep(WHOLE));
    Box::pin(stream::unfold(
        (body, end),
        |(mut body, mut end)| async move {
            let piece = tokio::select! {
                biased;
                () = &mut end => Err(io::ErrorKind::TimedOut.into()),
                piece = tokio::time::timeout(SILENCE, body.next()) => match piece {
                    Ok(Some(piece)) => piece.map_err(io::Error::other),
                    Ok(None) => return None,
                    Err(silent) => Err(io::Error::other(silent)),
                },
            };
            Some((piece, (body, end)))
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::time::{Instant, sleep};

    #[tokio::test(start_paused = true)]
    async fn a_body_that_trickles_for_ever_is_given_up() {
        let began = Instant::now();
        let drops = stream::unfold((), |()| async {
            sleep(Duration::from_secs(20)).await;
            Some((Ok::<_, io::Error>(Bytes::from_static(b"x")), ()))
        });
        let mut body = patient(Body::from_stream(drops));
        while body.next().await.unwrap().is_ok() {}
        assert_eq!(began.elapsed().as_secs(), domain::UPLOAD_S);
        let mut silent = patient(Body::from_stream(stream::pending::<io::Result<Bytes>>()));
        assert!(silent.next().await.unwrap().is_err());
        assert_eq!(began.elapsed().as_secs(), domain::UPLOAD_S + 30);
    }
}

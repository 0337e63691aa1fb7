//! What is too long for one piece: blobs on their way in and out, and long answers.

use super::{Portal, SILENCE, answer, answer::checked, network};
use crate::trouble::{Result, Trouble};
use futures_util::{Stream, StreamExt};
use reqwest::{Body, Method, header};
use tokio::sync::watch;
use wire::api;

impl Portal {
    /// Uploads a blob of exactly `length` bytes.
    pub(crate) async fn upload<S>(&self, path: &str, length: u64, pieces: S) -> Result<()>
    where
        S: Stream<Item = std::io::Result<Vec<u8>>> + Send + 'static,
    {
        // An upload cannot be sent twice from one stream: it goes where the portal answered last.
        let (taking, taken) = watch::channel(());
        let pieces = pieces.inspect(move |_| taking.send_replace(()));
        let request = self
            .dressed(&self.uploads, Method::PUT, self.base()?, path)?
            .header(header::CONTENT_TYPE, api::BLOB)
            .header(header::CONTENT_LENGTH, length)
            .body(Body::wrap_stream(pieces));
        let sending = async {
            let response = request.send().await.map_err(network)?;
            answer(response, api::MAX_ANSWER).await.map(drop)
        };
        tokio::select! {
            sent = sending => sent,
            () = stalled(taken) => Err(Trouble::Unreachable),
        }
    }

    /// Downloads, handing each piece to `take`.
    pub(crate) async fn download(
        &self,
        path: &str,
        mut take: impl FnMut(&[u8]) -> Result<()>,
    ) -> Result<()> {
        let request = self.request(Method::GET, self.base()?, path)?;
        let response = checked(request.send().await.map_err(network)?).await?;
        let mut pieces = response.bytes_stream();
        while let Some(piece) = pieces.next().await {
            take(&piece.map_err(network)?)?;
        }
        Ok(())
    }

    /// Posts a message and hands each piece of the answer to `take`.
    pub(crate) async fn fetch(
        &self,
        path: &str,
        body: &impl minicbor::Encode<()>,
        mut take: impl FnMut(&[u8]) -> Result<()>,
    ) -> Result<()> {
        let request = self
            .request(Method::POST, self.base()?, path)?
            .header(header::CONTENT_TYPE, api::CBOR)
            .body(wire::encode(body));
        let response = checked(request.send().await.map_err(network)?).await?;
        let mut pieces = response.bytes_stream();
        while let Some(piece) = pieces.next().await {
            take(&piece.map_err(network)?)?;
        }
        Ok(())
    }
}

/// Ends where a paper does not move: no piece of it is taken, or no answer comes to the last one.
async fn stalled(mut taken: watch::Receiver<()>) {
    while let Ok(moved) = tokio::time::timeout(SILENCE, taken.changed()).await {
        if moved.is_err() {
            return tokio::time::sleep(SILENCE).await;
        }
    }
}

//! What a portal hands to everybody: its clock, its locator, its board.

use super::{Portal, answer};
use crate::trouble::{Result, Trouble};
use reqwest::{Method, StatusCode, header};
use wire::{Code, Hash, board::SignedBoard, structure::SignedLocator};

/// What a portal has of a board.
pub(crate) enum Offer {
    /// None.
    Nothing,
    /// The one that is known.
    Same,
    /// Another one.
    New(Vec<u8>),
}

impl Portal {
    /// The portal's clock, Unix seconds: it counts, whatever this computer's says.
    pub(crate) async fn time(&self) -> Result<u64> {
        let body = self.exchange(Method::GET, "v1/health", Vec::new()).await?;
        let health: Health = serde_json::from_slice(&body).map_err(|_| Trouble::Unverified)?;
        Ok(health.time)
    }

    /// The locator that the portal hands out; not yet verified.
    pub(crate) async fn locator(&self) -> Result<SignedLocator> {
        self.get("v1/locator", SignedLocator::MAX).await
    }

    /// The board that the portal hands out, unless it is the one known; not yet verified.
    pub(crate) async fn board(&self, known: Option<Hash>) -> Result<Offer> {
        let response = self.reach(Method::GET, "v1/board", |request| match known {
            Some(hash) => request.header(header::IF_NONE_MATCH, format!("\"{}\"", hash.to_hex())),
            None => request,
        });
        let response = response.await?;
        if known.is_some() && response.status() == StatusCode::NOT_MODIFIED {
            return Ok(Offer::Same);
        }
        match answer(response, SignedBoard::MAX).await {
            Ok(bytes) => Ok(Offer::New(bytes)),
            // Nothing was published; or the portal is of a time before boards.
            Err(Trouble::Refused(refusal)) if refusal.code == Code::NotFound => Ok(Offer::Nothing),
            Err(trouble) => Err(trouble),
        }
    }
}

#[derive(serde::Deserialize)]
struct Health {
    time: u64,
}

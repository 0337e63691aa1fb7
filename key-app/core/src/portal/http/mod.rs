//! Requests and answers. Answers are bounded before they are read; refusals are problem details.
//!
//! - `client` who asks, by TLS alone · `answer` bounded, or why not
//! - `handed` what a portal hands to everybody · `pieces` what is long

mod answer;
mod client;
mod handed;
mod pieces;

pub(super) use answer::{answer, network};
pub(super) use client::{addresses, client};
pub(crate) use handed::Offer;

use self::client::{built, unhurried};
use crate::trouble::{Result, Trouble};
use core::time::Duration;
use reqwest::{Client, Method, RequestBuilder, Response, header};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use url::Url;
use wire::{CeremonyId, MandateId, api, limits, structure::Locator};

/// Longest silence on a line that works.
const SILENCE: Duration = Duration::from_secs(30);

/// A portal, and a session's token once there is one.
#[derive(Clone)]
pub(crate) struct Portal {
    client: Client,
    /// For papers on their way in: their answer comes after the last byte, however slow the line is.
    uploads: Client,
    bases: Vec<Url>,
    /// The address that answered last: papers go there.
    answering: Arc<AtomicUsize>,
    token: Option<Token>,
    /// The registration or recovery it is asked within.
    ceremony: Option<String>,
    mandate: Option<MandateId>,
}

#[derive(Clone)]
struct Token(zeroize::Zeroizing<String>);

impl Portal {
    /// The portal that a verified locator names.
    pub(crate) fn new(locator: &Locator) -> Result<Self> {
        let bases = addresses(locator.portals.iter().map(String::as_str))?;
        Ok(Self {
            client: client(&locator.trust)?,
            uploads: built(unhurried(&locator.trust)?)?,
            bases,
            answering: Arc::default(),
            token: None,
            ceremony: None,
            mandate: None,
        })
    }

    /// The same portal, asked under a mandate.
    pub(crate) fn under(&self, mandate: &MandateId) -> Self {
        Self {
            mandate: Some(*mandate),
            ..self.clone()
        }
    }

    /// The same portal, asked as the owner of a session.
    pub(crate) fn with_session(&self, token: &[u8; 32]) -> Self {
        let hex = wire::Hash(*token).to_hex();
        Self {
            token: Some(Token(format!("Bearer {hex}").into())),
            ..self.clone()
        }
    }

    /// The same portal, asked within a registration.
    pub(crate) fn with_ceremony(&self, ceremony: api::WebauthnId) -> Self {
        Self {
            ceremony: Some(ceremony.to_hex()),
            ..self.clone()
        }
    }

    /// The same portal, asked within a recovery.
    pub(crate) fn with_recovery(&self, ceremony: &CeremonyId, token: &[u8; 32]) -> Self {
        Self {
            ceremony: Some(ceremony.to_hex()),
            ..self.with_session(token)
        }
    }

    /// Sends a body and reads a CBOR answer.
    pub(crate) async fn post<T>(&self, path: &str, body: &impl minicbor::Encode<()>) -> Result<T>
    where
        T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()>,
    {
        let bytes = self
            .exchange(Method::POST, path, wire::encode(body))
            .await?;
        wire::decode_canonical(&bytes, api::MAX_ANSWER).map_err(|_| Trouble::Unverified)
    }

    /// Asks without a body and reads a CBOR answer.
    pub(crate) async fn ask<T>(&self, path: &str) -> Result<T>
    where
        T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()>,
    {
        let bytes = self.exchange(Method::POST, path, Vec::new()).await?;
        wire::decode_canonical(&bytes, api::MAX_ANSWER).map_err(|_| Trouble::Unverified)
    }

    /// Reads a CBOR answer of at most `max` bytes.
    pub(crate) async fn get<T>(&self, path: &str, max: usize) -> Result<T>
    where
        T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()>,
    {
        let bytes = self.exchange(Method::GET, path, Vec::new()).await?;
        wire::decode_canonical(&bytes, max).map_err(|_| Trouble::Unverified)
    }

    /// Sends a body where the answer says nothing.
    pub(crate) async fn send(&self, method: Method, path: &str, body: Vec<u8>) -> Result<()> {
        self.exchange(method, path, body).await.map(drop)
    }

    /// Stages items for a later commit, in as many requests as they need.
    pub(crate) async fn stage(&self, items: &[Vec<u8>]) -> Result<()> {
        self.stage_at("v1/stage", items).await
    }

    /// The same on another route.
    pub(crate) async fn stage_at(&self, path: &str, items: &[Vec<u8>]) -> Result<()> {
        let mut rest = items;
        while !rest.is_empty() {
            let mut size = 0;
            let fits = rest
                .iter()
                .take(limits::STAGE_ITEMS)
                .take_while(|item| {
                    size += item.len() + 8;
                    size <= limits::STAGE - 64
                })
                .count()
                .max(1);
            let (now, later) = rest.split_at(fits);
            let stage = api::Stage {
                items: now.iter().map(|i| i.clone().into()).collect(),
            };
            self.send(Method::POST, path, wire::encode(&stage)).await?;
            rest = later;
        }
        Ok(())
    }

    async fn exchange(&self, method: Method, path: &str, body: Vec<u8>) -> Result<Vec<u8>> {
        let response = self.reach(method, path, |request| match body.is_empty() {
            true => request,
            false => request
                .header(header::CONTENT_TYPE, api::CBOR)
                .body(body.clone()),
        });
        answer(response.await?, api::MAX_ANSWER).await
    }

    /// Asks the first address that answers.
    async fn reach(
        &self,
        method: Method,
        path: &str,
        dress: impl Fn(RequestBuilder) -> RequestBuilder,
    ) -> Result<Response> {
        let mut last = Trouble::Unreachable;
        for (index, base) in self.bases.iter().enumerate() {
            let request = dress(self.request(method.clone(), base, path)?);
            match request.send().await {
                Ok(response) => {
                    self.answering.store(index, Ordering::Relaxed);
                    return Ok(response);
                }
                Err(error) => last = network(error),
            }
        }
        Err(last)
    }

    fn request(&self, method: Method, base: &Url, path: &str) -> Result<RequestBuilder> {
        self.dressed(&self.client, method, base, path)
    }

    fn dressed(
        &self,
        client: &Client,
        method: Method,
        base: &Url,
        path: &str,
    ) -> Result<RequestBuilder> {
        let url = base
            .join(path)
            .map_err(|_| Trouble::StickState("an address is wrong"))?;
        let mut request = client.request(method, url);
        if let Some(Token(token)) = &self.token {
            let mut value =
                header::HeaderValue::from_str(token).map_err(|_| Trouble::Unverified)?;
            value.set_sensitive(true);
            request = request.header(header::AUTHORIZATION, value);
        }
        if let Some(ceremony) = &self.ceremony {
            request = request.header("x-ceremony", ceremony);
        }
        if let Some(mandate) = &self.mandate {
            request = request.header("x-mandate", mandate.to_hex());
        }
        Ok(request)
    }

    fn base(&self) -> Result<&Url> {
        self.bases
            .get(self.answering.load(Ordering::Relaxed))
            .ok_or(Trouble::StickState("it names no portal"))
    }
}

impl core::fmt::Debug for Portal {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Portal(…)")
    }
}

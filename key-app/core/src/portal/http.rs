//! Requests and answers. Answers are bounded before they are read; refusals are problem details.

use super::tls;
use crate::trouble::{Result, Trouble};
use core::time::Duration;
use futures_util::{Stream, StreamExt};
use reqwest::{Body, Client, ClientBuilder, Method, RequestBuilder, Response, StatusCode, header};
use rustls::CertificateError;
use std::{
    error::Error,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use tokio::sync::watch;
use url::Url;
use wire::{
    CeremonyId, Code, Hash, MandateId, Refusal, api,
    board::SignedBoard,
    limits,
    structure::{Locator, SignedLocator, Trust},
};

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

/// What a portal has of a board.
pub(crate) enum Offer {
    /// None.
    Nothing,
    /// The one that is known.
    Same,
    /// Another one.
    New(Vec<u8>),
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

    /// Sends a body where the answer says nothing.
    pub(crate) async fn send(&self, method: Method, path: &str, body: Vec<u8>) -> Result<()> {
        self.exchange(method, path, body).await.map(drop)
    }

    /// The portal's clock, Unix seconds: it counts, whatever this computer's says.
    pub(crate) async fn time(&self) -> Result<u64> {
        let body = self.exchange(Method::GET, "v1/health", Vec::new()).await?;
        let health: Health = serde_json::from_slice(&body).map_err(|_| Trouble::Unverified)?;
        Ok(health.time)
    }

    /// The locator that the portal hands out; not yet verified.
    pub(crate) async fn locator(&self) -> Result<SignedLocator> {
        let body = self.exchange(Method::GET, "v1/locator", Vec::new()).await?;
        wire::decode_canonical(&body, SignedLocator::MAX).map_err(|_| Trouble::Unverified)
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

/// One client for the addresses of one locator.
pub(super) fn client(trust: &Trust) -> Result<Client> {
    built(unhurried(trust)?.read_timeout(SILENCE))
}

/// The same, but it waits for an answer as long as it takes.
fn unhurried(trust: &Trust) -> Result<ClientBuilder> {
    let tls = tls::config(trust).map_err(|_| Trouble::Unreachable)?;
    Ok(Client::builder()
        .use_preconfigured_tls(tls)
        .https_only(true)
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .connect_timeout(Duration::from_secs(10)))
}

fn built(client: ClientBuilder) -> Result<Client> {
    client.build().map_err(|_| Trouble::Unreachable)
}

/// Ends where a paper does not move: no piece of it is taken, or no answer comes to the last one.
async fn stalled(mut taken: watch::Receiver<()>) {
    while let Ok(moved) = tokio::time::timeout(SILENCE, taken.changed()).await {
        if moved.is_err() {
            return tokio::time::sleep(SILENCE).await;
        }
    }
}

pub(super) fn addresses<'t>(texts: impl Iterator<Item = &'t str>) -> Result<Vec<Url>> {
    texts
        .map(|text| match Url::parse(text) {
            Ok(url) if url.scheme() == "https" && url.has_host() => Ok(url),
            _ => Err(Trouble::StickState("an address is wrong")),
        })
        .collect()
}

/// Reads an answer of at most `max` bytes.
pub(super) async fn answer(response: Response, max: usize) -> Result<Vec<u8>> {
    let response = checked(response).await?;
    bounded(response, max).await
}

async fn checked(response: Response) -> Result<Response> {
    if response.status().is_success() {
        return Ok(response);
    }
    let status = response.status();
    let body = bounded(response, 16 << 10).await?;
    let refusal = serde_json::from_slice::<Problem>(&body)
        .ok()
        .and_then(|problem| {
            let code = Code::parse(&problem.code)?;
            Some(Refusal {
                code,
                retry_after_s: problem.retry_after,
            })
        });
    match refusal {
        Some(refusal) => Err(refusal.into()),
        // Not our portal's words: something before it answered.
        None if status.is_server_error() => Err(Trouble::Unreachable),
        None => Err(Trouble::Unverified),
    }
}

#[derive(serde::Deserialize)]
struct Health {
    time: u64,
}

#[derive(serde::Deserialize)]
struct Problem {
    code: String,
    retry_after: Option<u64>,
}

async fn bounded(response: Response, max: usize) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut pieces = response.bytes_stream();
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(network)?;
        if out.len() + piece.len() > max {
            return Err(Trouble::Unverified);
        }
        out.extend_from_slice(&piece);
    }
    Ok(out)
}

/// A certificate that is not the portal's is told apart from a network that is away.
pub(super) fn network(error: reqwest::Error) -> Trouble {
    let mut cause: Option<&(dyn Error + 'static)> = Some(&error);
    while let Some(error) = cause {
        match error.downcast_ref() {
            Some(rustls::Error::InvalidCertificate(
                CertificateError::NotValidYet
                | CertificateError::NotValidYetContext { .. }
                | CertificateError::Expired
                | CertificateError::ExpiredContext { .. },
            )) => return Trouble::Date,
            Some(rustls::Error::InvalidCertificate(_)) => return Trouble::OtherCertificate,
            _ => {}
        }
        // An I/O error made from another one gives it by `get_ref`, not as its source.
        let inner = error
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref);
        cause = inner
            .map(|e| e as &(dyn Error + 'static))
            .or_else(|| error.source());
    }
    Trouble::Unreachable
}

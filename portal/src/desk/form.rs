//! What is typed into a form, or sent by the script: bounded before it is read.

use std::net::IpAddr;

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request},
    http::{header::CONTENT_TYPE, request::Parts},
};
use data_encoding::HEXLOWER;
use http_body_util::{BodyExt, Limited};
use maud::{Markup, html};
use serde_json::Value;
use url::form_urlencoded;
use wire::{Code, Random, random};

use super::reply::{Refused, Said};
use crate::{app::Shared, http::Peer};

/// The field of what tells a form from all others.
const TICKET: &str = "jeton";
/// Longest form.
const FORM: usize = 16 << 10;
/// Longest answer of a passkey.
const ANSWER: usize = 32 << 10;

/// The fields of a form, or of an address, in their order.
#[derive(Debug, Clone, Default)]
pub(super) struct Form(Vec<(String, String)>);

impl Form {
    fn parse(bytes: &[u8]) -> Self {
        Self(form_urlencoded::parse(bytes).into_owned().collect())
    }

    /// What was typed into a field, without what surrounds it; empty where there is none.
    pub(super) fn text(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// What tells this form from all others that were shown: random, and the same when it is sent twice.
    pub(super) fn ticket(&self) -> Option<[u8; 16]> {
        let bytes = HEXLOWER.decode(self.text(TICKET).as_bytes()).ok()?;
        bytes.try_into().ok()
    }

    /// The field that carries it: as it was, where this form was sent and is shown again.
    pub(super) fn ticket_field(&self, random: &mut dyn Random) -> Markup {
        let ticket = self.ticket().unwrap_or_else(|| random::bytes(random));
        html! { input type="hidden" name=(TICKET) value=(HEXLOWER.encode(&ticket)); }
    }

    /// Everything that was typed and chosen, to be sent again as it was.
    pub(super) fn hidden(&self) -> Markup {
        html! { @for (name, value) in &self.0 { input type="hidden" name=(name) value=(value); } }
    }

    /// Everything that was chosen in a field.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let named = self.0.iter().filter(move |(field, _)| field == name);
        named.map(|(_, value)| value.trim())
    }
}

impl FromRequest<Shared> for Form {
    type Rejection = Refused;

    async fn from_request(request: Request, _: &Shared) -> Result<Self, Refused> {
        let bytes = read(request, "application/x-www-form-urlencoded", FORM).await?;
        Ok(Self::parse(&bytes))
    }
}

/// What stands in the address after the question mark.
pub(super) struct Asked(pub(super) Form);

impl FromRequestParts<Shared> for Asked {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _: &Shared) -> Result<Self, Refused> {
        let query = parts.uri.query().unwrap_or_default();
        Ok(Self(Form::parse(query.as_bytes())))
    }
}

/// The address that a request comes from, where it is known.
pub(super) struct Whence(pub(super) Option<IpAddr>);

impl FromRequestParts<Shared> for Whence {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _: &Shared) -> Result<Self, Refused> {
        let peer = parts.extensions.get::<Peer>();
        Ok(Self(peer.map(|Peer(address)| *address)))
    }
}

/// What the script sends.
pub(super) struct Sent(pub(super) Value);

impl Sent {
    /// Thirty-two bytes under this name.
    pub(super) fn bytes(&self, name: &str) -> Result<[u8; 32], Said> {
        let text = self.0.get(name).and_then(Value::as_str);
        let bytes = text.and_then(wire::Hash::from_hex);
        Ok(bytes.ok_or(Code::Malformed)?.0)
    }

    /// The answer of a passkey, as JSON.
    pub(super) fn answer(&self) -> String {
        self.0.get("credential").unwrap_or(&Value::Null).to_string()
    }
}

impl FromRequest<Shared> for Sent {
    type Rejection = Said;

    async fn from_request(request: Request, _: &Shared) -> Result<Self, Said> {
        let bytes = read(request, "application/json", ANSWER).await?;
        let value = serde_json::from_slice(&bytes).map_err(|_| Code::Malformed)?;
        Ok(Self(value))
    }
}

async fn read(request: Request, media: &str, max: usize) -> Result<Bytes, Code> {
    let (parts, body) = request.into_parts();
    let said = parts.headers.get(CONTENT_TYPE);
    let said = said.and_then(|said| said.to_str().ok()?.split(';').next());
    if said.map(str::trim) != Some(media) {
        return Err(Code::MediaType);
    }
    let collected = Limited::new(body, max).collect().await;
    collected.map(|all| all.to_bytes()).map_err(|error| {
        if error.is::<http_body_util::LengthLimitError>() {
            Code::TooLarge
        } else {
            Code::Malformed
        }
    })
}

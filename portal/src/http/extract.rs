//! Proved identity, and bodies in their one form. An extractor that succeeds has asked the table.

use axum::{
    body::{Body as HttpBody, Bytes},
    extract::{FromRequest, FromRequestParts, Request},
    http::{
        Extensions, HeaderMap,
        header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE},
        request::Parts,
    },
};
use http_body_util::{BodyExt, Limited};
use minicbor::{Decode, Encode};
use wire::{
    CeremonyId, Code,
    api::{self, WebauthnId},
};

use super::{
    layers::{Found, Peer},
    reply::Refused,
    routes::{Body, Route, Throttle},
};
use crate::{
    app::Shared,
    domain::{
        ceremony::enter::{self, Entered},
        policy::{self, Action, Role, State},
        register,
        session::{self, Session},
        staging::Bench,
    },
};

/// Says which registration somebody without a session is in.
const CEREMONY: &str = "x-ceremony";

/// Somebody who needs to prove nothing for this route.
pub(super) struct Anyone;

impl FromRequestParts<Shared> for Anyone {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _: &Shared) -> Result<Self, Refused> {
        policy::permit(Role::Stranger, route(parts)?.action, State::None)?;
        Ok(Self)
    }
}

/// The owner, in a session of a live slot.
pub(super) struct Owner(pub(super) Session);

impl FromRequestParts<Shared> for Owner {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Refused> {
        Ok(Self(prove(parts, app, Role::Owner).await?))
    }
}

/// A session of a live slot, whose account may do in this role what the route does.
async fn prove(parts: &Parts, app: &Shared, role: Role) -> Result<Session, Refused> {
    let (realm, now) = (app.place.realm, app.now());
    let proved = match bearer(&parts.headers) {
        None => Err(Code::Unauthorized.into()),
        Some(token) => app.glance(|read| session::prove(read, realm, &token, now)),
    };
    let proof = match proved {
        // Guessing is not free.
        Err(refusal) if refusal.code == Code::Unauthorized => {
            throttle_stranger(&parts.extensions, app)?;
            return Err(refusal.into());
        }
        proved => proved?,
    };
    app.throttles.account(proof.session.account)?;
    policy::permit(role, route(parts)?.action, proof.state)?;
    if proof.is_stale {
        app.write(move |tx| session::touch(tx, &proof.session, now))
            .await?;
    }
    Ok(proof.session)
}

/// Somebody who asks under a mandate, in a session of their own. The mandate itself is proved with the
/// entry of the journal.
pub(super) struct Helping(pub(super) Session);

impl FromRequestParts<Shared> for Helping {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Refused> {
        Ok(Self(prove(parts, app, Role::Helper).await?))
    }
}

/// Somebody who may hand over items: the owner, or before genesis whoever is registering.
pub(super) struct OnBench(pub(super) Bench);

impl FromRequestParts<Shared> for OnBench {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Refused> {
        let ceremony = parts.headers.get(CEREMONY);
        if parts.headers.contains_key(AUTHORIZATION) || ceremony.is_none() {
            let Owner(session) =
                <Owner as FromRequestParts<Shared>>::from_request_parts(parts, app).await?;
            return Ok(Self(Bench::of_account(&session.account)));
        }
        throttle_stranger(&parts.extensions, app)?;
        let ceremony = ceremony
            .and_then(|value| WebauthnId::from_hex(value.to_str().ok()?))
            .ok_or(Code::Malformed)?;
        let now = app.now();
        let voucher = app
            .read(move |read| register::voucher_of(read, &ceremony, now))
            .await?;
        policy::permit(Role::Voucher, Action::Stage, State::None)?;
        Ok(Self(Bench::of_voucher(&voucher)))
    }
}

/// Whoever was given the token of a recovery.
pub(super) struct Recovering(pub(super) Entered);

impl FromRequestParts<Shared> for Recovering {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Refused> {
        let (action, now) = (route(parts)?.action, app.now());
        let named = parts.headers.get(CEREMONY);
        let named = named.and_then(|value| CeremonyId::from_hex(value.to_str().ok()?));
        let proved = match (named, bearer(&parts.headers)) {
            (Some(id), Some(token)) => {
                app.glance(|read| enter::prove(read, id, &token, action, now))
            }
            _ => Err(Code::Unauthorized.into()),
        };
        match proved {
            Err(refusal) if refusal.code == Code::Unauthorized => {
                throttle_stranger(&parts.extensions, app)?;
                Err(refusal.into())
            }
            proved => {
                let entered = proved?;
                app.throttles.account(entered.account)?;
                Ok(Self(entered))
            }
        }
    }
}

/// Where the request comes from, for the throttle.
#[derive(Clone, Copy)]
pub(super) struct Origin(pub(super) Option<Peer>);

impl FromRequestParts<Shared> for Origin {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _: &Shared) -> Result<Self, Refused> {
        Ok(Self(parts.extensions.get().copied()))
    }
}

/// A canonical body, as long as its route allows.
pub(super) struct Sent<T> {
    /// What it says.
    pub(super) value: T,
}

impl<T> FromRequest<Shared> for Sent<T>
where
    T: Encode<()> + for<'b> Decode<'b, ()>,
{
    type Rejection = Refused;

    async fn from_request(request: Request, app: &Shared) -> Result<Self, Refused> {
        let extensions = request.extensions().clone();
        let read = Raw::from_request(request, app).await;
        let value = read.and_then(|Raw(bytes)| {
            let value = wire::decode_canonical(&bytes, bytes.len());
            value.map_err(|_| Code::Malformed.into())
        });
        let found: Option<&Found> = extensions.get();
        // What is no message was signed by no stick.
        if value.is_err() && found.is_some_and(|found| found.0.throttle == Throttle::Key) {
            throttle_stranger(&extensions, app)?;
        }
        Ok(Self { value: value? })
    }
}

/// The bytes of a canonical body, as long as its route allows.
pub(super) struct Raw(pub(super) Bytes);

impl FromRequest<Shared> for Raw {
    type Rejection = Refused;

    async fn from_request(request: Request, _: &Shared) -> Result<Self, Refused> {
        let (parts, body) = request.into_parts();
        let Body::Cbor(max) = route(&parts)?.body else {
            return Err(Code::Damaged.into());
        };
        media(&parts.headers, api::CBOR)?;
        if length(&parts.headers).is_some_and(|length| length > max as u64) {
            return Err(Code::TooLarge.into());
        }
        let bytes = Limited::new(body, max).collect().await.map_err(|error| {
            if error.is::<http_body_util::LengthLimitError>() {
                Code::TooLarge
            } else {
                Code::Malformed
            }
        })?;
        Ok(Self(bytes.to_bytes()))
    }
}

/// A body that is streamed, and how long it will be.
pub(super) struct Streamed {
    /// The bytes to come.
    pub(super) body: HttpBody,
    /// How many.
    pub(super) length: u64,
}

impl FromRequest<Shared> for Streamed {
    type Rejection = Refused;

    async fn from_request(request: Request, _: &Shared) -> Result<Self, Refused> {
        let (parts, body) = request.into_parts();
        let Body::Blob(max) = route(&parts)?.body else {
            return Err(Code::Damaged.into());
        };
        media(&parts.headers, api::BLOB)?;
        let length = length(&parts.headers).ok_or(Code::LengthRequired)?;
        if length > max {
            return Err(Code::TooLarge.into());
        }
        Ok(Self { body, length })
    }
}

/// Takes one request out of the strangers' bucket.
fn throttle_stranger(extensions: &Extensions, app: &Shared) -> Result<(), Refused> {
    match extensions.get() {
        Some(Peer(address)) => Ok(app.throttles.stranger(*address)?),
        None => Ok(()),
    }
}

fn route(parts: &Parts) -> Result<&'static Route, Refused> {
    let found: Option<&Found> = parts.extensions.get();
    Ok(found.ok_or(Code::NotFound)?.0)
}

fn bearer(headers: &HeaderMap) -> Option<[u8; 32]> {
    let text = headers.get(AUTHORIZATION)?.to_str().ok()?;
    wire::Hash::from_hex(text.strip_prefix("Bearer ")?).map(|token| token.0)
}

fn media(headers: &HeaderMap, expected: &str) -> Result<(), Refused> {
    match headers.get(CONTENT_TYPE) {
        Some(found) if found == expected => Ok(()),
        _ => Err(Code::MediaType.into()),
    }
}

fn length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

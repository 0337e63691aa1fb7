//! Before every page: where the request comes from, who asks, and whether they may. A page that is not on the
//! page of routes is not there, and one that is there was allowed here.

use std::time::Duration;

use axum::{
    extract::{FromRequest, FromRequestParts, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use wire::{Code, Refusal};

use super::{
    day,
    form::Form,
    reply::{self, Refused, Said},
    routes::{Body, Page, Throttle},
};
use crate::{
    app::Shared,
    domain::{
        Outcome,
        desk::{
            policy::{self, Deed, Who},
            staff,
        },
    },
    http::{Named, Peer},
    records::{Staff, StaffId},
};

/// Whoever of the staff asks, proved by their session just now.
#[derive(Debug, Clone)]
pub(super) struct Me {
    /// Their name in the store.
    pub(super) id: StaffId,
    /// Who they are.
    pub(super) staff: Staff,
    /// What they came for, and may do.
    pub(super) deed: Deed,
}

impl FromRequestParts<Shared> for Me {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _: &Shared) -> Result<Self, Refused> {
        let me = parts.extensions.get::<Self>().cloned();
        me.ok_or_else(|| Code::Unauthorized.into())
    }
}

/// What stands before every page.
pub(super) async fn guard(
    State((app, page)): State<(Shared, &'static Page)>,
    mut request: Request,
    next: Next,
) -> Response {
    let mut response = match admit(&app, page, &mut request) {
        Ok(()) => {
            let time = Duration::from_secs(page.seconds);
            let answer = day::within(app.zone.clone(), next.run(request));
            match tokio::time::timeout(time, answer).await {
                Ok(response) => response,
                Err(_) => Refused::from(Code::Timeout).into_response(),
            }
        }
        Err(refusal) => refuse(&app, page, request, refusal).await,
    };
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .entry(HeaderName::from_static(name))
            .or_insert(HeaderValue::from_static(value));
    }
    response.extensions_mut().insert(Named(page.path));
    response
}

/// Lets a request in, with who asks.
fn admit(app: &Shared, page: &Page, request: &mut Request) -> Outcome<()> {
    let peer: Option<Peer> = request.extensions().get().copied();
    match (page.throttle, peer) {
        (Throttle::Stranger, Some(Peer(address))) => app.throttles.stranger(address)?,
        (Throttle::Knock, Some(Peer(address))) => app.throttles.knock(address)?,
        (Throttle::Staff | Throttle::Writes, _) | (_, None) => {}
    }
    let headers = request.headers();
    let is_ours = comes_from_here(app, page, headers);
    if page.method != Method::GET && !is_ours {
        return Err(Code::Forbidden.into());
    }
    let token = reply::token(headers).filter(|_| is_ours && page.deed != Deed::FetchLook);
    let me = match token {
        Some(token) => prove(app, page.deed, &token)?,
        None => None,
    };
    let who = me
        .as_ref()
        .map_or(Who::Nobody, |me| Who::Staff(me.staff.role));
    if let (Who::Nobody, Throttle::Staff | Throttle::Writes, Some(Peer(address))) =
        (who, page.throttle, peer)
    {
        // Guessing is not free. But whoever guesses must not keep colleagues at the same address out.
        app.throttles.stranger(address)?;
    }
    policy::permit(who, page.deed)?;
    if let Some(me) = me {
        match page.throttle {
            Throttle::Writes => app.throttles.staff_writes(me.id)?,
            Throttle::Stranger | Throttle::Knock | Throttle::Staff => app.throttles.staff(me.id)?,
        }
        request.extensions_mut().insert(me);
    }
    Ok(())
}

/// Whose session it is, if they still work here.
fn prove(app: &Shared, deed: Deed, token: &[u8; 32]) -> Outcome<Option<Me>> {
    let Some(id) = app.desk.sessions.prove(token, app.now()) else {
        return Ok(None);
    };
    let staff = still(app.glance(|read| staff::live(read, &id)))?;
    Ok(staff.map(|staff| Me { id, staff, deed }))
}

/// Somebody, or nobody where they work here no more. Any other trouble says nothing of them: their session lives on.
fn still(found: Outcome<Staff>) -> Outcome<Option<Staff>> {
    match found {
        Err(refusal) if refusal.code == Code::Unauthorized => Ok(None),
        found => found.map(Some),
    }
}

/// Whether one of our own pages made the browser ask, or a person who typed the address. A browser says both
/// by itself, and no page can make it say otherwise. What changes something must say it.
fn comes_from_here(app: &Shared, page: &Page, headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let origin = app
        .settings
        .file
        .webauthn
        .origin
        .origin()
        .ascii_serialization();
    let site = text("sec-fetch-site");
    if page.method == Method::GET {
        return matches!(site, None | Some("same-origin" | "none"));
    }
    text("origin") == Some(&*origin) && matches!(site, None | Some("same-origin"))
}

async fn refuse(app: &Shared, page: &Page, request: Request, refusal: Refusal) -> Response {
    let headers = request.headers();
    if page.body == Body::Json {
        return Said(refusal).into_response();
    }
    if refusal.code == Code::Unauthorized && page.method == Method::GET {
        // Only a session that was looked at is over: a link on another site must not take away one that lives,
        // whether its request had the cookie or not.
        let is_over = comes_from_here(app, page, headers) && reply::token(headers).is_some();
        return if is_over {
            reply::without_session(reply::go("/pro/entrer?fini=oui"))
        } else {
            reply::go("/pro/entrer")
        };
    }
    // Whoever leaves has typed nothing, nor has whoever ends an access; and that may be their own, ended by the press
    // before this one. That one of our own pages made the browser ask was looked at before.
    let is_typed = !matches!(page.deed, Deed::SignOut | Deed::End);
    if refusal.code == Code::Unauthorized && page.body == Body::Form && is_typed {
        let time = Duration::from_secs(page.seconds);
        let form = tokio::time::timeout(time, Form::from_request(request, app)).await;
        if let Ok(Ok(form)) = form {
            return reply::ended(page.path, &form);
        }
    }
    Refused(refusal).into_response()
}

/// Headers of every page of the desk: nothing from elsewhere, nothing written into a page, no frame.
const HEADERS: [(&str, &str); 5] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'",
    ),
    // Without a referrer a browser would not say either which page a form came from.
    ("referrer-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_works_here_no_more_is_nobody() {
        let left = still(Err(Code::Unauthorized.into()));
        assert!(matches!(left, Ok(None)));
        for trouble in [Code::Damaged, Code::Timeout] {
            let refusal = still(Err(trouble.into())).unwrap_err();
            assert_eq!(refusal.code, trouble);
        }
    }
}

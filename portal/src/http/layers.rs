//! What surrounds every route: security headers and the log outside, throttle and time limit inside.

use std::{net::IpAddr, time::Duration};

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::{IntoResponse, Response},
};
use wire::Code;

use super::{
    reply::Refused,
    routes::{Route, Throttle},
};
use crate::{app::Shared, clock::Stopwatch};

/// Where a connection comes from: for the throttle, never for the log.
#[derive(Clone, Copy)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// The route that was found, for extractors.
#[derive(Clone, Copy)]
pub(super) struct Found(pub(super) &'static Route);

/// By what path of its page a request was answered, for the log.
#[derive(Clone, Copy)]
pub(crate) struct Named(pub(crate) &'static str);

/// Takes strangers' requests from their bucket, and ends what takes too long.
pub(super) async fn guard(
    State((app, route)): State<(Shared, &'static Route)>,
    mut request: Request,
    next: Next,
) -> Response {
    request.extensions_mut().insert(Found(route));
    let time = Duration::from_secs(route.seconds);
    let mut response = match throttle(&app, route, &request) {
        Err(refusal) => refusal.into_response(),
        Ok(()) => match tokio::time::timeout(time, next.run(request)).await {
            Ok(response) => response,
            Err(_) => Refused::from(Code::Timeout).into_response(),
        },
    };
    response.extensions_mut().insert(Named(route.path));
    response
}

fn throttle(app: &Shared, route: &Route, request: &Request) -> Result<(), Refused> {
    match request.extensions().get() {
        Some(Peer(address)) if route.throttle == Throttle::Stranger => {
            Ok(app.throttles.stranger(*address)?)
        }
        _ => Ok(()),
    }
}

/// One line for each request: method, route, status, time. No address, no name, no id.
pub(super) async fn log(request: Request, next: Next) -> Response {
    let watch = Stopwatch::start();
    let method = request.method().clone();
    let response = next.run(request).await;
    let found = response.extensions().get::<Named>();
    tracing::info!(
        %method,
        route = found.map_or("none", |Named(path)| path),
        status = response.status().as_u16(),
        ms = u64::try_from(watch.elapsed().as_millis()).unwrap_or(u64::MAX),
    );
    response
}

/// Headers of every answer.
const HEADERS: [(&str, &str); 5] = [
    (
        "strict-transport-security",
        "max-age=63072000; includeSubDomains",
    ),
    ("x-content-type-options", "nosniff"),
    ("cache-control", "no-store"),
    ("content-security-policy", "default-src 'none'"),
    ("referrer-policy", "no-referrer"),
];

/// Adds the security headers. Pages of the desk bring some of their own: they need a little more.
pub(super) async fn secure(mut response: Response) -> Response {
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .entry(HeaderName::from_static(name))
            .or_insert(HeaderValue::from_static(value));
    }
    response
}

/// There is nothing at this address.
pub(super) async fn not_found() -> Refused {
    Code::NotFound.into()
}

/// There is something, but not by this method.
pub(super) async fn method_not_allowed() -> Refused {
    Code::MethodNotAllowed.into()
}

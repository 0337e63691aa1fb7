//! Every route on one page: method, path, action, body, throttle, seconds. What is not on it is
//! not there, but for the pages of the desk (`desk::routes`). The layers around all of them stand at the end, outermost last.

use axum::{Router, http::Method, middleware, routing};
use wire::{gate::Order, limits, slot::SealedAnchor};

use super::{
    blobs, ceremony, gate, helpers, layers, login, mandates, manifests, portal, register, space,
};
use crate::{app::Shared, desk, domain::policy::Action};

/// What body a route takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    /// None.
    Empty,
    /// Canonical CBOR of at most so many bytes.
    Cbor(usize),
    /// Bytes of at most so many, their number said before.
    Blob(u64),
}

/// Whose bucket a request is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Throttle {
    /// By address and all together: nobody has proved anything.
    Stranger,
    /// By stick, once its signature is verified; else as a stranger.
    Key,
    /// By account, once its session is proved; else as a stranger.
    Account,
}

/// One line of the page.
#[derive(Debug)]
pub(crate) struct Route {
    pub(crate) method: Method,
    pub(crate) path: &'static str,
    pub(crate) action: Action,
    pub(crate) body: Body,
    pub(crate) throttle: Throttle,
    pub(crate) seconds: u64,
}

/// A signed message: small.
const SMALL: Body = Body::Cbor(2 << 10);
/// A passkey's answer.
const ANSWER: Body = Body::Cbor(32 << 10);

macro_rules! routes {
    ($($method:ident $path:literal $action:ident $body:expr, $throttle:ident $seconds:literal;)*) => {
        /// The page.
        pub(crate) static ROUTES: &[Route] = &[$(Route {
            method: Method::$method,
            path: $path,
            action: Action::$action,
            body: $body,
            throttle: Throttle::$throttle,
            seconds: $seconds,
        },)*];
    };
}

routes! {
    GET  "/v1/health"             Health         Body::Empty,                        Stranger 10;
    GET  "/v1/openapi.json"       ReadApi        Body::Empty,                        Stranger 10;
    GET  "/v1/locator"            ReadLocator    Body::Empty,                        Stranger 10;
    GET  "/v1/board"              ReadBoard      Body::Empty,                        Stranger 10;
    // The gate
    POST "/v1/gate/challenge"     GateChallenge  Body::Empty,                        Stranger 10;
    POST "/v1/gate/enrol"         GateEnrol      SMALL,                              Stranger 15;
    POST "/v1/gate/evaluate"      GateEvaluate   SMALL,                              Key      15;
    POST "/v1/gate/status"        GateStatus     SMALL,                              Key      15;
    POST "/v1/gate/prepare"       GatePrepare    SMALL,                              Key      15;
    POST "/v1/gate/order"         GateOrder      Body::Cbor(Order::MAX),             Key      15;
    // First opening
    POST "/v1/register/start"     RegisterStart  SMALL,                              Stranger 15;
    POST "/v1/register/finish"    RegisterFinish Body::Cbor(limits::COMMIT),         Stranger 30;
    // Opening
    POST "/v1/login/start"        LoginStart     Body::Empty,                        Stranger 10;
    POST "/v1/login/finish"       LoginFinish    ANSWER,                             Stranger 15;
    POST "/v1/logout"             Logout         Body::Empty,                        Account  10;
    // The space
    POST "/v1/register/slot"      RegisterSlot   SMALL,                              Account  15;
    POST "/v1/register/security-key" RegisterSecurityKey Body::Cbor(64),             Account  15;
    POST "/v1/suspend"            Suspend        Body::Cbor(Order::MAX),             Key      15;
    POST "/v1/stage"              Stage          Body::Cbor(limits::STAGE),          Account  60;
    POST "/v1/commit"             Commit         Body::Cbor(limits::COMMIT),         Account  30;
    POST "/v1/sync"               Sync           Body::Cbor(4 << 10),                Account  60;
    POST "/v1/chain"              ReadChain      Body::Cbor(64),                     Account  30;
    POST "/v1/helpers"            FindHelpers    Body::Cbor(64),                     Account  15;
    POST "/v1/helpers/ask"        AskToHelp      Body::Cbor(512),                    Account  15;
    POST "/v1/helpers/elsewhere"  FindVouched    Body::Cbor(64),                     Account  15;
    // Mandates
    POST "/v1/letters"            ReadLetters    Body::Empty,                        Account  30;
    POST "/v1/journal"            ReadJournal    Body::Cbor(128 << 10),              Account  30;
    POST "/v1/journal/own"        WriteJournal   Body::Cbor(4 << 10),                Account  30;
    POST "/v1/mandates"           ReadMandates   Body::Empty,                        Account  30;
    POST "/v1/mandates/over"      ReadOver       Body::Empty,                        Account  15;
    POST "/v1/mandates/open"      OpenEntrusted  Body::Cbor(4 << 10),                Account  30;
    POST "/v1/mandates/read"      ReadEntrusted  Body::Cbor(4 << 10),                Account  60;
    PUT  "/v1/mandates/blobs/{id}" PutDropBlob   Body::Blob(limits::BLOB),           Account  900;
    POST "/v1/mandates/drop"      PutDrop        Body::Cbor(8 << 10),                Account  30;
    POST "/v1/drops"              ReadDrops      Body::Empty,                        Account  30;
    POST "/v1/notices"            ReadNotices    Body::Empty,                        Account  15;
    // Folders and papers
    PUT  "/v1/manifests/{folder}" PutManifest    Body::Cbor(limits::MANIFEST),       Account  60;
    PUT  "/v1/anchor"             PutAnchor      Body::Cbor(SealedAnchor::MAX),      Account  15;
    PUT  "/v1/blobs/{id}"         PutBlob        Body::Blob(limits::BLOB),           Account  900;
    GET  "/v1/blobs/{id}"         GetBlob        Body::Empty,                        Account  60;
    // The programs
    GET  "/v1/version"            ReadVersion    Body::Empty,                        Account  15;
    GET  "/v1/version/{sum}"      GetVersionFile Body::Empty,                        Account  60;
    // Recovery: the stick that asks
    POST "/v1/card"               FindCard          Body::Cbor(64),                  Stranger 10;
    POST "/v1/ceremony/challenge" CeremonyChallenge Body::Empty,                     Stranger 10;
    POST "/v1/ceremony/start"     CeremonyStart     Body::Cbor(4 << 10),             Stranger 15;
    POST "/v1/ceremony/register"  CeremonyRegister  SMALL,                           Stranger 15;
    POST "/v1/ceremony/ask"       CeremonyAsk       SMALL,                           Key      15;
    POST "/v1/ceremony/enter"     CeremonyEnter     SMALL,                           Key      15;
    POST "/v1/ceremony/read"      CeremonyRead      Body::Empty,                     Account  15;
    POST "/v1/ceremony/sync"      CeremonySync      Body::Cbor(4 << 10),             Account  60;
    POST "/v1/ceremony/stage"     CeremonyStage     Body::Cbor(limits::STAGE),       Account  60;
    POST "/v1/ceremony/commit"    CeremonyCommit    Body::Cbor(limits::COMMIT),      Account  30;
    // Recovery: holders, and the owner
    POST "/v1/holds"              ReadHolds         Body::Empty,                     Account  30;
    POST "/v1/hold"               Hold              Body::Cbor(8 << 10),             Account  15;
    POST "/v1/recovery"           ReadRecovery      Body::Empty,                     Account  15;
}

/// The whole service.
pub(crate) fn router(app: &Shared) -> Router {
    let routed = ROUTES.iter().fold(Router::new(), |router, route| {
        let guard = middleware::from_fn_with_state((app.clone(), route), layers::guard);
        router.route(route.path, answer(route).layer(guard))
    });
    routed
        .merge(desk::router(app))
        .fallback(layers::not_found)
        .method_not_allowed_fallback(layers::method_not_allowed)
        .with_state(app.clone())
        .layer(middleware::from_fn(layers::log))
        .layer(middleware::map_response(layers::secure))
}

/// Who answers a route.
fn answer(route: &Route) -> routing::MethodRouter<Shared> {
    match route.action {
        Action::Health => routing::get(portal::health),
        Action::ReadApi => routing::get(portal::openapi),
        Action::ReadLocator => routing::get(portal::locator),
        Action::ReadBoard => routing::get(portal::board),
        Action::GateChallenge => routing::post(gate::challenge),
        Action::GateEnrol => routing::post(gate::enrol),
        Action::GateEvaluate => routing::post(gate::evaluate),
        Action::GateStatus => routing::post(gate::status),
        Action::GatePrepare => routing::post(gate::prepare),
        Action::GateOrder => routing::post(gate::order),
        Action::RegisterStart => routing::post(register::start),
        Action::RegisterFinish => routing::post(register::finish),
        Action::RegisterSlot => routing::post(register::slot),
        Action::RegisterSecurityKey => routing::post(register::security_key),
        Action::Suspend => routing::post(login::suspend),
        Action::LoginStart => routing::post(login::start),
        Action::LoginFinish => routing::post(login::finish),
        Action::Logout => routing::post(login::logout),
        Action::Stage => routing::post(space::stage),
        Action::Commit => routing::post(space::commit),
        Action::Sync => routing::post(space::sync),
        Action::ReadChain => routing::post(space::chain),
        Action::FindHelpers => routing::post(helpers::find),
        Action::AskToHelp => routing::post(helpers::ask),
        Action::FindVouched => routing::post(helpers::elsewhere),
        Action::ReadLetters => routing::post(mandates::letters),
        Action::ReadJournal => routing::post(mandates::journal),
        Action::WriteJournal => routing::post(mandates::write),
        Action::ReadMandates => routing::post(mandates::entrusted),
        Action::ReadOver => routing::post(mandates::over),
        Action::OpenEntrusted => routing::post(mandates::open),
        Action::ReadEntrusted => routing::post(mandates::read),
        Action::PutDropBlob => routing::put(mandates::put_blob),
        Action::PutDrop => routing::post(mandates::drop),
        Action::ReadDrops => routing::post(mandates::drops),
        Action::PutManifest => routing::put(manifests::put),
        Action::PutAnchor => routing::put(space::anchor),
        Action::PutBlob => routing::put(blobs::put),
        Action::GetBlob => routing::get(blobs::get),
        Action::FindCard => routing::post(ceremony::card),
        Action::CeremonyChallenge => routing::post(ceremony::challenge),
        Action::CeremonyStart => routing::post(ceremony::start),
        Action::CeremonyRegister => routing::post(ceremony::register),
        Action::CeremonyAsk => routing::post(ceremony::ask),
        Action::CeremonyEnter => routing::post(ceremony::enter),
        Action::CeremonyRead => routing::post(ceremony::read),
        Action::CeremonySync => routing::post(ceremony::sync),
        Action::CeremonyStage => routing::post(ceremony::stage),
        Action::CeremonyCommit => routing::post(ceremony::commit),
        Action::ReadHolds => routing::post(ceremony::holds),
        Action::Hold => routing::post(ceremony::hold),
        Action::ReadRecovery => routing::post(ceremony::own),
        Action::ReadNotices => routing::post(space::notices),
        Action::ReadVersion => routing::get(portal::version),
        Action::GetVersionFile => routing::get(portal::version_file),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_action_has_one_route() {
        let routed: Vec<_> = ROUTES.iter().map(|route| route.action).collect();
        let set: BTreeSet<_> = routed.iter().copied().collect();
        assert_eq!(set, Action::ALL.iter().copied().collect());
        assert_eq!(set.len(), routed.len());
    }
}

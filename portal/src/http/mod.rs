//! Where a request enters: `routes` → `extract` (who) → `<noun>/<verb>` → `domain` → `reply`.
//!
//! Not here: rules.

mod blobs;
mod ceremony;
mod extract;
mod gate;
mod helpers;
mod layers;
mod login;
mod mandates;
mod manifests;
mod openapi;
mod portal;
mod register;
mod reply;
pub(crate) mod routes;
mod space;

#[cfg(test)]
mod tests;

pub(crate) use gate::destroy;
pub(crate) use layers::{Named, Peer};
pub(crate) use routes::router;

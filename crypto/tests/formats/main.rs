//! The formats of `crypto`, by its public API: what opens, what is refused, what never changes.

#![expect(
    clippy::type_complexity,
    reason = "tables of named changes, each a closure"
)]
#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

mod attestation;
mod blobs;
mod board;
mod boxes;
mod card;
mod ceremony;
mod cle_file;
mod frozen;
mod frozen_log;
mod gates;
mod heads_file;
mod helpers;
mod mandates;
mod manifests;
mod properties;
mod published;
mod recovery;
mod refusals;
mod shapes;
mod slots;
mod stick;
mod support;
mod version;

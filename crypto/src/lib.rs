//! Where bytes are sealed and opened. Normative text: `docs/protocol.md`.
//!
//! - `keys/` one file per role of key: `make_*` is random, `derive_*` is deterministic
//! - `stick/` what lies on the medium: header, cell, `cle.bin`, `repere.bin`, and the way from a
//!   code to an open envelope
//! - `space/` what the portal keeps: seals, anchors, key boxes, manifests, blobs
//! - `recovery.rs` shares, card and package · `entries.rs` the owner's log entries
//! - `secret.rs` how secrets are held · `locked.rs` where · `hazmat/` the only importer of primitives
//!
//! Not here: network, files, clocks, a decision about who may do what. The portal never links this
//! crate.

mod error;
mod hazmat;
mod locked;
mod secret;

pub mod code;
pub mod entries;
pub mod keys;
pub mod mandate;
pub mod recovery;
pub mod space;
pub mod stick;

pub use error::{Opening, Result};
pub use locked::all_locked;

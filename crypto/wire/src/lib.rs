//! What travels and what is kept, sealed: the words both sides share.
//!
//! Here: identifiers, the suite, every domain-separation label, canonical CBOR, public keys and
//! signature verification, the shapes of the log, manifests, boxes, blobs, gate messages and API
//! bodies, the closed list of error codes, and the rules of the log that portal and client both check.
//!
//! Not here: a secret type, a private key, anything that decrypts. The portal links this crate and
//! `gate`, and nothing of ours besides.

pub mod api;
pub mod attestation;
pub mod blob;
pub mod board;
pub mod cbor;
pub mod ceremony;
pub mod ctx;
pub mod elsewhere;
pub mod error;
pub mod folder;
pub mod gate;
pub mod helper;
pub mod ids;
pub mod labels;
pub mod limits;
pub mod log;
pub mod mandate;
pub mod manifest;
pub mod random;
pub mod recovery;
pub mod seal;
pub mod sign;
pub mod slot;
pub mod structure;
pub mod suite;
mod symbols;
pub mod version;
pub mod wiped;

pub use cbor::{CborError, decode_canonical, encode};
pub use ctx::{Part, ctx};
pub use error::{Code, Fault, Refusal};
pub use ids::*;
pub use labels::Label;
pub use random::Random;
pub use sign::{Message, SigPublic, Signature, Signed};
pub use suite::{Realm, SUITE};
pub use wiped::Wiped;

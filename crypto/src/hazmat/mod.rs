//! The only importer of primitives. Nothing here decides what a key is for: callers bring a `ctx`.

pub(crate) mod aead;
pub(crate) mod argon;
pub(crate) mod ed25519;
pub(crate) mod hkdf;
pub(crate) mod kem;
pub(crate) mod oprf;
mod rng;
pub(crate) mod shamir;
mod swept;

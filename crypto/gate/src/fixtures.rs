//! Invented secrets and repeatable randomness for the tests of this crate.

use crate::{GateSecret, SecretId};
use wire::{GateId, Hash, KeyId, Random, Realm};

/// Gives the bytes of a script once, then zeros.
///
/// `voprf` reads a random scalar as 64 little-endian bytes: a script of 32 is that scalar.
pub(crate) struct Script(Vec<u8>);

impl Script {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl Random for Script {
    fn fill(&mut self, out: &mut [u8]) {
        let given = out.len().min(self.0.len());
        out.fill(0);
        out[..given].copy_from_slice(&self.0[..given]);
        self.0.drain(..given);
    }
}

/// SHA-256 of a counter, again and again: the same bytes at each run.
pub(crate) struct Seeded(pub(crate) u64);

impl Random for Seeded {
    fn fill(&mut self, out: &mut [u8]) {
        for chunk in out.chunks_mut(Hash::LEN) {
            self.0 += 1;
            chunk.copy_from_slice(&Hash::of(&self.0.to_be_bytes()).0[..chunk.len()]);
        }
    }
}

/// The secret key of RFC 9497 appendix A.1.2.
pub(crate) const RFC_SECRET: &str =
    "e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909";

pub(crate) fn rfc_secret() -> GateSecret {
    GateSecret::from_bytes(&unhex(RFC_SECRET)).unwrap()
}

pub(crate) const ID: SecretId = SecretId {
    realm: Realm::Practice,
    gate_id: GateId([0x11; 16]),
    key_id: KeyId([0x22; 16]),
};

pub(crate) fn unhex(text: &str) -> Vec<u8> {
    let digits = text.trim_end().as_bytes().chunks_exact(2);
    digits
        .map(|pair| u8::from_str_radix(core::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

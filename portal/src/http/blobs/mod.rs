//! The papers' sealed bytes.

mod get;
mod put;

use wire::{BlobId, Code, Refusal};

pub(super) use get::get;
pub(super) use put::{put, receive};

/// A blob's name in a path. What is no name is nowhere.
pub(super) fn named(id: &str) -> Result<BlobId, Refusal> {
    BlobId::from_hex(id).ok_or_else(|| Code::NotFound.into())
}

//! Where a thing lies: its kind, then its number.

use crate::{records::Kind, store::StoreError};

pub(super) fn code(kind: Kind) -> u8 {
    match kind {
        Kind::Stick => 0,
        Kind::Computer => 1,
        Kind::Phone => 2,
    }
}

pub(super) fn key(kind: Kind, number: u32) -> [u8; 5] {
    let [a, b, c, d] = number.to_be_bytes();
    [code(kind), a, b, c, d]
}

pub(super) fn number(key: &[u8]) -> Result<u32, StoreError> {
    let bytes = key.get(1..).and_then(|bytes| bytes.try_into().ok());
    let bytes = bytes.ok_or_else(|| StoreError::damaged("items", "a key of another length"))?;
    Ok(u32::from_be_bytes(bytes))
}

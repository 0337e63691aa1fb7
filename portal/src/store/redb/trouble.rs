//! What redb says, in the words of the store.

use std::io;

use ::redb::Error;

use crate::store::StoreError;

pub(super) const FILE: &str = "the file";

/// Where a file is refused before anything in it was read.
pub(super) fn cannot_open(error: impl Into<Error>) -> StoreError {
    match error.into() {
        Error::Io(error) if error.kind() == io::ErrorKind::InvalidData => StoreError::NotOurs,
        Error::UpgradeRequired(_) => StoreError::NotOurs,
        error => trouble(error),
    }
}

/// What redb says, in the words of the store.
pub(super) fn trouble(error: impl Into<Error>) -> StoreError {
    match error.into() {
        Error::DatabaseAlreadyOpen | Error::LockProtocolMismatch => StoreError::InUse,
        Error::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            StoreError::damaged(FILE, error)
        }
        error @ (Error::Corrupted(_)
        | Error::TableTypeMismatch { .. }
        | Error::TableIsMultimap(_)
        | Error::TypeDefinitionChanged { .. }
        | Error::TableDoesNotExist(_)) => StoreError::damaged(FILE, error),
        error => StoreError::disk(error),
    }
}

//! What sled says, in the words of the store.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

use ::sled::Error;

use crate::store::StoreError;

pub(super) const FILE: &str = "the file";

/// On damaged pages sled may panic where it checks nothing.
pub(super) fn guarded<T>(asked: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    catch_unwind(AssertUnwindSafe(asked))
        .unwrap_or_else(|_| Err(damaged("its pages make no sense")))
}

pub(super) fn damaged(what: &'static str) -> StoreError {
    StoreError::damaged(FILE, what)
}

/// What sled says, in the words of the store.
pub(super) fn trouble(error: Error) -> StoreError {
    match error {
        Error::Io(error) if error.to_string().contains("could not acquire lock") => {
            StoreError::InUse
        }
        Error::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            StoreError::damaged(FILE, error)
        }
        Error::Io(error) => StoreError::disk(error),
        error => StoreError::damaged(FILE, error),
    }
}

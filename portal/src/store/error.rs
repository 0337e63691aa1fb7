//! What can go wrong, whose fault it is, and what to do next.

use std::error::Error;
use std::sync::Arc;

/// What lies under an error. Shared, because one failed commit answers many callers.
pub type Cause = Arc<dyn Error + Send + Sync>;

/// The store could not do its work. It is never the fault of the person asking.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// The disk, the file system or the operating system refused.
    #[error("the disk failed: check its free space and its health, then start the portal again")]
    Disk(#[source] Cause),

    /// The file holds something else than a store of this portal.
    #[error("this file is not a store of the portal: give the path of the portal's own file")]
    NotOurs,

    /// The bytes are not what the portal wrote.
    #[error("the store is damaged ({place}): stop the portal and put the last backup back")]
    Damaged {
        /// The table, or `"the file"`.
        place: &'static str,
        /// What was found.
        #[source]
        cause: Cause,
    },

    /// Another process has the file open.
    #[error("another process holds the store: stop it, then start the portal again")]
    InUse,

    /// A newer version of the portal wrote this.
    #[error(
        "a newer portal wrote this ({place} has version {found}, this program knows {known}): \
         install the newer portal again"
    )]
    TooNew {
        /// The table, or `"the file"`.
        place: &'static str,
        /// The version that was found.
        found: u8,
        /// The newest version this program knows.
        known: u8,
    },

    /// An earlier commit failed, so nobody knows what the disk holds: nothing more is written.
    #[error(
        "the store stopped after a failure: read the log for its cause, then start the portal again"
    )]
    Poisoned,

    /// The store was closed on purpose.
    #[error("the store is closed because the portal is stopping: ask again once it is back")]
    Closed,

    /// The closure panicked. Its changes were dropped; nobody else's were.
    #[error("nothing was written because of a fault in the portal's own code: please report it")]
    Panicked,
}

impl StoreError {
    /// Bytes found in `place` are not what the portal wrote there.
    pub fn damaged(place: &'static str, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Damaged {
            place,
            cause: Arc::from(cause.into()),
        }
    }

    /// The disk, or what stands between it and us, failed.
    pub fn disk(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Disk(Arc::from(cause.into()))
    }
}

/// Why a write left nothing behind. The two arms never mix: whatever a closure makes of a
/// [`StoreError`] it met, its caller gets [`WriteError::Store`].
#[derive(Debug, Clone, thiserror::Error)]
pub enum WriteError<E> {
    /// The closure said no.
    #[error(transparent)]
    Refused(E),
    /// The store could not do its work.
    #[error(transparent)]
    Store(#[from] StoreError),
}

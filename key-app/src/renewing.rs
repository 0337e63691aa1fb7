//! A newer version that is on its way onto the stick in use: one at a time, and how far it is.

use crate::desk::Desk;
use key_core::update::Progress;

/// One that is on its way, until it is dropped.
pub(crate) struct Renewing<'a>(&'a Desk);

impl<'a> Renewing<'a> {
    /// Begins, unless one is on its way.
    pub(crate) fn begin(desk: &'a Desk) -> Option<Self> {
        let mut now = desk.renewal();
        if now.is_some() {
            return None;
        }
        *now = Some(Progress { done: 0, of: 0 });
        Some(Self(desk))
    }

    /// It is so far now.
    pub(crate) fn say(&self, progress: Progress) {
        *self.0.renewal() = Some(progress);
    }
}

impl Drop for Renewing<'_> {
    fn drop(&mut self) {
        *self.0.renewal() = None;
    }
}

impl Desk {
    /// How far a version is, where one is on its way.
    pub(crate) fn renewing(&self) -> Option<Progress> {
        *self.renewal()
    }
}

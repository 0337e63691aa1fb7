//! Other systems: nobody has a name, and each start has a window of its own.

use std::io::{self, ErrorKind};
use tokio::io::DuplexStream;

/// Who the window is for.
pub(super) fn user() -> Vec<u8> {
    Vec::new()
}

/// Nobody listens.
pub(super) enum Listener {}

/// Nobody asks.
pub(super) enum Caller {}

impl Listener {
    /// Never.
    pub(super) fn take(_: &str) -> io::Result<Option<Self>> {
        Err(ErrorKind::Unsupported.into())
    }

    #[expect(clippy::unused_async, reason = "as where somebody listens")]
    pub(super) async fn next(&mut self) -> io::Result<Caller> {
        match *self {}
    }
}

impl Caller {
    #[expect(clippy::unused_async, reason = "as where somebody asks")]
    pub(super) async fn line(self) -> io::Result<DuplexStream> {
        match self {}
    }
}

/// Nobody has the name.
#[expect(clippy::unused_async, reason = "as where somebody may have it")]
pub(super) async fn call(_: &str) -> io::Result<DuplexStream> {
    Err(ErrorKind::NotFound.into())
}

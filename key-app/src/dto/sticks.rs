//! The sticks and security keys of a space on the page: since when each is there, and no name, for none is kept.

use serde::Serialize;

/// One stick or security key that opens the space.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StickView {
    pub(crate) id: String,
    /// Whether it is the one in use.
    pub(crate) own: bool,
    /// Whether it is a security key.
    pub(crate) security_key: bool,
    /// When it was added, Unix seconds.
    pub(crate) since: Option<u64>,
}

/// What is plugged in beside the stick in use.
#[derive(Serialize)]
pub(crate) struct PreparedView {
    /// Sticks to add.
    pub(crate) found: usize,
    /// What a new one was prepared for that is none of them.
    pub(crate) other: Option<&'static str>,
}

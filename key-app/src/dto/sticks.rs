//! The sticks of a space on the page: since when each is there, and no name, for none is kept of a stick.

use serde::Serialize;

/// One stick that opens the space.
#[derive(Serialize)]
pub(crate) struct StickView {
    pub(crate) id: String,
    /// Whether it is the one in use.
    pub(crate) own: bool,
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

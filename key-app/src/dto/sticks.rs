//! The sticks of a space on the page: no name and no date, for none is kept of a stick.

use serde::Serialize;

/// One stick that opens the space.
#[derive(Serialize)]
pub(crate) struct StickView {
    pub(crate) id: String,
    /// Whether it is the one in use.
    pub(crate) own: bool,
}

//! A folder's manifest.

mod put;

pub(super) use put::put;

//! Shapes that grew: each names the first one it came from. Frozen once released, as those.

pub(crate) mod activity;
pub(crate) mod stock;

//! What anybody may read.

mod health;
mod locator;
mod openapi;

pub(super) use health::health;
pub(super) use locator::locator;
pub(super) use openapi::openapi;

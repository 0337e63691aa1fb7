//! What anybody may read.

mod board;
mod health;
mod locator;
mod openapi;

pub(super) use board::board;
pub(super) use health::health;
pub(super) use locator::locator;
pub(super) use openapi::openapi;

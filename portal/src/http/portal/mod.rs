//! What anybody may read, and the programs for whoever opened a space.

mod board;
mod health;
mod locator;
mod openapi;
mod version;

pub(super) use board::board;
pub(super) use health::health;
pub(super) use locator::locator;
pub(super) use openapi::openapi;
pub(super) use version::{version, version_file};

//! The app before a portal that lies: see `tests/src/lying/`.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

mod board;
mod bytes;
mod chunks;
mod deletion;
mod elsewhere;
mod fields;
mod first;
mod forge;
mod fork;
mod gate;
mod mandates;
mod passkey;
mod recovery;
mod renewal;
mod rollback;
mod session;
mod swaps;
mod withheld;

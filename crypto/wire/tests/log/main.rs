//! The log's rules, from outside, with real signatures (protocol sections 6 and 14).

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

mod due;
mod histories;
mod play;
mod rules;
mod sequence;
mod signers;

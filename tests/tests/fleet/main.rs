//! Sticks by the dozen: what a mediator's table may do to them, and what it may not.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

mod by_the_dozen;
mod clone;
mod command;
mod false_size;
mod named;
mod plugged;
mod pulled;
mod refused;

/// Programs as a stick may carry them, small.
const PROGRAMS: [(&str, usize); 3] = [
    ("cle", 70_001),
    ("aide/lisez-moi.html", 900),
    ("cle.exe", 3),
];

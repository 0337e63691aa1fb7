//! Helping: who may, what a person lets them do, what they did, and the other side of it.
//!
//! - `find` who may help, as officers of the structure certified it; asking to be one of them

mod find;

pub use find::{Helper, HelperNumber, Role};

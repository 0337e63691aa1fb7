//! Practice: spaces of invented people, in a realm of its own. Nothing of it ever becomes real, and nothing real
//! ever comes here.
//!
//! - `people` who they are · `sheet` a paper of theirs, marked on every page
//! - `fill` puts one of them into a practice space · `opening` of a practice stick, of no real one
//! - `reset` a practice stick as on the first day · `exercise` the same with the next voucher of a folder, and filled
//! - `table` practice sticks that are plugged in, each made anew by one press
//!
//! Not here: a real person, a real space, anything random that is secret.

mod exercise;
mod fill;
mod opening;
mod people;
mod reset;
mod sheet;
mod table;

pub use exercise::Exercise;
pub use fill::fill;
pub use opening::open;
pub use people::{PEOPLE, Person, person};
pub use reset::reset;
pub use table::{Is, Job, Line, Table};

/// The code of every practice stick, unless somebody chooses another: it protects nothing.
pub const CODE: &str = "482907";

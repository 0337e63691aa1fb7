//! The files of the stick: `cle-a.bin`, `cle-b.bin`, `repere-a.bin`, `repere-b.bin`.

mod copies;
mod medium;

pub use copies::{Condition, Stick};
pub use medium::{Folder, Medium};

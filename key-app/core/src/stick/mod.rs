//! The files of the stick: `cle-a.bin`, `cle-b.bin`, `repere-a.bin`, `repere-b.bin`.

mod copies;
mod medium;

pub(crate) use copies::Original;
pub use copies::{Condition, Stage, Stick};
pub use medium::{Folder, Medium};

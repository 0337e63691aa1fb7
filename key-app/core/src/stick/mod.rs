//! The files of the stick: `cle-a.bin`, `cle-b.bin`, `repere-a.bin`, `repere-b.bin`.

mod beside;
pub(crate) mod content;
mod copies;
mod medium;

pub use beside::RecoveryStage;
pub(crate) use content::Content;
pub use copies::{Blanked, Condition, Stage, Stick};
pub(crate) use copies::{Copy, Original};
#[cfg(target_os = "linux")]
pub(crate) use medium::forget_cache;
pub use medium::{Folder, Medium};
pub(crate) use medium::{although_marked, let_start, without_links};

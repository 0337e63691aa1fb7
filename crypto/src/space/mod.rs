//! What the portal keeps of a space, and how the owner seals and opens it (protocol sections 5, 6).

mod anchor;
mod blob;
mod boxes;
mod manifest;
pub(crate) mod pad;
mod seals;

pub use anchor::Anchor;
pub use blob::{BlobPlace, BlobRecord, Opener, Sealer, stored_len};
pub use boxes::{BoxPlace, open_box, seal_box};
pub use manifest::{Body, Dates, Draft, Kind, Object, PastReader, open_manifest, seal_manifest};
pub use seals::{SealPlace, open_admin, open_everyday, open_slot_keys, seal_slot, seal_slot_keys};

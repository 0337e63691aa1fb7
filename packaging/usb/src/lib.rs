//! How a stick leaves the workshop: the same files on every one, signed, and no name of anybody.
//!
//! - `key` makes a key that signs · `sign` signs a version's list · `folder` lays out a stick
//! - `libraries` what Linux computers may lack, gathered and packed
//! - `exfat` formats and mounts · `image` one file that holds a whole stick
//!
//! Not here: what is checked when a stick starts (crate release), key files and updates (key-core).

pub mod exfat;
pub mod folder;
pub mod image;
pub mod key;
#[cfg(target_os = "linux")]
pub mod libraries;
pub mod sign;

//! The gate: evaluates the VOPRF and owns gate secrets, nothing else.
//!
//! Here: one secret for each stick and gate ([`GateSecret`]), a file for each of them
//! ([`SecretFiles`]), and the backup sealed to an offline officer key ([`seal_backup`],
//! [`open_backup`]). A secret's bytes never leave this crate in the clear.
//!
//! Not here: HTTP, a store, counters, signatures. **Count before evaluate**: the portal calls
//! [`GateSecret::evaluate`] only after the decrement is durable (protocol section 4.2).

mod backup;
mod backup_file;
mod backup_key;
mod disk;
mod files;
mod key_file;
mod rng;
mod secret;

#[cfg(test)]
mod fixtures;

pub use backup::{BackupError, OpenedBackup, open_backup, seal_backup};
pub use backup_file::MAX_RECORD;
pub use backup_key::BackupPrivate;
pub use files::{FilesError, SecretFiles};
pub use key_file::KeyFileError;
pub use secret::{EvaluateError, Evaluated, GateSecret, SecretId, VoprfPublic};

//! Room on the disk, for an engine that must never meet a full one.
//!
//! sled writes while it opens and while it cleans up. Where one of these writes finds no room, what it
//! finds at the next opening is no longer what was committed. So it is kept from trying.

use std::path::Path;

use super::StoreError;

/// Bytes that must be free: more than one commit, one snapshot and one opening write.
const ROOM: u64 = 32 << 20;

/// Whether there is room on the disk of `folder`.
///
/// # Errors
/// [`StoreError::Disk`] where there is not, or nobody knows.
pub(super) fn is_there(folder: &Path) -> Result<(), StoreError> {
    let found = rustix::fs::statvfs(folder).map_err(StoreError::disk)?;
    enough(found.f_bavail.saturating_mul(found.f_frsize))
}

fn enough(free: u64) -> Result<(), StoreError> {
    if free < ROOM {
        let words = format!("{} MiB are free, {} are needed", free >> 20, ROOM >> 20);
        return Err(StoreError::disk(words));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn less_than_the_room_is_the_disks_fault() {
        assert!(enough(ROOM).is_ok());
        assert!(matches!(enough(ROOM - 1), Err(StoreError::Disk(_))));
        assert!(matches!(enough(0), Err(StoreError::Disk(_))));
        is_there(tempfile::tempdir().unwrap().path()).unwrap();
        assert!(is_there(Path::new("/nowhere/at/all")).is_err());
    }
}

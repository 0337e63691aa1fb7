//! Windows: volumes with a letter and whether they can be taken out, by crate sysinfo. Windows tells of what is plugged
//! in to windows alone; here it is looked for each second.

use super::{Volume, Volumes};
use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use sysinfo::Disks;

/// How often it is looked.
const LOOK: Duration = Duration::from_secs(1);

/// What Windows knows.
#[derive(Debug, Default)]
pub struct Windows {
    known: Mutex<Known>,
}

/// What was there when it was looked last.
#[derive(Debug, Default)]
struct Known {
    /// By path, which of the times that something was there.
    there: BTreeMap<PathBuf, u64>,
    times: u64,
}

impl Windows {
    /// This computer.
    #[must_use]
    pub fn here() -> Self {
        Self::default()
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Volumes for Windows {
    fn list(&self) -> io::Result<Vec<Volume>> {
        let disks = Disks::new_with_refreshed_list().map_err(io::Error::other)?;
        let mut known = self.known();
        let Known { there, times } = &mut *known;
        there.retain(|path, _| disks.iter().any(|disk| disk.mount_point() == path));
        let volumes = disks.iter().map(|disk| {
            let path = disk.mount_point().to_owned();
            let mount = *there.entry(path.clone()).or_insert_with(|| {
                *times += 1;
                *times
            });
            Volume {
                mount,
                removable: disk.is_removable(),
                read_only: disk.is_read_only(),
                // A disk that stays is no news, on whatever it hangs.
                usb: disk.is_removable(),
                system: is_of_system(&path),
                disk: path.to_string_lossy().into_owned(),
                path,
            }
        });
        Ok(volumes.collect())
    }

    fn wait(&self, at_most: Duration) -> io::Result<()> {
        let before: Vec<PathBuf> = self.known().there.keys().cloned().collect();
        let mut waited = Duration::ZERO;
        while waited < at_most {
            std::thread::sleep(LOOK);
            waited += LOOK;
            self.list()?;
            if !self.known().there.keys().eq(&before) {
                break;
            }
        }
        Ok(())
    }
}

/// Bytes that are free on the volume of a folder, and whether it cannot be written; `None` where Windows does not say.
pub(in crate::fleet) fn room(folder: &Path) -> Option<(u64, bool)> {
    let folder = plain(&folder.canonicalize().ok()?);
    let disks = Disks::new_with_refreshed_list().ok()?;
    let below = disks
        .iter()
        .filter(|disk| folder.starts_with(disk.mount_point()));
    let nearest = below.max_by_key(|disk| disk.mount_point().as_os_str().len())?;
    Some((nearest.available_space(), nearest.is_read_only()))
}

/// The drive that Windows runs from.
fn is_of_system(path: &Path) -> bool {
    let drive = std::env::var_os("SystemDrive").unwrap_or_else(|| "C:".into());
    path.starts_with(format!("{}\\", drive.to_string_lossy()))
}

/// A path as people write it: the system's own form begins with `\\?\`.
fn plain(path: &Path) -> PathBuf {
    let text = path.to_string_lossy();
    PathBuf::from(text.strip_prefix(r"\\?\").unwrap_or(&text))
}

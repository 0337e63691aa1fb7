//! Linux: mounts from `/proc/self/mountinfo`, what they lie on from `/sys`. The kernel says on the open
//! mountinfo when a mount comes or goes (proc_pid_mountinfo(5)).
//!
//! - `mount` one line · `disks` what it lies on

mod disks;
mod mount;

pub(in crate::fleet) use mount::source;

use self::{disks::below, mount::Mount};
use super::{Volume, Volumes};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::{self, Read, Seek},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// What Linux knows.
#[derive(Debug)]
pub struct Linux {
    sys: PathBuf,
    mounts: Mutex<File>,
    swaps: PathBuf,
    known: Mutex<Known>,
}

/// What was mounted when it was looked last.
#[derive(Debug, Default)]
struct Known {
    /// By place, the kernel's number and the device, which of all that were seen it is.
    there: BTreeMap<(PathBuf, u64, String), u64>,
    times: u64,
}

impl Linux {
    /// This computer.
    ///
    /// # Errors
    /// Where `/proc` is not there.
    pub fn here() -> io::Result<Self> {
        Self::at(Path::new("/sys"), Path::new("/proc"))
    }

    /// A computer whose trees lie elsewhere.
    ///
    /// # Errors
    /// Where there is no mountinfo.
    pub fn at(sys: &Path, proc: &Path) -> io::Result<Self> {
        Ok(Self {
            sys: sys.to_owned(),
            mounts: Mutex::new(File::open(proc.join("self/mountinfo"))?),
            swaps: proc.join("swaps"),
            known: Mutex::default(),
        })
    }

    fn mounts(&self) -> io::Result<Vec<Mount>> {
        let mut file = self.mounts.lock().unwrap_or_else(PoisonError::into_inner);
        let mut bytes = Vec::new();
        file.rewind()?;
        file.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        Ok(text.lines().filter_map(Mount::read).collect())
    }

    /// Which of all that were seen each mount is: the kernel gives the number of one that went to the next.
    fn counted(&self, mounts: &[Mount]) -> Vec<u64> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::take(&mut known.there);
        let count = |mount: &Mount| {
            let key = (mount.path.clone(), mount.id, mount.device.clone());
            let counted = before.get(&key).copied().unwrap_or_else(|| {
                known.times += 1;
                known.times
            });
            known.there.insert(key, counted);
            counted
        };
        mounts.iter().map(count).collect()
    }
}

impl Volumes for Linux {
    fn list(&self) -> io::Result<Vec<Volume>> {
        let mounts = self.mounts()?;
        let system = self.of_system(&mounts);
        let mut seen = BTreeSet::new();
        let counted = self.counted(&mounts);
        let volumes = mounts.iter().zip(counted).filter_map(|(mount, counted)| {
            let disk = self.disk(mount)?;
            let flag = |name: &str| {
                fs::read_to_string(disk.join(name)).is_ok_and(|said| said.trim() == "1")
            };
            Some(Volume {
                path: mount.path.clone(),
                mount: counted,
                removable: flag("removable"),
                read_only: mount.read_only || flag("ro"),
                usb: disk
                    .components()
                    .any(|part| part.as_os_str().to_string_lossy().starts_with("usb")),
                system: system.contains(&disk),
                disk: {
                    // Two volumes of one stick are told by it, also where one of them is encrypted.
                    let lowest = below(&disk).pop().unwrap_or(disk);
                    lowest.file_name()?.to_string_lossy().into_owned()
                },
            })
        });
        // A folder that is mounted twice is one volume: the one above.
        let mut volumes: Vec<Volume> = volumes.collect();
        volumes.reverse();
        volumes.retain(|volume| seen.insert(volume.path.clone()));
        volumes.reverse();
        Ok(volumes)
    }

    fn wait(&self, at_most: Duration) -> io::Result<()> {
        let file = self.mounts.lock().unwrap_or_else(PoisonError::into_inner);
        let mut asked = [PollFd::new(&*file, PollFlags::PRI | PollFlags::ERR)];
        let until = Timespec {
            tv_sec: i64::try_from(at_most.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: i64::from(at_most.subsec_nanos()),
        };
        match poll(&mut asked, Some(&until)) {
            Ok(_) | Err(rustix::io::Errno::INTR) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests;

//! exFAT in an image: formatted and mounted through FUSE, which needs loop devices and root.

use anyhow::{Context, Result, ensure};
use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// A part of an image as a block device.
pub struct Loop {
    device: String,
}

/// A mounted device.
pub struct Mounted {
    path: PathBuf,
    serving: Child,
}

impl Loop {
    /// The bytes of an image from `offset` on, `length` of them.
    ///
    /// # Errors
    /// Where there is no loop device, or no right to one.
    pub fn of(image: &Path, offset: u64, length: u64) -> Result<Self> {
        let device = said(
            Command::new("losetup")
                .args(["-f", "--show", "-o", &offset.to_string()])
                .args(["--sizelimit", &length.to_string()])
                .arg(image),
        )?;
        Ok(Self {
            device: device.trim().to_owned(),
        })
    }

    /// Makes an empty exFAT of it.
    ///
    /// # Errors
    /// Where `mkfs.exfat` is missing or refuses.
    pub fn format(&self, label: &str) -> Result<()> {
        said(Command::new("mkfs.exfat").args(["-L", label, &self.device]))?;
        Ok(())
    }

    /// What it is called.
    ///
    /// # Errors
    /// Where `exfatlabel` is missing or refuses.
    pub fn label(&self) -> Result<String> {
        let said = said(Command::new("exfatlabel").arg(&self.device))?;
        let label = said.rsplit_once(':').map_or(&*said, |(_, label)| label);
        Ok(label.trim().to_owned())
    }

    /// Mounts it on a folder.
    ///
    /// # Errors
    /// Where `mount.exfat-fuse` is missing or refuses.
    pub fn mount(&self, folder: &Path) -> Result<Mounted> {
        // In the foreground: it ends when it is unmounted.
        let mut mounted = Mounted {
            path: folder.to_owned(),
            serving: Command::new("mount.exfat-fuse")
                .args(["-d", &self.device])
                .arg(folder)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .context("mount.exfat-fuse does not start")?,
        };
        while !mounted.is_there()? {
            let ended = mounted.serving.try_wait()?;
            ensure!(ended.is_none(), "mount.exfat-fuse ended: {ended:?}");
            std::thread::yield_now();
        }
        Ok(mounted)
    }
}

impl Drop for Loop {
    fn drop(&mut self) {
        let _ = Command::new("losetup").args(["-d", &self.device]).output();
    }
}

impl Mounted {
    /// Unmounts it and waits until every byte is in the image.
    ///
    /// # Errors
    /// Where something still uses it.
    pub fn unmount(mut self) -> Result<()> {
        said(Command::new("umount").arg(&self.path))?;
        let ended = self.serving.wait()?;
        ensure!(ended.success(), "mount.exfat-fuse ended: {ended}");
        Ok(())
    }

    fn is_there(&self) -> Result<bool> {
        let mounts = std::fs::read_to_string("/proc/self/mounts")?;
        Ok(mounts.lines().any(|line| {
            let folder = line.split(' ').nth(1).map(OsStr::new);
            folder == Some(self.path.as_os_str())
        }))
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if matches!(self.serving.try_wait(), Ok(None)) {
            let _ = Command::new("umount").arg("-l").arg(&self.path).output();
            let _ = self.serving.kill();
            let _ = self.serving.wait();
        }
    }
}

pub(crate) fn said(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .with_context(|| format!("{:?} is missing", command.get_program()))?;
    ensure!(
        output.status.success(),
        "{:?}: {}",
        command.get_program(),
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8(output.stdout)?)
}

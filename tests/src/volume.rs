//! A stick of its own file system that can be pulled out: exFAT in an image, kept by a FUSE process.
//! Killing that process is what pulling does: every call then fails.

use anyhow::{Context, Result, ensure};
use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;

/// Size of the image: small, and large enough for exFAT.
const SIZE: u64 = 16 << 20;

/// A mounted stick.
pub struct Volume {
    folder: TempDir,
    device: String,
    serving: Child,
}

impl Volume {
    /// Whether this machine can mount one: it needs FUSE, loop devices, and root.
    #[must_use]
    pub fn possible() -> bool {
        Path::new("/dev/fuse").exists()
            && said(Command::new("losetup").arg("-f")).is_ok()
            && rustix::process::geteuid().is_root()
    }

    /// Formats and mounts one.
    ///
    /// # Errors
    /// Where a tool is missing or refuses.
    pub fn mount() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let image = folder.path().join("image");
        std::fs::File::create(&image)?.set_len(SIZE)?;
        Self::format(folder, &image)
    }

    /// Formats and mounts what somebody else keeps as a file.
    ///
    /// # Errors
    /// Where a tool is missing or refuses.
    pub fn of(image: &Path) -> Result<Self> {
        Self::format(tempfile::tempdir()?, image)
    }

    fn format(folder: TempDir, image: &Path) -> Result<Self> {
        said(Command::new("mkfs.exfat").arg(image))?;
        let device = said(Command::new("losetup").args(["-f", "--show"]).arg(image))?;
        let mut volume = Self {
            serving: Command::new("true").spawn()?,
            device: device.trim().to_owned(),
            folder,
        };
        std::fs::create_dir(volume.path())?;
        volume.serving = Command::new("mount.exfat-fuse")
            .args(["-d", &volume.device])
            .arg(volume.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("mount.exfat-fuse does not start")?;
        volume.wait_until_mounted()?;
        Ok(volume)
    }

    /// Where it is mounted.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("CLE")
    }

    /// Pulls it out: the process that serves it dies.
    ///
    /// # Errors
    /// Where it was out already.
    pub fn pull(&mut self) -> Result<()> {
        self.serving.kill()?;
        self.serving.wait()?;
        Ok(())
    }

    /// The block device that it lies on, as `/dev/loop3`.
    #[must_use]
    pub fn device(&self) -> &str {
        &self.device
    }

    /// Takes it out so that nothing of it is left, also no dead folder.
    ///
    /// # Errors
    /// Where it was out already.
    pub fn take_out(&mut self) -> Result<()> {
        self.pull()?;
        self.unmount();
        Ok(())
    }

    /// Plugs it in again, as another computer would find it.
    ///
    /// # Errors
    /// Where it does not mount.
    pub fn plug_in(&mut self) -> Result<()> {
        self.unmount();
        self.serving = Command::new("mount.exfat-fuse")
            .args(["-d", &self.device])
            .arg(self.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        self.wait_until_mounted()
    }

    fn wait_until_mounted(&mut self) -> Result<()> {
        let path = self.path();
        loop {
            let mounts = std::fs::read_to_string("/proc/self/mounts")?;
            let mounted = path.display().to_string();
            if mounts
                .lines()
                .any(|line| line.split(' ').nth(1) == Some(&mounted))
            {
                return Ok(());
            }
            let ended = self.serving.try_wait()?;
            ensure!(ended.is_none(), "mount.exfat-fuse ended: {ended:?}");
            std::thread::yield_now();
        }
    }

    fn unmount(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).output();
    }
}

impl Drop for Volume {
    fn drop(&mut self) {
        self.unmount();
        let _ = self.serving.kill();
        let _ = self.serving.wait();
        let _ = Command::new("losetup").args(["-d", &self.device]).output();
    }
}

/// Where a kernel's tree says what hangs where, as it would be if these volumes were sticks on USB. Everything else on
/// this computer has no disk in it.
///
/// # Errors
/// Where the folder does not take it.
pub fn as_sticks(volumes: &[&Volume], sys: &Path) -> Result<()> {
    std::fs::create_dir_all(sys.join("class/block"))?;
    for (port, volume) in volumes.iter().enumerate() {
        let name = volume.device().trim_start_matches("/dev/");
        let disk = sys.join(format!("devices/usb1/1-{port}/block/{name}"));
        std::fs::create_dir_all(&disk)?;
        std::fs::write(disk.join("removable"), "1\n")?;
        std::fs::write(disk.join("ro"), "0\n")?;
        std::os::unix::fs::symlink(&disk, sys.join("class/block").join(name))?;
    }
    Ok(())
}

/// Changes what the kernel says of one of them: `removable` or `ro`.
///
/// # Errors
/// Where it is not among them.
pub fn said_of(volume: &Volume, sys: &Path, what: &str, value: bool) -> Result<()> {
    let name = volume.device().trim_start_matches("/dev/");
    let disk = sys.join("class/block").join(name);
    Ok(std::fs::write(
        disk.join(what),
        format!("{}\n", u8::from(value)),
    )?)
}

fn said(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .with_context(|| format!("{:?}", command.get_program()))?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8(output.stdout)?)
}

//! A disk of its own for the portal's data: ext4 in an image. Its power can be cut, and it can be full.

use super::{Crew, Tally};
use anyhow::{Context, Result, ensure};
use portal::store::OnDisk;
use rustix::process::{Pid, Signal, geteuid, kill_process};
use std::{
    fs::{self, File},
    io::Write,
    path::PathBuf,
    process::Command,
};
use tempfile::TempDir;

/// Size of the image: room for a journal and for some thousand edits.
const SIZE: u64 = 160 << 20;

/// The mounted disk.
pub struct Disk {
    folder: TempDir,
    image: PathBuf,
    cuts: u32,
}

impl Disk {
    /// Whether this machine can mount one: it needs loop devices, and root.
    #[must_use]
    pub fn possible() -> bool {
        said(Command::new("losetup").arg("-f")).is_ok() && geteuid().is_root()
    }

    /// Formats and mounts one.
    ///
    /// # Errors
    /// Where a tool is missing or refuses.
    pub fn mount() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let image = folder.path().join("image-0");
        File::create(&image)?.set_len(SIZE)?;
        said(Command::new("mkfs.ext4").arg("-q").arg(&image))?;
        fs::create_dir(folder.path().join("disk"))?;
        let disk = Self {
            folder,
            image,
            cuts: 0,
        };
        disk.attach()?;
        Ok(disk)
    }

    /// Where it is mounted.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("disk")
    }

    /// The power goes while `writing` stands still in the middle of what it does: of all it wrote, what
    /// had reached the disk is what the next start finds. The process is gone afterwards.
    ///
    /// # Errors
    /// Where a tool refuses.
    pub fn cut_power(&mut self, writing: u32, end: impl FnOnce() -> Result<()>) -> Result<()> {
        let pid = i32::try_from(writing).ok().and_then(Pid::from_raw);
        kill_process(pid.context("a process has a number")?, Signal::STOP)?;
        self.cuts += 1;
        let left = self.folder.path().join(format!("image-{}", self.cuts));
        said(
            Command::new("cp")
                .arg("--sparse=always")
                .arg(&self.image)
                .arg(&left),
        )?;
        end()?;
        self.detach()?;
        fs::remove_file(&self.image)?;
        self.image = left;
        self.attach()
    }

    /// Nothing more fits. What is given back is what takes the room.
    ///
    /// # Errors
    /// Where the disk says something else than that it is full.
    pub fn fill(&self) -> Result<PathBuf> {
        let ballast = self.path().join("ballast");
        let mut file = File::create(&ballast)?;
        for size in [1 << 20, 4 << 10, 1] {
            let piece = vec![7; size];
            loop {
                match file.write_all(&piece) {
                    Ok(()) => {}
                    Err(error) if error.kind() == std::io::ErrorKind::StorageFull => break,
                    Err(error) => return Err(error.into()),
                }
            }
        }
        Ok(ballast)
    }

    fn attach(&self) -> Result<()> {
        said(
            Command::new("mount")
                .args(["-o", "loop"])
                .arg(&self.image)
                .arg(self.path()),
        )
        .map(drop)
    }

    fn detach(&self) -> Result<()> {
        said(Command::new("umount").arg(self.path())).map(drop)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Whatever still holds it lets go when it ends.
        drop(said(Command::new("umount").arg("-l").arg(self.path())));
    }
}

/// The power is cut this many times, in the middle of writes.
///
/// # Errors
/// Where anything acknowledged was lost, or this machine cannot do it.
pub async fn power_cuts(engine: OnDisk, rounds: u64) -> Result<Tally> {
    ensure!(Disk::possible(), "this needs root and loop devices");
    let mut disk = Disk::mount()?;
    let data = disk.path().join("portal");
    let mut crew = Crew::gather(engine, |cast| cast.keep_data_in(data)).await?;
    for round in 0..rounds {
        // Texts are synced by themselves, and on the way to the disk they take along what lies beside
        // them: most rounds go without.
        if round == rounds / 4 {
            crew.change_names_alone();
        }
        let enough = 20 + round * 11 % 60;
        crew.write_until(enough, async |cast| {
            let pid = cast.portal_pid().context("the portal runs")?;
            tokio::task::block_in_place(|| {
                let ending = || tokio::runtime::Handle::current().block_on(cast.kill_portal());
                disk.cut_power(pid, ending)
            })
        })
        .await?;
        crew.look().await?;
    }
    crew.finish("power_cut").await
}

/// The disk is filled to its last byte this many times, in the middle of writes.
///
/// # Errors
/// Where anything acknowledged was lost, the portal took everything all the same, or this machine
/// cannot do it.
pub async fn full_disks(engine: OnDisk, rounds: u64) -> Result<Tally> {
    ensure!(Disk::possible(), "this needs root and loop devices");
    let disk = Disk::mount()?;
    let data = disk.path().join("portal");
    let mut crew = Crew::gather(engine, |cast| cast.keep_data_in(data)).await?;
    for round in 0..rounds {
        let mut ballast = PathBuf::new();
        let enough = 1 + round * 11 % 60;
        let filling = async |_: &mut crate::cast::Cast| {
            ballast = disk.fill()?;
            Ok(())
        };
        let refused = crew.write_until(enough, filling).await?;
        ensure!(refused > 0, "a full disk refused nothing");
        // It still starts and is read while there is no room; then an admin makes some.
        crew.cast.kill_portal().await?;
        let full = crew.cast.serve_portal().await;
        println!("{} on a full disk: {}", engine.name(), opens(&full));
        crew.cast.kill_portal().await?;
        fs::remove_file(&ballast)?;
        crew.look().await?;
    }
    crew.finish("full_disk").await
}

fn opens(started: &Result<()>) -> String {
    started
        .as_ref()
        .map_or_else(ToString::to_string, |()| "it starts".to_owned())
}

fn said(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{command:?}"))?;
    let words = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{command:?}: {words}");
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

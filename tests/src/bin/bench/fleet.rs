//! A stick of a fleet against the raw copy of the same bytes onto the same medium: written, synced, read back.

use super::Figures;
use anyhow::Result;
use key_core::{fleet::Ground, stick::Folder};
use std::{fs::File, io::Read, path::Path};
use tests::{
    screen::Stopwatch,
    volume::Volume,
    workshop::{Workshop, write},
    world::World,
};

/// Files of the program folder, and bytes of each.
const FILES: usize = 12;
const BYTES: usize = 1 << 20;
/// Sticks that are timed; the middle one counts.
const TIMED: usize = 5;

/// How many times as long as the raw copy one stick takes: on this disk, and on exFAT where it can be mounted.
pub(crate) async fn measure(figures: &mut Figures) -> Result<()> {
    let world = World::start().await?;
    let disk = tempfile::tempdir_in(".")?;
    against(&world, disk.path(), figures, "fleet_over_raw_copy")?;
    if Volume::possible() {
        let volume = Volume::mount()?;
        let name = "fleet_over_raw_copy_exfat";
        against(&world, &volume.path(), figures, name)?;
    }
    Ok(())
}

fn against(world: &World, medium: &Path, figures: &mut Figures, name: &str) -> Result<()> {
    let names: Vec<String> = (0..FILES).map(|file| format!("programme-{file}")).collect();
    let programs: Vec<(&str, usize)> = names.iter().map(|name| (name.as_str(), BYTES)).collect();
    let (mut raw, mut fleets) = (Vec::new(), Vec::new());
    for turn in 0..TIMED {
        let table = Workshop::of(world, 1, 1, &programs)?;
        let fleet = table.fleet()?;
        // One after the other, so that what else this machine does meets both.
        raw.push(raw_copy(&table, &medium.join("raw"))?);
        let stick = medium.join(format!("stick-{turn}"));
        std::fs::create_dir(&stick)?;
        let watch = Stopwatch::start();
        write(&fleet, &Folder::new(&stick))?;
        fleets.push(watch.seconds());
        std::fs::remove_dir_all(&stick)?;
    }
    figures.note(name, middle(fleets) / middle(raw));
    Ok(())
}

/// Every program copied, synced once, and read back past the cache.
fn raw_copy(table: &Workshop, to: &Path) -> Result<f64> {
    std::fs::create_dir(to)?;
    let folder = Folder::new(to);
    let watch = Stopwatch::start();
    let mut copied = Vec::new();
    for entry in std::fs::read_dir(table.programs())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        folder.put(&name, &mut File::open(table.programs().join(&name))?)?;
        copied.push(name);
    }
    folder.settle()?;
    let mut piece = vec![0; 1 << 20];
    for name in copied {
        let mut read = folder.look(&name)?.ok_or_else(|| anyhow::anyhow!("gone"))?;
        while read.read(&mut piece)? > 0 {}
    }
    let seconds = watch.seconds();
    std::fs::remove_dir_all(to)?;
    Ok(seconds)
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

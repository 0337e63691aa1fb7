//! Makes `tests/keepsakes/vN`: a stick, a portal's backup and a gate's backup as this version writes
//! them, for later versions to open. Run once for each version of a format, never over an old one.

use anyhow::{Context, Result, ensure};
use key_core::Stick;
use std::{fs, path::Path};
use tests::world::{CODE, World};
use wire::{Realm, folder::Folder, random::System};

#[tokio::main]
async fn main() -> Result<()> {
    let name = std::env::args().nth(1).context("say which: v1, v2…")?;
    let kept = Path::new(tests::world::KEEPSAKES).join(&name);
    ensure!(
        !kept.exists(),
        "{} is there already and stays as it is",
        kept.display()
    );
    let address = tests::world::keepsake_address(&name)?;
    let world = World::at(address, Realm::Prod, |_| {}).await?;
    let (stick, made) = world.new_space("stick").await?;
    let mut random = System::new();
    let mut space = made.opened.space;
    space
        .put_note(
            Folder::Private,
            "Une note",
            "gardée depuis longtemps",
            &mut random,
        )
        .await?;
    let paper = std::io::Cursor::new(vec![7; 70_000]);
    let media = "application/octet-stream";
    space
        .put_paper(
            Folder::Papiers,
            "Un papier",
            media,
            paper,
            70_000,
            &mut random,
        )
        .await?;
    space.lock(&Stick::new(stick.clone()), &mut random).await?;
    world
        .portal()?
        .backup(world.folder().join("backup"))
        .await?;

    fs::create_dir_all(&kept)?;
    copy(&world.folder().join("backup"), &kept.join("backup"))?;
    copy(
        &world.folder().join("gate-backup"),
        &kept.join("gate-backup"),
    )?;
    copy(stick.path(), &kept.join("stick"))?;
    let seed = wire::Hash(*world.structure.backup().expose_bytes());
    fs::write(kept.join("backup-key.hex"), seed.to_hex())?;
    println!("{} opens with {CODE}", kept.display());
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

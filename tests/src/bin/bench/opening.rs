//! An opening against the Argon2id it holds, and what opening and asking again cost the portal.

use super::{Figures, process};
use anyhow::{Context, Result};
use key_core::{Space, Stick, WallWatch, stick::Folder};
use std::{io::Cursor, path::Path};
use tests::cast::Cast;
use wire::{folder::Folder as Theme, random::System, structure::VoucherKind};

/// Openings that are timed.
const OPENINGS: u32 = 30;
/// Requests that find nothing new.
const ASKED: u32 = 400;
/// Papers of a space that has been lived in.
const PAPERS: usize = 500;

pub(crate) async fn measure(cast: &Cast, figures: &mut Figures) -> Result<()> {
    let pid = cast.portal_pid().context("the portal runs")?;
    let (empty, code, space) = new_space(cast, "empty").await?;
    space.lock(&stick(&empty), &mut System::new()).await?;
    let (mut best, mut argon) = (f64::MAX, f64::MAX);
    // Both kinds of opening are warm before either is measured.
    open(&empty, &code).await?;
    let before = process::cpu(pid)?;
    for _ in 0..OPENINGS {
        let timings = open(&empty, &code).await?.timings;
        best = best.min(process::ms(timings.total));
        argon = argon.min(process::ms(timings.argon2));
    }
    let login = process::ms(process::cpu(pid)? - before) / f64::from(OPENINGS);
    figures.note("argon2_ms", argon);
    figures.note("unlock_ms", best);
    figures.note("unlock_over_argon2", best / argon);
    figures.note("login_cpu_ms", login);

    let (lived_in, code, mut space) = new_space(cast, "lived-in").await?;
    fill(&mut space, PAPERS).await?;
    space.lock(&stick(&lived_in), &mut System::new()).await?;
    let before = process::cpu(pid)?;
    for _ in 0..OPENINGS {
        let space = open(&lived_in, &code).await?.space;
        anyhow::ensure!(
            space.list(Theme::Papiers).len() == PAPERS,
            "papers are missing"
        );
    }
    let opened = process::ms(process::cpu(pid)? - before) / f64::from(OPENINGS);
    // What an opening costs beyond the opening of an empty space.
    figures.note("open500_cpu_ms", opened);
    figures.note("sync500_cpu_ms", (opened - login).max(0.0));

    let mut space = open(&lived_in, &code).await?.space;
    let before = process::cpu(pid)?;
    for _ in 0..ASKED {
        space.refresh().await?;
    }
    let asked = process::ms(process::cpu(pid)? - before) / f64::from(ASKED);
    figures.note("nothing_new_cpu_ms", asked);
    Ok(())
}

/// A new space on a new stick.
pub(crate) async fn new_space(
    cast: &Cast,
    name: &str,
) -> Result<(std::path::PathBuf, String, Space)> {
    let folder = cast.stick(name);
    cast.provision(&folder, VoucherKind::Account).await?;
    let random = &mut System::new();
    let digits = key_core::code::propose_digits(random);
    let code = key_core::code::choose_digits(&digits)?;
    let watch = WallWatch::start();
    let made = key_core::first_opening(&stick(&folder), &code, random, &watch).await?;
    Ok((folder, digits, made.opened.space))
}

pub(crate) async fn open(folder: &Path, digits: &str) -> Result<key_core::Opened> {
    let code = key_core::code::choose_digits(digits)?;
    let watch = WallWatch::start();
    Ok(key_core::open(&stick(folder), &code, &mut System::new(), &watch).await?)
}

pub(crate) async fn fill(space: &mut Space, papers: usize) -> Result<()> {
    let random = &mut System::new();
    for paper in 0..papers {
        let (title, bytes) = (format!("Papier {paper}"), vec![1; 900]);
        let length = bytes.len() as u64;
        let content = Cursor::new(bytes);
        space
            .put_paper(
                Theme::Papiers,
                &title,
                "text/plain",
                content,
                length,
                random,
            )
            .await?;
    }
    Ok(())
}

pub(crate) fn stick(folder: &Path) -> Stick {
    Stick::new(Folder::new(folder))
}

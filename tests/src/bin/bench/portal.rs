//! The portal's process: durable writes, papers up and down, memory, start.

use super::{Figures, opening, process};
use anyhow::{Context, Result};
use std::{io::Cursor, time::Duration};
use tests::{cast::Cast, screen::Stopwatch};
use wire::{folder::Folder as Theme, random::System};

const CLIENTS: usize = 32;
/// Durable writes of each client.
const WRITES: usize = 24;
const PAPER: usize = 20 << 20;
const PAPERS: u32 = 6;

/// Limits as wide as one address with 32 clients needs; then memory and start of an idle portal.
pub(crate) async fn start(cast: &mut Cast, figures: &mut Figures) -> Result<()> {
    cast.start_portal().await?;
    cast.stop_portal().await?;
    cast.widen()?;
    let watch = Stopwatch::start();
    cast.serve_portal().await?;
    figures.note("portal_start_ms", watch.seconds() * 1_000.0);
    let pid = cast.portal_pid().context("the portal runs")?;
    figures.note("portal_idle_rss_mb", process::rss_mb(pid)?);
    let program = std::env::current_exe()?.with_file_name("portal");
    figures.note("portal_mb", std::fs::metadata(program)?.len() as f64 / 1e6);
    Ok(())
}

pub(crate) async fn measure(cast: &Cast, figures: &mut Figures) -> Result<()> {
    let pid = cast.portal_pid().context("the portal runs")?;
    papers(cast, pid, figures).await?;
    writes(cast, pid, figures).await?;
    figures.note("portal_loaded_rss_mb", process::rss_mb(pid)?);
    Ok(())
}

/// A rename is one manifest: checked, stored, synced, answered.
async fn writes(cast: &Cast, pid: u32, figures: &mut Figures) -> Result<()> {
    let mut spaces = Vec::new();
    for client in 0..CLIENTS {
        let (_, _, mut space) = opening::new_space(cast, &format!("client-{client}")).await?;
        let random = &mut System::new();
        let id = space
            .put_note(Theme::Private, "Note", "texte", random)
            .await?;
        spaces.push((space, id));
    }
    let before = process::cpu(pid)?;
    let (space, id) = spaces.first_mut().context("a client")?;
    for turn in 0..WRITES {
        let title = format!("Note {turn}");
        space
            .rename(Theme::Private, *id, &title, &mut System::new())
            .await?;
    }
    let alone = process::cpu(pid)? - before;
    figures.note("durable_write_cpu_ms", process::ms(alone) / WRITES as f64);

    let before = process::cpu(pid)?;
    let watch = Stopwatch::start();
    let mut clients = tokio::task::JoinSet::new();
    for (mut space, id) in spaces {
        clients.spawn(async move {
            for turn in 0..WRITES {
                let title = format!("Note {turn} de plus");
                space
                    .rename(Theme::Private, id, &title, &mut System::new())
                    .await?;
            }
            anyhow::Ok(())
        });
    }
    while let Some(done) = clients.join_next().await {
        done??;
    }
    let (seconds, total) = (watch.seconds(), (CLIENTS * WRITES) as f64);
    figures.note("durable_writes_per_s_32", total / seconds);
    let together = process::ms(process::cpu(pid)? - before);
    figures.note("durable_write_cpu_ms_32", together / total);
    Ok(())
}

async fn papers(cast: &Cast, pid: u32, figures: &mut Figures) -> Result<()> {
    let (_, _, mut space) = opening::new_space(cast, "papers").await?;
    let random = &mut System::new();
    let mut ids = Vec::new();
    let before = process::cpu(pid)?;
    for paper in 0..PAPERS {
        let content = Cursor::new(vec![2; PAPER]);
        let title = format!("Grand papier {paper}");
        let length = PAPER as u64;
        let media = "application/pdf";
        ids.push(
            space
                .put_paper(Theme::Papiers, &title, media, content, length, random)
                .await?,
        );
    }
    let up = process::cpu(pid)? - before;
    let before = process::cpu(pid)?;
    for id in ids {
        anyhow::ensure!(
            space.read(Theme::Papiers, id).await?.len() == PAPER,
            "a paper is short"
        );
    }
    let down = process::cpu(pid)? - before;
    figures.note("paper_up_mb_per_cpu_s", megabytes_per_second(up));
    figures.note("paper_down_mb_per_cpu_s", megabytes_per_second(down));
    Ok(())
}

fn megabytes_per_second(cpu: Duration) -> f64 {
    f64::from(PAPERS) * PAPER as f64 / 1e6 / cpu.as_secs_f64()
}

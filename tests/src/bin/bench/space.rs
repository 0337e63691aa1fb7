//! What a person waits for as their space grows, and how large the pages of the window are.

use super::{Figures, opening, process};
use anyhow::Result;
use std::path::Path;
use tests::cast::Cast;
use wire::random::System;

/// Papers of somebody who has just begun, of most people, and of somebody who keeps everything.
const PAPERS: [usize; 3] = [10, 200, 2_000];
/// Openings that are timed; the best counts.
const OPENINGS: u32 = 5;

pub(crate) async fn measure(cast: &Cast, figures: &mut Figures) -> Result<()> {
    for papers in PAPERS {
        let (folder, code, mut space) = opening::new_space(cast, &format!("of-{papers}")).await?;
        opening::fill(&mut space, papers).await?;
        space
            .lock(&opening::stick(&folder), &mut System::new())
            .await?;
        let (mut best, mut own) = (f64::MAX, f64::MAX);
        for _ in 0..OPENINGS {
            let timings = opening::open(&folder, &code).await?.timings;
            best = best.min(process::ms(timings.total));
            own = own.min(process::ms(timings.manifests));
        }
        figures.note(&format!("open_{papers}_papers_ms"), best);
        figures.note(&format!("open_{papers}_lists_ms"), own);
    }
    Ok(())
}

/// Everything that the window holds for its pages, and the part that the first screen reads.
pub(crate) fn pages(figures: &mut Figures) -> Result<()> {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../key-app/ui/dist");
    let (mut all, mut first) = (0, 0);
    for file in walkdir::WalkDir::new(&built) {
        let file = file?;
        if !file.file_type().is_file() {
            continue;
        }
        let size = file.metadata()?.len();
        all += size;
        let name = file.file_name().to_string_lossy();
        if name.starts_with("index") {
            first += size;
        }
    }
    anyhow::ensure!(first > 0, "the pages were not built");
    figures.note("pages_mb", all as f64 / 1e6);
    figures.note("pages_first_screen_kb", first as f64 / 1e3);
    Ok(())
}

//! `./cle bench`: what things cost, as ratios to a limit that is measured in the same run wherever
//! there is one. CPU is the portal's process alone. Figures go to `target/reports/bench.json`.

mod blobs;
mod disk;
mod engines;
mod fleet;
mod mandates;
mod opening;
mod portal;
mod process;
mod recovery;
mod shell;
mod space;

use anyhow::Result;
use clap::Parser;
use serde_json::{Map, Value, json};
use std::path::PathBuf;
use tests::cast::Cast;

/// Measures.
#[derive(Parser)]
struct Arguments {
    /// Says it in one JSON object on the last line.
    #[arg(long)]
    json: bool,
    /// Measures only these, for whoever looks for where time goes; leaves the report alone.
    #[arg(long, value_enum)]
    only: Vec<Part>,
}

/// What can be measured apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Sealing and opening papers.
    Blobs,
    /// The disk's own speed.
    Disk,
    /// A portal's process: start, memory, writes, papers.
    Portal,
    /// Opening a space, and asking again.
    Opening,
    /// Opening spaces that have grown, and the size of the pages.
    Space,
    /// Giving, using and stopping a mandate.
    Mandates,
    /// Each way back in.
    Recovery,
    /// A stick of a fleet, against the raw copy.
    Fleet,
    /// The two engines side by side.
    Engines,
    /// A store of a million items.
    Million,
    /// The window.
    Shell,
}

/// Figures so far.
pub(crate) struct Figures {
    found: Map<String, Value>,
    quiet: bool,
}

impl Figures {
    /// Notes one, rounded to what it is worth.
    pub(crate) fn note(&mut self, name: &str, value: f64) {
        let digits = if value.abs() < 10.0 { 1_000.0 } else { 10.0 };
        let value = (value * digits).round() / digits;
        if !self.quiet {
            println!("{name:<28} {value}");
        }
        self.found.insert(name.to_owned(), json!(value));
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut figures = Figures {
        found: Map::new(),
        quiet: arguments.json,
    };
    let wanted = |part| arguments.only.is_empty() || arguments.only.contains(&part);
    if wanted(Part::Blobs) {
        blobs::measure(&mut figures)?;
    }
    if wanted(Part::Disk) {
        disk::measure(&mut figures)?;
    }
    let mut cast = Cast::gather().await?;
    portal::start(&mut cast, &mut figures).await?;
    if wanted(Part::Opening) {
        opening::measure(&cast, &mut figures).await?;
    }
    if wanted(Part::Space) {
        space::measure(&cast, &mut figures).await?;
        space::pages(&mut figures)?;
    }
    if wanted(Part::Mandates) {
        mandates::measure(&cast, &mut figures).await?;
    }
    if wanted(Part::Portal) {
        portal::measure(&cast, &mut figures).await?;
    }
    cast.stop().await?;
    if wanted(Part::Recovery) {
        recovery::measure(&mut figures).await?;
    }
    if wanted(Part::Fleet) {
        fleet::measure(&mut figures).await?;
    }
    let (engines, million, shell) = (
        wanted(Part::Engines),
        wanted(Part::Million),
        wanted(Part::Shell),
    );
    // The store's own waiting is for threads that may wait.
    let figures = tokio::task::spawn_blocking(move || {
        if engines {
            engines::measure(&mut figures)?;
        }
        if million {
            disk::store(&mut figures)?;
        }
        if shell {
            shell::measure(&mut figures)?;
        }
        anyhow::Ok(figures)
    });
    let figures = figures.await??;
    let report = Value::Object(figures.found);
    if arguments.only.is_empty() {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/reports");
        std::fs::create_dir_all(&folder)?;
        let text = serde_json::to_string_pretty(&report)?;
        std::fs::write(folder.join("bench.json"), text)?;
    }
    if arguments.json {
        println!("{report}");
    }
    Ok(())
}

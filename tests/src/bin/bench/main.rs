//! `./cle bench`: what things cost, as ratios to a limit that is measured in the same run wherever
//! there is one. CPU is the portal's process alone. Figures go to `target/reports/bench.json`.

mod blobs;
mod disk;
mod opening;
mod portal;
mod process;
mod shell;

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
    blobs::measure(&mut figures)?;
    disk::measure(&mut figures)?;
    let mut cast = Cast::gather().await?;
    portal::start(&mut cast, &mut figures).await?;
    opening::measure(&cast, &mut figures).await?;
    portal::measure(&cast, &mut figures).await?;
    cast.stop().await?;
    // The store's own waiting is for threads that may wait.
    let figures = tokio::task::spawn_blocking(move || {
        disk::store(&mut figures)?;
        shell::measure(&mut figures)?;
        anyhow::Ok(figures)
    });
    let figures = figures.await??;
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/reports");
    std::fs::create_dir_all(&folder)?;
    let report = Value::Object(figures.found);
    std::fs::write(
        folder.join("bench.json"),
        serde_json::to_string_pretty(&report)?,
    )?;
    if arguments.json {
        println!("{report}");
    }
    Ok(())
}

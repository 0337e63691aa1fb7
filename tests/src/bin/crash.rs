//! The long rounds: what acknowledged edits are worth when processes die, power goes and disks fail.
//! `./cle check` runs all of them; figures go to `target/reports/crash.json`.

use anyhow::Result;
use clap::{Parser, Subcommand};
use portal::store::OnDisk;
use std::path::PathBuf;
use tests::crash::{disk, faults, kill, reopen};
use tokio::runtime::Runtime;

/// Crashes portals.
#[derive(Parser)]
struct Words {
    /// How.
    #[command(subcommand)]
    how: How,
    /// Only this engine.
    #[arg(long, global = true)]
    only: Option<OnDisk>,
}

#[derive(Subcommand)]
enum How {
    /// The process is killed.
    Kill {
        /// How often, for each engine.
        #[arg(long, default_value_t = 200)]
        rounds: u64,
    },
    /// The power is cut. Needs root.
    Power {
        /// How often, for each engine.
        #[arg(long, default_value_t = 30)]
        rounds: u64,
    },
    /// Syncs fail, writes find no room; then a disk that is really full. Needs root.
    Faults {
        /// How often, for each engine and fault.
        #[arg(long, default_value_t = 30)]
        rounds: u64,
    },
    /// A large store is opened after a kill.
    Reopen {
        /// How large.
        #[arg(long, default_value_t = 300_000)]
        items: u64,
    },
    /// Fills a store until it is killed; `reopen` starts it. Its engine is the one named here.
    #[command(hide = true)]
    Fill {
        /// By which engine.
        #[arg(long)]
        engine: OnDisk,
        /// Where.
        #[arg(long)]
        path: PathBuf,
        /// How many items are wanted.
        #[arg(long)]
        items: u64,
    },
}

fn main() -> Result<()> {
    let Words { how, only } = Words::parse();
    let engines = OnDisk::ALL.into_iter();
    for engine in engines.filter(|engine| only.is_none_or(|only| only == *engine)) {
        match &how {
            How::Fill {
                engine,
                path,
                items,
            } => return reopen::fill(*engine, path, *items),
            How::Reopen { items } => reopen::measure(&std::env::current_exe()?, engine, *items)?,
            others => Runtime::new()?.block_on(play(engine, others))?,
        }
    }
    Ok(())
}

/// Plays the rounds in which people write.
async fn play(engine: OnDisk, how: &How) -> Result<()> {
    match how {
        How::Kill { rounds } => {
            kill::rounds(engine, *rounds).await?;
        }
        How::Power { rounds } => {
            disk::power_cuts(engine, *rounds).await?;
        }
        How::Faults { rounds } => {
            for fault in [faults::Fault::Sync, faults::Fault::Full] {
                faults::rounds(engine, fault, *rounds).await?;
            }
            disk::full_disks(engine, rounds.div_ceil(6)).await?;
        }
        How::Reopen { .. } | How::Fill { .. } => {}
    }
    Ok(())
}

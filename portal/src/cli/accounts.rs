//! The verb of accounts: which spaces go, by their ids and days alone.

use std::path::PathBuf;

use clap::Subcommand;
use jiff::Timestamp;

use super::at;
use crate::{Settings, accounts};

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Shows the spaces that nobody has opened for two years, and on what day each one goes.
    Idle {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
    },
}

/// Does what the verb says.
pub(super) fn run(verb: Verb) -> anyhow::Result<()> {
    let Verb::Idle { data } = verb;
    let settings = Settings::read(&data)?;
    let all = accounts::idle(&settings).map_err(|error| at(&settings.idle(), &error))?;
    for idle in &all {
        let goes = Timestamp::from_second(idle.goes.try_into()?)?;
        println!("{}  goes on {}", idle.account.to_hex(), goes.strftime("%F"));
    }
    if all.is_empty() {
        println!("No space is idle.");
    }
    if !settings.file.idle.delete {
        println!("Idle spaces are kept: settings.toml says so.");
    }
    Ok(())
}

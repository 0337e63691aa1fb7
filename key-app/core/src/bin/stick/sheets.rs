//! `stick labels`, `stick cards`: what is printed for a fleet.

use anyhow::{Context, Result};
use clap::Args;
use key_core::fleet::{Numbers, sheet};
use std::path::PathBuf;

/// What both are told.
#[derive(Args)]
pub(super) struct Words {
    /// First number.
    #[arg(long)]
    from: u32,
    /// How many sticks.
    #[arg(long)]
    count: u32,
    /// The structure's name.
    #[arg(long)]
    name: String,
    /// The telephone number that helps.
    #[arg(long)]
    phone: String,
    /// The new file.
    #[arg(long)]
    out: PathBuf,
}

pub(super) fn labels(words: &Words, gone: usize) -> Result<()> {
    let (said, numbers) = words.read()?;
    words.write(&sheet::labels(&said, numbers, gone)?)
}

pub(super) fn cards(words: &Words) -> Result<()> {
    let (said, numbers) = words.read()?;
    words.write(&sheet::cards(&said, numbers))
}

impl Words {
    fn read(&self) -> Result<(sheet::Said, Numbers)> {
        let said = sheet::Said::new(&self.name, &self.phone)?;
        Ok((said, Numbers::new(self.from, self.count)?))
    }

    fn write(&self, pdf: &[u8]) -> Result<()> {
        std::fs::write(&self.out, pdf)
            .with_context(|| format!("{} cannot be written", self.out.display()))?;
        println!("{}", self.out.display());
        Ok(())
    }
}

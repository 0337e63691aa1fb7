//! `stick labels`, `stick cards`: what is printed for a fleet.

use anyhow::{Context, Result};
use clap::Args;
use key_core::fleet::{Numbers, sheet};
use std::{fs::File, io::Write, path::PathBuf};

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
    /// They are for practice sticks: every label and card says so.
    #[arg(long)]
    practice: bool,
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
        let said = sheet::Said::new(&self.name, &self.phone)?.for_practice(self.practice);
        Ok((said, Numbers::new(self.from, self.count)?))
    }

    fn write(&self, pdf: &[u8]) -> Result<()> {
        // What lies there is perhaps what was printed for others.
        File::create_new(&self.out)
            .and_then(|mut file| file.write_all(pdf))
            .with_context(|| {
                format!(
                    "{} is there already, or cannot be written",
                    self.out.display()
                )
            })?;
        println!("{}", self.out.display());
        Ok(())
    }
}

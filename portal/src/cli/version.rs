//! The verbs of the version that sticks can take.

use std::{fs, path::PathBuf};

use anyhow::Context;
use clap::Subcommand;
use release::PublicKey;
use semver::Version;

use super::at;
use crate::{Settings, version};

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Puts up a version, while the portal runs or not. People find it in their own window, and take it with two presses.
    Install {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
        /// The version: its folder, or a stick that `./cle stick` made.
        #[arg(long)]
        from: PathBuf,
        /// The public key that must have signed it.
        #[arg(long)]
        key: PathBuf,
        /// Puts this version up even where a newer one is.
        #[arg(long)]
        although_older: Option<Version>,
    },
    /// Takes away what is up. Sticks keep what they have.
    Withdraw {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
    },
}

/// Does what the verb says.
pub(super) fn run(verb: Verb) -> anyhow::Result<()> {
    match verb {
        Verb::Install {
            data,
            from,
            key,
            although_older,
        } => {
            let settings = Settings::read(&data)?;
            let text = fs::read_to_string(&key).map_err(|error| at(&key, &error))?;
            let key = PublicKey::parse(&text)
                .with_context(|| format!("{} is no public key of minisign", key.display()))?;
            say(&version::install(
                &settings,
                &from,
                &key,
                although_older.as_ref(),
            )?);
        }
        Verb::Withdraw { data } => match version::withdraw(&Settings::read(&data)?)? {
            true => println!("Sticks find no newer version here any more."),
            false => println!("No version was up."),
        },
    }
    Ok(())
}

fn say(installed: &version::Installed) {
    let version::Installed {
        version,
        files,
        bytes,
        ..
    } = installed;
    println!("Sticks can take version {version}: {files} files, {bytes} bytes.");
    if installed.development {
        println!("It was signed with a key for development: for trying, never for people.");
    }
    for program in &installed.lacks {
        println!("It has no {program}: sticks that have it do not take this version.");
    }
}

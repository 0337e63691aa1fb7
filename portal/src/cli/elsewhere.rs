//! The verbs for helpers of another structure: their keys go there as a file, what its officer says comes
//! back as one.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use anyhow::{anyhow, bail};
use clap::Subcommand;
use wire::{
    elsewhere::{Enquiry, Vouched},
    helper::HelperNumber,
};

use super::{
    at,
    helper::{RoleName, day, number},
    passphrase,
};
use crate::{
    Settings, folders,
    helpers::{self, Vouch},
    structure::StructureFolder,
};

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Writes the keys of somebody who asked here, or is certified here, for the officer of another structure.
    Enquire {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
        /// The number that stands on the helper's own screen.
        #[arg(long, value_parser = number)]
        number: HelperNumber,
        /// The new file.
        #[arg(long)]
        out: PathBuf,
    },
    /// Vouches for somebody of yours whose space another structure keeps: with your officer's key, offline.
    Vouch {
        /// Your structure's folder, with the officer's key.
        #[arg(long)]
        structure: PathBuf,
        /// The passphrase; asked for where this is not given.
        #[arg(long)]
        passphrase_file: Option<PathBuf>,
        /// The file of the enquiry.
        #[arg(long = "for")]
        enquiry: PathBuf,
        /// The number that stands on the helper's own screen: read it there, not in a message.
        #[arg(long, value_parser = number)]
        number: HelperNumber,
        /// In what quality the helper helps.
        #[arg(long)]
        role: RoleName,
        /// Another name than the one they gave.
        #[arg(long)]
        name: Option<String>,
        /// Days it counts.
        #[arg(long, default_value_t = wire::limits::VOUCHED_DAYS)]
        days: u64,
        /// The new file.
        #[arg(long)]
        out: PathBuf,
    },
    /// Takes in what another structure's officer handed out, while the portal runs or not.
    Admit {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
        /// The file that the officer handed out.
        file: PathBuf,
    },
    /// Shows for whom other structures vouch.
    List {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
    },
    /// Forgets one of them: nobody can name them any more.
    Dismiss {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
        /// The helper's number.
        #[arg(long, value_parser = number)]
        number: HelperNumber,
    },
}

/// Does what the verb says.
pub(super) fn run(verb: Verb, now: u64) -> anyhow::Result<()> {
    match verb {
        Verb::Enquire { data, number, out } => {
            let enquiry = helpers::enquire(&Settings::read(&data)?, &number, now)?;
            write_new(&out, &wire::encode(&enquiry))?;
            println!(
                "The keys of {} are in {}: give it to their own structure's officer.",
                enquiry.name,
                out.display()
            );
            Ok(())
        }
        Verb::Vouch {
            structure,
            passphrase_file,
            enquiry,
            number,
            role,
            name,
            days,
            out,
        } => {
            let folder = StructureFolder::at(&structure);
            let public = folder.public()?;
            let roots = &public.locator.roots;
            let root = roots
                .current(public.realm, &roots.first.fingerprint())
                .map_err(|error| {
                    anyhow!("the roots of this structure do not follow each other: {error}")
                })?;
            let asked: Enquiry = read(&enquiry, Enquiry::MAX)?;
            let passphrase = passphrase("the structure", passphrase_file.as_deref())?;
            let words = Vouch {
                number,
                role: role.into(),
                name,
                days,
            };
            let officer = folder.officiate(&passphrase)?;
            let vouched = helpers::vouch(&officer, asked, words, now)?;
            write_new(&out, &wire::encode(&vouched))?;
            println!(
                "Bring {} to the other structure: it counts for {days} days.",
                out.display()
            );
            println!(
                "Your structure's number: {}. Give it to the helper on paper: people type it.",
                wire::elsewhere::StructureNumber::of(&root.fingerprint())
            );
            Ok(())
        }
        Verb::Admit { data, file } => {
            let vouched: Vouched = read(&file, Vouched::MAX)?;
            let known = helpers::admit(&Settings::read(&data)?, vouched, now)?;
            println!(
                "{} of structure {} can be named as a keeper until {}.",
                known.helper.name,
                known.number,
                day(known.helper.not_after)?
            );
            Ok(())
        }
        Verb::List { data } => {
            let all = helpers::elsewhere(&Settings::read(&data)?, now)?;
            for known in &all {
                println!(
                    "{}  structure {}  to be named until {}  {:?}  {}",
                    known.helper.number(),
                    known.number,
                    day(known.helper.not_after)?,
                    known.helper.role,
                    known.helper.name
                );
            }
            if all.is_empty() {
                println!("No other structure vouches for anybody.");
            }
            Ok(())
        }
        Verb::Dismiss { data, number } => {
            helpers::dismiss(&Settings::read(&data)?, &number, now)?;
            println!("{number} can be named no more. Who named them before keeps them.");
            Ok(())
        }
    }
}

/// Reads a file of at most so many bytes.
fn read<T>(path: &Path, max: usize) -> anyhow::Result<T>
where
    T: for<'b> minicbor::Decode<'b, ()> + minicbor::Encode<()>,
{
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(max as u64 + 1).read_to_end(&mut bytes))
        .map_err(|error| at(path, &error))?;
    wire::decode_canonical(&bytes, max)
        .map_err(|_| anyhow!("{} is not such a file, or is damaged", path.display()))
}

/// Writes a file that must not be there yet.
fn write_new(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if path.exists() {
        bail!("{} is there already", path.display());
    }
    folders::write(path, bytes).map_err(|error| at(path, &error))
}

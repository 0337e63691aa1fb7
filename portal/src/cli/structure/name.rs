//! Who signs is named: a publisher, an attester, another officer, the root that follows.

use std::path::PathBuf;

use super::{DAY, random};
use crate::{
    cli::{new_passphrase, passphrase},
    clock::{self, Clock},
    init,
    structure::{
        AttesterFolder, AttesterKey, Naming, PublisherFolder, PublisherKey, StructureFolder,
    },
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct PublisherWords {
    /// The structure's folder.
    #[arg(long)]
    structure: PathBuf,
    /// The new folder of the publisher. The admin of a portal may keep it.
    #[arg(long)]
    out: PathBuf,
    /// Days the publisher counts.
    #[arg(long, default_value_t = 365)]
    days: u64,
    /// The structure's passphrase; asked for where this is not given.
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
    /// The publisher's new passphrase; asked for where this is not given.
    #[arg(long)]
    publisher_passphrase_file: Option<PathBuf>,
}

/// The key that signs the board.
pub(super) fn publisher(words: PublisherWords) -> anyhow::Result<()> {
    let PublisherWords {
        structure,
        out,
        days,
        passphrase_file,
        publisher_passphrase_file,
    } = words;
    let of_structure = passphrase("the structure", passphrase_file.as_deref())?;
    let own = new_passphrase("the publisher", publisher_passphrase_file.as_deref())?;
    let (mut random, now) = (random(), clock::System.now());
    let key = PublisherKey::generate(&mut random);
    let folder = StructureFolder::at(structure);
    let seconds = days.saturating_mul(DAY);
    let certificate = folder.name_publisher(&of_structure, &key, now, seconds)?;
    PublisherFolder::at(&out).write(&key, &certificate, &own, &mut random)?;
    println!("A publisher for {days} days: {}", out.display());
    Ok(())
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct AttesterWords {
    /// The structure's folder.
    #[arg(long)]
    structure: PathBuf,
    /// The structure's name, as it stands on attestations.
    #[arg(long)]
    name: String,
    /// The new folder, in which the key travels to the portal.
    #[arg(long)]
    out: PathBuf,
    /// Days the key counts.
    #[arg(long, default_value_t = 365)]
    days: u64,
    /// The keys of before count no more: one of them was stolen.
    #[arg(long)]
    alone: bool,
    /// The structure's passphrase; asked for where this is not given.
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
    /// The attester's new passphrase; asked for where this is not given.
    #[arg(long)]
    attester_passphrase_file: Option<PathBuf>,
}

/// The key that signs what people learnt.
pub(super) fn attester(words: AttesterWords) -> anyhow::Result<()> {
    let AttesterWords {
        structure,
        name,
        out,
        days,
        alone,
        passphrase_file,
        attester_passphrase_file,
    } = words;
    let of_structure = passphrase("the structure", passphrase_file.as_deref())?;
    let own = new_passphrase("the attester", attester_passphrase_file.as_deref())?;
    let (mut random, now) = (random(), clock::System.now());
    let key = AttesterKey::generate(&mut random);
    let naming = Naming {
        name,
        seconds: days.saturating_mul(DAY),
        alone,
    };
    let folder = StructureFolder::at(structure);
    folder.name_attester(&of_structure, &key, naming, now, |list| {
        AttesterFolder::at(&out).write(&key, list, &own, &mut random)
    })?;
    println!("An attester for {days} days: {}", out.display());
    println!("Hand out its file `attestations.structure` to everybody who wants to verify.");
    Ok(())
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct OfficerWords {
    /// The structure's folder.
    #[arg(long)]
    structure: PathBuf,
    /// The passphrase; asked for where this is not given.
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
}

/// Another officer, who certifies helpers and signs vouchers.
pub(super) fn officer(words: OfficerWords) -> anyhow::Result<()> {
    let OfficerWords {
        structure,
        passphrase_file,
    } = words;
    let passphrase = passphrase("the structure", passphrase_file.as_deref())?;
    let folder = StructureFolder::at(structure);
    folder.replace_officer(&passphrase, clock::System.now(), &mut random())?;
    println!(
        "Another officer signs from now on. Certify every helper again: `portal helper certify`. \
         Vouchers of the one before are to be made anew."
    );
    Ok(())
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct RootWords {
    /// The structure's folder.
    #[arg(long)]
    structure: PathBuf,
    /// The data folder it goes into.
    #[arg(long)]
    data: Option<PathBuf>,
    /// The passphrase; asked for where this is not given.
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
}

/// The root that follows.
pub(super) fn root(words: RootWords) -> anyhow::Result<()> {
    let RootWords {
        structure,
        data,
        passphrase_file,
    } = words;
    let passphrase = passphrase("the structure", passphrase_file.as_deref())?;
    let folder = StructureFolder::at(structure);
    folder.renew_root(&passphrase, &mut random())?;
    if let Some(data) = data {
        init::install_locator(&data, &folder.public()?)?;
    }
    println!(
        "Another root signs from now on; sticks follow it by themselves. Start every portal again \
         with the new locator, sign the list of helpers anew (`portal helper refresh`), name the \
         publisher again, and make anew the vouchers of sticks that nobody has begun to open."
    );
    Ok(())
}

//! The verbs of attestations: the key that signs them is put in, and a file that somebody shows is verified. To
//! verify takes no portal, no data folder and no network.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use anyhow::anyhow;
use clap::Subcommand;
use jiff::{Timestamp, tz::TimeZone};
use wire::{Hash, Realm, attestation::Statement};

use super::{at, mandate::plain, passphrase};
use crate::{
    Settings, attestation,
    clock::{self, Clock},
    structure::AttesterFolder,
};

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Puts the key that signs attestations into a data folder, while the portal runs or not.
    Install {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
        /// The attester's folder, made by `portal structure attester`.
        #[arg(long)]
        from: PathBuf,
        /// The attester's passphrase; asked for where this is not given.
        #[arg(long)]
        passphrase_file: Option<PathBuf>,
    },
    /// Says what a file attests; exit code 1 where the structure did not sign it, or it was changed.
    Verify {
        /// The PDF, or the badge alone.
        file: PathBuf,
        /// The structure's list of keys, `attestations.structure`: it hands that out to everybody.
        #[arg(long)]
        structure: PathBuf,
        /// The fingerprint that the structure says it has, 64 hexadecimal digits: the list must be its own.
        #[arg(long, value_parser = fingerprint)]
        fingerprint: Option<Hash>,
        /// The name on the paper: the badge must be bound to it.
        #[arg(long)]
        name: Option<String>,
    },
    /// Takes the badge out of a PDF, for other programs.
    Badge {
        /// The PDF.
        file: PathBuf,
        /// The new file, better with the ending `.jwt`.
        #[arg(long)]
        out: PathBuf,
    },
}

/// Does what the verb says.
pub(super) fn run(verb: Verb) -> anyhow::Result<()> {
    match verb {
        Verb::Install {
            data,
            from,
            passphrase_file,
        } => install(&data, from, passphrase_file.as_deref()),
        Verb::Verify {
            file,
            structure,
            fingerprint,
            name,
        } => verify(&file, &structure, fingerprint, name.as_deref()),
        Verb::Badge { file, out } => {
            let badge = attestation::badge_of(&read(&file, attestation::FILE)?);
            let badge = badge.map_err(|why| anyhow!("{}: {why}", file.display()))?;
            fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .open(&out)
                .and_then(|mut file| std::io::Write::write_all(&mut file, badge.as_bytes()))
                .map_err(|error| at(&out, &error))?;
            println!("The badge: {}", out.display());
            Ok(())
        }
    }
}

fn install(data: &Path, from: PathBuf, file: Option<&Path>) -> anyhow::Result<()> {
    let settings = Settings::read(data)?;
    let passphrase = passphrase("the attester", file)?;
    let (key, statement) = AttesterFolder::at(from).read(&passphrase)?;
    let now = clock::System.now();
    let attester = attestation::install(&settings, (&key, &statement), now)?;
    println!(
        "The desk signs attestations for {}, until {}.",
        attester.name,
        day(attester.not_after)?
    );
    Ok(())
}

fn verify(
    file: &Path,
    structure: &Path,
    fingerprint: Option<Hash>,
    name: Option<&str>,
) -> anyhow::Result<()> {
    let statement = Statement::from_bytes(&read(structure, Statement::MAX)?);
    let statement = statement
        .map_err(|_| anyhow!("{}: not a structure's list of keys", structure.display()))?;
    let claimed = statement.structure();
    let pinned = fingerprint.unwrap_or(claimed);
    let bytes = read(file, attestation::FILE)?;
    let verified = attestation::verify(&bytes, &statement, &pinned, name);
    let verified = verified.map_err(|why| anyhow!("{}: {why}", file.display()))?;
    println!("{}\n", plain(&verified.learnt));
    println!("The text above was signed, and nothing in it was changed since.");
    if verified.realm == Realm::Practice {
        println!("Mind: it was made in practice. It counts nowhere.");
    }
    println!("Signed by:          {}", plain(&verified.structure));
    println!("Its fingerprint:    {}", claimed.to_hex());
    println!("On:                 {}", day(verified.time)?);
    println!("Code on the paper:  {}", verified.code);
    match (name, verified.is_named) {
        (Some(name), _) => println!("Of:                 {}", plain(name)),
        (None, true) => println!("It is bound to a name: give the one on the paper with --name."),
        (None, false) => println!("It is bound to no name."),
    }
    if fingerprint.is_none() {
        println!(
            "Compare the fingerprint with what the structure says, or give it with --fingerprint."
        );
    }
    Ok(())
}

/// A file of at most so many bytes, and one more: a larger one is refused without being read.
fn read(file: &Path, most: usize) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(file)
        .and_then(|open| open.take(most as u64 + 1).read_to_end(&mut bytes))
        .map_err(|error| at(file, &error))?;
    Ok(bytes)
}

fn fingerprint(typed: &str) -> anyhow::Result<Hash> {
    Hash::from_hex(typed.trim()).ok_or_else(|| anyhow!("a fingerprint has 64 hexadecimal digits"))
}

fn day(time: u64) -> anyhow::Result<String> {
    let time = Timestamp::from_second(time.try_into()?)?;
    Ok(time.to_zoned(TimeZone::UTC).strftime("%F").to_string())
}

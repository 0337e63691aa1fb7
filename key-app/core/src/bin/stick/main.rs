//! `stick provision` writes what a structure hands out onto an empty stick, without a secret;
//! `stick wipe` makes a stick blank again; `stick list` and `stick check` say what lies on it; `stick update`
//! puts a newer version on it;
//! `stick catalogue` checks a catalogue by the rules of the app, before a structure publishes it;
//! `stick fleet` prepares sticks by the dozen.

mod fleet;
mod practice;
mod said;
mod sheets;

use anyhow::{Context, Result, bail, ensure};
use clap::{Args, Parser, Subcommand, ValueEnum};
use key_core::{
    Stick,
    catalogue::Catalogue,
    contents::{self, PublicKey, Signature, Standing},
    provision::{Provision, provision},
    recovery,
    stick::Folder,
    update::{Updated, update},
    wipe::Returned,
};
use semver::Version;
use std::path::{Path, PathBuf};
use wire::{
    Hash, Realm, limits,
    structure::{SignedLocator, SignedVoucher, VoucherKind},
};

/// Prepares sticks.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Writes the structure's addresses and a voucher on a stick.
    Provision(ProvisionWords),
    /// Prepares sticks by the dozen: writes, numbers and verifies whatever is plugged in. Rerun, it goes on.
    Fleet(fleet::Words),
    /// Practice sticks: a space full of an invented person's things, and as on the first day again.
    #[command(subcommand)]
    Practice(practice::Verb),
    /// Makes A4 sheets of labels with the numbers of sticks, as a PDF.
    Labels {
        #[command(flatten)]
        words: sheets::Words,
        /// Labels of the first sheet that were used before.
        #[arg(long, default_value_t = 0)]
        gone: usize,
    },
    /// Makes A6 cards to hand out with sticks, as a PDF: how to open, whom to call. Nothing secret is on them.
    Cards(sheets::Words),
    /// Overwrites, reads back and removes the key files of a stick. What it opened must be revoked first.
    Wipe {
        /// Folder of the stick with its key files.
        #[arg(long)]
        stick: PathBuf,
        /// The number on its label: then a line is said that the structure's desk takes as proof.
        #[arg(long, value_parser = clap::value_parser!(u32).range(1..=999_999))]
        number: Option<u32>,
        /// Erases other files too, so many as the stick was said to hold.
        #[arg(long, value_name = "COUNT", requires = "number")]
        others: Option<usize>,
        /// File of the public key that signs versions, where it is another than this program's.
        #[arg(long, requires = "number")]
        key: Option<PathBuf>,
        /// Says that this cannot be undone.
        #[arg(long, required = true)]
        for_ever: bool,
    },
    /// Writes the list of a version (liste.sha256) beside the files that make it up.
    List {
        /// Folder with the files that are the same on every stick.
        #[arg(long)]
        folder: PathBuf,
    },
    /// Compares every file of a stick with its list.
    Check {
        /// Folder of the stick.
        #[arg(long)]
        stick: PathBuf,
        /// SHA-256 of the list as published, 64 hexadecimal digits.
        #[arg(long)]
        published: Option<String>,
        /// File of the public key that signs versions, where it is another than this program's.
        #[arg(long)]
        key: Option<PathBuf>,
    },
    /// Puts a newer version of the programs on a stick. What the stick opens is not touched.
    Update {
        /// Folder of the stick.
        #[arg(long)]
        stick: PathBuf,
        /// Folder of the version, or another stick that has it.
        #[arg(long)]
        from: PathBuf,
        /// File of the public key that signs versions, where it is another than this program's.
        #[arg(long)]
        key: Option<PathBuf>,
        /// Takes this version even if the stick has a newer one.
        #[arg(long, value_name = "VERSION")]
        although_older: Option<Version>,
    },
    /// Checks a catalogue of services as strictly as the app reads it.
    Catalogue {
        /// The file, JSON.
        file: PathBuf,
    },
}

/// What `provision` is told.
#[derive(Args)]
struct ProvisionWords {
    /// Folder of the stick for its key files.
    #[arg(long)]
    stick: PathBuf,
    /// Fingerprint of the structure root, 64 hexadecimal digits.
    #[arg(long)]
    structure: String,
    /// Locator file made by `portal structure init`.
    #[arg(long)]
    locator: PathBuf,
    /// Voucher file made by `portal structure voucher`.
    #[arg(long)]
    voucher: PathBuf,
    /// Realm of the stick.
    #[arg(long, value_enum, default_value = "prod")]
    realm: RealmName,
}

#[derive(Clone, Copy, ValueEnum)]
enum RealmName {
    Prod,
    Practice,
}

impl From<RealmName> for Realm {
    fn from(name: RealmName) -> Self {
        match name {
            RealmName::Prod => Realm::Prod,
            RealmName::Practice => Realm::Practice,
        }
    }
}

/// Unix seconds by this computer's clock.
fn now() -> Result<u64> {
    #[expect(
        clippy::disallowed_methods,
        reason = "a program's start is where time comes in"
    )]
    let now = std::time::SystemTime::now();
    let since = now.duration_since(std::time::UNIX_EPOCH);
    Ok(since
        .context("this computer's clock stands before 1970")?
        .as_secs())
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Provision(words) => prepare(words),
        Command::Fleet(words) => fleet::run(words),
        Command::Practice(verb) => practice::run(verb),
        Command::Labels { words, gone } => sheets::labels(&words, gone),
        Command::Cards(words) => sheets::cards(&words),
        Command::Wipe {
            stick,
            number: Some(number),
            others,
            key,
            ..
        } => {
            let key = public_key(key.as_deref())?;
            let returned = Returned::read(&Folder::new(&stick), key.as_ref())?;
            let found = returned.others();
            if !found.is_empty() && others != Some(found.len()) {
                bail!(said::others(found));
            }
            let wiped = returned.wipe(number, now()?)?;
            println!("{}", said::wiped(&wiped));
            Ok(())
        }
        Command::Wipe { stick, .. } => {
            Stick::new(Folder::new(&stick)).wipe()?;
            println!("The stick is blank.");
            Ok(())
        }
        Command::List { folder } => {
            println!("{}", contents::write_list(&folder)?.to_hex());
            Ok(())
        }
        Command::Catalogue { file } => {
            let bytes = read(&file)?;
            ensure!(
                bytes.len() <= limits::CATALOGUE,
                "a board carries at most {} bytes",
                limits::CATALOGUE
            );
            let catalogue = Catalogue::read(&bytes)?;
            println!(
                "A board can carry this catalogue of {} services.",
                catalogue.services.len()
            );
            Ok(())
        }
        Command::Update {
            stick,
            from,
            key,
            although_older,
        } => {
            let key = public_key(key.as_deref())?
                .context("no public key is known: name its file with --key")?;
            let medium = Folder::new(&stick);
            match update(&stick, &medium, &from, &key, although_older.as_ref())? {
                Updated::Already(version) => println!("The stick has version {version}, whole."),
                Updated::To(version) => println!("The stick now starts version {version}."),
            }
            Ok(())
        }
        Command::Check {
            stick,
            published,
            key,
        } => check(&stick, published.as_deref(), key.as_deref()),
    }
}

fn check(stick: &Path, published: Option<&str>, key: Option<&Path>) -> Result<()> {
    let key = public_key(key)?;
    let found = contents::contents(stick, key.as_ref())?;
    let mut other = 0;
    for line in &found.files {
        let standing = match line.standing {
            Standing::Own => "own",
            Standing::OwnWrongSize => "own, of a wrong size",
            Standing::Listed => "listed",
            Standing::Changed => "CHANGED",
            Standing::Missing => "MISSING",
            Standing::Unlisted => "not on the list",
        };
        other += usize::from(!matches!(line.standing, Standing::Own | Standing::Listed));
        println!("{:>10}  {}  {standing}", line.bytes, line.name);
    }
    let list = found.list.context("the stick has no list of its version")?;
    println!("list {}", list.to_hex());
    if let Some(published) = published {
        let published = Hash::from_hex(published.trim())
            .context("the published list's SHA-256 has 64 hexadecimal digits")?;
        ensure!(
            published == list,
            "the stick's list is not the published one"
        );
    }
    match found.signature {
        Signature::Good(signed) => println!("signed as {}", signed.comment()),
        Signature::Unchecked => println!("signature not checked: no public key is known"),
        Signature::Missing => {
            ensure!(key.is_none(), "nobody signed the list");
            println!("nobody signed the list");
        }
        Signature::Wrong => bail!("the signature is another key's, or the list was changed"),
    }
    ensure!(other == 0, "{other} files are not as the list says");
    println!("The stick holds what its list says, and its own four files.");
    Ok(())
}

/// The key of a file, or else the one that this program was built with.
fn public_key(file: Option<&Path>) -> Result<Option<PublicKey>> {
    let Some(file) = file else {
        return Ok(PublicKey::compiled());
    };
    let text = String::from_utf8(read(file)?).ok();
    let key = text.as_deref().and_then(PublicKey::parse);
    key.map(Some).context("this is no public key of minisign")
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn prepare(words: ProvisionWords) -> Result<()> {
    let ProvisionWords {
        stick,
        structure,
        locator,
        voucher,
        realm,
    } = words;
    let realm = realm.into();
    let from = Provision {
        structure: Hash::from_hex(structure.trim())
            .context("the structure's fingerprint has 64 hexadecimal digits")?,
        realm,
        locator: wire::decode_canonical(&read(&locator)?, SignedLocator::MAX)
            .context("the locator file is damaged")?,
        voucher: wire::decode_canonical(&read(&voucher)?, SignedVoucher::MAX)
            .context("the voucher file is damaged")?,
    };
    let now = now()?;
    std::fs::create_dir_all(&stick)
        .with_context(|| format!("{} cannot be made", stick.display()))?;
    let stick = Stick::new(Folder::new(&stick));
    let claimed = from.voucher.voucher.claimed();
    match claimed.context("the voucher file is damaged")?.kind {
        // Also beside what a stick holds whose code was forgotten.
        VoucherKind::Recovery => {
            recovery::prepare(&stick, &from, now)?;
            println!(
                "The stick is ready for a recovery. What it opened stays until that is finished."
            );
        }
        _ => {
            provision(&stick, &from, now)?;
            println!("The stick is ready for its first opening.");
        }
    }
    Ok(())
}

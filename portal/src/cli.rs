//! The command line: each verb reads its words, calls its function, and says what was done.

mod accounts;
mod attestation;
mod backup;
mod board;
mod doctor;
mod elsewhere;
mod helper;
mod init;
mod mandate;
mod serve;
mod staff;
mod structure;
mod version;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{anyhow, bail};
use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;
use wire::GateId;
use zeroize::Zeroizing;

use self::{backup::RestoreWords, init::InitWords};
use crate::store::OnDisk;

/// The portal of « la clé d'accès à mes droits »: keeps sealed papers, and cannot read them.
#[derive(Debug, Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Makes a portal's data folder.
    Init(InitWords),
    /// Answers, until stopped by SIGTERM or SIGINT.
    Serve {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
    },
    /// Looks the portal over; exit code 1 where something is bad.
    Doctor {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
    },
    /// Makes a backup, while the portal runs or not.
    Backup {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
        /// The new folder of the backup.
        #[arg(long)]
        to: PathBuf,
    },
    /// Brings a backup back into a new data folder.
    Restore(RestoreWords),
    /// Writes the rows of a portal that is stopped to a file, to move it to another engine.
    Export {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
        /// The new file.
        #[arg(long)]
        out: PathBuf,
    },
    /// Moves a portal that is stopped to another engine, with the rows of an export.
    Import {
        /// The data folder.
        #[arg(long)]
        into: PathBuf,
        /// The file of the export.
        #[arg(long)]
        from: PathBuf,
        /// The engine it moves to.
        #[arg(long)]
        engine: OnDisk,
    },
    /// Spaces that nobody opens any more, or can.
    #[command(subcommand)]
    Accounts(accounts::Verb),
    /// What people learnt, as the structure's desk attests it.
    #[command(subcommand)]
    Attestation(attestation::Verb),
    /// What the structure says to everybody it serves.
    #[command(subcommand)]
    Board(board::Verb),
    /// The structure closes: everybody is told, and takes along what is theirs.
    #[command(subcommand)]
    Close(board::Close),
    /// Who may help, as the structure's officers certify it.
    #[command(subcommand)]
    Helper(helper::Verb),
    /// A mandate that somebody holds as a file: offline, without a data folder.
    #[command(subcommand)]
    Mandate(mandate::Verb),
    /// Who works at the structure's desk, which is at /pro.
    #[command(subcommand)]
    Staff(staff::Verb),
    /// The structure's own keys: offline.
    #[command(subcommand)]
    Structure(structure::Verb),
    /// The version of the programs that sticks of this structure can take.
    #[command(subcommand)]
    Version(version::Verb),
}

/// Reads the command line and does what it says.
#[must_use]
pub fn run() -> ExitCode {
    // Our own lines only: what libraries say is not ours to vouch for.
    let filter =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("portal=info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let done = match Cli::parse().verb {
        Verb::Init(words) => init::make(words),
        Verb::Serve { data } => serve::serve(&data),
        Verb::Doctor { data } => return doctor::examine(&data),
        Verb::Backup { data, to } => backup::back_up(&data, &to),
        Verb::Restore(words) => backup::restore(words),
        Verb::Export { data, out } => backup::export(&data, &out),
        Verb::Import { into, from, engine } => backup::import(&into, &from, engine),
        Verb::Accounts(verb) => accounts::run(verb),
        Verb::Attestation(verb) => attestation::run(verb),
        Verb::Board(verb) => board::run(verb),
        Verb::Close(verb) => board::close(verb),
        Verb::Helper(verb) => helper::run(verb),
        Verb::Mandate(verb) => mandate::run(verb),
        Verb::Staff(verb) => staff::run(verb),
        Verb::Structure(verb) => structure::run(verb),
        Verb::Version(verb) => version::run(verb),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("portal: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A gate's id, as a locator names it.
fn gate_id(text: &str) -> Result<GateId, &'static str> {
    GateId::from_hex(text).ok_or("32 hexadecimal digits, as in the locator")
}

/// What the system said about a file; errors of the library name theirs already.
fn at(path: &Path, error: &std::io::Error) -> anyhow::Error {
    anyhow!("{}: {error}", path.display())
}

/// The passphrase, from a file or from whoever sits there; never from the command line.
fn passphrase(whose: &str, file: Option<&Path>) -> anyhow::Result<Zeroizing<String>> {
    let text = match file {
        Some(file) => fs::read_to_string(file).map_err(|error| at(file, &error))?,
        None => rpassword::prompt_password(format!("Passphrase of {whose}: "))?,
    };
    let text = Zeroizing::new(text);
    first_line(&text)
}

/// One that a key is put under for the first time. Whoever sits there types it twice: nobody finds a slip again.
fn new_passphrase(whose: &str, file: Option<&Path>) -> anyhow::Result<Zeroizing<String>> {
    let typed = passphrase(whose, file)?;
    if file.is_none() {
        let again = rpassword::prompt_password(format!("Passphrase of {whose}, once more: "))?;
        if *first_line(&Zeroizing::new(again))? != *typed {
            bail!("these are two different passphrases, and nothing was made: begin again");
        }
    }
    Ok(typed)
}

fn first_line(text: &str) -> anyhow::Result<Zeroizing<String>> {
    let passphrase = text.lines().next().unwrap_or_default();
    if passphrase.is_empty() {
        bail!("an empty passphrase protects nothing");
    }
    Ok(Zeroizing::new(passphrase.to_owned()))
}

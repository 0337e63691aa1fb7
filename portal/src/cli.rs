//! The command line: each verb reads its words, calls its function, and says what was done.

mod accounts;
mod attestation;
mod board;
mod elsewhere;
mod helper;
mod mandate;
mod staff;
mod structure;

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{anyhow, bail};
use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;
use wire::{GateId, seal::KemPublic};
use zeroize::Zeroizing;

use crate::{
    Deps, Settings, backup,
    clock::{self, Clock},
    doctor::{self, Verdict},
    init::{self, Certificate, Init, LocalTls},
    store::OnDisk,
    structure::{StructureFolder, read_backup_key},
};

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
}

#[derive(Debug, clap::Args)]
struct InitWords {
    /// The new data folder.
    #[arg(long)]
    data: PathBuf,
    /// The structure's folder; its public files are enough.
    #[arg(long)]
    structure: PathBuf,
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8443")]
    listen: SocketAddr,
    /// Makes a local authority and a certificate, for each --name.
    #[arg(long, conflicts_with_all = ["cert", "key"])]
    local_ca: bool,
    /// Host names and addresses of the certificate.
    #[arg(long, requires = "local_ca", default_values = ["localhost", "127.0.0.1", "::1"])]
    name: Vec<String>,
    /// Takes the authority of another portal of this structure instead: the folder with its ca.pem and
    /// ca.key. The locator names one authority for all.
    #[arg(long, requires = "local_ca")]
    ca: Option<PathBuf>,
    /// PEM chain of the certificate.
    #[arg(long, requires = "key", required_unless_present = "local_ca")]
    cert: Option<PathBuf>,
    /// PEM private key of the certificate.
    #[arg(long, requires = "cert")]
    key: Option<PathBuf>,
    /// Where sealed gate backups go: better another disk.
    #[arg(long)]
    gate_backup: Option<PathBuf>,
    /// What keeps the stores.
    #[arg(long, default_value = "redb")]
    engine: OnDisk,
    /// The id of the gate that this portal serves, as the locator names it; its first where nothing is
    /// said.
    #[arg(long, value_parser = gate_id)]
    gate: Option<GateId>,
    /// The backup.pub that this gate's backups are sealed to; the structure's where nothing is said.
    #[arg(long)]
    backup_pub: Option<PathBuf>,
    /// Who comes in first at the structure's desk.
    #[arg(long, default_value = "Responsable")]
    officer: String,
    /// With the root's passphrase here, the locator is signed again to name the local authority.
    #[arg(long, requires = "local_ca")]
    passphrase_file: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
struct RestoreWords {
    /// The folder of the backup.
    #[arg(long)]
    from: PathBuf,
    /// The new data folder.
    #[arg(long)]
    data: PathBuf,
    /// The folder of sealed gate backups.
    #[arg(long, requires = "backup_key")]
    gate_backup: Option<PathBuf>,
    /// The structure's backup.key.pem.
    #[arg(long, requires = "gate_backup")]
    backup_key: Option<PathBuf>,
    /// Its passphrase; asked for where this is not given.
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
    /// What keeps the stores from now on; the engine of the backup where nothing is said.
    #[arg(long)]
    engine: Option<OnDisk>,
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
        Verb::Init(words) => make(words),
        Verb::Serve { data } => serve(&data),
        Verb::Doctor { data } => return examine(&data),
        Verb::Backup { data, to } => back_up(&data, &to),
        Verb::Restore(words) => restore(words),
        Verb::Export { data, out } => export(&data, &out),
        Verb::Import { into, from, engine } => import(&into, &from, engine),
        Verb::Accounts(verb) => accounts::run(verb),
        Verb::Attestation(verb) => attestation::run(verb),
        Verb::Board(verb) => board::run(verb),
        Verb::Close(verb) => board::close(verb),
        Verb::Helper(verb) => helper::run(verb),
        Verb::Mandate(verb) => mandate::run(verb),
        Verb::Staff(verb) => staff::run(verb),
        Verb::Structure(verb) => structure::run(verb),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("portal: {error}");
            ExitCode::FAILURE
        }
    }
}

fn make(words: InitWords) -> anyhow::Result<()> {
    if !wire::helper::is_name(&words.officer) {
        bail!("--officer: a name is one line of 60 characters at most");
    }
    let folder = StructureFolder::at(&words.structure);
    let certificate = match (words.cert, words.key) {
        (Some(chain), Some(key)) => Certificate::Files { chain, key },
        _ => Certificate::Local(match &words.ca {
            Some(folder) => LocalTls::by(folder, &words.name, clock::System.now())?,
            None => LocalTls::make(&words.name, clock::System.now())?,
        }),
    };
    let public = folder.public()?;
    let mut is_named = true;
    if let Certificate::Local(made) = &certificate
        && public.locator()?.trust != made.trust()
    {
        match &words.passphrase_file {
            Some(file) => {
                let passphrase = passphrase("the structure", Some(file))?;
                folder.relocate(&passphrase, |locator| locator.trust = made.trust())?;
            }
            None => is_named = false,
        }
    }
    let init = Init {
        data: words.data.clone(),
        listen: words.listen,
        certificate,
        gate_backup: words.gate_backup,
        engine: words.engine,
        gate: words.gate,
        backup_key: words.backup_pub.as_deref().map(backup_pub).transpose()?,
    };
    let settings = init::init(init, &folder.public()?)?;
    let data = words.data.display();
    println!("The portal's folder is ready: {data}");
    println!(
        "Hours are those of {}: `timezone` in settings.toml.",
        settings.file.timezone
    );
    if doctor::backup_is_inside(&settings) {
        println!("Mind: {}", doctor::BACKUP_INSIDE);
    }
    if !is_named {
        println!(
            "Sticks must learn the new authority. Now run:\n  portal structure locator \
             --structure {} --authority {data}/tls/ca.pem --data {data}",
            words.structure.display()
        );
    }
    let invited = crate::staff::invite(
        &settings,
        &words.officer,
        crate::staff::Role::Officer,
        &Deps::system(),
    )?;
    println!("Then: portal serve --data {data}");
    staff::show(&words.officer, &invited);
    Ok(())
}

fn serve(data: &Path) -> anyhow::Result<()> {
    let settings = Settings::read(data)?;
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let running = crate::start(settings, Deps::system()).await?;
        println!("https://{}", running.addr());
        let told = async {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        };
        until(running, told).await
    })
}

/// Serves until told to stop. A portal that cannot write any more stops by itself, and says so by its
/// exit code: whoever watches over it starts it again.
async fn until(running: crate::Running, told: impl Future<Output = ()>) -> anyhow::Result<()> {
    let failed = tokio::select! {
        () = told => false,
        () = running.failed() => true,
    };
    if failed {
        tracing::error!("a store takes no more writes: the portal stops, to be started again");
    }
    running.stop().await;
    if failed {
        bail!("a store failed: its cause is in the log above, look at the disk");
    }
    Ok(())
}

fn examine(data: &Path) -> ExitCode {
    let settings = match Settings::read(data) {
        Ok(settings) => settings,
        Err(error) => {
            println!("BAD   settings     {error}");
            return ExitCode::FAILURE;
        }
    };
    let checks = doctor::examine(&settings, &clock::System);
    for check in &checks {
        println!("{check}");
    }
    if checks.iter().any(|check| check.verdict == Verdict::Bad) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn back_up(data: &Path, to: &Path) -> anyhow::Result<()> {
    backup::backup(&Settings::read(data)?, to, &clock::System)?;
    println!("The backup is whole: {}", to.display());
    Ok(())
}

fn export(data: &Path, out: &Path) -> anyhow::Result<()> {
    let set_hash = backup::export(&Settings::read(data)?, out, &clock::System)?;
    println!("The rows are in {}.\nSet hash: {set_hash}", out.display());
    Ok(())
}

fn import(into: &Path, from: &Path, engine: OnDisk) -> anyhow::Result<()> {
    let set_hash = backup::import(&Settings::read(into)?, from, engine)?;
    println!(
        "The stores are kept by {} now.\nSet hash: {set_hash}",
        engine.name()
    );
    Ok(())
}

fn restore(words: RestoreWords) -> anyhow::Result<()> {
    let gate_backup = match (words.gate_backup, words.backup_key) {
        (Some(folder), Some(key)) => {
            let passphrase = passphrase("the structure", words.passphrase_file.as_deref())?;
            let key = read_backup_key(&key, &passphrase)?;
            Some(backup::GateBackup { folder, key })
        }
        _ => None,
    };
    let restored =
        backup::restore_on(&words.from, &words.data, gate_backup.as_ref(), words.engine)?;
    println!(
        "Back: {} rows, {} blobs, {} gate keys ({} left out).",
        restored.rows, restored.blobs, restored.keys, restored.left_out
    );
    println!("Set hash of the rows: {}", restored.set_hash);
    println!(
        "That somebody died, where it was said after this backup, has to be said again: portal accounts \
         deceased."
    );
    println!(
        "Nobody comes in at the desk by a passkey of before this backup: their names and roles are back, some \
         perhaps of people who left since. Make a link for each who works there: portal staff invite."
    );
    if gate_backup.is_none() {
        println!(
            "No --gate-backup was given: spaces deleted after this backup are back. Copy its *.tombstone \
             files into {}/gate-backup before you start the portal.",
            words.data.display()
        );
    }
    if restored.deleted > 0 {
        println!(
            "{} spaces were deleted after this backup: they do not come back.",
            restored.deleted
        );
    }
    if restored.unreadable > 0 {
        println!(
            "{} sealed gate keys could not be opened: damaged, or sealed to another key. \
             Take another copy of them and restore again, into another folder.",
            restored.unreadable
        );
    }
    if restored.missing > 0 {
        println!(
            "{} sticks have no gate key: give --gate-backup and --backup-key, \
             or recover them at the counter.",
            restored.missing
        );
    }
    Ok(())
}

/// A gate's id, as a locator names it.
fn gate_id(text: &str) -> Result<GateId, &'static str> {
    GateId::from_hex(text).ok_or("32 hexadecimal digits, as in the locator")
}

/// The public half of a backup key.
fn backup_pub(file: &Path) -> anyhow::Result<KemPublic> {
    let text = fs::read_to_string(file).map_err(|error| at(file, &error))?;
    let key = KemPublic::from_hex(text.trim());
    key.ok_or_else(|| anyhow!("{}: not a backup.pub", file.display()))
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
    let passphrase = text.lines().next().unwrap_or_default();
    if passphrase.is_empty() {
        bail!("an empty passphrase protects nothing");
    }
    Ok(Zeroizing::new(passphrase.to_owned()))
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::until;
    use crate::fixtures::{broken_portal, running_portal};

    #[tokio::test]
    async fn a_portal_that_cannot_write_ends_with_an_error() {
        let (running, _folder) = running_portal().await;
        until(running, ready(())).await.unwrap();
        let (running, breaks, _folder) = broken_portal().await;
        breaks();
        let error = until(running, pending()).await.unwrap_err();
        assert!(error.to_string().contains("disk"), "{error}");
    }
}

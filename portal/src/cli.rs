//! The command line: each verb reads its words, calls its function, and says what was done.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{anyhow, bail};
use clap::{Parser, Subcommand, ValueEnum};
use tracing_subscriber::EnvFilter;
use wire::structure::{Trust, VoucherKind};
use zeroize::Zeroizing;

use crate::{
    Deps, Settings, backup,
    clock::{self, Clock},
    doctor::{self, Verdict},
    init::{self, Certificate, Init, LocalTls},
    settings::RealmName,
    store::OnDisk,
    structure::{Addresses, Structure, StructureFolder, read_backup_key},
};

const DAY: u64 = 86_400;

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
    /// The structure's own keys: offline.
    #[command(subcommand)]
    Structure(StructureVerb),
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

#[derive(Debug, Subcommand)]
enum StructureVerb {
    /// Makes a structure: root, officer and backup keys, each under the passphrase.
    Init {
        /// The new folder: keep it offline.
        #[arg(long)]
        out: PathBuf,
        /// Https address of the portal.
        #[arg(long)]
        portal_url: String,
        /// `WebAuthn` relying party id: the portal's domain name.
        #[arg(long)]
        rp_id: String,
        /// `WebAuthn` origin; the rp_id by https where nothing is said.
        #[arg(long)]
        origin: Option<String>,
        /// Https address of the gate; the portal's own where nothing is said.
        #[arg(long)]
        gate_url: Option<String>,
        /// Real people or a workshop.
        #[arg(long)]
        realm: RealmName,
        /// PEM certificate of the structure's own authority, where there is one already.
        #[arg(long)]
        authority: Option<PathBuf>,
        /// The passphrase; asked for where this is not given.
        #[arg(long)]
        passphrase_file: Option<PathBuf>,
    },
    /// Signs one voucher: the right to start one stick.
    Voucher {
        /// The structure's folder.
        #[arg(long)]
        structure: PathBuf,
        /// What the stick becomes.
        #[arg(long)]
        kind: Kind,
        /// Days it counts.
        #[arg(long, default_value_t = 31)]
        days: u64,
        /// The new file.
        #[arg(long)]
        out: PathBuf,
        /// The passphrase; asked for where this is not given.
        #[arg(long)]
        passphrase_file: Option<PathBuf>,
    },
    /// Signs the next locator, and puts it into a data folder.
    Locator {
        /// The structure's folder.
        #[arg(long)]
        structure: PathBuf,
        /// PEM certificate of the authority that sticks shall trust.
        #[arg(long)]
        authority: Option<PathBuf>,
        /// New https addresses of the portal, in order.
        #[arg(long)]
        portal_url: Vec<String>,
        /// The data folder it goes into.
        #[arg(long)]
        data: Option<PathBuf>,
        /// The passphrase; asked for where this is not given.
        #[arg(long)]
        passphrase_file: Option<PathBuf>,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    /// The first stick of a new space.
    Account,
    /// One more stick of a space.
    Slot,
    /// The new stick of a recovery.
    Recovery,
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
        Verb::Structure(verb) => structure(verb),
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
    let folder = StructureFolder::at(&words.structure);
    let certificate = match (words.cert, words.key) {
        (Some(chain), Some(key)) => Certificate::Files { chain, key },
        _ => Certificate::Local(LocalTls::make(&words.name, clock::System.now())?),
    };
    let mut is_named = true;
    if let Certificate::Local(made) = &certificate {
        match &words.passphrase_file {
            Some(file) => {
                let passphrase = passphrase(Some(file))?;
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
    };
    let settings = init::init(init, &folder.public()?)?;
    let data = words.data.display();
    println!("The portal's folder is ready: {data}");
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
    println!("Then: portal serve --data {data}");
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
            let passphrase = passphrase(words.passphrase_file.as_deref())?;
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

fn structure(verb: StructureVerb) -> anyhow::Result<()> {
    let (mut random, now) = (wire::random::System::new(), clock::System.now());
    match verb {
        StructureVerb::Init {
            out,
            portal_url,
            rp_id,
            origin,
            gate_url,
            realm,
            authority,
            passphrase_file,
        } => {
            let passphrase = passphrase(passphrase_file.as_deref())?;
            let addresses = Addresses {
                origin: origin.unwrap_or_else(|| format!("https://{rp_id}")),
                gate: gate_url.unwrap_or_else(|| portal_url.clone()),
                portal: portal_url,
                rp_id,
                trust: match authority {
                    Some(file) => init::trust_in(&file)?,
                    None => Trust::WebPki,
                },
            };
            let made = Structure::generate(&mut random, realm.into(), &addresses, now);
            StructureFolder::at(&out).write(&made, &passphrase, &mut random)?;
            println!(
                "The structure's keys are in {}: keep it offline.",
                out.display()
            );
            println!("Fingerprint: {}", made.public().root.fingerprint().to_hex());
        }
        StructureVerb::Voucher {
            structure,
            kind,
            days,
            out,
            passphrase_file,
        } => {
            let passphrase = passphrase(passphrase_file.as_deref())?;
            let kind = match kind {
                Kind::Account => VoucherKind::Account,
                Kind::Slot => VoucherKind::Slot,
                Kind::Recovery => VoucherKind::Recovery,
            };
            let expires = now + days * DAY;
            let folder = StructureFolder::at(structure);
            let voucher = folder.voucher(&passphrase, kind, expires, &mut random)?;
            fs::write(&out, wire::encode(&voucher)).map_err(|error| at(&out, &error))?;
            println!("A voucher for {days} days: {}", out.display());
        }
        StructureVerb::Locator {
            structure,
            authority,
            portal_url,
            data,
            passphrase_file,
        } => {
            let passphrase = passphrase(passphrase_file.as_deref())?;
            let trust = authority.as_deref().map(init::trust_in).transpose()?;
            let folder = StructureFolder::at(structure);
            folder.relocate(&passphrase, |locator| {
                if let Some(trust) = trust {
                    locator.trust = trust;
                }
                if !portal_url.is_empty() {
                    locator.portals = portal_url;
                }
            })?;
            if let Some(data) = data {
                init::install_locator(&data, &folder.public()?)?;
            }
            println!("Locator {} is signed.", folder.public()?.locator()?.seq);
        }
    }
    Ok(())
}

/// What the system said about a file; errors of the library name theirs already.
fn at(path: &Path, error: &std::io::Error) -> anyhow::Error {
    anyhow!("{}: {error}", path.display())
}

/// The passphrase, from a file or from whoever sits there; never from the command line.
fn passphrase(file: Option<&Path>) -> anyhow::Result<Zeroizing<String>> {
    let text = match file {
        Some(file) => fs::read_to_string(file).map_err(|error| at(file, &error))?,
        None => rpassword::prompt_password("Passphrase of the structure: ")?,
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

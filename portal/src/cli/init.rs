//! A portal's data folder is made, and its first officer invited.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use anyhow::{anyhow, bail};
use wire::{GateId, seal::KemPublic};

use super::{at, gate_id, passphrase, staff};
use crate::{
    Deps,
    clock::{self, Clock},
    doctor,
    init::{self, Certificate, Init, LocalTls},
    store::OnDisk,
    structure::StructureFolder,
};

#[derive(Debug, clap::Args)]
pub(super) struct InitWords {
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

pub(super) fn make(words: InitWords) -> anyhow::Result<()> {
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

/// The public half of a backup key.
fn backup_pub(file: &Path) -> anyhow::Result<KemPublic> {
    let text = fs::read_to_string(file).map_err(|error| at(file, &error))?;
    let key = KemPublic::from_hex(text.trim());
    key.ok_or_else(|| anyhow!("{}: not a backup.pub", file.display()))
}

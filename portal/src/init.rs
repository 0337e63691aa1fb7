//! Makes a portal's data folder: settings, what the structure signed, stores, certificate.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use url::Url;
use wire::{
    GateId,
    seal::KemPublic,
    structure::{GateAddress, Trust},
};

use crate::{
    app::{StartError, failed},
    folders,
    settings::{
        FILE, GateSettings, IdleSettings, LimitSettings, Settings, SettingsError, SettingsFile,
        StructureSettings, TlsSettings, WebauthnSettings, paris,
    },
    store::OnDisk,
    structure::Public,
};

pub use crate::tls::LocalTls;

/// Where the portal's certificate comes from.
#[derive(Debug)]
pub enum Certificate {
    /// From an authority of the structure's own, made for it.
    Local(LocalTls),
    /// From files that the admin keeps up to date: PEM chain and PEM key.
    Files {
        /// The server's certificate, then those above it.
        chain: PathBuf,
        /// Its private key.
        key: PathBuf,
    },
}

/// What a new portal is made of.
#[derive(Debug)]
pub struct Init {
    /// The data folder, new or empty.
    pub data: PathBuf,
    /// Where to listen.
    pub listen: SocketAddr,
    /// Its certificate.
    pub certificate: Certificate,
    /// Where sealed gate backups go; in the data folder where nothing is said.
    pub gate_backup: Option<PathBuf>,
    /// What keeps the stores.
    pub engine: OnDisk,
    /// Which gate of the locator it serves; the first where nothing is said.
    pub gate: Option<GateId>,
    /// What its gate backups are sealed to; the structure's key where nothing is said.
    pub backup_key: Option<KemPublic>,
}

/// Makes the data folder. The locator must name the gate that this portal serves.
///
/// # Errors
/// [`StartError`]; a folder that is not empty is never touched.
pub fn init(init: Init, structure: &Public) -> Result<Settings, StartError> {
    let locator = structure.locator()?;
    let own = |named: &&GateAddress| init.gate.is_none_or(|gate| named.gate == gate);
    let own = locator.gates.iter().find(own);
    let own = own.ok_or(SettingsError::Value {
        word: "gate.id",
        reason: "a gate that the locator names",
    })?;
    let origin = Url::parse(&locator.origin).map_err(|_| SettingsError::Value {
        word: "webauthn.origin",
        reason: "the locator's origin is no address",
    })?;
    let Init {
        data,
        listen,
        certificate,
        gate_backup,
        engine,
        gate: _,
        backup_key,
    } = init;
    // Said by a person, it is where they are; what settings.toml says is where the data folder is.
    let gate_backup = gate_backup
        .map(std::path::absolute)
        .transpose()
        .map_err(failed("could not find the gate backup"))?;
    let is_there = |backup: &PathBuf| backup.parent().is_some_and(Path::is_dir);
    if !gate_backup.as_ref().is_none_or(is_there) {
        return Err(SettingsError::Value {
            word: "--gate-backup",
            reason: "a folder in one that is there: plug the other disk in, or make the folder",
        }
        .into());
    }
    folders::make_empty(&data).map_err(failed("could not make the data folder"))?;
    let tls = match certificate {
        Certificate::Local(made) => {
            let folder = data.join("tls");
            folders::make(&folder)
                .and_then(|()| made.write(&folder))
                .map_err(failed("could not write the certificate"))?;
            TlsSettings {
                chain: "tls/chain.pem".into(),
                key: "tls/server.key".into(),
            }
        }
        Certificate::Files { chain, key } => TlsSettings {
            chain: absolute(&chain)?,
            key: absolute(&key)?,
        },
    };
    let file = SettingsFile {
        listen,
        realm: structure.realm.into(),
        engine,
        timezone: paris(),
        webauthn: WebauthnSettings {
            rp_id: locator.rp_id.clone(),
            origin,
        },
        structure: StructureSettings {
            root: structure.root.to_hex(),
            locator: "locator".into(),
            backup_key: "backup.pub".into(),
        },
        gate: GateSettings {
            id: own.gate.to_hex(),
            backup: gate_backup.unwrap_or_else(|| "gate-backup".into()),
        },
        tls,
        limits: LimitSettings::default(),
        idle: IdleSettings::default(),
    };
    let settings = Settings { data, file };
    let put = |name: &str, content: &[u8]| folders::write(&settings.data.join(name), content);
    let backup_key = backup_key.unwrap_or(structure.backup);
    put("backup.pub", backup_key.to_hex().as_bytes())
        .and_then(|()| put("locator", &wire::encode(&structure.locator)))
        .map_err(failed("could not write what the structure signed"))?;
    folders::make(&settings.gate_folder()).map_err(failed("could not make the gate's folder"))?;
    for store in [settings.space_store(), settings.gate_store()] {
        engine.open(&store)?.close();
    }
    // Last: a folder with settings is a whole one.
    let text = toml::to_string(&settings.file).map_err(|_| SettingsError::Value {
        word: "settings",
        reason: "a path that is not text",
    })?;
    put(FILE, text.as_bytes()).map_err(failed("could not write the settings"))?;
    Ok(settings)
}

/// Puts a newer locator into a data folder. The portal hands it out from its next start.
///
/// # Errors
/// [`StartError`] where the structure of this portal did not sign it.
pub fn install_locator(data: &Path, structure: &Public) -> Result<(), StartError> {
    let settings = Settings::read(data)?;
    let pinned = settings.root()?.fingerprint();
    structure.locator.verify(settings.realm(), &pinned)?;
    let path = settings.path(&settings.file.structure.locator);
    folders::write(&path, &wire::encode(&structure.locator))
        .map_err(failed("could not write the locator"))
}

/// How a locator names the authority whose PEM certificate this is.
///
/// # Errors
/// [`StartError::Tls`] where there is no certificate in the file.
pub fn trust_in(authority: &Path) -> Result<Trust, StartError> {
    let chain = crate::tls::read_chain(authority);
    let chain = chain.map_err(|error| StartError::Tls(error.to_string()))?;
    Ok(Trust::Authority(wire::Hash::of(&chain[0])))
}

fn absolute(path: &Path) -> Result<PathBuf, StartError> {
    fs::canonicalize(path).map_err(failed("could not find the certificate"))
}

//! What the admin may set: `settings.toml` in the data folder. Unknown words are refused, so that a
//! slip of the pen is not a silent default.

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::{
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
};
use url::Url;
use wire::{GateId, Realm, SigPublic, limits};

use crate::store::OnDisk;

/// The settings file's name in the data folder.
pub const FILE: &str = "settings.toml";

/// A portal's settings, and the folder they lie in.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The data folder: every path in the file counts from here.
    pub data: PathBuf,
    /// The file's content.
    pub file: SettingsFile,
}

/// The content of `settings.toml`. Nothing in it is secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingsFile {
    /// Where to listen; port 0 takes any free one.
    pub listen: SocketAddr,
    /// `prod` or `practice`: one portal serves one realm.
    pub realm: RealmName,
    /// What keeps the stores: `redb` where nothing is said, or `sled`. A folder that is in use moves
    /// by `portal export` and `portal import`, never by this line alone.
    #[serde(default)]
    pub engine: OnDisk,
    /// Where the structure is, as the table of time zones names it: days and hours of the desk are those there.
    #[serde(default = "paris")]
    pub timezone: String,
    /// `WebAuthn` relying party.
    pub webauthn: WebauthnSettings,
    /// The structure this portal belongs to.
    pub structure: StructureSettings,
    /// The portal's own gate.
    pub gate: GateSettings,
    /// The portal's certificate.
    pub tls: TlsSettings,
    /// Sizes and rates.
    #[serde(default)]
    pub limits: LimitSettings,
    /// Spaces that nobody opens any more.
    #[serde(default)]
    pub idle: IdleSettings,
}

/// Where most are. The computer's own zone is no better guess: a rented one is in Greenwich.
pub(crate) fn paris() -> String {
    "Europe/Paris".to_owned()
}

/// Spaces that nobody opens any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IdleSettings {
    /// Whether they are deleted, after two years and three months of notice. Where not, the portal keeps no
    /// month either, and counts anew when this is set again.
    pub delete: bool,
}

impl Default for IdleSettings {
    fn default() -> Self {
        Self { delete: true }
    }
}

/// A realm as it stands in the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum RealmName {
    /// Real people.
    Prod,
    /// Invented people, in workshops.
    Practice,
}

impl From<RealmName> for Realm {
    fn from(name: RealmName) -> Self {
        match name {
            RealmName::Prod => Self::Prod,
            RealmName::Practice => Self::Practice,
        }
    }
}

impl From<Realm> for RealmName {
    fn from(realm: Realm) -> Self {
        match realm {
            Realm::Prod => Self::Prod,
            Realm::Practice => Self::Practice,
        }
    }
}

/// The `WebAuthn` relying party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebauthnSettings {
    /// Its id: a domain name, as it stands on the sticks.
    pub rp_id: String,
    /// Its origin, as it stands on the sticks.
    pub origin: Url,
}

/// The structure this portal belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StructureSettings {
    /// The first root's public key, hexadecimal: its fingerprint is on every stick.
    pub root: String,
    /// The signed locator.
    pub locator: PathBuf,
    /// The offline key that gate backups are sealed to.
    pub backup_key: PathBuf,
}

/// The portal's own gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateSettings {
    /// Its id, hexadecimal, as it stands in the locator.
    pub id: String,
    /// Where sealed gate backups go, and tombstones of deleted spaces. Better another disk than this one.
    pub backup: PathBuf,
}

/// The portal's certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlsSettings {
    /// PEM: the server's certificate, then those above it.
    pub chain: PathBuf,
    /// PEM: its private key.
    pub key: PathBuf,
}

/// Sizes and rates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LimitSettings {
    /// Bytes of blobs a space may hold.
    pub space_bytes: u64,
    /// Connections at once.
    pub connections: usize,
    /// Connections at once from one address (IPv6: one /64): fifteen people may share one.
    pub connections_per_address: usize,
    /// Requests a minute for one stick at the gate.
    pub key_per_minute: u32,
    /// Requests a minute for one account.
    pub account_per_minute: u32,
    /// Requests a minute from one address that proved nothing: fifteen people may share one.
    pub address_per_minute: u32,
    /// Requests a minute from everybody who proved nothing.
    pub strangers_per_minute: u32,
    /// Tries a minute from one address to come in at the structure's desk.
    pub desk_per_minute: u32,
    /// Requests a minute by which one of the staff writes something at the structure's desk.
    pub desk_writes_per_minute: u32,
}

impl Default for LimitSettings {
    fn default() -> Self {
        Self {
            space_bytes: limits::SPACE,
            connections: 1_024,
            connections_per_address: 64,
            key_per_minute: 120,
            account_per_minute: 3_000,
            address_per_minute: 1_200,
            strangers_per_minute: 30_000,
            desk_per_minute: 60,
            desk_writes_per_minute: 60,
        }
    }
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file cannot be read.
    #[error("{}: {source}. Run `portal init`, or name the data folder with --data", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is not the expected TOML.
    #[error("{}: {source}", path.display())]
    Toml {
        /// The file.
        path: PathBuf,
        /// Where, and what.
        source: Box<toml::de::Error>,
    },
    /// A value makes no sense.
    #[error("{word}: {reason}")]
    Value {
        /// Its name in the file.
        word: &'static str,
        /// What is expected.
        reason: &'static str,
    },
}

impl Settings {
    /// Reads the settings of a data folder.
    ///
    /// # Errors
    /// [`SettingsError`], which names the file and the word.
    pub fn read(data: &Path) -> Result<Self, SettingsError> {
        let path = data.join(FILE);
        let text = fs::read_to_string(&path).map_err(|source| SettingsError::Read {
            path: path.clone(),
            source,
        })?;
        let file = toml::from_str(&text).map_err(|source| SettingsError::Toml {
            path,
            source: Box::new(source),
        })?;
        let settings = Self {
            data: data.to_owned(),
            file,
        };
        settings.root()?;
        settings.gate_id()?;
        settings.zone()?;
        Ok(settings)
    }

    /// Where the structure is.
    pub(crate) fn zone(&self) -> Result<TimeZone, SettingsError> {
        TimeZone::get(&self.file.timezone).map_err(|_| SettingsError::Value {
            word: "timezone",
            reason: "a time zone as in \"Europe/Paris\" or \"Indian/Reunion\"",
        })
    }

    /// The realm.
    #[must_use]
    pub fn realm(&self) -> Realm {
        self.file.realm.into()
    }

    /// The first root's public key.
    ///
    /// # Errors
    /// [`SettingsError::Value`] where it is not one.
    pub fn root(&self) -> Result<SigPublic, SettingsError> {
        SigPublic::from_hex(&self.file.structure.root).ok_or(SettingsError::Value {
            word: "structure.root",
            reason: "64 hexadecimal digits, as in the structure's root.pub",
        })
    }

    /// The gate's id.
    ///
    /// # Errors
    /// [`SettingsError::Value`] where it is not one.
    pub fn gate_id(&self) -> Result<GateId, SettingsError> {
        GateId::from_hex(&self.file.gate.id).ok_or(SettingsError::Value {
            word: "gate.id",
            reason: "32 hexadecimal digits, as in the locator",
        })
    }

    /// A path of the file, counted from the data folder.
    #[must_use]
    pub fn path(&self, path: &Path) -> PathBuf {
        self.data.join(path)
    }

    /// The space's store.
    #[must_use]
    pub fn space_store(&self) -> PathBuf {
        self.data.join(format!("space.{}", self.file.engine.name()))
    }

    /// What the structure says to everybody, where something was published.
    #[must_use]
    pub fn board(&self) -> PathBuf {
        self.data.join(crate::board::FILE)
    }

    /// Who may help, as officers certified it.
    #[must_use]
    pub fn helpers(&self) -> PathBuf {
        self.data.join(crate::helpers::FILE)
    }

    /// For whom other structures vouch.
    #[must_use]
    pub fn elsewhere(&self) -> PathBuf {
        self.data.join(crate::helpers::ELSEWHERE)
    }

    /// Who asks to be certified.
    #[must_use]
    pub fn asked(&self) -> PathBuf {
        self.data.join(crate::helpers::ASKED)
    }

    /// The gate's own folder: its store and its secrets, apart from the space.
    #[must_use]
    pub fn gate_folder(&self) -> PathBuf {
        self.data.join("gate")
    }

    /// The gate's store.
    #[must_use]
    pub fn gate_store(&self) -> PathBuf {
        self.gate_folder()
            .join(format!("gate.{}", self.file.engine.name()))
    }

    /// The gate's secrets, a file each.
    #[must_use]
    pub fn gate_secrets(&self) -> PathBuf {
        self.gate_folder().join("secrets")
    }

    /// The folder of blobs and of uploads under way.
    #[must_use]
    pub fn blobs(&self) -> PathBuf {
        self.data.join("blobs")
    }

    /// Spaces that go because nobody opens them, as the last look found them.
    #[must_use]
    pub fn idle(&self) -> PathBuf {
        self.data.join(crate::accounts::IDLE)
    }

    /// The socket by which the admin speaks to a portal that runs.
    #[must_use]
    pub fn control(&self) -> PathBuf {
        self.data.join("control.sock")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
        listen = "127.0.0.1:8443"
        realm = "practice"
        [webauthn]
        rp_id = "acces.example"
        origin = "https://acces.example"
        [structure]
        root = "0000000000000000000000000000000000000000000000000000000000000000"
        locator = "locator.bin"
        backup_key = "backup.pub"
        [gate]
        id = "00000000000000000000000000000000"
        backup = "gate-backup"
        [tls]
        chain = "tls/chain.pem"
        key = "tls/server.key"
    "#;

    fn read(text: &str) -> Result<Settings, SettingsError> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), text).unwrap();
        Settings::read(folder.path())
    }

    #[test]
    fn a_file_is_read_with_its_defaults() {
        let settings = read(GOOD).unwrap();
        assert_eq!(settings.realm(), Realm::Practice);
        assert_eq!(settings.file.limits.space_bytes, 600 << 20);
        assert_eq!(settings.file.engine, OnDisk::Redb);
        assert!(settings.file.idle.delete);
        let text = toml::to_string(&settings.file).unwrap();
        assert_eq!(read(&text).unwrap().file, settings.file);
        let off = read(&format!("{GOOD}\n[idle]\ndelete = false\n")).unwrap();
        assert!(!off.file.idle.delete);
    }

    #[test]
    fn one_line_chooses_the_engine() {
        let line = |engine: &str| GOOD.replacen("realm", &format!("engine = {engine}\nrealm"), 1);
        for engine in OnDisk::ALL {
            let settings = read(&line(&format!("\"{}\"", engine.name()))).unwrap();
            assert_eq!(settings.file.engine, engine);
            let store = settings.space_store();
            assert!(store.to_str().unwrap().ends_with(engine.name()));
            let text = toml::to_string(&settings.file).unwrap();
            assert_eq!(read(&text).unwrap().file, settings.file);
        }
        let error = read(&line("\"sledge\"")).unwrap_err().to_string();
        assert!(error.contains("sledge"), "{error}");
    }

    #[test]
    fn days_are_those_of_paris_or_of_where_one_line_says() {
        let settings = read(GOOD).unwrap();
        assert_eq!(settings.file.timezone, "Europe/Paris");
        let line = |zone: &str| GOOD.replacen("realm", &format!("timezone = \"{zone}\"\nrealm"), 1);
        let there = read(&line("Indian/Reunion")).unwrap();
        assert_eq!(there.zone().unwrap().iana_name(), Some("Indian/Reunion"));
        let error = read(&line("Paris")).unwrap_err().to_string();
        assert!(
            error.contains("timezone") && error.contains("Europe/Paris"),
            "{error}"
        );
    }

    #[test]
    fn a_slip_of_the_pen_is_named() {
        let slip = GOOD.replace("rp_id", "rpid");
        assert!(read(&slip).unwrap_err().to_string().contains("rpid"));
        let short = GOOD.replace("id = \"0000", "id = \"");
        assert!(read(&short).unwrap_err().to_string().contains("gate.id"));
        let error = Settings::read(Path::new("/nowhere")).unwrap_err();
        assert!(error.to_string().contains("portal init"), "{error}");
    }
}

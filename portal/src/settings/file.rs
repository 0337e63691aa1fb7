//! The words of `settings.toml`, and what counts where one is not there.

use std::{net::SocketAddr, path::PathBuf};

use serde::{Deserialize, Serialize};
use url::Url;
use wire::{Realm, limits};

use crate::store::OnDisk;

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

//! A structure with its portal, other gates where a test wants them, and sticks: everything real but
//! the clock. Cleans itself.

use crate::{
    recorder::{Recorder, Waiting},
    site::Site,
};
use anyhow::{Context, Result};
use crypto::code::Code;
use key_core::{
    FirstOpening, Opened, Stick, Trouble, WallWatch,
    provision::{Provision, provision},
    stick::Folder,
};
use portal::{
    Running,
    backup::{GateBackup, Restored, restore},
    clock::Fixed,
    init::{Certificate, Init, LocalTls, init},
    settings::SettingsFile,
    store::OnDisk,
    structure::{Addresses, Structure},
};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempDir;
use wire::{Random, Realm, random::System, structure::VoucherKind};

/// Where the tests' clock stands at first: 22 November 2026.
pub const TODAY: u64 = 1_795_305_600;
/// A code that the policy allows.
pub const CODE: &str = "482907";
/// Another one.
pub const OTHER_CODE: &str = "730516";

/// Where what earlier versions wrote is kept.
pub const KEEPSAKES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/keepsakes");

/// The loopback address at which a keepsake's stick looks for its portal.
///
/// # Errors
/// Where the name is not `v` and a small number.
pub fn keepsake_address(name: &str) -> Result<SocketAddr> {
    let version: u8 = name.strip_prefix('v').context("v1, v2…")?.parse()?;
    Ok(SocketAddr::from(([127, 77, 11, version], 8_443)))
}

/// A world of its own for each test.
pub struct World {
    /// The clock of every portal.
    pub clock: Arc<Fixed>,
    /// The structure, its keys in memory.
    pub structure: Structure,
    /// The portal with its gate, then the other gates in the order of the locator.
    pub sites: Vec<Site>,
    folder: TempDir,
}

impl World {
    /// A structure and its portal, which answers.
    ///
    /// # Errors
    /// Where something of it does not start.
    pub async fn start() -> Result<Self> {
        Self::in_realm(Realm::Prod).await
    }

    /// The same in another realm.
    ///
    /// # Errors
    /// Where something of it does not start.
    pub async fn in_realm(realm: Realm) -> Result<Self> {
        Self::with(realm, |_| {}).await
    }

    /// The same with other settings.
    ///
    /// # Errors
    /// Where something of it does not start.
    pub async fn with(realm: Realm, change: impl FnMut(&mut SettingsFile)) -> Result<Self> {
        Self::at(SocketAddr::from(([127, 0, 0, 1], 0)), realm, change).await
    }

    /// The same at one address of the loopback, for a stick that will outlive this world.
    ///
    /// # Errors
    /// Where something of it does not start.
    pub async fn at(
        address: SocketAddr,
        realm: Realm,
        change: impl FnMut(&mut SettingsFile),
    ) -> Result<Self> {
        Self::of(vec![address], realm, OnDisk::default(), change).await
    }

    /// With its stores on another engine.
    ///
    /// # Errors
    /// Where something of it does not start.
    pub async fn on(engine: OnDisk) -> Result<Self> {
        let addresses = vec![SocketAddr::from(([127, 0, 0, 1], 0))];
        Self::of(addresses, Realm::Prod, engine, |_| {}).await
    }

    /// With as many gates, each at a portal of its own, and other settings for all of them.
    ///
    /// # Errors
    /// Where something of it does not start.
    pub async fn with_gates(gates: usize, change: impl Fn(&mut SettingsFile)) -> Result<Self> {
        let addresses = vec![SocketAddr::from(([127, 0, 0, 1], 0)); gates];
        Self::of(addresses, Realm::Prod, OnDisk::default(), change).await
    }

    /// Whose keys follow from a seed: the same in both realms, so that only the realm tells them apart.
    ///
    /// # Errors
    /// Where something of it does not start.
    pub async fn seeded(realm: Realm, seed: u8) -> Result<Self> {
        let addresses = vec![SocketAddr::from(([127, 0, 0, 1], 0))];
        let mut random = Seeded::from(seed);
        Self::with_keys(&mut random, addresses, realm, OnDisk::default(), |_| {}).await
    }

    /// The structure of the other realm that has the same keys and the same addresses as this seeded one.
    ///
    /// # Errors
    /// Where the locator is damaged.
    pub fn mirrored(&self, seed: u8) -> Result<Structure> {
        let public = self.structure.public();
        let locator = public.locator()?;
        let realm = match public.realm {
            Realm::Prod => Realm::Practice,
            Realm::Practice => Realm::Prod,
        };
        let addresses = Addresses {
            rp_id: locator.rp_id,
            origin: locator.origin,
            portal: locator.portals.first().context("a portal")?.clone(),
            gates: locator.gates.into_iter().map(|gate| gate.address).collect(),
            trust: locator.trust,
        };
        Ok(Structure::generate(
            &mut Seeded::from(seed),
            realm,
            &addresses,
            TODAY,
        ))
    }

    async fn of(
        addresses: Vec<SocketAddr>,
        realm: Realm,
        engine: OnDisk,
        change: impl FnMut(&mut SettingsFile),
    ) -> Result<Self> {
        Self::with_keys(&mut System::new(), addresses, realm, engine, change).await
    }

    async fn with_keys(
        random: &mut dyn Random,
        addresses: Vec<SocketAddr>,
        realm: Realm,
        engine: OnDisk,
        mut change: impl FnMut(&mut SettingsFile),
    ) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let clock = Arc::new(Fixed::at(TODAY));
        let (mut waiting, mut urls) = (Vec::new(), Vec::new());
        for address in &addresses {
            let listening = Waiting::bind(*address).await?;
            urls.push(format!("https://{}", listening.addr()?));
            waiting.push(listening);
        }
        // TLS dates are checked by the app against this machine's own clock.
        let today = portal::clock::Clock::now(&portal::clock::System);
        let names = |address: &SocketAddr| ["127.0.0.1".to_owned(), address.ip().to_string()];
        let first = addresses.first().context("a world has a portal")?;
        let mut tls = Some(LocalTls::make(&names(first), today)?);
        let structure = Structure::generate(
            random,
            realm,
            &Addresses {
                rp_id: "acces.mesdroits.example".to_owned(),
                origin: "https://acces.mesdroits.example".to_owned(),
                portal: urls[0].clone(),
                gates: urls,
                trust: tls.as_ref().map(LocalTls::trust).context("made above")?,
            },
            TODAY,
        );
        let public = structure.public();
        let gates = public.locator()?.gates;
        let data = |number: usize| match number {
            0 => folder.path().join("portal"),
            _ => folder.path().join(format!("portal-{number}")),
        };
        let mut sites = Vec::new();
        for (number, (listening, address)) in waiting.into_iter().zip(&addresses).enumerate() {
            // The locator knows one authority: the first portal's signs for the others.
            let tls = match tls.take() {
                Some(made) => made,
                None => LocalTls::by(&data(0).join("tls"), &names(address), today)?,
            };
            let backup = match number {
                0 => folder.path().join("gate-backup"),
                _ => folder.path().join(format!("gate-backup-{number}")),
            };
            let words = Init {
                data: data(number),
                listen: SocketAddr::from(([127, 0, 0, 1], 0)),
                certificate: Certificate::Local(tls),
                gate_backup: Some(backup),
                engine,
                gate: Some(gates[number].gate),
                backup_key: None,
            };
            let mut settings = init(words, &public)?;
            change(&mut settings.file);
            sites.push(Site::open(settings, listening, &clock).await?);
        }
        Ok(Self {
            clock,
            structure,
            sites,
            folder,
        })
    }

    /// A prepared stick.
    ///
    /// # Errors
    /// Where the folder does not take it.
    pub fn stick(&self, name: &str, kind: VoucherKind) -> Result<Folder> {
        self.stick_at(&self.folder.path().join(name), kind)
    }

    /// A prepared stick in a folder of its own, mounted or not.
    ///
    /// # Errors
    /// Where the folder does not take it.
    pub fn stick_at(&self, path: &Path, kind: VoucherKind) -> Result<Folder> {
        std::fs::create_dir_all(path)?;
        let stick = Folder::new(path);
        provision(
            &Stick::new(stick.clone()),
            &self.papers(kind, TODAY + 30 * 86_400),
            TODAY,
        )?;
        Ok(stick)
    }

    /// What a mediator has to prepare a stick with, until `expires`.
    pub fn papers(&self, kind: VoucherKind, expires: u64) -> Provision {
        papers_of(&self.structure, kind, expires)
    }

    /// A new space on a new stick, opened with [`CODE`].
    ///
    /// # Errors
    /// Where the first opening does not succeed.
    pub async fn new_space(&self, name: &str) -> Result<(Folder, FirstOpening)> {
        let folder = self.stick(name, VoucherKind::Account)?;
        let made = first_opening(&folder, CODE).await?;
        Ok((folder, made))
    }

    /// What travels to and from the portal.
    #[must_use]
    pub fn recorder(&self) -> &Recorder {
        &self.sites[0].recorder
    }

    /// Stops the portal, as an admin would.
    pub async fn stop(&mut self) {
        self.sites[0].stop().await;
    }

    /// Starts the portal again, on its data.
    ///
    /// # Errors
    /// Where it does not start.
    pub async fn restart(&mut self) -> Result<()> {
        self.sites[0].restart().await
    }

    /// The running portal.
    ///
    /// # Errors
    /// Where it is stopped.
    pub fn portal(&self) -> Result<&Running> {
        self.sites[0].portal()
    }

    /// The portal's data folder.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.sites[0].data()
    }

    /// Everything of this world on disk.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// Puts another portal in the place of this one, as after a restore.
    ///
    /// # Errors
    /// Where it does not start.
    pub async fn move_to(&mut self, data: PathBuf) -> Result<()> {
        self.sites[0].move_to(data).await
    }

    /// Another machine, which has a backup of the portal and the folder of the gate's sealed backups, takes
    /// this one's place.
    ///
    /// # Errors
    /// Where nothing can be restored, or it does not start.
    pub async fn come_back(&mut self, backup: &Path, sealed: &str, to: &str) -> Result<Restored> {
        self.stop().await;
        let (from, data) = (backup.to_owned(), self.folder().join(to));
        let sealed = GateBackup {
            folder: self.folder().join(sealed),
            key: gate::BackupPrivate::from_bytes(self.structure.backup().expose_bytes()),
        };
        let target = data.clone();
        let restoring = tokio::task::spawn_blocking(move || restore(&from, &target, Some(&sealed)));
        let restored = restoring.await??;
        self.move_to(data).await?;
        Ok(restored)
    }
}

/// What a mediator of a structure has to prepare a stick with, until `expires`.
pub fn papers_of(structure: &Structure, kind: VoucherKind, expires: u64) -> Provision {
    let public = structure.public();
    Provision {
        structure: public.root.fingerprint(),
        realm: public.realm,
        locator: public.locator.clone(),
        voucher: structure.voucher(&mut System::new(), kind, expires),
    }
}

/// Randomness that follows from a seed.
struct Seeded {
    seed: u8,
    asked: u64,
}

impl From<u8> for Seeded {
    fn from(seed: u8) -> Self {
        Self { seed, asked: 0 }
    }
}

impl Random for Seeded {
    fn fill(&mut self, out: &mut [u8]) {
        for piece in out.chunks_mut(32) {
            let of = [&[self.seed][..], &self.asked.to_be_bytes()].concat();
            piece.copy_from_slice(&wire::Hash::of(&of).0[..piece.len()]);
            self.asked += 1;
        }
    }
}

/// A first opening with digits.
///
/// # Errors
/// [`Trouble`].
pub async fn first_opening(folder: &Folder, digits: &str) -> Result<FirstOpening, Trouble> {
    let stick = Stick::new(folder.clone());
    key_core::first_opening(
        &stick,
        &code(digits),
        &mut System::new(),
        &WallWatch::start(),
    )
    .await
}

/// An opening with digits.
///
/// # Errors
/// [`Trouble`].
pub async fn open(folder: &Folder, digits: &str) -> Result<Opened, Trouble> {
    let stick = Stick::new(folder.clone());
    key_core::open(
        &stick,
        &code(digits),
        &mut System::new(),
        &WallWatch::start(),
    )
    .await
}

/// A portal that lets itself be asked as often as it takes.
pub fn unhurried(file: &mut SettingsFile) {
    let limits = &mut file.limits;
    limits.connections_per_address = 1_000;
    limits.key_per_minute = 1_000_000;
    limits.account_per_minute = 1_000_000;
    limits.address_per_minute = 1_000_000;
    limits.strangers_per_minute = 1_000_000;
}

/// A code of digits, whether or not the policy would allow it.
///
/// # Panics
/// Where the test has mistyped it.
#[must_use]
pub fn code(digits: &str) -> Code {
    match Code::digits(digits) {
        Ok(code) => code,
        Err(error) => panic!("{digits}: {error}"),
    }
}

//! A structure with its portal, and sticks: everything real but the clock. Cleans itself.

use crate::recorder::{Recorder, Waiting};
use anyhow::{Context, Result};
use crypto::code::Code;
use key_core::{
    FirstOpening, Opened, Stick, Trouble, WallWatch,
    provision::{Provision, provision},
    stick::Folder,
};
use portal::{
    Deps, Running, Settings,
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
use wire::{Realm, random::System, structure::VoucherKind};

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
    /// The portal's clock.
    pub clock: Arc<Fixed>,
    /// The structure, its keys in memory.
    pub structure: Structure,
    /// What travels.
    pub recorder: Recorder,
    settings: Settings,
    portal: Option<Running>,
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
    pub async fn with(realm: Realm, change: impl FnOnce(&mut SettingsFile)) -> Result<Self> {
        Self::at(SocketAddr::from(([127, 0, 0, 1], 0)), realm, change).await
    }

    /// The same with its stores on another engine.
    ///
    /// # Errors
    /// Where something of it does not start.
    pub async fn on(engine: OnDisk) -> Result<Self> {
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        Self::make(address, Realm::Prod, engine, |_| {}).await
    }

    /// The same at one address of the loopback, for a stick that will outlive this world.
    ///
    /// # Errors
    /// Where something of it does not start.
    pub async fn at(
        address: SocketAddr,
        realm: Realm,
        change: impl FnOnce(&mut SettingsFile),
    ) -> Result<Self> {
        Self::make(address, realm, OnDisk::default(), change).await
    }

    async fn make(
        address: SocketAddr,
        realm: Realm,
        engine: OnDisk,
        change: impl FnOnce(&mut SettingsFile),
    ) -> Result<Self> {
        let mut random = System::new();
        let folder = tempfile::tempdir()?;
        let clock = Arc::new(Fixed::at(TODAY));
        let waiting = Waiting::bind(address).await?;
        let url = format!("https://{}", waiting.addr()?);
        // TLS dates are checked by the app against this machine's own clock.
        let today = portal::clock::Clock::now(&portal::clock::System);
        let tls = LocalTls::make(&["127.0.0.1".to_owned(), address.ip().to_string()], today)?;
        let addresses = Addresses {
            rp_id: "acces.mesdroits.example".to_owned(),
            origin: "https://acces.mesdroits.example".to_owned(),
            portal: url.clone(),
            gates: vec![url],
            trust: tls.trust(),
        };
        let structure = Structure::generate(&mut random, realm, &addresses, TODAY);
        let mut settings = init(
            Init {
                data: folder.path().join("portal"),
                listen: SocketAddr::from(([127, 0, 0, 1], 0)),
                certificate: Certificate::Local(tls),
                gate_backup: Some(folder.path().join("gate-backup")),
                engine,
                gate: None,
                backup_key: None,
            },
            &structure.public(),
        )?;
        change(&mut settings.file);
        let portal = serve(&settings, &clock).await?;
        let pem = |name: &str| settings.data.join("tls").join(name);
        let recorder = waiting.record(&pem("chain.pem"), &pem("server.key"), portal.addr())?;
        Ok(Self {
            clock,
            structure,
            recorder,
            settings,
            portal: Some(portal),
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
        let public = self.structure.public();
        Provision {
            structure: public.root.fingerprint(),
            realm: public.realm,
            locator: public.locator.clone(),
            voucher: self.structure.voucher(&mut System::new(), kind, expires),
        }
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

    /// Stops the portal, as an admin would.
    pub async fn stop(&mut self) {
        if let Some(portal) = self.portal.take() {
            portal.stop().await;
        }
    }

    /// Starts the portal again, on its data.
    ///
    /// # Errors
    /// Where it does not start.
    pub async fn restart(&mut self) -> Result<()> {
        self.stop().await;
        let portal = serve(&self.settings, &self.clock).await?;
        self.recorder.lead_to(portal.addr());
        self.portal = Some(portal);
        Ok(())
    }

    /// The running portal.
    ///
    /// # Errors
    /// Where it is stopped.
    pub fn portal(&self) -> Result<&Running> {
        self.portal.as_ref().context("the portal is stopped")
    }

    /// The portal's data folder.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.settings.data.clone()
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
        self.settings = Settings::read(&data)?;
        self.restart().await
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

async fn serve(settings: &Settings, clock: &Arc<Fixed>) -> Result<Running> {
    let deps = Deps {
        clock: clock.clone(),
        ..Deps::system()
    };
    Ok(portal::start(settings.clone(), deps).await?)
}

//! What a running portal holds in its hands. Nothing in it is needed for correctness: all that must
//! last is in the stores.

use std::{fmt, fs, io, path::PathBuf, sync::Arc};

use jiff::tz::TimeZone;
use tokio::sync::Notify;
use wire::{
    Code, Random, Refusal,
    seal::KemPublic,
    structure::{Locator, SignedLocator, StructureError},
};

use crate::{
    blobs::{Blobs, Uploads},
    board::Shown,
    clock::{self, Clock},
    desk::Desk,
    domain::{Outcome, Place, passkeys::Passkeys},
    folders,
    gate_files::GateFiles,
    helpers::{Asking, Known, Vouchers},
    onward::Onward,
    settings::{Settings, SettingsError},
    store::{OnDisk, Reader, Store, StoreError, Tx},
    throttle::Throttles,
    version,
};

/// Makes sources of randomness: each request takes its own. No two may ever give the same bytes,
/// or the gate's proofs give its secrets away.
pub type RandomSource = Arc<dyn Fn() -> Box<dyn Random> + Send + Sync>;

/// What a portal takes from outside: time and randomness.
#[derive(Clone)]
pub struct Deps {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: RandomSource,
}

impl Deps {
    /// The machine's clock and the operating system's randomness.
    #[must_use]
    pub fn system() -> Self {
        Self {
            clock: Arc::new(clock::System),
            random: system_random(),
        }
    }
}

/// The operating system's randomness.
#[must_use]
pub fn system_random() -> RandomSource {
    let system = wire::random::System::new();
    Arc::new(move || Box::new(system.clone()))
}

/// Why a portal does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The settings.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// A store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The gate's secrets.
    #[error(transparent)]
    Gate(#[from] gate::FilesError),
    /// What the structure signed.
    #[error("the structure's locator is not believed: {0}")]
    Structure(#[from] StructureError),
    /// The relying party.
    #[error("webauthn.rp_id and webauthn.origin do not belong together: {0}")]
    Passkeys(String),
    /// The certificate.
    #[error("the certificate cannot be used: {0}")]
    Tls(String),
    /// A gate elsewhere.
    #[error("the locator's address of gate {0} is not https with a host: sign it again")]
    Address(String),
    /// A file or the network.
    #[error("{doing}: {source}")]
    Io {
        /// What was being done.
        doing: &'static str,
        /// What the system said.
        source: io::Error,
    },
}

/// A file or the network failed while `doing` something.
pub(crate) fn failed(doing: &'static str) -> impl FnOnce(io::Error) -> StartError {
    move |source| StartError::Io { doing, source }
}

/// A portal, ready to answer.
pub(crate) struct App {
    pub(crate) place: Arc<Place>,
    pub(crate) passkeys: Arc<Passkeys>,
    /// The space's store.
    pub(crate) space: Store,
    /// The gate's own store.
    pub(crate) gate: Store,
    pub(crate) gate_files: GateFiles,
    pub(crate) blobs: Blobs,
    /// Uploads under way.
    pub(crate) uploads: Uploads,
    /// Told when orders for its own gate wait.
    pub(crate) orders: Notify,
    /// The gates elsewhere, to which orders are handed on.
    pub(crate) onward: Onward,
    /// Held while an order goes from the outbox to the gate, and while a backup takes its moment.
    pub(crate) handing: tokio::sync::Mutex<()>,
    /// Held while deleted spaces are erased: one walks at a time.
    pub(crate) erasing: tokio::sync::Mutex<()>,
    /// Held while all spaces are looked at for those that nobody opens, until the list of them is written.
    pub(crate) looking: tokio::sync::Mutex<()>,
    /// The signed locator, as it is handed out.
    pub(crate) locator: bytes::Bytes,
    /// The board, as it is handed out.
    pub(crate) board: Shown,
    /// The version of the programs, as it is handed out.
    pub(crate) version: version::Shown,
    /// The first root of the structure, by fingerprint.
    pub(crate) structure: wire::Hash,
    /// Who may help, as officers certified it.
    pub(crate) helpers: Known,
    /// For whom other structures vouch.
    pub(crate) vouched: Vouchers,
    /// Who asks to be certified.
    pub(crate) asked: Asking,
    /// Who is at the structure's desk, and on the way in.
    pub(crate) desk: Desk,
    pub(crate) throttles: Throttles,
    /// Where the structure is: its days begin there.
    pub(crate) zone: TimeZone,
    pub(crate) settings: Settings,
    pub(crate) deps: Deps,
}

/// The app as every handler holds it.
pub(crate) type Shared = Arc<App>;

impl App {
    /// Opens everything that the settings name.
    pub(crate) fn open(settings: Settings, deps: Deps) -> Result<Self, StartError> {
        let realm = settings.realm();
        let gate = settings.gate_id()?;
        let webauthn = &settings.file.webauthn;
        let passkeys = Passkeys::new(&webauthn.rp_id, &webauthn.origin)
            .map_err(|error| StartError::Passkeys(error.to_string()))?;
        let Structure {
            bytes,
            root,
            locator,
        } = read_locator(&settings)?;
        let recipient = read_backup_key(&settings)?;
        folders::make(&settings.gate_folder())
            .map_err(failed("could not make the gate's folder"))?;
        let gate_files = GateFiles::open(
            &settings.gate_secrets(),
            &settings.path(&settings.file.gate.backup),
            recipient,
            realm,
            gate,
        )?;
        let (space, gate_store) = open_stores(&settings)?;
        let blobs =
            Blobs::open(&settings.blobs()).map_err(failed("could not open the blobs' folder"))?;
        Ok(Self {
            place: Arc::new(Place {
                realm,
                root,
                gate,
                gates: locator.gates.iter().map(|named| named.gate).collect(),
                quota: settings.file.limits.space_bytes,
                ends_idle: settings.file.idle.delete,
            }),
            passkeys: Arc::new(passkeys),
            space,
            gate: gate_store,
            gate_files,
            blobs,
            uploads: Uploads::default(),
            orders: Notify::new(),
            onward: Onward::of(&locator, gate)?,
            handing: tokio::sync::Mutex::default(),
            erasing: tokio::sync::Mutex::default(),
            looking: tokio::sync::Mutex::default(),
            locator: bytes.into(),
            board: Shown::at(settings.board(), realm, settings.root()?.fingerprint()),
            version: version::Shown::at(settings.version()),
            structure: settings.root()?.fingerprint(),
            helpers: Known::at(settings.helpers(), realm, settings.root()?.fingerprint()),
            vouched: Vouchers::at(settings.elsewhere()),
            asked: Asking::at(settings.asked()),
            desk: Desk::default(),
            throttles: Throttles::new(&settings.file.limits),
            zone: settings.zone()?,
            settings,
            deps,
        })
    }

    /// The portal's time.
    pub(crate) fn now(&self) -> u64 {
        self.deps.clock.now()
    }

    /// Randomness for one request.
    pub(crate) fn random(&self) -> Box<dyn Random> {
        (self.deps.random)()
    }

    /// A commit has brought orders, perhaps: they are durable with it, and go to their gates by
    /// themselves.
    pub(crate) fn orders_wait(&self) {
        self.orders.notify_one();
        self.onward.tell();
    }

    /// Reads a few rows right here: what every request asks first. They are in memory as a rule, and a
    /// hop to a thread that may wait costs several times what they do.
    pub(crate) fn glance<T>(&self, rule: impl FnOnce(&Reader<'_>) -> Outcome<T>) -> Outcome<T> {
        self.space.read(rule)
    }

    /// Runs a rule on the space; what it changes is durable when this returns.
    pub(crate) async fn write<T, F>(&self, rule: F) -> Outcome<T>
    where
        F: FnOnce(&mut Tx<'_>) -> Outcome<T> + Send + 'static,
        T: Send + 'static,
    {
        Ok(self.space.write_async(rule).await?)
    }

    /// Runs a rule on the gate's store.
    pub(crate) async fn write_gate<T, F>(&self, rule: F) -> Outcome<T>
    where
        F: FnOnce(&mut Tx<'_>) -> Outcome<T> + Send + 'static,
        T: Send + 'static,
    {
        Ok(self.gate.write_async(rule).await?)
    }

    /// Runs a rule that only reads, away from the threads that answer.
    pub(crate) async fn read<T, F>(&self, rule: F) -> Outcome<T>
    where
        F: FnOnce(&Reader<'_>) -> Outcome<T> + Send + 'static,
        T: Send + 'static,
    {
        let space = self.space.clone();
        aside(move || space.read(rule)).await
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App")
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}

/// Runs what waits for the disk or thinks hard, away from the threads that answer.
pub(crate) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Outcome<T> + Send + 'static,
) -> Outcome<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|_| Err(Refusal::from(Code::Unavailable)))
}

/// Opens the space's store and the gate's, which are there. One that is missing is not silently begun
/// anew: people's spaces were in it.
pub(crate) fn open_stores(settings: &Settings) -> Result<(Store, Store), StartError> {
    let engine = settings.file.engine;
    let open = |path: PathBuf| -> Result<Store, StartError> {
        fs::metadata(&path).map_err(|source| missing(settings, source))?;
        Ok(engine.open(&path)?)
    };
    Ok((open(settings.space_store())?, open(settings.gate_store())?))
}

/// A store is not there. It may be that of another engine that is.
fn missing(settings: &Settings, source: io::Error) -> StartError {
    let is_there = |engine: &OnDisk| {
        let mut other = settings.clone();
        other.file.engine = *engine;
        other.space_store().exists() && other.gate_store().exists()
    };
    if OnDisk::ALL.iter().any(is_there) {
        return StartError::Settings(SettingsError::Value {
            word: "engine",
            reason: "the stores of this folder are kept by the other engine: set the line back, \
                     then move with `portal export` and `portal import --engine`",
        });
    }
    failed("a store is not there: put it back, or restore the last backup")(source)
}

/// What the structure signed.
struct Structure {
    /// Its locator, as it is handed out.
    bytes: Vec<u8>,
    /// Its current root, which the locator proves from the first.
    root: wire::SigPublic,
    /// The locator, verified.
    locator: Locator,
}

fn read_locator(settings: &Settings) -> Result<Structure, StartError> {
    let path = settings.path(&settings.file.structure.locator);
    let bytes = fs::read(path).map_err(failed("could not read the locator"))?;
    let signed: SignedLocator =
        wire::decode_canonical(&bytes, SignedLocator::MAX).map_err(StructureError::from)?;
    let pinned = settings.root()?.fingerprint();
    Ok(Structure {
        locator: signed.verify(settings.realm(), &pinned)?,
        root: signed.roots.current(settings.realm(), &pinned)?,
        bytes,
    })
}

fn read_backup_key(settings: &Settings) -> Result<KemPublic, StartError> {
    let path = settings.path(&settings.file.structure.backup_key);
    let text = fs::read_to_string(path).map_err(failed("could not read the backup key"))?;
    KemPublic::from_hex(text.trim()).ok_or_else(|| {
        SettingsError::Value {
            word: "structure.backup_key",
            reason: "a file with the hexadecimal digits of the structure's backup.pub",
        }
        .into()
    })
}

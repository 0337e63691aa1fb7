//! What lies on the desk: the stick, and the open space or none. One thing is done at a time, and
//! whatever is being done stops at once when the space is shut.

use crate::{
    asking::Asking, chooser::Chooser, clipboard::Clipboard, commands::beside::Now, device,
    dto::Problem, fleet::Laid, held::Held, renewing::Renewal,
};
use crypto::recovery::CardCode;
use key_core::{
    Space, Stick,
    board::Board,
    catalogue::Catalogue,
    contents::OWN,
    security_key::Device,
    stick::{Folder, Medium},
};
use std::{
    future::Future,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};
use tokio::sync::watch;

/// State of the program.
pub struct Desk {
    folder: Folder,
    open: tokio::sync::Mutex<Option<Space>>,
    /// Counts how often the space was to be shut: whatever began before stops.
    shuts: watch::Sender<u64>,
    /// Counts how often the person asked to stop what goes on.
    stopped: watch::Sender<u64>,
    card: Mutex<Option<CardCode>>,
    language: Mutex<String>,
    /// Counts what the person does: whoever waits for quiet looks whether it moved.
    touched: AtomicU64,
    clipboard: Clipboard,
    chooser: Chooser,
    board: tokio::sync::Mutex<Board>,
    /// What others entrusted to the owner of the open space. Asked for after the space itself.
    entrusted: tokio::sync::Mutex<Held>,
    /// Who is beside the person, until it is written down.
    beside: tokio::sync::Mutex<Option<Now>>,
    /// A recovery that is asked for while no space is open.
    asking: tokio::sync::Mutex<Option<Asking>>,
    security_key: Device,
    /// Sticks that are being prepared, where somebody does.
    fleet: Mutex<Laid>,
    /// How far a newer version of the programs is, where one is on its way.
    renewal: Renewal,
    /// Whether the person leaves: the window goes in a moment.
    left: AtomicBool,
}

impl Desk {
    /// A desk with a stick on it, in the language of the computer where its texts are complete.
    #[must_use]
    pub fn new(folder: Folder) -> Self {
        Self {
            folder,
            open: tokio::sync::Mutex::new(None),
            shuts: watch::Sender::new(0),
            stopped: watch::Sender::new(0),
            card: Mutex::new(None),
            language: Mutex::new(crate::commands::language_of_the_computer().to_owned()),
            touched: AtomicU64::new(0),
            clipboard: Clipboard::default(),
            chooser: Chooser::Window,
            board: tokio::sync::Mutex::new(Board::bundled()),
            entrusted: tokio::sync::Mutex::default(),
            beside: tokio::sync::Mutex::default(),
            asking: tokio::sync::Mutex::new(None),
            security_key: device::plugged(),
            fleet: Mutex::default(),
            renewal: Renewal::default(),
            left: AtomicBool::new(false),
        }
    }

    /// The same where everything that is saved goes into one folder: a browser asks nobody where.
    #[cfg(feature = "bridge")]
    #[must_use]
    pub fn saving_in(self, folder: std::path::PathBuf) -> Self {
        Self {
            chooser: Chooser::Folder(folder),
            ..self
        }
    }

    /// Who asks where something is saved.
    pub(crate) fn chooser(&self) -> &Chooser {
        &self.chooser
    }

    /// What the structure said last.
    pub(crate) async fn board(&self) -> Board {
        self.board.lock().await.clone()
    }

    /// Asks what the structure says now, and has it count on the desk and in the open space. What does not
    /// verify changes nothing.
    pub(crate) async fn read_board(&self) -> Board {
        let before = self.board().await;
        let newer = key_core::board::fetch(&before, &self.stick()).await;
        // Nobody waited for the network: another answer may have come first.
        let mut board = self.board.lock().await;
        if let Ok(newer) = newer
            && newer.issued() >= board.issued()
        {
            *board = newer;
        }
        if let Some(space) = self.open.lock().await.as_mut() {
            space.take_catalogue(Arc::clone(board.catalogue()));
        }
        board.clone()
    }

    /// The catalogue that counts.
    pub(crate) async fn catalogue(&self) -> Arc<Catalogue> {
        Arc::clone(self.board().await.catalogue())
    }

    /// The stick.
    pub(crate) fn stick(&self) -> Stick {
        Stick::new(self.folder.clone())
    }

    /// Where it lies.
    pub(crate) fn folder(&self) -> &Folder {
        &self.folder
    }

    /// The security key of this computer, whether or not one is plugged in.
    pub(crate) fn security_key(&self) -> &Device {
        &self.security_key
    }

    /// Whether it is plugged in. An empty folder may stay where a stick was.
    pub(crate) fn present(&self) -> bool {
        let holds = |(name, _): &(&str, u64)| self.folder.path().join(name).exists();
        self.folder.present() && OWN.iter().any(holds)
    }

    /// Which opening this is: what was begun in one does nothing in the next.
    pub(crate) fn turn(&self) -> u64 {
        *self.shuts.borrow()
    }

    /// Whether nothing was shut since.
    pub(crate) fn same(&self, turn: u64) -> Result<(), Problem> {
        if self.turn() == turn {
            Ok(())
        } else {
            Err(Problem::locked())
        }
    }

    /// Puts an open space on the desk; one that lay there is wiped. One whose opening was overtaken by a
    /// shut is wiped itself.
    pub(crate) async fn put(&self, space: Space, turn: u64) -> Result<(), Problem> {
        let mut open = self.open.lock().await;
        // A shut counts before it waits for the desk: it has been here, or will find nothing.
        self.same(turn)?;
        *self.entrusted.lock().await = Held::default();
        *open = Some(space);
        Ok(())
    }

    /// Asks the portal what is new, so that it does not take somebody who reads or types for gone. Nobody
    /// has done anything by that.
    pub(crate) async fn stay(&self) {
        let asking = async {
            if let Some(space) = self.unseen().await.as_mut() {
                let _ = space.refresh().await;
            }
            Ok(())
        };
        let _ = self.unless_shut(asking).await;
    }

    /// The open space, held for one thing at a time.
    pub(crate) async fn space(&self) -> tokio::sync::MutexGuard<'_, Option<Space>> {
        self.touch();
        self.open.lock().await
    }

    /// The same for what the program does by itself: nobody is there for that.
    pub(crate) async fn unseen(&self) -> tokio::sync::MutexGuard<'_, Option<Space>> {
        self.open.lock().await
    }

    /// Who is beside the person. Whoever asks holds the space already.
    pub(crate) async fn beside(&self) -> tokio::sync::MutexGuard<'_, Option<Now>> {
        self.beside.lock().await
    }

    /// What a helper holds. Whoever asks holds the space already, so that a shut clears both.
    pub(crate) async fn entrusted(&self) -> tokio::sync::MutexGuard<'_, Held> {
        self.entrusted.lock().await
    }

    /// The recovery that this screen asks for. Whoever waits for it waits inside [`Self::unless_shut`].
    pub(crate) async fn asking(&self) -> tokio::sync::MutexGuard<'_, Option<Asking>> {
        self.asking.lock().await
    }

    /// Does something, unless the space is shut before it is done: then it stops where it is.
    pub(crate) async fn unless_shut<T>(
        &self,
        work: impl Future<Output = Result<T, Problem>>,
    ) -> Result<T, Problem> {
        let mut shuts = self.shuts.subscribe();
        tokio::select! {
            biased;
            _ = shuts.changed() => Err(Problem::locked()),
            done = work => done,
        }
    }

    /// What is laid out for sticks that are being prepared.
    pub(crate) fn fleet(&self) -> std::sync::MutexGuard<'_, Laid> {
        self.fleet.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The newer version that is on its way.
    pub(crate) fn renewal(&self) -> &Renewal {
        &self.renewal
    }

    /// The computer's clipboard.
    pub(crate) fn clipboard(&self) -> &Clipboard {
        &self.clipboard
    }

    /// The person leaves.
    pub(crate) fn leave(&self) {
        self.left.store(true, Ordering::Relaxed);
    }

    /// Whether the person leaves.
    #[must_use]
    pub fn is_left(&self) -> bool {
        self.left.load(Ordering::Relaxed)
    }

    /// Stops what is being done and takes the space off the desk.
    pub(crate) async fn shut(&self) -> Option<Space> {
        self.shuts.send_modify(|times| *times += 1);
        *self.fleet() = Laid::default();
        self.keep_card(None);
        self.clipboard.clear();
        let mut open = self.open.lock().await;
        *self.entrusted.lock().await = Held::default();
        *self.asking.lock().await = None;
        let space = open.take();
        // What was on its way to the clipboard meanwhile.
        self.clipboard.clear();
        space
    }

    /// Wipes at once, without a word to anybody: the window is gone.
    pub fn forget(&self) {
        self.shuts.send_modify(|times| *times += 1);
        *self.fleet() = Laid::default();
        self.keep_card(None);
        self.clipboard.clear();
        if let Ok(mut open) = self.open.try_lock() {
            *open = None;
        }
        if let Ok(mut entrusted) = self.entrusted.try_lock() {
            *entrusted = Held::default();
        }
        if let Ok(mut asking) = self.asking.try_lock() {
            *asking = None;
        }
    }

    /// Asks whoever puts a paper in or reads one to stop.
    pub(crate) fn stop(&self) {
        self.stopped.send_modify(|times| *times += 1);
    }

    /// Tells when the person asks to stop.
    pub(crate) fn stops(&self) -> watch::Receiver<u64> {
        self.stopped.subscribe()
    }

    /// Keeps a new card's code until it was read back.
    pub(crate) fn keep_card(&self, card: Option<CardCode>) {
        if let Ok(mut kept) = self.card.lock() {
            *kept = card;
        }
    }

    /// Whether what was typed is the card's code.
    pub(crate) fn is_card(&self, typed: &str) -> bool {
        let Ok(typed) = CardCode::parse(typed) else {
            return false;
        };
        self.card.lock().is_ok_and(|kept| {
            kept.as_ref()
                .is_some_and(|card| *card.printed() == *typed.printed())
        })
    }

    /// The language of the pages.
    pub(crate) fn language(&self) -> String {
        self.language.lock().map(|l| l.clone()).unwrap_or_default()
    }

    /// Changes it.
    pub(crate) fn speak(&self, language: &str) {
        if let Ok(mut kept) = self.language.lock() {
            language.clone_into(&mut kept);
        }
    }

    /// How often something was done so far.
    pub(crate) fn touched(&self) -> u64 {
        self.touched.load(Ordering::Relaxed)
    }

    /// Somebody is there.
    pub(crate) fn touch(&self) {
        self.touched.fetch_add(1, Ordering::Relaxed);
    }
}

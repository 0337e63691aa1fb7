//! What lies on the desk: the stick, and the open space or none. One thing is done at a time.

use crypto::recovery::CardCode;
use key_core::{
    Space, Stick, Trouble,
    stick::{Folder, Medium},
};
use std::sync::{
    Mutex,
    atomic::{AtomicU64, Ordering},
};
use wire::random::System;

/// State of the program.
pub(crate) struct Desk {
    folder: Folder,
    open: tokio::sync::Mutex<Option<Space>>,
    card: Mutex<Option<CardCode>>,
    language: Mutex<String>,
    /// Counts what the person does: whoever waits for quiet looks whether it moved.
    touched: AtomicU64,
}

impl Desk {
    pub(crate) fn new(folder: Folder) -> Self {
        Self {
            folder,
            open: tokio::sync::Mutex::new(None),
            card: Mutex::new(None),
            language: Mutex::new("fr".to_owned()),
            touched: AtomicU64::new(0),
        }
    }

    /// The stick.
    pub(crate) fn stick(&self) -> Stick {
        Stick::new(self.folder.clone())
    }

    /// Where it lies.
    pub(crate) fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Whether it is plugged in.
    pub(crate) fn present(&self) -> bool {
        self.folder.present()
    }

    /// Puts an open space on the desk; one that lay there is wiped.
    pub(crate) async fn put(&self, space: Space) {
        *self.open.lock().await = Some(space);
    }

    /// The open space, held for one thing at a time.
    pub(crate) async fn space(&self) -> tokio::sync::MutexGuard<'_, Option<Space>> {
        self.touched.fetch_add(1, Ordering::Relaxed);
        self.open.lock().await
    }

    /// Takes the space off the desk and locks it.
    pub(crate) async fn lock(&self) -> Result<(), Trouble> {
        self.keep_card(None);
        match self.open.lock().await.take() {
            Some(space) => space.lock(&self.stick(), &mut System::new()).await,
            None => Ok(()),
        }
    }

    /// Wipes at once, without a word to anybody: the window is gone.
    pub(crate) fn forget(&self) {
        self.keep_card(None);
        if let Ok(mut open) = self.open.try_lock() {
            *open = None;
        }
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

//! A person's space with a past, behind a portal that can be told to lie; and attempts on copies of the
//! stick, so that each begins from the same state.

use super::{
    ledger::{Ledger, Outcome},
    liar::{Liar, Lie, Told},
    story::whole_answer,
    view::{View, contents},
};
use crate::{
    canary::Canaries,
    world::{World, open},
};
use anyhow::{Result, ensure};
use key_core::{Notice, Opened, Trouble, stick::Folder as StickFolder};
use std::sync::atomic::{AtomicUsize, Ordering};
use wire::{Hash, SlotId, api::SyncAnswer};

/// A space with a past, and a liar before its portal.
pub struct Scene {
    /// The real world behind.
    pub world: World,
    /// The liar.
    pub liar: Liar,
    /// The person's stick, as it was left.
    pub stick: StickFolder,
    /// Its code.
    pub code: &'static str,
    /// The slot of the person's first stick.
    pub first: SlotId,
    /// What is true.
    pub truth: View,
    /// H of every content, in the order of the view.
    pub contents: Vec<Hash>,
    /// What the portal answered at each opening so far, oldest first; the last is the newest.
    pub past: Vec<SyncAnswer>,
    canaries: Canaries,
    copies: AtomicUsize,
}

/// Which files of a stick a copy has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Memory {
    /// All of them.
    Pinned,
    /// Without what it remembers of the space: as fresh as a second stick.
    Fresh,
}

impl Scene {
    /// A space as it is now, with its past.
    pub(super) async fn of(
        world: World,
        liar: Liar,
        stick: StickFolder,
        code: &'static str,
        first: SlotId,
        mut past: Vec<SyncAnswer>,
        canaries: Canaries,
    ) -> Result<Self> {
        let space = open(&stick, code).await?.space;
        past.push(whole_answer(&liar)?);
        let (truth, contents) = (View::of(&space), contents(&space).await?);
        ensure!(truth.objects().len() >= 6, "a space with something in it");
        Ok(Self {
            world,
            liar,
            stick,
            code,
            first,
            truth,
            contents,
            past,
            canaries,
            copies: AtomicUsize::new(0),
        })
    }

    /// The newest true answer to a whole `sync`.
    #[must_use]
    pub fn newest(&self) -> SyncAnswer {
        // A scene has opened its space at least once.
        self.past[self.past.len() - 1].clone()
    }

    /// A copy of the person's stick, to be lied to.
    ///
    /// # Errors
    /// Where it cannot be copied.
    pub fn copy(&self, memory: Memory) -> Result<StickFolder> {
        let number = self.copies.fetch_add(1, Ordering::Relaxed);
        let copy = self.world.folder().join(format!("copy-{number}"));
        std::fs::create_dir(&copy)?;
        for entry in std::fs::read_dir(self.stick.path())? {
            let entry = entry?;
            let name = entry.file_name();
            let pins = name.to_string_lossy().starts_with("repere");
            if memory == Memory::Pinned || !pins {
                std::fs::copy(entry.path(), copy.join(name))?;
            }
        }
        Ok(StickFolder::new(copy))
    }

    /// Opens a copy of the stick while the portal lies.
    ///
    /// # Errors
    /// Where the stick cannot be copied. What the app made of the lie is inside.
    pub async fn lied_to(
        &self,
        memory: Memory,
        lie: Box<dyn Lie>,
    ) -> Result<(Told, core::result::Result<Opened, Trouble>)> {
        let copy = self.copy(memory)?;
        self.liar.tell(lie);
        let opened = open(&copy, self.code).await;
        Ok((self.liar.honest(), opened))
    }

    /// The same, judged and written down: the app refuses, or shows the truth.
    ///
    /// # Errors
    /// Where the stick cannot be copied.
    pub async fn attempt(
        &self,
        ledger: &mut Ledger,
        attack: &str,
        what: impl Into<String>,
        memory: Memory,
        lie: Box<dyn Lie>,
    ) -> Result<()> {
        let (told, opened) = self.lied_to(memory, lie).await?;
        if opened.is_err() {
            ledger.trail(&told);
        }
        ledger.note(attack, what, &told, self.judge(opened));
        Ok(())
    }

    /// What the person got from an opening.
    #[must_use]
    pub fn judge(&self, opened: core::result::Result<Opened, Trouble>) -> Outcome {
        match opened {
            Ok(opened) => Outcome::of(View::of(&opened.space).unlike(&self.truth)),
            Err(Trouble::WrongCode(_) | Trouble::Frozen) => {
                Outcome::Fell("the right code is said to be wrong".into())
            }
            Err(trouble) => Outcome::Refused(trouble),
        }
    }

    /// Afterwards an honest portal opens again: nothing is lost, no try was burnt, and no word of the
    /// papers nor the code was sent.
    ///
    /// # Errors
    /// What is not so.
    pub async fn is_whole(&self) -> Result<()> {
        let opened = open(&self.stick, self.code).await?;
        ensure!(
            opened.notices.is_empty(),
            "something is said: {:?}",
            opened.notices
        );
        let unlike = View::of(&opened.space).unlike(&self.truth);
        ensure!(unlike.is_none(), "{unlike:?}");
        let read = contents(&opened.space).await?;
        ensure!(read == self.contents, "a content is another");
        let told = self.leaked();
        ensure!(told.is_none(), "{told:?}");
        Ok(())
    }

    /// Whether anything secret was ever sent to the portal.
    #[must_use]
    pub fn leaked(&self) -> Option<String> {
        let sent = self.liar.sent();
        let words = self.canaries.found_in(&sent);
        (words > 0).then(|| format!("{words} words of papers were sent"))
    }

    /// A word that is in no paper yet.
    #[must_use]
    pub fn word(&self) -> &str {
        self.canaries.words().last().map_or("", String::as_str)
    }
}

/// Wrong codes that an opening told of.
#[must_use]
pub fn wrong_codes(opened: &Opened) -> u32 {
    let told = opened.notices.iter().find_map(|notice| match notice {
        Notice::WrongCodes(count) => Some(*count),
        _ => None,
    });
    told.unwrap_or(0)
}

//! An open space: papers and notes, and the way out.

mod agenda;
pub(crate) mod edit;
mod export;
mod import;
mod lock;
mod needs;
pub(crate) mod papers;
mod patience;
mod search;
mod sheets;
mod view;

pub use agenda::Agenda;
pub use needs::Needed;
pub use view::{Content, ObjectView};

use crate::{
    catalogue::{self, Catalogue},
    opening::{Known, PINNED, fetch, linked},
    portal::{Gates, Portal, Untold},
    stick::Stick,
    trouble::{Result, Trouble},
};
use crypto::{mandate::Words, stick::HeaderDraft, stick::LocalHeadKey};
use std::{collections::BTreeMap, sync::Arc};
use wire::{AccountId, BlobId, KeyId, MandateId, Random, Realm, SlotId, structure::RootChain};

/// An open space. Dropping it wipes its keys; [`Space::lock`] also says goodbye.
pub struct Space {
    pub(crate) portal: Portal,
    pub(crate) known: Known,
    /// Where whatever opened it belongs.
    pub(crate) home: HeaderDraft,
    pub(crate) opener: Opener,
    /// The structure's roots as far as the stick knows them: what an earlier one signs now counts no more.
    pub(crate) roots: RootChain,
    /// What a gate has not heard yet.
    pub(crate) untold: Vec<Untold>,
    pub(crate) gates: Gates,
    catalogue: Arc<Catalogue>,
    /// The words of every mandate that was ever given, as far as they were read.
    pub(crate) words: BTreeMap<MandateId, Words>,
    /// Blobs of edits that were sent and not answered: the portal may have kept them.
    unanswered: Vec<BlobId>,
}

/// What opened a space.
pub(crate) enum Opener {
    /// A stick, by this name of its enrolment; its envelope has a key for pins.
    Stick {
        key_id: KeyId,
        local_head: LocalHeadKey,
    },
    /// A security key.
    SecurityKey,
}

impl Space {
    pub(crate) fn new(
        portal: Portal,
        known: Known,
        home: HeaderDraft,
        opener: Opener,
        gates: Gates,
        roots: RootChain,
        untold: Vec<Untold>,
    ) -> Self {
        Self {
            portal,
            known,
            home,
            opener,
            roots,
            untold,
            gates,
            catalogue: catalogue::shared(),
            words: BTreeMap::new(),
            unanswered: Vec::new(),
        }
    }

    /// The catalogue that counts in this space: the one that came with this program, until another is
    /// taken.
    #[must_use]
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// Takes the catalogue that counts from now on, as a board brought it.
    pub fn take_catalogue(&mut self, catalogue: Arc<Catalogue>) {
        self.catalogue = catalogue;
    }

    /// The account, as the portal knows it.
    #[must_use]
    pub fn account(&self) -> AccountId {
        self.known.log.account
    }

    /// The realm it lives in.
    #[must_use]
    pub fn realm(&self) -> Realm {
        self.home.realm
    }

    /// The slot of the stick that opened this space.
    #[must_use]
    pub fn slot(&self) -> SlotId {
        self.known.slot
    }

    /// Every slot that opens this space.
    #[must_use]
    pub fn slots(&self) -> Vec<SlotId> {
        self.known.log.slots.keys().copied().collect()
    }

    /// When a stick that opens this space was added, in Unix seconds, as the log claims.
    #[must_use]
    pub fn added(&self, slot: SlotId) -> Option<u64> {
        self.known.since.slots.get(&slot).copied()
    }

    /// Generation of the account's keys.
    #[must_use]
    pub fn generation(&self) -> u32 {
        self.known.log.keys.generation
    }

    /// The enrolment of the stick that opened this space, if one did.
    #[must_use]
    pub fn key_id(&self) -> Option<KeyId> {
        match &self.opener {
            Opener::Stick { key_id, .. } => Some(*key_id),
            Opener::SecurityKey => None,
        }
    }

    /// The portal's time when it last answered a sync, in Unix seconds.
    #[must_use]
    pub fn time(&self) -> u64 {
        self.known.time
    }

    /// Bytes used and allowed at the portal.
    #[must_use]
    pub fn usage(&self) -> (u64, u64) {
        (self.known.used, self.known.quota)
    }

    /// Asks the portal what is new, and takes it in once verified. Returns whether anything was.
    ///
    /// # Errors
    /// [`Trouble`]; what was known stays known.
    pub async fn refresh(&mut self) -> Result<bool> {
        self.tell_gates().await;
        let answer = fetch(&self.portal, self.known.request()).await?;
        let new = !answer.entries.is_empty() || !answer.manifests.is_empty();
        let seen = self.known.heads().folders;
        linked(&self.portal, &seen, &answer.manifests).await?;
        self.known.absorb(&answer)?;
        Ok(new)
    }

    /// Whether the portal answers now. Asks outside the space, which stays free meanwhile.
    pub fn answers(&self) -> impl Future<Output = bool> + Send + use<> {
        let portal = self.portal.clone();
        async move { portal.time().await.is_ok() }
    }

    /// Pins what is known on the stick, if it moved on.
    ///
    /// # Errors
    /// [`Trouble::ReadOnly`] where the stick cannot be written, [`Trouble::RolledBack`] where it
    /// remembers something newer.
    pub fn pin(&self, stick: &Stick, random: &mut dyn Random) -> Result<bool> {
        let local_head = match &self.opener {
            Opener::Stick { local_head, .. } => local_head,
            // A stick that opens something keeps its own pins, not a security key's.
            Opener::SecurityKey if !stick.is_only_prepared()? => return Ok(false),
            Opener::SecurityKey => &self.known.slot_open.local_head,
        };
        stick.pin(
            &self.known.heads(),
            self.known.heads_with(PINNED),
            local_head,
            self.home.realm,
            random,
        )
    }

    /// Tells the gates again what they have not heard: else a right code stays counted as a wrong one.
    pub(crate) async fn tell_gates(&mut self) {
        let untold = core::mem::take(&mut self.untold);
        (_, self.untold) = self.gates.tell(untold).await;
    }

    /// Whether `stick` is the one that opened this space.
    pub(crate) fn own(&self, stick: &Stick) -> Result<()> {
        let is_it = |copy: &crate::stick::Copy| {
            matches!(
                &copy.cle,
                crypto::stick::Cle::Enrolled(crypto::stick::Enrolled {
                    header: crypto::stick::HeaderStage::Complete(header),
                    ..
                }) if Some(header.key_id) == self.key_id()
            )
        };
        if stick.copies()?.iter().any(is_it) {
            Ok(())
        } else {
            Err(Trouble::StickState(
                "it is not the stick that opened this space",
            ))
        }
    }
}

impl core::fmt::Debug for Space {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Space(…)")
    }
}

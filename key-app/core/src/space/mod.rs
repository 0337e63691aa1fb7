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
    opening::{Known, PINNED, Unsealed, fetch, linked},
    portal::{Gates, Portal, Untold},
    stick::Stick,
    trouble::{Result, Trouble},
};
use crypto::{mandate::Words, stick::Header, stick::LocalHeadKey};
use std::{collections::BTreeMap, sync::Arc};
use wire::{
    AccountId, BlobId, KeyId, MandateId, Random, SlotId, api::Session, structure::RootChain,
};

/// An open space. Dropping it wipes its keys; [`Space::lock`] also says goodbye.
pub struct Space {
    pub(crate) portal: Portal,
    pub(crate) known: Known,
    pub(crate) header: Header,
    local_head: LocalHeadKey,
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

impl Space {
    pub(crate) fn new(
        portal: Portal,
        session: &Session,
        known: Known,
        unsealed: &Unsealed,
        roots: RootChain,
        untold: Vec<Untold>,
    ) -> Self {
        debug_assert_eq!(session.slot, known.slot);
        Self {
            portal,
            known,
            header: unsealed.header.clone(),
            local_head: unsealed.envelope.local_head.copied(),
            roots,
            untold,
            gates: unsealed.gates.clone(),
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

    /// This stick's enrolment.
    #[must_use]
    pub fn key_id(&self) -> KeyId {
        self.header.key_id
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
        stick.pin(
            &self.known.heads(),
            self.known.heads_with(PINNED),
            &self.local_head,
            self.header.realm,
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
                }) if header.key_id == self.header.key_id
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

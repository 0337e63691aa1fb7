//! What the structure says to everybody: how to reach it, and a newer catalogue. It is asked for with the
//! stick alone, so that whoever forgot the code finds a telephone number too.
//!
//! Not here: anything that is kept. A board lasts as long as this run of the program.

use crate::{
    catalogue::{Catalogue, shared},
    portal::{Offer, Portal},
    stick::Stick,
    trouble::{Result, Trouble},
};
use crypto::Opening;
use std::sync::Arc;
use wire::{Hash, board::SignedBoard, decode_canonical};

pub use wire::board::{Closing, Structure};

/// What counts: what the structure said last, or what came with this program.
#[derive(Debug, Clone)]
pub struct Board {
    structure: Option<Structure>,
    closing: Option<Closing>,
    catalogue: Arc<Catalogue>,
    seen: Option<Seen>,
}

/// The board that was believed last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seen {
    number: u64,
    issued: u64,
    hash: Hash,
}

impl Board {
    /// What came with this program: a catalogue, and nothing of a structure.
    #[must_use]
    pub fn bundled() -> Self {
        Self {
            structure: None,
            closing: None,
            catalogue: shared(),
            seen: None,
        }
    }

    /// How to reach the structure, where it said so.
    #[must_use]
    pub fn structure(&self) -> Option<&Structure> {
        self.structure.as_ref()
    }

    /// That the structure closes, where it said so.
    #[must_use]
    pub fn closing(&self) -> Option<&Closing> {
        self.closing.as_ref()
    }

    /// The catalogue that counts.
    #[must_use]
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// Unix seconds at which the structure said this, if it did.
    #[must_use]
    pub fn issued(&self) -> Option<u64> {
        self.seen.map(|seen| seen.issued)
    }
}

impl Default for Board {
    fn default() -> Self {
        Self::bundled()
    }
}

/// Asks the portal of this stick what its structure says, and returns the board that counts from now on:
/// `held` itself where nothing is new. What does not verify is refused whole.
///
/// # Errors
/// [`Trouble`]; `held` then goes on counting.
pub async fn fetch(held: &Board, stick: &Stick) -> Result<Board> {
    let (realm, pinned, locator) = stick.structure()?;
    let places = locator.verify(realm, &pinned);
    let portal = Portal::new(&places.map_err(|_| Trouble::StickDamaged)?)?;
    let bytes = match portal.board(held.seen.map(|seen| seen.hash)).await? {
        Offer::Same => return Ok(held.clone()),
        // One that was there does not go: the portal hides it.
        Offer::Nothing if held.seen.is_some() => return Err(Trouble::RolledBack),
        Offer::Nothing => return Ok(held.clone()),
        Offer::New(bytes) => bytes,
    };
    let now = portal.time().await?;
    let signed: SignedBoard = decode_canonical(&bytes, SignedBoard::MAX).map_err(Opening::from)?;
    // What a root certified that was followed by another no longer counts.
    if !signed.roots.continues(&locator.roots) {
        return Err(Trouble::Unverified);
    }
    let said = signed.verify(realm, &pinned, now).map_err(Opening::from)?;
    let seen = Seen {
        number: said.number,
        issued: said.issued,
        hash: Hash::of(&bytes),
    };
    match held.seen {
        Some(last) if last == seen => return Ok(held.clone()),
        Some(last) if last.number >= seen.number => return Err(Trouble::RolledBack),
        _ => {}
    }
    let catalogue = match &said.catalogue {
        Some(bytes) => Arc::new(Catalogue::read(bytes)?),
        None => shared(),
    };
    Ok(Board {
        structure: Some(said.structure),
        closing: said.closing,
        catalogue,
        seen: Some(seen),
    })
}

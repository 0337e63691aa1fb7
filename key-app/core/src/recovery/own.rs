//! What the owner sees of their own recovery: who keeps a share, and whether somebody asks. The veto.

use super::{Path, Progress};
use crate::{
    administration::arrange::{recovery_answer, roll_of},
    space::Space,
    trouble::Result,
};
use wire::{CeremonyId, helper::Role, log::Op};

/// How recovery is arranged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arranged {
    /// What holders call the owner; empty where there are none.
    pub label: String,
    /// Since when they keep it, in Unix seconds, as the log claims.
    pub since: Option<u64>,
    /// Who keeps a share beside the card.
    pub holders: Vec<Kept>,
    /// A recovery that is under way.
    pub asked: Option<Asked>,
}

/// A holder as the owner knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The name in the certificate that they had.
    pub name: String,
    /// In what quality they help.
    pub role: Role,
}

/// Somebody asks to open this space again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The recovery, as [`Space::veto`] names it.
    pub ceremony: CeremonyId,
    /// Since when, in Unix seconds.
    pub since: u64,
    /// What whoever asks has.
    pub path: Path,
    /// How many holders have approved.
    pub approved: u8,
    /// How far it is.
    pub progress: Progress,
}

impl Space {
    /// Who can help to open this space again, and whether somebody asks them to.
    ///
    /// # Errors
    /// [`crate::Trouble`].
    pub async fn recovery(&mut self) -> Result<Arranged> {
        // Holders may have been arranged anew on another stick.
        self.refresh().await?;
        let own = recovery_answer(&self.portal).await?;
        let roll = match (&self.known.log.policy, &own.roll) {
            (Some(policy), Some(bytes)) if !policy.holders.is_empty() => {
                roll_of(&self.known.log, &self.known.keys, policy, bytes)?
            }
            _ => Default::default(),
        };
        let kept = roll.holders.into_iter().map(|named| Kept {
            name: named.name,
            role: named.role,
        });
        Ok(Arranged {
            label: roll.label,
            since: self.known.since.policy,
            holders: kept.collect(),
            asked: own.under_way.map(|asked| Asked {
                ceremony: asked.ceremony,
                since: asked.started,
                path: asked.path,
                approved: asked.approved,
                progress: asked.progress,
            }),
        })
    }

    /// Refuses a recovery: it was not the owner who asked. Signed, and in the log.
    ///
    /// # Errors
    /// [`crate::Trouble`]; where it has ended meanwhile the portal refuses with `log_refused`.
    pub async fn veto(&mut self, ceremony: CeremonyId) -> Result<()> {
        self.refresh().await?;
        self.by_author(&Op::Veto(ceremony)).await
    }
}

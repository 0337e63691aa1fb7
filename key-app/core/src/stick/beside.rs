//! A recovery on the stick whose code was forgotten: it is begun in one copy, and the other stays as it is
//! until the account has been opened again. A recovery that comes to nothing leaves the stick as it was.

use super::copies::{Copy, Stick};
use crate::trouble::{Result, Trouble};
use crypto::stick::{Cle, Enrolled, HeaderStage, Prepared};
use wire::{
    KeyId,
    structure::{SignedVoucher, VoucherKind},
};

/// How far a recovery on a stick is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecoveryStage {
    /// A mediator has prepared the stick for it.
    Prepared,
    /// A code was chosen, and holders can be asked.
    Begun,
}

impl Stick {
    /// The recovery that this stick was prepared for, or that was begun on it.
    ///
    /// # Errors
    /// [`Trouble`] where no copy is good.
    pub fn recovery(&self) -> Result<Option<RecoveryStage>> {
        let copies = self.copies()?;
        let found = copies.iter().find(|copy| is_recovery(&copy.cle));
        Ok(found.map(|copy| match copy.cle {
            Cle::Enrolled(Enrolled { cells: Some(_), .. }) => RecoveryStage::Begun,
            Cle::Prepared(_) | Cle::Enrolled(_) => RecoveryStage::Prepared,
        }))
    }

    /// What a stick that opens nothing yet was prepared for, as its voucher claims.
    ///
    /// # Errors
    /// [`Trouble`] where no copy is good.
    pub fn prepared_for(&self) -> Result<Option<VoucherKind>> {
        let cle = self.unfinished()?.cle;
        let claimed = voucher(&cle).and_then(|voucher| voucher.voucher.claimed().ok());
        Ok(claimed.map(|voucher| voucher.kind))
    }

    /// Gives up a recovery that was begun beside the code that the stick had: it opens with that code
    /// alone again.
    ///
    /// # Errors
    /// [`Trouble::StickState`] where the stick has nothing beside the recovery.
    pub fn give_up_recovery(&self) -> Result<()> {
        match self.kept()? {
            Some(kept) => self.spread(&kept.original),
            None => Err(Trouble::StickState("there is no other code on it")),
        }
    }

    /// The copy that is on its way to a space, or the newest where none is.
    pub(crate) fn unfinished(&self) -> Result<Copy> {
        let mut copies = self.copies()?;
        let found = copies.iter().position(|copy| voucher(&copy.cle).is_some());
        Ok(copies.swap_remove(found.unwrap_or(0)))
    }

    /// The name at the gates of what is on its way to a space, or of the newest copy.
    pub(crate) fn key_id(&self) -> Result<Option<KeyId>> {
        Ok(key_id(&self.unfinished()?.cle))
    }

    /// The copy that opened a space before a recovery was begun beside it.
    pub(crate) fn kept(&self) -> Result<Option<Copy>> {
        let copies = self.copies()?;
        let Some(begun) = copies.iter().find(|copy| is_recovery(&copy.cle)) else {
            return Ok(None);
        };
        // Of one stick's enrolment: the recovery has ended, and only its second copy is left to write.
        let begun = key_id(&begun.cle);
        Ok(copies
            .into_iter()
            .find(|copy| voucher(&copy.cle).is_none() && key_id(&copy.cle) != begun))
    }

    /// The name at the gates of what lies beside a recovery.
    pub(crate) fn opened_before(&self) -> Result<Option<KeyId>> {
        let kept = self.kept()?;
        Ok(kept.and_then(|kept| key_id(&kept.cle)))
    }

    /// Writes what is on its way: on both sides, or beside a copy that still opens a space.
    pub(crate) fn write_unfinished(&self, cle: &Cle) -> Result<()> {
        match self.kept()? {
            Some(kept) => self.write_side(1 - kept.original.side, cle),
            None => self.write_both(cle),
        }
    }

    /// Prepares a stick that opens a space for a recovery: beside what it holds.
    pub(crate) fn write_beside(&self, prepared: Prepared) -> Result<()> {
        let kept = match self.kept()? {
            Some(kept) => kept,
            None => self.newest()?,
        };
        self.write_side(1 - kept.original.side, &Cle::Prepared(prepared))
    }

    /// Shows that the stick can be written, before a try is spent.
    pub(crate) fn try_writing(&self) -> Result<()> {
        match self.kept()? {
            Some(_) => self.write_unfinished(&self.unfinished()?.cle),
            None => self.mend(),
        }
    }
}

fn key_id(cle: &Cle) -> Option<KeyId> {
    match cle {
        Cle::Prepared(_) => None,
        Cle::Enrolled(enrolled) => Some(match &enrolled.header {
            HeaderStage::Draft(_, key_id) => *key_id,
            HeaderStage::Complete(header) => header.key_id,
        }),
    }
}

fn voucher(cle: &Cle) -> Option<&SignedVoucher> {
    match cle {
        Cle::Prepared(prepared) => Some(&prepared.voucher),
        Cle::Enrolled(enrolled) => enrolled.voucher.as_ref(),
    }
}

fn is_recovery(cle: &Cle) -> bool {
    let claimed = voucher(cle).and_then(|voucher| voucher.voucher.claimed().ok());
    claimed.is_some_and(|voucher| voucher.kind == VoucherKind::Recovery)
}

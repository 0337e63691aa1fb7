//! A copy is written, then read back and opened: only then is it relied on.

use super::fresh::{coin, in_order};
use crate::{
    stick::Stick,
    trouble::{Result, Trouble},
};
use crypto::{
    keys::DeviceSecret,
    stick::{Cell, Cle, Enrolled, Envelope, GateOutput, Header, HeaderStage},
};
use wire::{
    Random,
    structure::{SignedLocator, SignedVoucher},
};

/// A copy about to be written.
pub(crate) struct Writing<'a> {
    pub(crate) seq: u64,
    pub(crate) header: &'a Header,
    pub(crate) ds: &'a DeviceSecret,
    pub(crate) locator: &'a SignedLocator,
    pub(crate) voucher: Option<SignedVoucher>,
}

impl Writing<'_> {
    /// Seals the envelope into one of two cells, by chance; the other holds random bytes.
    pub(crate) fn seal(
        self,
        envelope: &Envelope,
        outputs: &[GateOutput],
        random: &mut dyn Random,
    ) -> Result<Cle> {
        let real = Cell::seal(envelope, self.ds, self.header, self.seq, outputs, random)?;
        let other = Cell::random(random);
        Ok(Cle::Enrolled(Enrolled {
            seq: self.seq,
            header: HeaderStage::Complete(self.header.clone()),
            ds: self.ds.copied(),
            locator: self.locator.clone(),
            voucher: self.voucher,
            cells: Some(in_order(coin(random), real, other)),
        }))
    }
}

/// Reads the newest copy past the cache and opens it: only then is it relied on.
pub(crate) fn reopen(
    stick: &Stick,
    header: &Header,
    ds: &DeviceSecret,
    outputs: &[GateOutput],
) -> Result<()> {
    match stick.newest()?.cle {
        Cle::Enrolled(Enrolled {
            seq,
            cells: Some(cells),
            ..
        }) => crate::opening::open_cells(&cells, ds, header, seq, outputs)
            .map(drop)
            .map_err(|_| Trouble::StickDamaged),
        _ => Err(Trouble::StickDamaged),
    }
}

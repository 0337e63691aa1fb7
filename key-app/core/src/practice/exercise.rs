//! A practice stick made anew: with the next voucher of a folder, and an invented person in it.

use super::{fill, open, people::Person, reset};
use crate::{
    Opened,
    fleet::{Fault, Fleet, Plan},
    provision::Provision,
    stick::Stick,
    trouble::Trouble,
    watch::Watch,
};
use crypto::code::Code;
use jiff::tz::TimeZone;
use std::path::Path;
use wire::{Random, Realm};

/// What practice sticks are made from. All of it is public.
#[derive(Debug, Clone, Copy)]
pub struct Exercise<'a> {
    /// The practice structure. Its numbers do not count.
    pub plan: &'a Plan,
    /// A folder of vouchers. Those that are used go from it.
    pub vouchers: &'a Path,
    /// Who each stick is.
    pub person: &'static Person,
    /// The code of each stick.
    pub code: &'a Code,
    /// Unix seconds.
    pub now: u64,
    /// Where its days are counted.
    pub zone: &'a TimeZone,
}

impl Exercise<'_> {
    /// Makes a practice stick, or a blank one, as on the first day, whatever was done with it, and puts the person into
    /// its space. A stick that was prepared and never opened costs no voucher. Returns how many things were put in.
    ///
    /// # Errors
    /// As [`reset`]; [`Fault::NoVoucher`] where none is left of this structure. Cut at any time, it begins again.
    pub async fn begin_on(
        &self,
        stick: &Stick,
        random: &mut dyn Random,
        watch: &dyn Watch,
    ) -> Result<usize, Fault> {
        // Each is an opening: on the heap, for a thread of the window has little stack.
        let first = Box::pin(self.first(stick, random, watch)).await?;
        let opened = match first {
            Some(opened) => opened,
            None => Box::pin(self.reset(stick, random, watch)).await?,
        };
        let mut space = opened.space;
        let today = space.today(self.zone);
        let put = Box::pin(fill(&mut space, self.person, today, random)).await?;
        space.lock(stick, random).await?;
        Ok(put)
    }

    /// What a stick opens that was prepared for this structure and that nobody has opened; nothing where it wants
    /// another voucher.
    async fn first(
        &self,
        stick: &Stick,
        random: &mut dyn Random,
        watch: &dyn Watch,
    ) -> Result<Option<Opened>, Trouble> {
        match stick.structure() {
            Ok((Realm::Practice, structure, _)) if structure == self.plan.structure => {}
            _ => return Ok(None),
        }
        if !stick.is_only_prepared()? {
            return Ok(None);
        }
        match open(stick, self.code, random, watch).await {
            Ok(opened) => Ok(Some(opened)),
            // Its voucher is used, or has ended.
            Err(Trouble::Refused(_)) => Ok(None),
            Err(other) => Err(other),
        }
    }

    /// A reset with the next voucher of the folder that the portal takes.
    async fn reset(
        &self,
        stick: &Stick,
        random: &mut dyn Random,
        watch: &dyn Watch,
    ) -> Result<Opened, Fault> {
        loop {
            let (file, voucher) = Fleet::single(self.plan, self.vouchers, self.now)?;
            let from = Provision {
                structure: self.plan.structure,
                realm: self.plan.realm,
                locator: self.plan.locator.clone(),
                voucher,
            };
            // A reset that was cut has left its voucher here, and the portal knows it already.
            let is_used = |trouble: &Trouble| trouble.code() == Some(wire::Code::VoucherUsed);
            let opened = match reset(stick, &from, self.code, self.now, random, watch).await {
                Ok(opened) => Some(opened),
                Err(trouble) if is_used(&trouble) => None,
                Err(other) => return Err(other.into()),
            };
            std::fs::remove_file(&file).map_err(|error| {
                Fault::Journal(format!("{} is used: remove it ({error})", file.display()))
            })?;
            if let Some(opened) = opened {
                return Ok(opened);
            }
        }
    }
}

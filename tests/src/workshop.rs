//! A mediator's table: a program folder, vouchers, and a fleet that takes up both.

use crate::world::{TODAY, World};
use anyhow::Result;
use key_core::{
    contents,
    fleet::{Consent, Fault, Fleet, Ground, Made, Numbers, Plan, Probe, Programs},
};
use std::{fs, path::PathBuf};
use tempfile::TempDir;
use wire::{
    Realm,
    random::System,
    structure::{PRACTICE_LOCATOR, VoucherKind},
};

/// The table. Cleans itself.
pub struct Workshop {
    folder: TempDir,
    /// What every stick is written for.
    pub plan: Plan,
}

impl Workshop {
    /// A table for `count` sticks from `first` on, with as many vouchers, and these programs.
    ///
    /// # Errors
    /// Where the folder does not take it.
    pub fn of(world: &World, first: u32, count: u32, programs: &[(&str, usize)]) -> Result<Self> {
        // Hundreds of sticks are synced file by file: in memory where there is such a folder.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir())?;
        let public = world.structure.public();
        let workshop = Self {
            plan: Plan {
                numbers: Numbers::new(first, count)?,
                structure: public.root.fingerprint(),
                realm: public.realm,
                locator: public.locator.clone(),
            },
            folder,
        };
        fs::create_dir(workshop.vouchers())?;
        fs::create_dir(workshop.programs())?;
        for (number, (name, size)) in programs.iter().enumerate() {
            let path = workshop.programs().join(name);
            if let Some(above) = path.parent() {
                fs::create_dir_all(above)?;
            }
            // Another pattern in each, and none that repeats with the size of a sector.
            let byte = |at: usize| u8::try_from((at * 7 + at / 251 + number) % 251);
            fs::write(path, (0..*size).map(byte).collect::<Result<Vec<u8>, _>>()?)?;
        }
        contents::write_list(&workshop.programs())?;
        for number in 0..count {
            workshop.voucher(world, &format!("bon-{number:04}"), VoucherKind::Account, 31)?;
        }
        Ok(workshop)
    }

    /// Puts one more voucher on the table, good for so many days.
    ///
    /// # Errors
    /// Where the folder does not take it.
    pub fn voucher(&self, world: &World, name: &str, kind: VoucherKind, days: u64) -> Result<()> {
        let expires = TODAY + days * 86_400;
        let signed = world.structure.voucher(&mut System::new(), kind, expires);
        fs::write(self.vouchers().join(name), wire::encode(&signed))?;
        Ok(())
    }

    /// Lays the locator of a practice structure beside the vouchers: from then on the folder says whose they are.
    ///
    /// # Errors
    /// Where the folder does not take it.
    pub fn names(&self, world: &World) -> Result<()> {
        let locator = wire::encode(&world.structure.public().locator);
        Ok(fs::write(self.vouchers().join(PRACTICE_LOCATOR), locator)?)
    }

    /// Takes the fleet up, as the command does at each start.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn fleet(&self) -> Result<Fleet, Fault> {
        self.fleet_at(TODAY)
    }

    /// The same at another hour.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn fleet_at(&self, now: u64) -> Result<Fleet, Fault> {
        let programs = Programs::read(&self.programs(), None)?;
        Fleet::open(self.plan.clone(), programs, &self.vouchers(), now)
    }

    /// The same in a realm that the vouchers may not be of.
    #[must_use]
    pub fn in_realm(mut self, realm: Realm) -> Self {
        self.plan.realm = realm;
        self
    }

    /// The folder of the vouchers and the journal.
    #[must_use]
    pub fn vouchers(&self) -> PathBuf {
        self.folder.path().join("bons")
    }

    /// The program folder.
    #[must_use]
    pub fn programs(&self) -> PathBuf {
        self.folder.path().join("programmes")
    }

    /// A blank stick.
    ///
    /// # Errors
    /// Where the folder cannot be made.
    pub fn blank(&self, name: &str) -> Result<key_core::stick::Folder> {
        let path = self.folder.path().join("cles").join(name);
        fs::create_dir_all(&path)?;
        Ok(key_core::stick::Folder::new(path))
    }
}

/// One stick written as it comes, at the tests' hour.
///
/// # Errors
/// [`Fault`].
pub fn write(fleet: &Fleet, ground: &impl Ground) -> Result<Made, Fault> {
    write_with(fleet, ground, Consent::BlankOnly, Probe::Written)
}

/// The same with another consent or probe.
///
/// # Errors
/// [`Fault`].
pub fn write_with(
    fleet: &Fleet,
    ground: &impl Ground,
    consent: Consent,
    probe: Probe,
) -> Result<Made, Fault> {
    fleet.write(ground, consent, probe, TODAY, &mut |_, _| {})
}

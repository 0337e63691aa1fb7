//! A folder of vouchers that says whose they are: the root-signed locator of a practice structure lies beside them
//! (ADR 0045). No folder says so of a real structure.

use super::{Fault, Numbers, Plan, pool::Pool};
use crate::stick::Stick;
use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};
use wire::{
    Realm, SigPublic,
    structure::{PRACTICE_LOCATOR, RootChain, SignedLocator, SignedVoucher, StructureError},
};

/// Why a folder that names a practice structure is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadFolder {
    /// What names the structure is damaged, or was never signed by it.
    #[error("its {PRACTICE_LOCATOR} is damaged, or false")]
    Locator,
    /// What names the structure is of a real one, and only a stick says which real one counts.
    #[error("its {PRACTICE_LOCATOR} is of a real structure")]
    RealLocator,
    /// No voucher is of the structure that the folder names.
    #[error("its vouchers are of another structure than its {PRACTICE_LOCATOR}")]
    OtherVouchers,
    /// Real vouchers lie in a folder for practice.
    #[error("real vouchers lie in a folder for practice")]
    RealVouchers,
    /// Vouchers of several practice structures lie in it.
    #[error("vouchers of several structures lie in it")]
    Mixed,
}

/// Whose a voucher is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Named,
    Other,
    Real,
}

impl Plan {
    /// Sticks of the practice structure that a folder of vouchers names; where it names none, of the structure that
    /// this stick belongs to.
    ///
    /// # Errors
    /// [`Fault::Folder`] where the folder names a structure and is not to be believed; [`Fault::Stick`] where this
    /// stick belongs to none.
    pub fn of(vouchers: &Path, stick: &Stick, numbers: Numbers) -> Result<Self, Fault> {
        match Self::named(vouchers, numbers)? {
            Some(plan) => Ok(plan),
            None => Ok(Self::beside(stick, numbers)?),
        }
    }

    /// Sticks of the practice structure that a folder of vouchers names, if it names one.
    ///
    /// # Errors
    /// [`Fault::Folder`] where it does and is not to be believed; [`Fault::Journal`] where it cannot be read.
    pub fn named(vouchers: &Path, numbers: Numbers) -> Result<Option<Self>, Fault> {
        let Some(locator) = read(vouchers)? else {
            return Ok(None);
        };
        let structure = locator.roots.first.fingerprint();
        let is_real = || {
            let claimed = locator.locator.claimed();
            claimed.is_ok_and(|claimed| claimed.realm == Realm::Prod)
        };
        match locator.verify(Realm::Practice, &structure) {
            Ok(_) => {}
            Err(StructureError::WrongRealm) => return Err(BadFolder::RealLocator.into()),
            Err(_) if is_real() => return Err(BadFolder::RealLocator.into()),
            Err(_) => return Err(BadFolder::Locator.into()),
        }
        let roots = roots(&locator.roots);
        let pool = Pool::read(vouchers)?;
        let found: Vec<Whose> = pool.each().map(|signed| whose(signed, &roots)).collect();
        let is_there = |whose| found.contains(&whose);
        if is_there(Whose::Real) {
            return Err(BadFolder::RealVouchers.into());
        }
        if is_there(Whose::Other) {
            let mixed = is_there(Whose::Named);
            return Err(if mixed {
                BadFolder::Mixed.into()
            } else {
                BadFolder::OtherVouchers.into()
            });
        }
        Ok(Some(Self {
            numbers,
            structure,
            realm: Realm::Practice,
            locator,
        }))
    }
}

/// What names the structure, if it is there.
fn read(folder: &Path) -> Result<Option<SignedLocator>, Fault> {
    let path = folder.join(PRACTICE_LOCATOR);
    match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Fault::Journal(error.to_string())),
        // A link leads out of the folder, and a pipe never ends.
        Ok(about) if !about.is_file() => return Err(BadFolder::Locator.into()),
        Ok(_) => {}
    }
    let mut bytes = Vec::new();
    let read = File::open(&path).and_then(|file| {
        file.take(SignedLocator::MAX as u64 + 1)
            .read_to_end(&mut bytes)
    });
    let locator = read
        .ok()
        .and_then(|_| wire::decode_canonical(&bytes, SignedLocator::MAX).ok());
    locator.map(Some).ok_or_else(|| BadFolder::Locator.into())
}

/// Every root that the structure has or had.
fn roots(chain: &RootChain) -> Vec<SigPublic> {
    let successors = chain.successors.iter();
    let later = successors.filter_map(|step| step.claimed().ok().map(|step| step.next));
    std::iter::once(chain.first).chain(later).collect()
}

/// A voucher that ended, or whose root was followed, is still of its structure.
fn whose(signed: &SignedVoucher, roots: &[SigPublic]) -> Whose {
    let claimed = signed.voucher.claimed();
    if !claimed.is_ok_and(|voucher| voucher.realm == Realm::Practice) {
        return Whose::Real;
    }
    let is_named = |root| signed.officer.verify(Realm::Practice, root).is_ok();
    if roots.iter().any(is_named) {
        Whose::Named
    } else {
        Whose::Other
    }
}

//! Vouchers in a folder, each for one stick.

use super::{Fault, Plan, journal::JOURNAL};
use std::{
    collections::BTreeSet,
    fs::File,
    io::{self, Read},
    path::Path,
};
use wire::{
    SigPublic, VoucherId,
    structure::{PRACTICE_LOCATOR, SignedVoucher, StructureError, VoucherKind},
};

/// Why a file of the folder starts no stick.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// It is no voucher, or damaged.
    #[error("no voucher, or damaged")]
    Damaged,
    /// Another structure signed it, or an officer who no longer counts for this root.
    #[error("of another structure")]
    OtherStructure,
    /// It is of the other realm: practice and production never meet.
    #[error("of the other realm")]
    OtherRealm,
    /// It starts no new space.
    #[error("for another purpose than a new space")]
    OtherKind,
    /// It has ended, or its officer has.
    #[error("ended")]
    Ended,
    /// It does not count yet: the date of this computer is wrong.
    #[error("not yet: look at the date of this computer")]
    NotYet,
    /// Another file is the same voucher.
    #[error("twice in the folder")]
    Twice,
    /// A stick was written with it.
    #[error("used")]
    Used,
}

/// What a folder holds.
#[derive(Debug, Default)]
pub(super) struct Pool {
    /// In the order of file names.
    vouchers: Vec<Pooled>,
    unread: Vec<(String, Unusable)>,
}

#[derive(Debug)]
struct Pooled {
    file: String,
    id: VoucherId,
    signed: SignedVoucher,
}

impl Pool {
    /// Reads every file of the folder but the journal, and what names the structure.
    pub(super) fn read(folder: &Path) -> Result<Self, Fault> {
        let mut pool = Self::default();
        let mut seen = BTreeSet::new();
        for file in names(folder).map_err(|error| Fault::Journal(error.to_string()))? {
            match read(&folder.join(&file)) {
                Some((id, _)) if !seen.insert(id) => pool.unread.push((file, Unusable::Twice)),
                Some((id, signed)) => pool.vouchers.push(Pooled { file, id, signed }),
                None => pool.unread.push((file, Unusable::Damaged)),
            }
        }
        Ok(pool)
    }

    /// Every voucher, whoever signed it.
    pub(super) fn each(&self) -> impl Iterator<Item = &SignedVoucher> {
        self.vouchers.iter().map(|pooled| &pooled.signed)
    }

    /// The first voucher that counts at `now` and that nobody used.
    pub(super) fn next(
        &self,
        plan: &Plan,
        used: &BTreeSet<VoucherId>,
        now: u64,
    ) -> Result<(VoucherId, SignedVoucher), Fault> {
        let root = root(plan)?;
        let mut unusable = self.unread.clone();
        for pooled in &self.vouchers {
            match standing(pooled, plan, &root, used, now) {
                None => return Ok((pooled.id, pooled.signed.clone())),
                Some(why) => unusable.push((pooled.file.clone(), why)),
            }
        }
        Err(Fault::NoVoucher(unusable))
    }

    /// The file that the voucher of this id lies in.
    pub(super) fn file(&self, id: VoucherId) -> Option<&str> {
        let pooled = self.vouchers.iter().find(|pooled| pooled.id == id)?;
        Some(&pooled.file)
    }

    /// The voucher of this id, if it still counts at `now`.
    pub(super) fn same(&self, plan: &Plan, id: VoucherId, now: u64) -> Option<SignedVoucher> {
        let root = root(plan).ok()?;
        let pooled = self.vouchers.iter().find(|pooled| pooled.id == id)?;
        let counts = standing(pooled, plan, &root, &BTreeSet::new(), now).is_none();
        counts.then(|| pooled.signed.clone())
    }

    /// How many vouchers count at `now` and were not used, and every file that starts no stick.
    pub(super) fn census(
        &self,
        plan: &Plan,
        used: &BTreeSet<VoucherId>,
        now: u64,
    ) -> Result<(usize, Vec<(String, Unusable)>), Fault> {
        let root = root(plan)?;
        let mut unusable = self.unread.clone();
        let mut left = 0;
        for pooled in &self.vouchers {
            match standing(pooled, plan, &root, used, now) {
                None => left += 1,
                Some(why) => unusable.push((pooled.file.clone(), why)),
            }
        }
        Ok((left, unusable))
    }
}

/// The root that signs for the structure now, if the locator is the structure's.
fn root(plan: &Plan) -> Result<SigPublic, Fault> {
    let roots = &plan.locator.roots;
    let verified = plan.locator.verify(plan.realm, &plan.structure);
    verified
        .and_then(|_| roots.current(plan.realm, &plan.structure))
        .map_err(|_| {
            Fault::Stick(crate::Trouble::StickState(
                "the locator is not this structure's",
            ))
        })
}

fn standing(
    pooled: &Pooled,
    plan: &Plan,
    root: &SigPublic,
    used: &BTreeSet<VoucherId>,
    now: u64,
) -> Option<Unusable> {
    if used.contains(&pooled.id) {
        return Some(Unusable::Used);
    }
    let claimed = pooled.signed.voucher.claimed();
    if claimed.is_ok_and(|voucher| voucher.realm != plan.realm) {
        return Some(Unusable::OtherRealm);
    }
    match pooled.signed.verify(plan.realm, root, now) {
        Ok(voucher) if voucher.kind == VoucherKind::Account => None,
        Ok(_) => Some(Unusable::OtherKind),
        Err(StructureError::Expired) => {
            let officer = pooled.signed.officer.claimed();
            let early = officer.is_ok_and(|officer| now < officer.not_before);
            Some(if early {
                Unusable::NotYet
            } else {
                Unusable::Ended
            })
        }
        Err(StructureError::WrongRealm) => Some(Unusable::OtherRealm),
        Err(_) => Some(Unusable::OtherStructure),
    }
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let beside = [JOURNAL, PRACTICE_LOCATOR].contains(&name.as_str());
        if entry.file_type()?.is_file() && !beside {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn read(path: &Path) -> Option<(VoucherId, SignedVoucher)> {
    let mut bytes = Vec::new();
    let file = File::open(path).ok()?;
    file.take(SignedVoucher::MAX as u64 + 1)
        .read_to_end(&mut bytes)
        .ok()?;
    let signed: SignedVoucher = wire::decode_canonical(&bytes, SignedVoucher::MAX).ok()?;
    let id = signed.voucher.claimed().ok()?.id;
    Some((id, signed))
}

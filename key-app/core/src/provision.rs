//! What a mediator writes on an empty stick: where the portal is, and the right to enrol once.
//! No key, no secret: a mediator cannot clone a future key.

use crate::{
    stick::Stick,
    trouble::{Result, Trouble},
};
use crypto::stick::{Cle, HeaderDraft, Prepared};
use wire::{
    Hash, Realm,
    structure::{SignedLocator, SignedVoucher},
    suite::SUITE,
};

/// What a provisioning is made from. All of it is public.
#[derive(Debug, Clone)]
pub struct Provision {
    /// Fingerprint of the structure's first root, as the structure hands it out.
    pub structure: Hash,
    /// The realm.
    pub realm: Realm,
    /// Root-signed addresses.
    pub locator: SignedLocator,
    /// Officer-signed, used once.
    pub voucher: SignedVoucher,
}

/// Writes both copies and reads them back. A stick that already has keys is refused.
///
/// # Errors
/// [`Trouble`] where the signatures do not fit together or the stick takes no files.
pub fn provision(stick: &Stick, from: &Provision, now: u64) -> Result<()> {
    match stick.newest() {
        Ok(copy) if matches!(copy.cle, Cle::Enrolled(_)) => {
            return Err(Trouble::StickState("it has keys already: wipe it first"));
        }
        // Prepared, empty or damaged before it ever had keys: written anew.
        Ok(_) | Err(Trouble::StickState(_)) => {}
        Err(Trouble::StickDamaged) => {
            return Err(Trouble::StickState("it has damaged files: wipe it first"));
        }
        Err(other) => return Err(other),
    }
    let draft = verified(from, now)?;
    stick.write_both(&Cle::Prepared(Prepared {
        draft,
        locator: from.locator.clone(),
        voucher: from.voucher.clone(),
    }))
}

/// The header that a stick begins with, if all of it is this structure's.
pub(crate) fn verified(from: &Provision, now: u64) -> Result<HeaderDraft> {
    let locator = from
        .locator
        .verify(from.realm, &from.structure)
        .map_err(|_| Trouble::StickState("the locator is not this structure's"))?;
    let root = from
        .locator
        .roots
        .current(from.realm, &from.structure)
        .map_err(|_| Trouble::StickState("the locator is not this structure's"))?;
    let voucher = from
        .voucher
        .verify(from.realm, &root, now)
        .map_err(|_| Trouble::StickState("the voucher is not this structure's, or has expired"))?;
    Ok(HeaderDraft {
        suite: SUITE,
        realm: from.realm,
        rp_id: locator.rp_id,
        origin: locator.origin,
        gates: voucher.gates.clone(),
        threshold: threshold(voucher.gates.len()),
        structure: from.structure,
    })
}

/// One gate: that one. More: all but one, so that one of them may be away.
fn threshold(gates: usize) -> u8 {
    u8::try_from(gates.saturating_sub(1).max(1)).unwrap_or(u8::MAX)
}

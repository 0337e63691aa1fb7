//! The right to begin: signed by an officer of the structure, good for one stick.

use wire::{
    Code, Realm, SigPublic,
    structure::{SignedVoucher, StructureError, Voucher},
};

use super::Outcome;

/// The voucher, if an officer of this structure signed it for this realm and it counts at `at`.
pub(crate) fn believe(
    signed: &SignedVoucher,
    realm: Realm,
    root: &SigPublic,
    at: u64,
) -> Outcome<Voucher> {
    // Said plainly to a practice stick at a real portal, whose signatures could never fit.
    if signed.voucher.claimed().is_ok_and(|v| v.realm != realm) {
        return Err(Code::WrongRealm.into());
    }
    signed.verify(realm, root, at).map_err(|error| {
        match error {
            StructureError::Expired => Code::VoucherExpired,
            StructureError::WrongRealm => Code::WrongRealm,
            StructureError::OtherRoot | StructureError::Signature | StructureError::Rule => {
                Code::VoucherRefused
            }
        }
        .into()
    })
}

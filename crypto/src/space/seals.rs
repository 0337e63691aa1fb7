//! Account keys sealed to a slot, and a slot's gate keys sealed to the owner.

use crate::{
    Opening, Result,
    keys::{AdminKeys, AkAdmin, AkOpen, KemKey, SlotAdmin, SlotOpen, seal},
    secret::Secret,
};
use wire::{
    AccountId, Label, Part, Random, Realm, SigPublic, Signed, SlotId,
    seal::{KemPublic, Sealed},
    slot::{SlotKeys, SlotSeals},
};
use zeroize::Zeroizing;

/// Where seals belong.
#[derive(Debug, Clone, Copy)]
pub struct SealPlace {
    /// The realm.
    pub realm: Realm,
    /// The account.
    pub account: AccountId,
    /// The slot.
    pub slot: SlotId,
    /// g.
    pub generation: u32,
}

impl SealPlace {
    fn parts(&self) -> [Part<'_>; 3] {
        [
            Part::Bytes(&self.account.0),
            Part::Bytes(&self.slot.0),
            Part::Uint(self.generation.into()),
        ]
    }
}

/// Seals AK_open(g) ‖ root and AK_admin(g) ‖ root to the public halves of a slot, whose stick need
/// not be there.
///
/// # Errors
/// [`Opening::Damaged`] where a public half is no X-Wing key.
pub fn seal_slot(
    place: &SealPlace,
    open_to: &KemPublic,
    admin_to: &KemPublic,
    ak_open: &AkOpen,
    admin: &AdminKeys,
    random: &mut dyn Random,
) -> Result<Signed<SlotSeals>> {
    let root = admin.root.public();
    let open = with_root(&ak_open.0, &root);
    let adm = with_root(&admin.ak().0, &root);
    let parts = place.parts();
    let seals = SlotSeals {
        account: place.account,
        slot: place.slot,
        generation: place.generation,
        open_to: open_to.fingerprint(),
        open: seal(
            open_to,
            place.realm,
            Label::SealAkOpen,
            &parts,
            &*open,
            random,
        )?,
        admin_to: admin_to.fingerprint(),
        admin: seal(
            admin_to,
            place.realm,
            Label::SealAkAdmin,
            &parts,
            &*adm,
            random,
        )?,
    };
    Ok(admin.root.sign(place.realm, &seals))
}

/// Opens AK_open with slot_open. `root` is the root key of generation g from the verified log; the
/// seal must be signed by it and name it inside.
///
/// # Errors
/// [`Opening`] where it does not fit.
pub fn open_everyday(
    place: &SealPlace,
    slot: &SlotOpen,
    seals: &Signed<SlotSeals>,
    root: &SigPublic,
) -> Result<AkOpen> {
    let seals = verified(place, seals, root)?;
    if seals.open_to != slot.kem.fingerprint() {
        return Err(Opening::Refused);
    }
    let plain = slot
        .kem
        .open(place.realm, Label::SealAkOpen, &place.parts(), &seals.open)?;
    without_root(&plain, root).map(AkOpen)
}

/// Opens AK_admin with slot_admin.
///
/// # Errors
/// [`Opening`] where it does not fit.
pub fn open_admin(
    place: &SealPlace,
    slot: &SlotAdmin,
    seals: &Signed<SlotSeals>,
    root: &SigPublic,
) -> Result<AdminKeys> {
    let seals = verified(place, seals, root)?;
    if seals.admin_to != slot.kem.fingerprint() {
        return Err(Opening::Refused);
    }
    let plain = slot.kem.open(
        place.realm,
        Label::SealAkAdmin,
        &place.parts(),
        &seals.admin,
    )?;
    let keys = AkAdmin(without_root(&plain, root)?).derive_keys(place.realm, place.generation);
    if keys.root.public() == *root {
        Ok(keys)
    } else {
        Err(Opening::Refused)
    }
}

/// Seals which gate keys belong to a slot, so that its stick can be destroyed without being there.
///
/// # Errors
/// [`Opening::Damaged`] where the reader key is no X-Wing key.
pub fn seal_slot_keys(
    realm: Realm,
    account: &AccountId,
    slot: &SlotId,
    keys: &SlotKeys,
    reader: &KemPublic,
    random: &mut dyn Random,
) -> Result<Sealed> {
    let parts = [Part::Bytes(&account.0), Part::Bytes(&slot.0)];
    seal(
        reader,
        realm,
        Label::SealSlotKeys,
        &parts,
        &wire::encode(keys),
        random,
    )
}

/// Opens what [`seal_slot_keys`] sealed.
///
/// # Errors
/// [`Opening`] where it does not fit.
pub fn open_slot_keys(
    realm: Realm,
    account: &AccountId,
    slot: &SlotId,
    sealed: &Sealed,
    reader: &KemKey,
) -> Result<SlotKeys> {
    let parts = [Part::Bytes(&account.0), Part::Bytes(&slot.0)];
    let plain = reader.open(realm, Label::SealSlotKeys, &parts, sealed)?;
    Ok(wire::decode_canonical(&plain, 256)?)
}

fn verified(place: &SealPlace, seals: &Signed<SlotSeals>, root: &SigPublic) -> Result<SlotSeals> {
    let seals = seals.verify(place.realm, root)?;
    let here = seals.account == place.account
        && seals.slot == place.slot
        && seals.generation == place.generation;
    if here {
        Ok(seals)
    } else {
        Err(Opening::Refused)
    }
}

fn with_root(ak: &Secret<32>, root: &SigPublic) -> Zeroizing<[u8; 64]> {
    let mut out = Zeroizing::new([0; 64]);
    out[..32].copy_from_slice(ak.expose());
    out[32..].copy_from_slice(&root.0);
    out
}

fn without_root(plain: &[u8], root: &SigPublic) -> Result<Secret<32>> {
    let (ak, named) = plain.split_at_checked(32).ok_or(Opening::Damaged)?;
    if named != root.0 {
        return Err(Opening::Refused);
    }
    Secret::from_slice(ak).ok_or(Opening::Damaged)
}

//! Key boxes: a folder's key sealed to one reader.

use crate::{
    Opening, Result,
    keys::{FolderKey, KemKey, SigningKey, seal},
};
use wire::{
    AccountId, Label, Part, Random, Realm, SigPublic, Signed,
    folder::Folder,
    manifest::{BoxFor, KeyBox},
    seal::KemPublic,
};

/// Which folder key a box carries.
#[derive(Debug, Clone, Copy)]
pub struct BoxPlace {
    /// The realm.
    pub realm: Realm,
    /// The account whose folder it is.
    pub account: AccountId,
    /// The folder.
    pub folder: Folder,
    /// The epoch.
    pub epoch: u32,
}

/// Seals a folder key to `recipient` and signs the box as author.
///
/// # Errors
/// [`Opening::Damaged`] where the recipient is no X-Wing key.
pub fn seal_box(
    place: &BoxPlace,
    key: &FolderKey,
    recipient: &KemPublic,
    why: BoxFor,
    author: &SigningKey,
    random: &mut dyn Random,
) -> Result<Signed<KeyBox>> {
    let fingerprint = recipient.fingerprint();
    let (code, mandate) = (why_code(why), why_id(why));
    let parts = parts(place, code, &mandate);
    let sealed = seal(
        recipient,
        place.realm,
        Label::SealBox,
        &parts,
        key.0.expose(),
        random,
    )?;
    let key_box = KeyBox {
        account: place.account,
        folder: place.folder,
        epoch: place.epoch,
        recipient: fingerprint,
        why,
        sealed,
    };
    Ok(author.sign(place.realm, &key_box))
}

/// Opens a box that `author` must have signed for this place and reader.
///
/// # Errors
/// [`Opening`] where it does not fit.
pub fn open_box(
    place: &BoxPlace,
    key_box: &Signed<KeyBox>,
    why: BoxFor,
    reader: &KemKey,
    author: &SigPublic,
) -> Result<FolderKey> {
    let key_box = key_box.verify(place.realm, author)?;
    let here = key_box.account == place.account
        && key_box.folder == place.folder
        && key_box.epoch == place.epoch
        && key_box.why == why
        && key_box.recipient == reader.fingerprint();
    if !here {
        return Err(Opening::Refused);
    }
    let (code, mandate) = (why_code(why), why_id(why));
    let plain = reader.open(
        place.realm,
        Label::SealBox,
        &parts(place, code, &mandate),
        &key_box.sealed,
    )?;
    FolderKey::from_slice(&plain)
}

fn parts<'p>(place: &'p BoxPlace, why: u64, mandate: &'p [u8]) -> [Part<'p>; 5] {
    [
        Part::Bytes(&place.account.0),
        Part::Uint(place.folder.code().into()),
        Part::Uint(place.epoch.into()),
        Part::Uint(why),
        Part::Bytes(mandate),
    ]
}

fn why_code(why: BoxFor) -> u64 {
    match why {
        BoxFor::Owner => 0,
        BoxFor::Mandate(_) => 1,
    }
}

fn why_id(why: BoxFor) -> Vec<u8> {
    match why {
        BoxFor::Owner => Vec::new(),
        BoxFor::Mandate(mandate) => mandate.0.to_vec(),
    }
}

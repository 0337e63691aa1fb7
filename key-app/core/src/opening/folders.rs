//! The folders of a space, opened with the keys in their boxes.

use crate::trouble::{Result, Trouble};
use crypto::{
    keys::{FolderKey, OpenKeys},
    space::{Body, BoxPlace, open_box, open_manifest},
    stick::FolderHead,
};
use std::collections::BTreeMap;
use wire::{
    Signed,
    api::SyncAnswer,
    folder::Folder,
    log::LogState,
    manifest::{BoxFor, KeyBox, Manifest},
};

/// One folder, open.
pub(crate) struct FolderView {
    pub(crate) key: FolderKey,
    pub(crate) head: FolderHead,
    pub(crate) body: Body,
}

/// Opens every folder that the log names, and no other one.
pub(crate) fn open_folders(
    log: &LogState,
    keys: &OpenKeys,
    answer: &SyncAnswer,
) -> Result<BTreeMap<Folder, FolderView>> {
    let folders = reopen_folders(log, keys, answer, &BTreeMap::new())?;
    if folders.keys().eq(log.folders.keys()) {
        Ok(folders)
    } else {
        Err(Trouble::Unverified)
    }
}

/// Opens every manifest of the answer, with a key from its box or, within an epoch, the one known.
pub(super) fn reopen_folders(
    log: &LogState,
    keys: &OpenKeys,
    answer: &SyncAnswer,
    known: &BTreeMap<Folder, FolderView>,
) -> Result<BTreeMap<Folder, FolderView>> {
    let mut boxes = BTreeMap::new();
    for bytes in &answer.boxes {
        let key_box = Signed::<KeyBox>::from_bytes(bytes).map_err(|_| Trouble::Unverified)?;
        let folder = key_box.claimed().map_err(|_| Trouble::Unverified)?.folder;
        boxes.insert(folder, key_box);
    }
    let mut folders = BTreeMap::new();
    for bytes in &answer.manifests {
        let manifest = Manifest::from_bytes(bytes).map_err(|_| Trouble::Unverified)?;
        let folder = manifest
            .header
            .claimed()
            .map_err(|_| Trouble::Unverified)?
            .folder;
        let state = log.folders.get(&folder).ok_or(Trouble::Unverified)?;
        let key = match (boxes.get(&folder), known.get(&folder)) {
            (Some(key_box), _) if key_box.hash() == state.owner_box => {
                let place = BoxPlace {
                    realm: log.realm,
                    account: log.account,
                    folder,
                    epoch: state.epoch,
                };
                open_box(
                    &place,
                    key_box,
                    BoxFor::Owner,
                    &keys.reader,
                    &log.keys.author,
                )?
            }
            (None, Some(view)) if view.head.epoch == state.epoch => view.key.copied(),
            _ => return Err(Trouble::Unverified),
        };
        let (header, body) = open_manifest(
            log.realm,
            &log.account,
            folder,
            &manifest,
            &key,
            &log.keys.author,
        )?;
        if header.epoch != state.epoch {
            return Err(Trouble::RolledBack);
        }
        let head = FolderHead {
            epoch: header.epoch,
            seq: header.seq,
            hash: manifest.header.hash(),
        };
        if folders
            .insert(folder, FolderView { key, head, body })
            .is_some()
        {
            return Err(Trouble::Unverified);
        }
    }
    Ok(folders)
}

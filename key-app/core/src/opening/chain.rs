//! Whether a folder's newest list follows, list by list, from the one that was seen before. Without this
//! a portal could keep two histories apart for a while, then show one as the other's continuation.

use crate::{
    portal::Portal,
    trouble::{Result, Trouble},
};
use crypto::stick::FolderHead;
use minicbor::bytes::ByteVec;
use std::collections::BTreeMap;
use wire::{
    Hash, Signed,
    api::{ChainAnswer, ChainRequest},
    folder::Folder,
    manifest::{Manifest, ManifestHeader},
};

/// Answers that one chain may come in. Without an end a portal could keep an app asking for ever.
const ANSWERS: usize = 1_024;

/// Makes sure that each manifest sent follows from the head seen before. Each header names the hash of
/// the one before it, so the last, which is verified elsewhere, proves them all.
pub(crate) async fn linked(
    portal: &Portal,
    before: &BTreeMap<Folder, FolderHead>,
    manifests: &[ByteVec],
) -> Result<()> {
    for bytes in manifests {
        let manifest = Manifest::from_bytes(bytes).map_err(|_| Trouble::Unverified)?;
        let newest = manifest.header.claimed().map_err(|_| Trouble::Unverified)?;
        if let Some(seen) = before.get(&newest.folder)
            && newest.seq > seen.seq
        {
            let last = last_before(portal, seen, &newest).await?;
            if last != newest.prev {
                return Err(Trouble::RolledBack);
            }
        }
    }
    Ok(())
}

/// The hash of the manifest right before `newest`, reached from the one seen.
async fn last_before(portal: &Portal, seen: &FolderHead, newest: &ManifestHeader) -> Result<Hash> {
    let (mut seq, mut hash) = (seen.seq, seen.hash);
    for _ in 0..ANSWERS {
        if seq + 1 == newest.seq {
            return Ok(hash);
        }
        let request = ChainRequest {
            folder: newest.folder,
            after: seq,
            before: newest.seq,
        };
        let answer: ChainAnswer = match portal.post("v1/chain", &request).await {
            // A portal that does not show how it came here may not have come from there.
            Err(Trouble::Refused(_)) => return Err(Trouble::RolledBack),
            other => other?,
        };
        if answer.headers.is_empty() {
            return Err(Trouble::RolledBack);
        }
        for bytes in &answer.headers {
            let signed = Signed::<ManifestHeader>::from_bytes(bytes);
            let signed = signed.map_err(|_| Trouble::Unverified)?;
            let header = signed.claimed().map_err(|_| Trouble::Unverified)?;
            let follows = header.folder == newest.folder
                && header.seq == seq + 1
                && header.seq < newest.seq
                && header.prev == hash;
            if !follows {
                return Err(Trouble::RolledBack);
            }
            (seq, hash) = (header.seq, signed.hash());
        }
    }
    Err(Trouble::RolledBack)
}

//! A commit is read, and bounded in entries and items.

use wire::{Code, api::Commit, cbor, folder::Folder, limits};

use crate::domain::{Outcome, ensure};

/// Entries in one commit: genesis brings fourteen, a recovery some more.
const ENTRIES: usize = 64;
/// Folders that a mandate may show.
const SHOWN: usize = Folder::ALL.len() - 1;
/// Payloads of a policy: one for each share.
const PAYLOADS: usize = 5;
/// Items one commit may name: all that new keys bring, and a mandate given with them. These are the seals of
/// each slot, list and owner's box of each folder, the box of each mandate for each folder, payloads and roll
/// of a policy, two letters and the boxes of that mandate.
const ITEMS: usize = (limits::SLOTS + 1)
    + 2 * Folder::ALL.len()
    + limits::MANDATES * SHOWN
    + (PAYLOADS + 1)
    + (2 + SHOWN);

pub(super) fn read(bytes: &[u8]) -> Outcome<Commit> {
    let commit = Commit::from_bytes(bytes).map_err(|_| Code::Malformed)?;
    ensure(!commit.entries.is_empty(), Code::Malformed)?;
    let bounded = commit.entries.len() <= ENTRIES && commit.items.len() <= ITEMS;
    ensure(bounded, Code::TooLarge)?;
    let short = |entry| cbor::encode(entry).len() <= limits::LOG_ENTRY;
    ensure(commit.entries.iter().all(short), Code::TooLarge)?;
    Ok(commit)
}

//! Manifests: the owner's signed list of a folder, replaced by compare-and-set.

use minicbor::bytes::ByteVec;
use std::collections::BTreeSet;
use wire::{
    Code, Hash, SUITE,
    folder::Folder,
    log::{Head, LogState},
    manifest::{Manifest, ManifestHeader},
};

use super::{
    Outcome, blobs, drops, ensure,
    session::{self, Session},
};
use crate::{
    records::{ChainRow, ManifestRow},
    store::{Read, Table, Tx},
};

/// Replaces the manifest of a folder. The same manifest again is no error.
pub(crate) fn put(
    tx: &mut Tx<'_>,
    session: &Session,
    folder: Folder,
    bytes: &[u8],
    now: u64,
) -> Outcome<()> {
    let account = session::live(tx, session)?;
    let manifest = Manifest::from_bytes(bytes).map_err(|_| Code::Malformed)?;
    let current = current(tx, &account.state, folder)?;
    if current.is_some_and(|row| row.hash == manifest.header.hash()) {
        return Ok(());
    }
    accept(tx, &account.state, folder, &manifest, now)
}

/// Checks a manifest against the log and the one before it, and stores it.
pub(crate) fn accept(
    tx: &mut Tx<'_>,
    state: &LogState,
    folder: Folder,
    manifest: &Manifest,
    now: u64,
) -> Outcome<()> {
    let header = believed(state, manifest)?;
    let epoch = state.folders.get(&folder).map_or(0, |f| f.epoch);
    ensure(
        header.folder == folder && header.epoch <= epoch,
        Code::ManifestRefused,
    )?;
    // An older epoch is another computer's progress, not a fault.
    ensure(header.epoch == epoch, Code::ManifestConflict)?;
    let (seq, prev) =
        current(tx, state, folder)?.map_or((0, Head::NONE.hash), |row| (row.seq, row.hash));
    ensure(
        header.seq == seq + 1 && header.prev == prev,
        Code::ManifestConflict,
    )?;
    let added: BTreeSet<_> = header.refs_added.iter().collect();
    let removed: BTreeSet<_> = header.refs_removed.iter().collect();
    let sets = added.len() == header.refs_added.len()
        && removed.len() == header.refs_removed.len()
        && added.is_disjoint(&removed);
    ensure(sets, Code::ManifestRefused)?;
    drops::settle(tx, state, folder, &header.drops_taken)?;
    drops::settle(tx, state, folder, &header.drops_refused)?;
    blobs::need(tx, &state.account, folder, &header.refs_added, now)?;
    blobs::unneed(tx, &state.account, folder, &header.refs_removed, now)?;
    let row = ManifestRow {
        seq: header.seq,
        hash: manifest.header.hash(),
        bytes: ByteVec::from(wire::encode(manifest)),
    };
    tx.put_record(key(state, folder), &row);
    let link = ChainRow {
        header: ByteVec::from(wire::encode(&manifest.header)),
    };
    tx.put_record(chain_key(state, folder, header.seq), &link);
    Ok(())
}

/// Bytes of headers in one answer; the app asks again from where they end.
const CHAIN: usize = 1 << 20;
/// Headers read at once.
const PAGE: usize = 256;

/// The signed headers of a folder between two of its manifests, neither included, from the older on: as
/// many as one answer holds.
pub(crate) fn chain(
    read: &impl Read,
    session: &Session,
    folder: Folder,
    after: u64,
    before: u64,
) -> Outcome<Vec<ByteVec>> {
    let state = session::live(read, session)?.state;
    let rows = read.scan_records::<ChainRow>(
        &key(&state, folder),
        Some(&chain_key(&state, folder, after)),
        PAGE,
    )?;
    let end = chain_key(&state, folder, before);
    let (mut found, mut bytes) = (Vec::new(), 0);
    for (at, row) in rows {
        bytes += row.header.len();
        if at >= end || (bytes > CHAIN && !found.is_empty()) {
            break;
        }
        found.push(row.header);
    }
    Ok(found)
}

fn chain_key(state: &LogState, folder: Folder, seq: u64) -> Vec<u8> {
    [&key(state, folder)[..], &seq.to_be_bytes()].concat()
}

/// The current manifest of a folder.
pub(crate) fn current(
    read: &impl Read,
    state: &LogState,
    folder: Folder,
) -> Outcome<Option<ManifestRow>> {
    Ok(read.get_record(&key(state, folder))?)
}

/// Sequence number and hash of the current manifest of a folder; the manifest itself is not read.
pub(crate) fn head(
    read: &impl Read,
    state: &LogState,
    folder: Folder,
) -> Outcome<Option<(u64, Hash)>> {
    let head = read.look(Table::Manifests, &key(state, folder), ManifestRow::head);
    Ok(head?)
}

/// The header, if the author of today signed it for this account and over this ciphertext.
fn believed(state: &LogState, manifest: &Manifest) -> Outcome<ManifestHeader> {
    let claimed = manifest.header.claimed().map_err(|_| Code::Malformed)?;
    let author = &state.keys.author;
    ensure(
        claimed.author == author.fingerprint(),
        Code::StaleGeneration,
    )?;
    let header = manifest
        .header
        .verify(state.realm, author)
        .map_err(|_| Code::ManifestRefused)?;
    let fits = header.suite == SUITE
        && header.realm == state.realm
        && header.account == state.account
        && header.ciphertext == Hash::of(&manifest.ciphertext);
    ensure(fits, Code::ManifestRefused)?;
    Ok(header)
}

fn key(state: &LogState, folder: Folder) -> Vec<u8> {
    [state.account.as_ref(), &[folder.code()]].concat()
}

/// Removes every key box of a folder.
pub(crate) fn drop_boxes(tx: &mut Tx<'_>, state: &LogState, folder: Folder) -> Outcome<()> {
    for (row, _) in tx.scan(Table::Boxes, &key(state, folder), None, usize::MAX)? {
        tx.delete(Table::Boxes, row);
    }
    Ok(())
}

/// Where the key box of one recipient lies.
pub(crate) fn box_key(state: &LogState, folder: Folder, recipient: &Hash) -> Vec<u8> {
    [&key(state, folder), recipient.as_ref()].concat()
}

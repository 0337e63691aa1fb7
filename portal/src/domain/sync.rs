//! What an app lacks: entries after its head, manifests that are not its own, and with new entries
//! the boxes, seals and anchor that go with them.

use wire::{
    Code, Hash, SlotId,
    api::{SyncAnswer, SyncRequest},
    cbor,
    folder::Folder,
    log::{Entry, Head, LogState},
    manifest::BoxFor,
};

use super::{
    Outcome, Place, ensure, manifests,
    session::{self, Session},
};
use crate::{
    records::{BoxRow, LogRow, Slot, Usage},
    store::Read,
};

/// Bytes of entries in one answer; the app asks again from where they end.
const ENTRIES: usize = 3 << 20;
/// Entries read at once.
const PAGE: usize = 64;

/// The answer to an app that lacks nothing: a few short rows say so. `None` where it lacks something.
pub(crate) fn nothing_new(
    read: &impl Read,
    place: &Place,
    session: &Session,
    request: &SyncRequest,
    now: u64,
) -> Outcome<Option<SyncAnswer>> {
    let state = session::live(read, session)?.state;
    if request.log != state.head {
        return Ok(None);
    }
    for folder in Folder::ALL {
        if manifests::head(read, &state, folder)? != known(request, folder) {
            return Ok(None);
        }
    }
    let usage: Usage = read.get_record(&session.account.0)?.unwrap_or_default();
    Ok(Some(SyncAnswer {
        time: now,
        entries: Vec::new(),
        manifests: Vec::new(),
        boxes: Vec::new(),
        seals: None,
        anchor: None,
        used: usage.blobs,
        quota: place.quota,
        more: false,
    }))
}

/// Answers what the session's app lacks.
pub(crate) fn answer(
    read: &impl Read,
    place: &Place,
    session: &Session,
    request: &SyncRequest,
    now: u64,
) -> Outcome<SyncAnswer> {
    let state = session::live(read, session)?.state;
    of_account(read, place, &state, Some(&session.slot), request, now)
}

/// The same for whoever opens the account by another way than one of its slots.
pub(crate) fn of_account(
    read: &impl Read,
    place: &Place,
    state: &LogState,
    slot: Option<&SlotId>,
    request: &SyncRequest,
    now: u64,
) -> Outcome<SyncAnswer> {
    let (entries, more) = entries(read, state, &request.log)?;
    let (mut boxes, mut seals, mut anchor) = (Vec::new(), None, None);
    if !entries.is_empty() {
        boxes = owner_boxes(read, state)?;
        if let Some(slot) = slot {
            let key = [state.account.as_ref(), slot.as_ref()].concat();
            let slot: Slot = read.get_record(&key)?.ok_or(Code::Damaged)?;
            (seals, anchor) = (Some(slot.seals), slot.anchor);
        }
    }
    let mut newer = Vec::new();
    for folder in Folder::ALL {
        if manifests::head(read, state, folder)? != known(request, folder)
            && let Some(row) = manifests::current(read, state, folder)?
        {
            newer.push(row.bytes);
        }
    }
    let usage: Usage = read.get_record(&state.account.0)?.unwrap_or_default();
    Ok(SyncAnswer {
        time: now,
        entries,
        manifests: newer,
        boxes,
        seals,
        anchor,
        used: usage.blobs,
        quota: place.quota,
        more,
    })
}

/// What the app has of a folder.
fn known(request: &SyncRequest, folder: Folder) -> Option<(u64, Hash)> {
    let known = request.manifests.iter().find(|(f, ..)| *f == folder);
    known.map(|(_, seq, hash)| (*seq, *hash))
}

/// Entries after `head`, which must be one of this log, and whether there are further ones.
fn entries(read: &impl Read, state: &LogState, head: &Head) -> Outcome<(Vec<Entry>, bool)> {
    let key = |seq: u64| [state.account.as_ref(), &seq.to_be_bytes()].concat();
    if head.seq == 0 {
        ensure(*head == Head::NONE, Code::LogConflict)?;
    } else {
        let row: Option<LogRow> = read.get_record(&key(head.seq))?;
        let ours = row.is_some_and(|row| row.entry.hash() == head.hash);
        ensure(ours, Code::LogConflict)?;
    }
    let mut found = Vec::new();
    let (mut bytes, mut after) = (0, key(head.seq));
    loop {
        let page = read.scan_records::<LogRow>(state.account.as_ref(), Some(&after), PAGE)?;
        let is_last = page.len() < PAGE;
        for (row_key, row) in page {
            bytes += cbor::encode(&row.entry).len();
            if bytes > ENTRIES {
                return Ok((found, true));
            }
            after = row_key;
            found.push(row.entry);
        }
        if is_last {
            return Ok((found, false));
        }
    }
}

/// The owner's box of each folder, in folder order.
fn owner_boxes(read: &impl Read, state: &LogState) -> Outcome<Vec<minicbor::bytes::ByteVec>> {
    let mut boxes = Vec::new();
    for (folder, current) in &state.folders {
        for (why, recipient) in state.recipients(*folder, 0) {
            if why != BoxFor::Owner {
                continue;
            }
            let key = manifests::box_key(state, *folder, &recipient);
            let row: BoxRow = read.get_record(&key)?.ok_or(Code::Damaged)?;
            ensure(Hash::of(&row.signed) == current.owner_box, Code::Damaged)?;
            boxes.push(row.signed);
        }
    }
    Ok(boxes)
}

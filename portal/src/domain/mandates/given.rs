//! What a grant brings, and what its end takes away.

use minicbor::bytes::ByteVec;
use wire::{
    AccountId, Code, Hash, MandateId,
    folder::Folder,
    limits,
    log::{Grant, LogState},
    mandate::Letter,
    manifest::{BoxFor, KeyBox},
};

use super::{at, box_key, entrusted, giver, has_keys, named, shown};
use crate::{
    domain::{
        Outcome, drops, ensure,
        session::{self, Session},
        staging::Items,
    },
    helpers::Certified,
    records::{EntrustedRow, GrantBox, Letters},
    store::{Read, Table, Tx},
};

/// A mandate begins: its helper is certified with the very keys it names, it lasts no longer than it may,
/// and its boxes and letters are what its entry says.
pub(crate) fn begin(
    tx: &mut Tx<'_>,
    state: &LogState,
    grant: &Grant,
    seq: u64,
    certified: &Certified,
    items: &Items,
    now: u64,
) -> Outcome<()> {
    let helper = certified
        .find(&grant.grantee, now)
        .ok_or(Code::HelperStopped)?;
    ensure(has_keys(helper, grant), Code::LogRefused)?;
    // One that begins later would lose its keys at the first epoch before that: only who counts gets a box.
    let dates = now < grant.not_after
        && grant.not_before <= now.saturating_add(limits::LOG_AHEAD_S)
        && grant.not_after - grant.not_before <= limits::MANDATE_S;
    ensure(dates, Code::LogRefused)?;
    // A helper names a mandate without saying whose it is: no second person may give one of that name.
    ensure(
        giver(tx, &grant.grantee, &grant.mandate)?.is_none(),
        Code::LogRefused,
    )?;
    make_room(tx, &grant.grantee, now)?;
    if grant.rights.sees() {
        for (folder, hash) in grant.folders.iter().zip(&grant.boxes) {
            let bytes = items.get(hash)?;
            check_box(state, *folder, &grant.mandate, &grant.reader, bytes)?;
            put_box(tx, state, *folder, &grant.mandate, bytes);
        }
    }
    let [owner, grantee] = grant.letters.as_slice() else {
        return Err(Code::LogRefused.into());
    };
    let letters = Letters {
        owner: letter(
            items,
            owner,
            &grant.mandate,
            &state.keys.reader.fingerprint(),
        )?,
        grantee: Some(letter(items, grantee, &grant.mandate, &grant.reader)?),
    };
    tx.put_record(at(&state.account, &grant.mandate), &letters);
    tx.put_record(
        entrusted(&grant.grantee, &state.account, &grant.mandate),
        &EntrustedRow { seq },
    );
    Ok(())
}

/// A mandate ends: its keys go, the helper's words go, and the next request under it is refused. The owner
/// keeps their own words, and the journal of what was done.
pub(crate) fn end(tx: &mut Tx<'_>, owner: &AccountId, grant: &Grant) -> Outcome<()> {
    for folder in &grant.folders {
        tx.delete(Table::GrantBoxes, box_key(owner, *folder, &grant.mandate));
    }
    let place = at(owner, &grant.mandate);
    if let Some(letters) = tx.get_record::<Letters>(&place)? {
        let grantee = None;
        tx.put_record(place, &Letters { grantee, ..letters });
    }
    drops::forget(tx, owner, &grant.mandate)?;
    tx.delete(
        Table::Entrusted,
        entrusted(&grant.grantee, owner, &grant.mandate),
    );
    Ok(())
}

/// A folder's box for a mandate, if the author of today signed it for this place and reader.
pub(crate) fn check_box(
    state: &LogState,
    folder: Folder,
    mandate: &MandateId,
    reader: &Hash,
    bytes: &[u8],
) -> Outcome<()> {
    let signed = wire::Signed::<KeyBox>::from_bytes(bytes).map_err(|_| Code::Malformed)?;
    let key_box = signed
        .verify(state.realm, &state.keys.author)
        .map_err(|_| Code::LogRefused)?;
    let epoch = state.folders.get(&folder).map(|folder| folder.epoch);
    let fits = key_box.account == state.account
        && key_box.folder == folder
        && Some(key_box.epoch) == epoch
        && key_box.recipient == *reader
        && key_box.why == BoxFor::Mandate(*mandate);
    ensure(fits, Code::LogRefused)
}

/// Keeps a folder's box for a mandate.
pub(crate) fn put_box(
    tx: &mut Tx<'_>,
    state: &LogState,
    folder: Folder,
    mandate: &MandateId,
    bytes: &[u8],
) {
    let row = GrantBox {
        signed: ByteVec::from(bytes.to_vec()),
    };
    tx.put_record(box_key(&state.account, folder, mandate), &row);
}

/// Removes every mandate's box of a folder.
pub(crate) fn drop_boxes(tx: &mut Tx<'_>, state: &LogState, folder: Folder) -> Outcome<()> {
    let prefix = [state.account.as_ref(), &[folder.code()]].concat();
    for (key, _) in tx.scan(Table::GrantBoxes, &prefix, None, usize::MAX)? {
        tx.delete(Table::GrantBoxes, key);
    }
    Ok(())
}

/// The owner's letters of every mandate that was ever given.
pub(crate) fn letters(read: &impl Read, session: &Session) -> Outcome<Vec<ByteVec>> {
    session::live(read, session)?;
    letters_of(read, &session.account)
}

/// The same for whoever opens the account by another way than a session.
pub(crate) fn letters_of(read: &impl Read, account: &AccountId) -> Outcome<Vec<ByteVec>> {
    let rows = read.scan_records::<Letters>(account.as_ref(), None, usize::MAX)?;
    Ok(rows.into_iter().map(|(_, row)| row.owner).collect())
}

/// One more for this helper, whose list stays one answer: what is over no longer counts, and is forgotten.
fn make_room(tx: &mut Tx<'_>, grantee: &AccountId, now: u64) -> Outcome<()> {
    let rows = tx.scan(Table::Entrusted, grantee.as_ref(), None, usize::MAX)?;
    if rows.len() < limits::ENTRUSTED {
        return Ok(());
    }
    let mut held = 0;
    for (key, _) in rows {
        let (owner, mandate) = named(&key)?;
        if shown(tx, &owner, &mandate, now)?.is_some() {
            held += 1;
        } else {
            tx.delete(Table::Entrusted, key);
        }
    }
    ensure(held < limits::ENTRUSTED, Code::HelperFull)
}

fn letter(items: &Items, hash: &Hash, mandate: &MandateId, to: &Hash) -> Outcome<ByteVec> {
    let bytes = items.get(hash)?;
    let letter: Letter =
        wire::decode_canonical(bytes, Letter::MAX).map_err(|_| Code::LogRefused)?;
    let fits = letter.mandate == *mandate && letter.recipient == *to;
    ensure(fits, Code::LogRefused)?;
    Ok(ByteVec::from(bytes.to_vec()))
}

//! Drops: what helpers put in, until the owner's next list takes it or refuses it.

use minicbor::bytes::ByteVec;
use wire::{
    AccountId, BlobId, Code, DropId, Hash, MandateId, SUITE,
    blob::BlobHeader,
    folder::Folder,
    limits,
    log::LogState,
    mandate::{Chain, DropRequest, Dropped, DropsAnswer, Waiting},
};

use super::{
    Outcome, Place, blobs, ensure,
    mandates::{self, Proved},
    policy::Action,
    session::{self, Session},
};
use crate::{
    helpers::Certified,
    records::{Blob, DropBlob, DropRow},
    store::{Read, Table, Tx},
};

/// Reserves room in the owner's space for a paper that a helper puts in. Nothing of the space is served, so
/// nothing is written into the journal yet. Returns whose space it is.
#[expect(
    clippy::too_many_arguments,
    reason = "an upload has a place, a mandate, a name, a size, a time"
)]
pub(crate) fn reserve(
    tx: &mut Tx<'_>,
    place: &Place,
    session: &Session,
    certified: &Certified,
    mandate: &MandateId,
    blob: &BlobId,
    size: u64,
    now: u64,
) -> Outcome<AccountId> {
    let action = Action::PutDropBlob;
    let standing = mandates::stands(tx, session, certified, action, mandate, now)?;
    let owner = standing.state.account;
    ensure(mandates::may_drop(&standing.grant), Code::Forbidden)?;
    let mut waiting = 0;
    for (key, _) in tx.scan(Table::DropBlobs, &at(&owner, mandate), None, usize::MAX)? {
        let name = key.get(at(&owner, mandate).len()..);
        let name = name.and_then(BlobId::from_slice).ok_or(Code::Damaged)?;
        let known =
            tx.get_record::<Blob>(&name.0)?.is_some() || tx.get(Table::Uploads, &name.0)?.is_some();
        if known {
            waiting += 1;
        } else {
            tx.delete(Table::DropBlobs, key);
        }
    }
    ensure(waiting < limits::DROPS, Code::DropsWaiting)?;
    blobs::reserve_for(tx, place, &owner, blob, size, now)?;
    tx.put_record(brought(&owner, mandate, blob), &DropBlob { since: now });
    Ok(owner)
}

/// Whether the front of an upload names this blob of this owner.
pub(crate) fn check_front(
    place: &Place,
    owner: &AccountId,
    blob: &BlobId,
    front: &[u8],
) -> Outcome<()> {
    let (header, _) = BlobHeader::read(front).map_err(|_| Code::Malformed)?;
    ensure(header.realm == place.realm, Code::WrongRealm)?;
    let fits = header.suite == SUITE && header.account == *owner && header.blob == *blob;
    ensure(fits, Code::Malformed)
}

/// A helper hands a drop over: its entry, its signature and its blob are one. One that is there already, or was
/// decided, is no error and is not written down again: the answer was lost.
pub(crate) fn hand_over(
    tx: &mut Tx<'_>,
    session: &Session,
    certified: &Certified,
    request: &DropRequest,
    now: u64,
) -> Outcome<()> {
    let claimed = request.drop.claimed().map_err(|_| Code::Malformed)?;
    let (action, mandate) = (Action::PutDrop, claimed.mandate);
    let standing = mandates::stands(tx, session, certified, action, &mandate, now)?;
    let key = [
        &at(&standing.state.account, &mandate)[..],
        claimed.id.as_ref(),
    ]
    .concat();
    if tx.get(Table::Drops, &key)?.is_some() {
        return Ok(());
    }
    // The owner's list names a drop by its id alone.
    let taken = named(tx, &standing.state.account, &claimed.id)?;
    ensure(taken.is_empty(), Code::Forbidden)?;
    let proved = mandates::prove(tx, session, certified, action, &request.line, now)?;
    let (owner, entry) = (proved.owner, &proved.entry);
    let drop = request
        .drop
        .verify(proved.state.realm, &entry.author)
        .map_err(|_| Code::Forbidden)?;
    let here = drop.realm == proved.state.realm
        && drop.account == owner
        && drop.mandate == mandate
        && entry.chain == Chain::Mandate(mandate)
        && Some(drop.folder) == entry.folder
        && entry.blobs == [drop.blob];
    ensure(here, Code::Forbidden)?;
    let row = DropRow {
        folder: drop.folder,
        blob: drop.blob,
        signed: Some(ByteVec::from(wire::encode(&request.drop))),
        sealed: Some(ByteVec::from(wire::encode(&request.sealed))),
        since: now,
    };
    check(tx, &proved, &drop, request)?;
    tx.put_record(key, &row);
    Ok(())
}

/// The blob is there, brought under this mandate, whole and for nobody yet, and what is sealed is sealed to
/// the owner of today.
fn check(tx: &mut Tx<'_>, proved: &Proved, drop: &Dropped, request: &DropRequest) -> Outcome<()> {
    let sealed = Hash::of(&wire::encode(&request.sealed));
    ensure(drop.sealed == sealed, Code::Malformed)?;
    let length = request.sealed.ciphertext.len();
    ensure(length <= 2 * limits::DROP, Code::TooLarge)?;
    let reader = proved.state.keys.reader.fingerprint();
    ensure(drop.recipient == reader, Code::StaleGeneration)?;
    let row: Option<Blob> = tx.get_record(&drop.blob.0)?;
    let is_its = is_brought(tx, &proved.owner, &drop.mandate, &drop.blob)?;
    let row = row
        .filter(|row| is_its && row.account == proved.owner && row.folder.is_none())
        .ok_or(Code::ItemMissing)?;
    ensure(row.hash == drop.ciphertext, Code::Malformed)?;
    // It stays until the owner has decided.
    let held = Blob {
        folder: Some(drop.folder),
        ..row
    };
    tx.put_record(drop.blob.0, &held);
    Ok(())
}

/// The drops that wait for the owner of the session.
pub(crate) fn waiting(read: &impl Read, session: &Session) -> Outcome<DropsAnswer> {
    session::live(read, session)?;
    let rows = read.scan_records::<DropRow>(session.account.as_ref(), None, usize::MAX)?;
    let mut drops = Vec::new();
    for (_, row) in rows {
        let Some((signed, sealed)) = row.signed.zip(row.sealed) else {
            continue;
        };
        drops.push(Waiting {
            drop: wire::Signed::from_bytes(&signed).map_err(|_| Code::Damaged)?,
            sealed: wire::decode_canonical(&sealed, sealed.len()).map_err(|_| Code::Damaged)?,
            at: row.since,
        });
    }
    Ok(DropsAnswer { drops })
}

/// A list takes drops in, or refuses them: their blobs go, and a mark stays so that none comes again.
pub(crate) fn settle(
    tx: &mut Tx<'_>,
    state: &LogState,
    folder: Folder,
    drops: &[DropId],
) -> Outcome<()> {
    if drops.is_empty() {
        return Ok(());
    }
    for id in drops {
        let mut waiting = named(tx, &state.account, id)?;
        waiting.retain(|(_, row)| row.signed.is_some() && row.folder == folder);
        // Of two with one name nobody could say which was meant.
        let (Some((key, row)), None) = (waiting.pop(), waiting.pop()) else {
            return Err(Code::ManifestRefused.into());
        };
        let mandate = mandate_of(&key)?;
        discard(tx, &state.account, &mandate, &row.blob)?;
        let settled = DropRow {
            signed: None,
            sealed: None,
            ..row
        };
        tx.put_record(key, &settled);
    }
    Ok(())
}

/// The drops of an account with this id, whatever mandate they came under.
fn named(read: &impl Read, owner: &AccountId, id: &DropId) -> Outcome<Vec<(Vec<u8>, DropRow)>> {
    let mut rows = read.scan_records::<DropRow>(owner.as_ref(), None, usize::MAX)?;
    rows.retain(|(key, _)| key.get(AccountId::LEN + MandateId::LEN..) == Some(id.as_ref()));
    Ok(rows)
}

fn mandate_of(key: &[u8]) -> Outcome<MandateId> {
    let mandate = key.get(AccountId::LEN..AccountId::LEN + MandateId::LEN);
    let mandate = mandate.and_then(MandateId::from_slice);
    mandate.ok_or_else(|| Code::Damaged.into())
}

/// Removes the blob of a drop: only one that came under its own mandate. A drop may never take a paper of
/// the owner's along.
fn discard(tx: &mut Tx<'_>, owner: &AccountId, mandate: &MandateId, blob: &BlobId) -> Outcome<()> {
    if is_brought(tx, owner, mandate, blob)? {
        tx.delete(Table::DropBlobs, brought(owner, mandate, blob));
        blobs::discard(tx, blob)?;
    }
    Ok(())
}

/// Whether a blob was brought under this mandate.
fn is_brought(
    read: &impl Read,
    owner: &AccountId,
    mandate: &MandateId,
    blob: &BlobId,
) -> Outcome<bool> {
    let known: Option<DropBlob> = read.get_record(&brought(owner, mandate, blob))?;
    let row: Option<Blob> = read.get_record(&blob.0)?;
    Ok(known.is_some() && row.is_none_or(|row| row.account == *owner))
}

fn brought(owner: &AccountId, mandate: &MandateId, blob: &BlobId) -> Vec<u8> {
    [&at(owner, mandate)[..], blob.as_ref()].concat()
}

/// What waits under a mandate that ends goes with it.
pub(crate) fn forget(tx: &mut Tx<'_>, owner: &AccountId, mandate: &MandateId) -> Outcome<()> {
    let place = at(owner, mandate);
    for (key, row) in tx.scan_records::<DropRow>(&place, None, usize::MAX)? {
        if row.signed.is_some() {
            discard(tx, owner, mandate, &row.blob)?;
        }
        tx.delete(Table::Drops, key);
    }
    for (key, _) in tx.scan(Table::DropBlobs, &place, None, usize::MAX)? {
        tx.delete(Table::DropBlobs, key);
    }
    Ok(())
}

fn at(owner: &AccountId, mandate: &MandateId) -> Vec<u8> {
    [owner.as_ref(), mandate.as_ref()].concat()
}

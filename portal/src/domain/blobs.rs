//! Blobs: written once, counted before they come, freed when nothing has needed them for a week.

use wire::{BlobId, Code, Hash, SUITE, blob::BlobHeader, folder::Folder, limits};

use super::{
    DAY, Outcome, Place, ensure,
    expiry::{self, Kind, LOOSE_DAYS},
    session::{self, Session},
};
use crate::{
    records::{Blob, Upload, Usage},
    store::{Read, Table, Tx},
};

/// Seconds an upload may take.
pub(crate) const UPLOAD_S: u64 = 900;

/// Reserves room for a blob of `size` bytes. A name serves once, even after its blob has gone.
pub(crate) fn reserve(
    tx: &mut Tx<'_>,
    place: &Place,
    session: &Session,
    blob: &BlobId,
    size: u64,
    now: u64,
) -> Outcome<()> {
    session::live(tx, session)?;
    reserve_for(tx, place, &session.account, blob, size, now)
}

/// The same in the space of an account that was proved otherwise.
pub(crate) fn reserve_for(
    tx: &mut Tx<'_>,
    place: &Place,
    account: &wire::AccountId,
    blob: &BlobId,
    size: u64,
    now: u64,
) -> Outcome<()> {
    ensure(size <= limits::BLOB, Code::TooLarge)?;
    for table in [Table::Blobs, Table::Uploads, Table::Trash] {
        ensure(tx.get(table, &blob.0)?.is_none(), Code::BlobExists)?;
    }
    let account = *account;
    let mut usage: Usage = tx.get_record(&account.0)?.unwrap_or_default();
    usage.blobs += size;
    ensure(usage.blobs <= place.quota, Code::QuotaReached)?;
    tx.put_record(account.0, &usage);
    let upload = Upload {
        account,
        size,
        since: now,
    };
    tx.put_record(blob.0, &upload);
    Ok(())
}

/// Whether the header at the front of an upload names this blob of this account.
pub(crate) fn check_front(
    place: &Place,
    session: &Session,
    blob: &BlobId,
    front: &[u8],
) -> Outcome<()> {
    let (header, _) = BlobHeader::read(front).map_err(|_| Code::Malformed)?;
    ensure(header.realm == place.realm, Code::WrongRealm)?;
    let fits = header.suite == SUITE && header.account == session.account && header.blob == *blob;
    ensure(fits, Code::Malformed)
}

/// The bytes are whole and durable: the blob exists, and waits for a manifest that needs it.
pub(crate) fn keep(tx: &mut Tx<'_>, blob: &BlobId, hash: Hash, now: u64) -> Outcome<()> {
    let upload: Upload = tx.get_record(&blob.0)?.ok_or(Code::BlobIncomplete)?;
    tx.delete(Table::Uploads, blob.0);
    let row = Blob {
        account: upload.account,
        size: upload.size,
        hash,
        folder: None,
        since: now,
    };
    tx.put_record(blob.0, &row);
    expiry::schedule(tx, now + LOOSE_DAYS * DAY, Kind::LooseBlob, &blob.0);
    Ok(())
}

/// Gives up an upload: its room is free again. Its name may be tried again, for nobody read it.
pub(crate) fn release(tx: &mut Tx<'_>, blob: &BlobId) -> Outcome<()> {
    if let Some(upload) = tx.get_record::<Upload>(&blob.0)? {
        tx.delete(Table::Uploads, blob.0);
        free(tx, &upload.account.0, upload.size)?;
    }
    Ok(())
}

/// Uploads that began so long ago that whoever sent them has surely gone.
pub(crate) fn forgotten(read: &impl Read, now: u64) -> Outcome<Vec<BlobId>> {
    let rows = read.scan_records::<Upload>(&[], None, usize::MAX)?;
    let old = |row: &Upload| row.since.saturating_add(UPLOAD_S) <= now;
    let old = rows.iter().filter(|(_, row)| old(row));
    Ok(old.filter_map(|(key, _)| BlobId::from_slice(key)).collect())
}

/// Removes a blob; its file goes later.
pub(crate) fn discard(tx: &mut Tx<'_>, blob: &BlobId) -> Outcome<()> {
    if let Some(row) = tx.get_record::<Blob>(&blob.0)? {
        tx.delete(Table::Blobs, blob.0);
        tx.put(Table::Trash, blob.0, []);
        free(tx, &row.account.0, row.size)?;
    }
    Ok(())
}

/// A blob of the session's own account. Somebody else's is not there.
pub(crate) fn find(read: &impl Read, session: &Session, blob: &BlobId) -> Outcome<Blob> {
    let row: Option<Blob> = read.get_record(&blob.0)?;
    row.filter(|row| row.account == session.account)
        .ok_or_else(|| Code::NotFound.into())
}

/// A folder's manifest starts to need these blobs: each is there, whole, the account's own, and
/// needed by no other folder.
pub(crate) fn need(
    tx: &mut Tx<'_>,
    account: &wire::AccountId,
    folder: Folder,
    blobs: &[BlobId],
    now: u64,
) -> Outcome<()> {
    for blob in blobs {
        let row: Blob = tx.get_record(&blob.0)?.ok_or(Code::ManifestRefused)?;
        let own = row.account == *account && row.folder.is_none_or(|f| f == folder);
        ensure(own, Code::ManifestRefused)?;
        let needed = Blob {
            folder: Some(folder),
            since: now,
            ..row
        };
        tx.put_record(blob.0, &needed);
    }
    Ok(())
}

/// It no longer needs these: each was needed by it, and goes after a week.
pub(crate) fn unneed(
    tx: &mut Tx<'_>,
    account: &wire::AccountId,
    folder: Folder,
    blobs: &[BlobId],
    now: u64,
) -> Outcome<()> {
    for blob in blobs {
        let row: Blob = tx.get_record(&blob.0)?.ok_or(Code::ManifestRefused)?;
        let held = row.account == *account && row.folder == Some(folder);
        ensure(held, Code::ManifestRefused)?;
        let loose = Blob {
            folder: None,
            since: now,
            ..row
        };
        tx.put_record(blob.0, &loose);
        expiry::schedule(tx, now + LOOSE_DAYS * DAY, Kind::LooseBlob, &blob.0);
    }
    Ok(())
}

fn free(tx: &mut Tx<'_>, account: &[u8; 32], size: u64) -> Outcome<()> {
    let mut usage: Usage = tx.get_record(account)?.unwrap_or_default();
    usage.blobs = usage.blobs.saturating_sub(size);
    tx.put_record(*account, &usage);
    Ok(())
}

//! The bytes of a paper or note: sealed on their way up, verified on their way back.

use crate::{
    portal::Portal,
    space::{Content, Space},
    trouble::{Result, Trouble},
};
use crypto::{
    keys::ObjectKey,
    space::{BlobPlace, BlobRecord, Opener, Sealer, stored_len},
};
use std::{
    io::Read,
    sync::{Arc, Mutex},
};
use wire::{BlobId, Code, ObjectId, folder::Folder, limits};

impl Space {
    /// Reads a paper or note whole. Nothing comes out before all of it was verified.
    ///
    /// # Errors
    /// [`Trouble::Gone`], or [`Trouble::Unverified`] where the portal sent something else.
    pub async fn read(&self, folder: Folder, id: ObjectId) -> Result<Content> {
        self.known.live()?;
        let object = self.object(folder, id)?;
        let expected = BlobRecord {
            hash: object.hash,
            length: object.length,
        };
        let mut opener = Opener::new(&self.place(object.blob), &object.key, expected)?;
        let path = format!("v1/blobs/{}", object.blob.to_hex());
        let downloaded = self
            .portal
            .download(&path, |piece| Ok(opener.push(piece)?))
            .await;
        match downloaded {
            // It is on the list that the portal keeps: where it is not there, the portal lost it.
            Err(missing) if missing.code() == Some(Code::NotFound) => Err(Trouble::Unverified),
            Err(other) => Err(other),
            Ok(()) => Ok(opener.finish()?),
        }
    }

    /// Seals and uploads piece by piece; the portal has it durably when this returns.
    pub(crate) async fn upload<R: Read + Send + 'static>(
        &self,
        blob: BlobId,
        key: &ObjectKey,
        content: R,
        length: u64,
    ) -> Result<BlobRecord> {
        self.known.live()?;
        let place = self.place(blob);
        let path = format!("v1/blobs/{}", blob.to_hex());
        send_sealed(&self.portal, &place, &path, key, content, length).await
    }

    /// Where a blob of this space belongs.
    pub(crate) fn place(&self, blob: BlobId) -> BlobPlace {
        BlobPlace {
            realm: self.known.log.realm,
            account: self.known.log.account,
            blob,
        }
    }
}

/// Seals and uploads piece by piece to a path of a portal; it has the whole durably when this returns.
pub(crate) async fn send_sealed<R: Read + Send + 'static>(
    portal: &Portal,
    place: &BlobPlace,
    path: &str,
    key: &ObjectKey,
    content: R,
    length: u64,
) -> Result<BlobRecord> {
    if length > limits::PAPER {
        return Err(Trouble::Paper("it is larger than 25 MB"));
    }
    let sealer = Sealer::new(place, key, content, length)?;
    let shared = Arc::new(Mutex::new(Some(sealer)));
    let feeding = Arc::clone(&shared);
    let unreadable = Arc::new(Mutex::new(false));
    let noted = Arc::clone(&unreadable);
    let pieces = futures_util::stream::iter(core::iter::from_fn(move || {
        let piece = feeding.lock().ok()?.as_mut()?.next_piece();
        if piece.is_err()
            && let Ok(mut noted) = noted.lock()
        {
            *noted = true;
        }
        piece.transpose()
    }));
    let sent = portal.upload(path, stored_len(place, length), pieces).await;
    if unreadable.lock().is_ok_and(|unreadable| *unreadable) {
        return Err(Trouble::Paper("it cannot be read to its end"));
    }
    sent?;
    let sealer = shared.lock().ok().and_then(|mut sealer| sealer.take());
    Ok(sealer.ok_or(Trouble::Unreachable)?.finish()?)
}

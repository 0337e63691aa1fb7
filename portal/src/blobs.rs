//! The papers' files, through `object_store` on the local disk: written aside, synced, given their
//! name at once, and never changed again.

use std::{
    collections::BTreeSet,
    fs::File,
    io::{self, Read, Seek},
    path::Path as FilePath,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::{Bytes, BytesMut};
use futures_util::{Stream, StreamExt, TryStreamExt, stream::BoxStream};
use object_store::{
    GetResultPayload, MultipartUpload, ObjectStoreExt, PutPayload, local::LocalFileSystem,
    path::Path,
};
use ring::digest::{self, SHA256};
use tokio_util::io::ReaderStream;
use wire::{BlobId, Code, Hash, Refusal, blob::BlobHeader};

use crate::{app, domain::Outcome, folders};

/// Bytes handed to the disk at once: with the network's own buffers this is all an upload costs.
const PART: usize = 256 << 10;
/// Bytes read at once.
const READ: usize = 64 << 10;
/// Where uploads lie until they are whole.
const STAGING: &str = "staging";

/// The folder of blobs.
#[derive(Debug, Clone)]
pub(crate) struct Blobs(Arc<LocalFileSystem>);

impl Blobs {
    /// Opens the folder, made where there is none; uploads that were cut by a stop are removed.
    pub(crate) fn open(folder: &FilePath) -> io::Result<Self> {
        folders::make(folder)?;
        let staging = folder.join(STAGING);
        match std::fs::remove_dir_all(&staging) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        folders::make(&staging)?;
        let files = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Self(Arc::new(files)))
    }

    /// Stores exactly `size` bytes under a fresh name. `check` sees the front of them, as long as a
    /// header can be, before anything takes its name. Durable when it returns; on refusal nothing
    /// is left behind.
    pub(crate) async fn put<E>(
        &self,
        blob: &BlobId,
        size: u64,
        body: impl Stream<Item = Result<Bytes, E>> + Send + Unpin,
        check: impl FnOnce(&[u8]) -> Outcome<()> + Send,
    ) -> Outcome<Hash> {
        let staging = Path::from(format!("{STAGING}/{}", blob.to_hex()));
        let mut upload = self.0.put_multipart(&staging).await.map_err(trouble)?;
        let written = write(&mut *upload, size, body, check).await;
        let hash = match written {
            Ok(hash) => hash,
            Err(refusal) => {
                if let Err(error) = upload.abort().await {
                    tracing::warn!(%error, "a cut upload could not be removed");
                }
                return Err(refusal);
            }
        };
        upload.complete().await.map_err(trouble)?;
        let place = place(blob);
        let named = self.0.rename_if_not_exists(&staging, &place).await;
        match named {
            Ok(()) => Ok(hash),
            Err(error) => {
                drop(self.0.delete(&staging).await);
                match error {
                    object_store::Error::AlreadyExists { .. } => Err(Code::BlobExists.into()),
                    error => Err(trouble(error)),
                }
            }
        }
    }

    /// The bytes of a blob, of which there must be exactly `size`, with this hash: a disk that
    /// changed one of them is found out before the first is served.
    pub(crate) async fn get(&self, blob: &BlobId, size: u64, hash: Hash) -> Outcome<Pieces> {
        let found = match self.0.get(&place(blob)).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => {
                tracing::error!("a blob that must be there is not");
                return Err(Code::Damaged.into());
            }
            Err(error) => return Err(trouble(error)),
        };
        if found.meta.size != size {
            tracing::error!("a blob is not as long as it was");
            return Err(Code::Damaged.into());
        }
        Ok(match found.payload {
            GetResultPayload::File(file, _) => pieces(app::aside(move || whole(file, hash)).await?),
            // No store of today streams; what one does is checked by the app alone.
            GetResultPayload::Stream(stream) => stream.map_err(io::Error::other).boxed(),
        })
    }

    /// Removes a blob's file. Nothing there is no error.
    pub(crate) async fn delete(&self, blob: &BlobId) -> Outcome<()> {
        match self.0.delete(&place(blob)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(trouble(error)),
        }
    }
}

/// A file on its way out.
pub(crate) type Pieces = BoxStream<'static, io::Result<Bytes>>;

/// Hands out a file from where it stands.
pub(crate) fn pieces(file: File) -> Pieces {
    ReaderStream::with_capacity(tokio::fs::File::from_std(file), READ).boxed()
}

/// Reads a file through to see that it is what was stored, and gives it back at its start.
pub(crate) fn whole(mut file: File, expected: Hash) -> Outcome<File> {
    let unread = |error: io::Error| {
        tracing::error!(%error, "a blob cannot be read");
        Refusal::from(Code::Unavailable)
    };
    let mut digest = digest::Context::new(&SHA256);
    let mut piece = vec![0; PART];
    loop {
        match file.read(&mut piece).map_err(unread)? {
            0 => break,
            read => digest.update(piece.get(..read).unwrap_or_default()),
        }
    }
    if digest.finish().as_ref() != expected.0 {
        tracing::error!("a blob is not what was stored: put it back from the last backup");
        return Err(Code::Damaged.into());
    }
    file.rewind().map_err(unread)?;
    Ok(file)
}

/// The uploads under way, by their blobs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Uploads(Arc<Mutex<BTreeSet<BlobId>>>);

/// One upload under way, until dropped.
#[derive(Debug)]
pub(crate) struct Uploading(Uploads, BlobId);

impl Uploads {
    /// Begins one, unless one of this blob is under way.
    pub(crate) fn begin(&self, blob: BlobId) -> Option<Uploading> {
        let is_new = self.set().insert(blob);
        is_new.then(|| Uploading(self.clone(), blob))
    }

    /// Whether one of this blob is under way.
    pub(crate) fn is_active(&self, blob: &BlobId) -> bool {
        self.set().contains(blob)
    }

    fn set(&self) -> std::sync::MutexGuard<'_, BTreeSet<BlobId>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Uploading {
    fn drop(&mut self) {
        self.0.set().remove(&self.1);
    }
}

/// Where a blob's file lies below the folder of blobs.
pub(crate) fn place(blob: &BlobId) -> Path {
    let name = blob.to_hex();
    Path::from(format!("{}/{name}", &name[..2]))
}

/// Writes a body in parts, and says what it was.
async fn write<E>(
    upload: &mut dyn MultipartUpload,
    size: u64,
    mut body: impl Stream<Item = Result<Bytes, E>> + Send + Unpin,
    check: impl FnOnce(&[u8]) -> Outcome<()> + Send,
) -> Outcome<Hash> {
    let mut digest = digest::Context::new(&SHA256);
    let mut check = Some(check);
    let (mut part, mut seen) = (BytesMut::with_capacity(PART), 0);
    while let Some(piece) = body.next().await {
        let piece = piece.map_err(|_| Code::BlobIncomplete)?;
        seen += piece.len() as u64;
        if seen > size {
            return Err(Code::BlobIncomplete.into());
        }
        digest.update(&piece);
        part.extend_from_slice(&piece);
        if part.len() >= PART {
            // The first part is far longer than a header.
            if let Some(check) = check.take() {
                check(&part)?;
            }
            put(upload, part.split().freeze()).await?;
        }
    }
    if seen != size {
        return Err(Code::BlobIncomplete.into());
    }
    if let Some(check) = check.take() {
        check(&part[..part.len().min(BlobHeader::MAX)])?;
    }
    if !part.is_empty() {
        put(upload, part.freeze()).await?;
    }
    let mut hash = Hash([0; 32]);
    hash.0.copy_from_slice(digest.finish().as_ref());
    Ok(hash)
}

async fn put(upload: &mut dyn MultipartUpload, part: Bytes) -> Outcome<()> {
    upload
        .put_part(PutPayload::from_bytes(part))
        .await
        .map_err(trouble)
}

fn trouble(error: object_store::Error) -> Refusal {
    tracing::error!(%error, "the folder of blobs is in trouble");
    Code::Unavailable.into()
}

//! Manifests: the list of a folder, sealed inside, signed outside.

use super::pad;
use crate::{
    Opening, Result,
    hazmat::aead,
    keys::{FolderKey, KemKey, ObjectKey, SigningKey},
    secret::{Secret, fresh},
};
use minicbor::{Decode, Encode, bytes::ByteVec};
use wire::{
    AccountId, BlobId, DropId, Hash, Message, ObjectId, Random, Realm, SigPublic,
    folder::Folder,
    limits,
    manifest::{Manifest, ManifestHeader},
    suite::SUITE,
};
use zeroize::{Zeroize, Zeroizing};

/// What an object is. Codes are frozen; 2 to 15 are the program's own lists, and kinds of paper take the
/// numbers from 16 on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Kind(#[n(0)] pub u16);

impl Kind {
    /// A paper of no particular kind.
    pub const PAPER: Kind = Kind(0);
    /// A note, UTF-8 text.
    pub const NOTE: Kind = Kind(1);
    /// The sheet of dates.
    pub const DATES: Kind = Kind(2);
    /// The sheet of settings.
    pub const SETTINGS: Kind = Kind(3);
    /// The sheet of contacts.
    pub const CONTACTS: Kind = Kind(4);
    /// The sheet of logins.
    pub const LOGINS: Kind = Kind(5);
    /// The sheet of what a helper calls people.
    pub const PEOPLE: Kind = Kind(6);
    /// The sheet of who has what was lent.
    pub const LOANS: Kind = Kind(7);

    /// Whether it is a paper, of a particular kind or of none.
    #[must_use]
    pub fn is_paper(self) -> bool {
        self == Self::PAPER || self.0 >= 16
    }

    /// Whether it is a list that the program keeps, and not a paper or a note.
    #[must_use]
    pub fn is_sheet(self) -> bool {
        (2..16).contains(&self.0)
    }
}

/// Dates of an object, Unix seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Dates {
    /// First put in.
    #[n(0)]
    pub created: u64,
    /// This version.
    #[n(1)]
    pub changed: u64,
    /// When the paper expires, as days since 1970-01-01.
    #[n(2)]
    pub expires: Option<u32>,
    /// Marked as deleted; the object leaves after 30 days.
    #[n(3)]
    pub deleted: Option<u64>,
}

/// One object of a folder, decrypted.
#[derive(Debug)]
pub struct Object {
    /// Over all versions.
    pub id: ObjectId,
    /// From 1.
    pub version: u64,
    /// Key of this version's blob.
    pub key: ObjectKey,
    /// The blob.
    pub blob: BlobId,
    /// H of the whole blob.
    pub hash: Hash,
    /// Bytes of content.
    pub length: u64,
    /// As the person named it.
    pub title: String,
    /// What it is.
    pub kind: Kind,
    /// Media type of the content.
    pub media: String,
    /// Its dates.
    pub dates: Dates,
}

/// A reader key of an earlier generation; only in `private`.
#[derive(Debug)]
pub struct PastReader {
    /// Its generation.
    pub generation: u32,
    /// The key.
    pub key: KemKey,
}

/// A folder's list, decrypted.
#[derive(Debug, Default)]
pub struct Body {
    /// Objects, by id.
    pub objects: Vec<Object>,
    /// Earlier reader keys, oldest first; empty but in `private`.
    pub past_readers: Vec<PastReader>,
}

/// Everything of a header that the caller decides.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The realm.
    pub realm: Realm,
    /// The account.
    pub account: AccountId,
    /// The folder.
    pub folder: Folder,
    /// Epoch of the folder key.
    pub epoch: u32,
    /// One more than the manifest before.
    pub seq: u64,
    /// H of the signed header before.
    pub prev: Hash,
    /// Blobs it starts to need.
    pub refs_added: Vec<BlobId>,
    /// Blobs it no longer needs.
    pub refs_removed: Vec<BlobId>,
    /// Drops taken in.
    pub drops_taken: Vec<DropId>,
    /// Drops refused.
    pub drops_refused: Vec<DropId>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct ObjectShape {
    #[n(0)]
    id: ObjectId,
    #[n(1)]
    version: u64,
    #[n(2)]
    key: ByteVec,
    #[n(3)]
    blob: BlobId,
    #[n(4)]
    hash: Hash,
    #[n(5)]
    length: u64,
    #[n(6)]
    title: String,
    #[n(7)]
    kind: Kind,
    #[n(8)]
    media: String,
    #[n(9)]
    dates: Dates,
}

impl Drop for ObjectShape {
    fn drop(&mut self) {
        self.key.zeroize();
        self.title.zeroize();
    }
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct PastShape {
    #[n(0)]
    generation: u32,
    #[n(1)]
    seed: ByteVec,
}

impl Drop for PastShape {
    fn drop(&mut self) {
        self.seed.zeroize();
    }
}

#[derive(Encode, Decode)]
enum BodyShape {
    #[n(1)]
    V1(#[n(0)] Vec<ObjectShape>, #[n(1)] Vec<PastShape>),
}

/// Seals a body and signs its header as author.
///
/// # Errors
/// [`Opening::TooLarge`] where the folder has outgrown a manifest.
pub fn seal_manifest(
    draft: &Draft,
    body: &Body,
    key: &FolderKey,
    author: &SigningKey,
    random: &mut dyn Random,
) -> Result<Manifest> {
    // Nothing is signed that would be refused when it is opened.
    if !sound(draft.folder, body) {
        return Err(Opening::Damaged);
    }
    let plaintext = encode_body(body)?;
    let mut header = ManifestHeader {
        suite: SUITE,
        realm: draft.realm,
        account: draft.account,
        folder: draft.folder,
        epoch: draft.epoch,
        seq: draft.seq,
        prev: draft.prev,
        author: author.public().fingerprint(),
        salt: Hash(fresh(random)),
        refs_added: draft.refs_added.clone(),
        refs_removed: draft.refs_removed.clone(),
        drops_taken: draft.drops_taken.clone(),
        drops_refused: draft.drops_refused.clone(),
        ciphertext: Hash([0; 32]),
    };
    let one_use = key.manifest(
        draft.realm,
        &header.salt,
        draft.folder,
        draft.epoch,
        draft.seq,
    );
    let ciphertext = aead::seal_once(&one_use, &header.aad(), plaintext)?;
    header.ciphertext = Hash::of(&ciphertext);
    if wire::encode(&header).len() > <ManifestHeader as Message>::MAX {
        return Err(Opening::TooLarge);
    }
    let manifest = Manifest {
        header: author.sign(draft.realm, &header),
        ciphertext,
    };
    if wire::encode(&manifest).len() > limits::MANIFEST {
        return Err(Opening::TooLarge);
    }
    Ok(manifest)
}

/// Opens a manifest that `author` must have signed for this account and folder.
///
/// # Errors
/// [`Opening`] where it does not fit.
pub fn open_manifest(
    realm: Realm,
    account: &AccountId,
    folder: Folder,
    manifest: &Manifest,
    key: &FolderKey,
    author: &SigPublic,
) -> Result<(ManifestHeader, Body)> {
    let header = manifest.header.verify(realm, author)?;
    let here = header.suite == SUITE
        && header.realm == realm
        && header.account == *account
        && header.folder == folder
        && header.author == author.fingerprint()
        && header.ciphertext == Hash::of(&manifest.ciphertext);
    if !here {
        return Err(Opening::Refused);
    }
    let one_use = key.manifest(realm, &header.salt, folder, header.epoch, header.seq);
    let plain = aead::open_once(&one_use, &header.aad(), &manifest.ciphertext)?;
    let body = decode_body(pad::unframe(&plain)?)?;
    if sound(folder, &body) {
        Ok((header, body))
    } else {
        Err(Opening::Damaged)
    }
}

impl Object {
    /// The same object once more: a new epoch rewrites the list, not the papers.
    #[must_use]
    pub fn copied(&self) -> Self {
        Self {
            key: ObjectKey(self.key.0.copied()),
            title: self.title.clone(),
            media: self.media.clone(),
            ..*self
        }
    }
}

impl Body {
    /// The same list once more.
    #[must_use]
    pub fn copied(&self) -> Self {
        Self {
            objects: self.objects.iter().map(Object::copied).collect(),
            past_readers: self
                .past_readers
                .iter()
                .map(|past| PastReader {
                    generation: past.generation,
                    key: past.key.copied(),
                })
                .collect(),
        }
    }
}

/// Objects in the order of their identifiers, each once; past reader keys only in `private`.
fn sound(folder: Folder, body: &Body) -> bool {
    body.objects.is_sorted_by(|a, b| a.id < b.id)
        && (folder == Folder::Private || body.past_readers.is_empty())
}

fn encode_body(body: &Body) -> Result<crate::secret::Wiped> {
    let objects = body
        .objects
        .iter()
        .map(|o| ObjectShape {
            id: o.id,
            version: o.version,
            key: o.key.0.expose().to_vec().into(),
            blob: o.blob,
            hash: o.hash,
            length: o.length,
            title: o.title.clone(),
            kind: o.kind,
            media: o.media.clone(),
            dates: o.dates,
        })
        .collect();
    let past = body
        .past_readers
        .iter()
        .map(|p| PastShape {
            generation: p.generation,
            seed: p.key.seed().expose().to_vec().into(),
        })
        .collect();
    // One allocation, large enough: no unwiped copy is left behind by a move.
    let room = body
        .objects
        .iter()
        .map(|o| o.title.len() + o.media.len() + 256)
        .sum::<usize>();
    let mut encoded = Zeroizing::new(Vec::with_capacity(room + 64 * body.past_readers.len() + 64));
    minicbor::encode(BodyShape::V1(objects, past), &mut *encoded).map_err(|_| Opening::Damaged)?;
    pad::frame_padme(&encoded)
}

fn decode_body(bytes: &[u8]) -> Result<Body> {
    let BodyShape::V1(objects, past) = wire::decode_canonical(bytes, limits::MANIFEST)?;
    let objects = objects
        .iter()
        .map(|o| {
            Ok(Object {
                id: o.id,
                version: o.version,
                key: ObjectKey(Secret::from_slice(&o.key).ok_or(Opening::Damaged)?),
                blob: o.blob,
                hash: o.hash,
                length: o.length,
                title: o.title.clone(),
                kind: o.kind,
                media: o.media.clone(),
                dates: o.dates,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    let past_readers = past
        .iter()
        .map(|p| {
            Ok(PastReader {
                generation: p.generation,
                key: KemKey::from_slice(&p.seed)?,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    Ok(Body {
        objects,
        past_readers,
    })
}

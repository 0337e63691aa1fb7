//! What a screen may show of an object. Decrypted, but no key and no name of a blob.

use crypto::space::{Kind, Object};
use wire::{ObjectId, folder::Folder};
use zeroize::Zeroizing;

/// A paper or note in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectView {
    /// Its identifier.
    pub id: ObjectId,
    /// Its folder.
    pub folder: Folder,
    /// As the person named it.
    pub title: String,
    /// What it is.
    pub kind: Kind,
    /// Media type.
    pub media: String,
    /// Bytes.
    pub length: u64,
    /// Unix seconds.
    pub created: u64,
    /// Unix seconds.
    pub changed: u64,
    /// Its last day, as days since 1970-01-01, where it has one.
    pub expires: Option<u32>,
    /// Since when it is in the bin, Unix seconds.
    pub deleted: Option<u64>,
}

/// The content of a paper or note, wiped when dropped.
pub type Content = Zeroizing<Vec<u8>>;

impl ObjectView {
    pub(crate) fn of(folder: Folder, object: &Object) -> Self {
        Self {
            id: object.id,
            folder,
            title: object.title.clone(),
            kind: object.kind,
            media: object.media.clone(),
            length: object.length,
            created: object.dates.created,
            changed: object.dates.changed,
            expires: object.dates.expires,
            deleted: object.dates.deleted,
        }
    }
}

//! SK_e (21) and object keys (22).

use super::derive;
use crate::secret::{Secret, secret};
use wire::{BlobId, Hash, Label, Part, Realm, folder::Folder};

secret!(
    /// SK_e: fresh for each folder and epoch.
    FolderKey
);

secret!(
    /// Fresh for each version of an object.
    ObjectKey
);

impl FolderKey {
    /// The same key once more: it serves for an epoch.
    #[must_use]
    pub fn copied(&self) -> Self {
        Self(self.0.copied())
    }

    /// AEAD key of one manifest: `salt` is fresh in each.
    pub(crate) fn manifest(
        &self,
        realm: Realm,
        salt: &Hash,
        folder: Folder,
        epoch: u32,
        seq: u64,
    ) -> Secret<32> {
        let parts = [
            Part::Uint(folder.code().into()),
            Part::Uint(epoch.into()),
            Part::Uint(seq),
        ];
        let info = wire::ctx(realm, Label::Manifest, &parts);
        crate::hazmat::hkdf::derive(&salt.0, self.0.expose(), &info)
    }
}

impl ObjectKey {
    /// What the blob's header promises about the key.
    pub(crate) fn commitment(&self, realm: Realm, blob: &BlobId) -> Hash {
        Hash(*derive(&self.0, realm, Label::BlobCommit, &[Part::Bytes(&blob.0)]).expose())
    }

    /// AEAD key of the blob.
    pub(crate) fn encryption(&self, realm: Realm, blob: &BlobId) -> Secret<32> {
        derive(&self.0, realm, Label::BlobEnc, &[Part::Bytes(&blob.0)])
    }
}

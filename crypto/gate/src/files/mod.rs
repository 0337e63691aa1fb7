//! Where gate secrets are kept: a folder of mode 0700, a file of mode 0600 for each.
//!
//! `<key_id>.key` is a secret in use. `<key_id>.tmp` is one that is being written or destroyed;
//! what a crash leaves of it is wiped when the folder is opened. A key file is thus whole or not
//! there.

use crate::{
    GateSecret, KeyFileError, SecretId,
    disk::{found, sync, wipe, write_new},
    key_file,
};
use std::{
    fs::{self, DirBuilder, File},
    io::{self, ErrorKind, Read},
    os::unix::fs::{DirBuilderExt, PermissionsExt},
    path::{Path, PathBuf},
    sync::{PoisonError, RwLock},
};
use wire::{GateId, KeyId, Realm};
use zeroize::Zeroizing;

const KEY: &str = "key";
const TMP: &str = "tmp";

/// Read at most; any format's file is shorter.
const MAX_FILE: usize = 1024;

/// The secrets of one gate, a file each. One process owns the folder.
#[derive(Debug)]
pub struct SecretFiles {
    folder: PathBuf,
    realm: Realm,
    gate_id: GateId,
    /// Written while a file changes, so that no reader meets one half wiped.
    turn: RwLock<()>,
}

/// Why the gate's folder did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// The machine's fault; asking again is safe.
    #[error("could not {doing} in the gate's folder: check the disk and who owns the folder")]
    Disk {
        /// What was being done.
        doing: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// The operator's fault: others on the machine may look in.
    #[error("the gate's folder is open to others: chmod 700 {}", folder.display())]
    Exposed {
        /// The folder.
        folder: PathBuf,
    },
    /// The caller's fault: a key_id is for one secret only.
    #[error("another secret is already kept for {key_id:?}: enrol under a fresh key_id")]
    Taken {
        /// The enrolment.
        key_id: KeyId,
    },
    /// The file is there and cannot be used.
    #[error("the file of {key_id:?} cannot be used")]
    Unusable {
        /// The enrolment.
        key_id: KeyId,
        /// Whose fault, and what next.
        source: KeyFileError,
    },
}

impl SecretFiles {
    /// Opens the folder of `gate_id`, made where there is none (its parent must be there), and
    /// wipes what a crash left half written or half destroyed.
    ///
    /// # Errors
    /// [`FilesError::Exposed`] where others have any right on the folder, [`FilesError::Disk`].
    pub fn open(
        folder: impl Into<PathBuf>,
        realm: Realm,
        gate_id: GateId,
    ) -> Result<Self, FilesError> {
        let files = Self {
            folder: folder.into(),
            realm,
            gate_id,
            turn: RwLock::new(()),
        };
        files.make_private()?;
        for key_id in files.named(TMP)? {
            wipe(&files.path(key_id, TMP)).map_err(failed("wipe a leftover"))?;
        }
        files.sync()?;
        Ok(files)
    }

    /// Keeps `secret` under `key_id`; when this returns, a power cut cannot lose it.
    ///
    /// The same secret again is no error. A damaged file is not replaced: [`Self::destroy`] it
    /// first.
    ///
    /// # Errors
    /// [`FilesError::Taken`] where another secret is kept there, [`FilesError::Unusable`],
    /// [`FilesError::Disk`].
    pub fn put(&self, key_id: KeyId, secret: &GateSecret) -> Result<(), FilesError> {
        let _turn = self.turn.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = self.read(key_id)? {
            return if kept.public() == secret.public() {
                self.sync()
            } else {
                Err(FilesError::Taken { key_id })
            };
        }
        let tmp = self.path(key_id, TMP);
        let content = key_file::encode(&self.id(key_id), secret);
        wipe(&tmp)
            .and_then(|()| write_new(&tmp, &content))
            .and_then(|()| fs::rename(&tmp, self.path(key_id, KEY)))
            // At once if the disk lets us; if not, the next to come by does it.
            .inspect_err(|_| drop(wipe(&tmp)))
            .map_err(failed("write a key file"))?;
        self.sync()
    }

    /// The secret kept under `key_id`; none where it never was or is destroyed.
    ///
    /// # Errors
    /// [`FilesError::Unusable`] where the file is not this secret's, [`FilesError::Disk`].
    pub fn get(&self, key_id: KeyId) -> Result<Option<GateSecret>, FilesError> {
        // The lock guards no data: a panic elsewhere has left none of it half changed.
        let _turn = self.turn.read().unwrap_or_else(PoisonError::into_inner);
        self.read(key_id)
    }

    /// Destroys the secret of `key_id`: its name is taken away, its bytes are overwritten with
    /// zeros, and it is unlinked, each made durable. Nothing there is no error, nor is a damaged
    /// file.
    ///
    /// Flash media and file systems that copy on write may keep old blocks: encrypt the disk.
    ///
    /// # Errors
    /// [`FilesError::Disk`]; the secret may still be there, ask again.
    pub fn destroy(&self, key_id: KeyId) -> Result<(), FilesError> {
        let _turn = self.turn.write().unwrap_or_else(PoisonError::into_inner);
        let (key, tmp) = (self.path(key_id, KEY), self.path(key_id, TMP));
        wipe(&tmp).map_err(failed("wipe a leftover"))?;
        found(fs::rename(&key, &tmp)).map_err(failed("rename a key file"))?;
        self.sync()?;
        wipe(&tmp).map_err(failed("wipe a key file"))?;
        self.sync()
    }

    /// Every key_id that has a key file, in order. Files of other names are not looked at.
    ///
    /// # Errors
    /// [`FilesError::Disk`].
    pub fn list(&self) -> Result<Vec<KeyId>, FilesError> {
        self.named(KEY)
    }

    fn id(&self, key_id: KeyId) -> SecretId {
        SecretId {
            realm: self.realm,
            gate_id: self.gate_id,
            key_id,
        }
    }

    fn path(&self, key_id: KeyId, extension: &str) -> PathBuf {
        self.folder.join(format!("{}.{extension}", key_id.to_hex()))
    }

    fn read(&self, key_id: KeyId) -> Result<Option<GateSecret>, FilesError> {
        let Some(file) =
            found(File::open(self.path(key_id, KEY))).map_err(failed("open a key file"))?
        else {
            return Ok(None);
        };
        // Capacity first: a buffer that grows leaves copies behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(MAX_FILE));
        file.take(MAX_FILE as u64)
            .read_to_end(&mut bytes)
            .map_err(failed("read a key file"))?;
        match key_file::parse(&bytes, &self.id(key_id)) {
            Ok(secret) => Ok(Some(secret)),
            Err(source) => Err(FilesError::Unusable { key_id, source }),
        }
    }

    fn make_private(&self) -> Result<(), FilesError> {
        match DirBuilder::new().mode(0o700).create(&self.folder) {
            Ok(()) => {
                let parent = self
                    .folder
                    .parent()
                    .filter(|path| !path.as_os_str().is_empty());
                sync(parent.unwrap_or(Path::new("."))).map_err(failed("make a folder"))
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                let there = fs::metadata(&self.folder).map_err(failed("look"))?;
                if there.permissions().mode() & 0o077 == 0 {
                    Ok(())
                } else {
                    Err(FilesError::Exposed {
                        folder: self.folder.clone(),
                    })
                }
            }
            Err(error) => Err(failed("make a folder")(error)),
        }
    }

    /// The key_ids of all files `<key_id>.<extension>`.
    fn named(&self, extension: &str) -> Result<Vec<KeyId>, FilesError> {
        let mut out = Vec::new();
        for entry in fs::read_dir(&self.folder).map_err(failed("list"))? {
            let name = entry.map_err(failed("list"))?.file_name();
            let parts = name.to_str().and_then(|name| name.split_once('.'));
            out.extend(
                parts
                    .filter(|parts| parts.1 == extension)
                    .and_then(|(stem, _)| KeyId::from_hex(stem)),
            );
        }
        out.sort_unstable();
        Ok(out)
    }

    fn sync(&self) -> Result<(), FilesError> {
        sync(&self.folder).map_err(failed("make names durable"))
    }
}

fn failed(doing: &'static str) -> impl FnOnce(io::Error) -> FilesError {
    move |source| FilesError::Disk { doing, source }
}

#[cfg(test)]
mod tests;

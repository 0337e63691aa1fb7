//! The gate's secrets on the disk, as the rules of the gate ask for them, and their sealed backup.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use gate::{FilesError, GateSecret, SecretFiles, SecretId};
use wire::{
    Code, GateId, KeyId, Random, Realm,
    gate::{Element, Proof},
    seal::KemPublic,
};

use crate::{
    domain::{Outcome, gate::Secrets},
    folders,
};

/// How a sealed backup is called.
pub(crate) const SEALED: &str = "sealed";

/// The gate's secrets, shared by whoever asks.
#[derive(Debug, Clone)]
pub(crate) struct GateFiles(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    files: SecretFiles,
    realm: Realm,
    gate: GateId,
    backup: PathBuf,
    recipient: KemPublic,
}

/// An evaluation, as it goes to the stick.
pub(crate) struct Answer {
    /// The evaluated element.
    pub(crate) element: Element,
    /// Proof that the promised key was used.
    pub(crate) proof: Proof,
}

impl GateFiles {
    /// Opens the folder of secrets; `backup` is where sealed backups go.
    pub(crate) fn open(
        secrets: &Path,
        backup: &Path,
        recipient: KemPublic,
        realm: Realm,
        gate: GateId,
    ) -> Result<Self, FilesError> {
        let files = SecretFiles::open(secrets, realm, gate)?;
        folders::make(backup).map_err(|source| FilesError::Disk {
            doing: "make the backup folder",
            source,
        })?;
        Ok(Self(Arc::new(Inner {
            files,
            realm,
            gate,
            backup: backup.to_owned(),
            recipient,
        })))
    }

    /// Evaluates with the secret of `key_id`. Only after the try is counted and durable.
    pub(crate) fn evaluate(
        &self,
        key_id: KeyId,
        blinded: &Element,
        random: &mut dyn Random,
    ) -> Outcome<Answer> {
        let secret = self.get(key_id)?;
        let answer = secret
            .evaluate(&blinded.0, random)
            .map_err(|_| Code::Malformed)?;
        Ok(Answer {
            element: Element(answer.element),
            proof: Proof(answer.proof),
        })
    }

    /// Destroys a secret and its sealed backup. Nothing there is no error.
    pub(crate) fn destroy(&self, key_id: KeyId) -> Outcome<()> {
        self.0.files.destroy(key_id).map_err(trouble)?;
        match fs::remove_file(self.sealed(key_id)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(disk(&error)),
            _ => Ok(()),
        }
    }

    /// Every enrolment that has a secret.
    pub(crate) fn list(&self) -> Outcome<Vec<KeyId>> {
        self.0.files.list().map_err(trouble)
    }

    /// The same files as a rule asks for them, with randomness of its own.
    pub(crate) fn with(&self, random: Box<dyn Random>) -> Making {
        Making {
            files: self.clone(),
            random,
        }
    }

    fn get(&self, key_id: KeyId) -> Outcome<GateSecret> {
        let secret = self.0.files.get(key_id).map_err(trouble)?;
        secret.ok_or_else(|| {
            tracing::error!("a live enrolment has no secret: restore it from the gate backup");
            Code::Damaged.into()
        })
    }

    fn sealed(&self, key_id: KeyId) -> PathBuf {
        self.0.backup.join(format!("{}.{SEALED}", key_id.to_hex()))
    }
}

/// Secrets in the hands of a rule.
pub(crate) struct Making {
    files: GateFiles,
    random: Box<dyn Random>,
}

impl Secrets for Making {
    fn make(&mut self, key_id: KeyId) -> Outcome<Element> {
        let files = &self.files.0.files;
        if let Some(left_behind) = files.get(key_id).map_err(trouble)? {
            return Ok(Element(left_behind.public().to_bytes()));
        }
        let secret = GateSecret::generate(&mut *self.random);
        files.put(key_id, &secret).map_err(trouble)?;
        Ok(Element(secret.public().to_bytes()))
    }

    fn back_up(&mut self, key_id: KeyId, record: &[u8]) -> Outcome<()> {
        let secret = self.files.get(key_id)?;
        let inner = &self.files.0;
        let id = SecretId {
            realm: inner.realm,
            gate_id: inner.gate,
            key_id,
        };
        let sealed = gate::seal_backup(&id, &secret, record, &inner.recipient, &mut *self.random);
        let sealed = sealed.map_err(|error| {
            tracing::error!(%error, "a gate backup could not be sealed");
            Code::Unavailable
        })?;
        folders::write(&self.files.sealed(key_id), &sealed).map_err(|error| disk(&error))
    }
}

fn trouble(error: FilesError) -> wire::Refusal {
    tracing::error!(%error, "the gate's secrets are in trouble");
    match error {
        FilesError::Disk { .. } | FilesError::Exposed { .. } => Code::Unavailable,
        FilesError::Taken { .. } | FilesError::Unusable { .. } => Code::Damaged,
    }
    .into()
}

fn disk(error: &io::Error) -> wire::Refusal {
    tracing::error!(%error, "the gate's backup folder is in trouble");
    Code::Unavailable.into()
}

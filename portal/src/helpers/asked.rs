//! Who asks to be certified: written down by the portal, read by the officer, who compares the number
//! with the one on the helper's own screen.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use minicbor::{Decode, Encode};
use wire::{
    AccountId, Code, Realm, Refusal, SigPublic,
    helper::{HelperNumber, is_name},
    log::LogState,
    seal::KemPublic,
};

use super::HelpersError;
use crate::{
    domain::{DAY, Outcome},
    folders,
    settings::Settings,
};

/// How many may wait at a time.
const WAITING: usize = 200;
/// Days they wait.
const DAYS: u64 = 31;
/// The longest file, in bytes.
const MAX: usize = WAITING * (2 << 10);

/// Somebody who asks to be certified: the keys of their account as the portal knows them.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Asked {
    /// Their account.
    #[n(0)]
    pub account: AccountId,
    /// Generation of its keys.
    #[n(1)]
    pub generation: u32,
    /// root(g).
    #[n(2)]
    pub root: SigPublic,
    /// author(g).
    #[n(3)]
    pub author: SigPublic,
    /// reader(g).
    #[n(4)]
    pub reader: KemPublic,
    /// The name they gave.
    #[n(5)]
    pub name: String,
    /// When.
    #[n(6)]
    pub since: u64,
}

impl Asked {
    /// The number that stands on the helper's own screen, if these are the helper's keys.
    #[must_use]
    pub fn number(&self, realm: Realm) -> HelperNumber {
        HelperNumber::of(realm, &self.account, &self.root, &self.author, &self.reader)
    }
}

/// Everybody who asks, the newest last.
///
/// # Errors
/// [`HelpersError`].
pub fn asked(settings: &Settings) -> Result<Vec<Asked>, HelpersError> {
    read(&settings.asked())
}

fn read(path: &Path) -> Result<Vec<Asked>, HelpersError> {
    match fs::read(path) {
        Ok(bytes) => {
            wire::decode_canonical(&bytes, MAX).map_err(|_| HelpersError::Damaged(path.to_owned()))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(source) => Err(HelpersError::Io {
            path: path.to_owned(),
            source,
        }),
    }
}

/// Where a running portal writes them down, one at a time.
#[derive(Debug)]
pub(crate) struct Desk {
    path: PathBuf,
    writing: Mutex<()>,
}

impl Desk {
    pub(crate) fn at(path: PathBuf) -> Self {
        Self {
            path,
            writing: Mutex::default(),
        }
    }

    /// Writes down that the owner of an account asks; who asked before is written anew.
    ///
    /// # Errors
    /// `Malformed` where the name is none, `TooManyRequests` where too many wait.
    pub(crate) fn ask(&self, state: &LogState, name: String, now: u64) -> Outcome<()> {
        if !is_name(&name) {
            return Err(Code::Malformed.into());
        }
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut waiting = read(&self.path).map_err(|error| {
            tracing::error!(%error, "who asks to help cannot be read");
            Refusal::from(Code::Damaged)
        })?;
        waiting.retain(|asked| {
            asked.account != state.account && asked.since.saturating_add(DAYS * DAY) > now
        });
        if waiting.len() >= WAITING {
            return Err(Refusal {
                code: Code::TooManyRequests,
                retry_after_s: Some(DAY),
            });
        }
        waiting.push(Asked {
            account: state.account,
            generation: state.keys.generation,
            root: state.keys.root,
            author: state.keys.author,
            reader: state.keys.reader,
            name,
            since: now,
        });
        folders::write(&self.path, &wire::encode(&waiting)).map_err(|error| {
            tracing::error!(%error, "who asks to help cannot be written");
            Code::Unavailable.into()
        })
    }
}

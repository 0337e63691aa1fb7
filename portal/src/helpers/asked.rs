//! Who asks to be certified: written down by the portal, read by the officer, who compares the number
//! with the one on the helper's own screen.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use minicbor::{Decode, Encode};
use wire::{
    AccountId, Code, Realm, Refusal, SigPublic,
    helper::{HelperNumber, is_name},
    log::LogState,
    seal::KemPublic,
};

use super::{HelpersError, lock};
use crate::{
    domain::{DAY, Outcome},
    folders::{self, at},
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
    fn waits(&self, now: u64) -> bool {
        now < self.since.saturating_add(DAYS * DAY)
    }

    /// The number that stands on the helper's own screen, if these are the helper's keys.
    #[must_use]
    pub fn number(&self, realm: Realm) -> HelperNumber {
        HelperNumber::of(realm, &self.account, &self.root, &self.author, &self.reader)
    }
}

/// Everybody who asks at `now`, the newest last.
///
/// # Errors
/// [`HelpersError`].
pub fn asked(settings: &Settings, now: u64) -> Result<Vec<Asked>, HelpersError> {
    let mut waiting = read(&settings.asked())?;
    waiting.retain(|asked| asked.waits(now));
    Ok(waiting)
}

/// Who was certified asks no longer.
pub(super) fn answered(settings: &Settings, account: &AccountId) -> Result<(), HelpersError> {
    keep(&settings.asked(), |asked| asked.account != *account)
}

/// Leaves only these. Where all stay nothing is written.
fn keep(path: &Path, stays: impl Fn(&Asked) -> bool) -> Result<(), HelpersError> {
    if !path.exists() {
        return Ok(());
    }
    let _locked = lock(path)?;
    let mut waiting = read(path)?;
    let before = waiting.len();
    waiting.retain(stays);
    if waiting.len() == before {
        return Ok(());
    }
    write(path, &waiting)
}

fn write(path: &Path, waiting: &Vec<Asked>) -> Result<(), HelpersError> {
    Ok(folders::write(path, &wire::encode(waiting)).map_err(at(path))?)
}

fn read(path: &Path) -> Result<Vec<Asked>, HelpersError> {
    match fs::read(path) {
        Ok(bytes) => {
            wire::decode_canonical(&bytes, MAX).map_err(|_| HelpersError::Damaged(path.to_owned()))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(at(path)(error).into()),
    }
}

/// Where a running portal writes them down.
#[derive(Debug)]
pub(crate) struct Asking {
    path: PathBuf,
}

impl Asking {
    pub(crate) fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// Writes down that the owner of an account asks; who asked before is written anew.
    ///
    /// # Errors
    /// `Malformed` where the name is none, `TooManyRequests` where too many wait.
    pub(crate) fn ask(&self, state: &LogState, name: String, now: u64) -> Outcome<()> {
        if !is_name(&name) {
            return Err(Code::Malformed.into());
        }
        let _locked = lock(&self.path).map_err(refused)?;
        let mut waiting = read(&self.path).map_err(refused)?;
        waiting.retain(|asked| asked.account != state.account && asked.waits(now));
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
        write(&self.path, &waiting).map_err(refused)
    }

    /// Forgets what the owner of an account asked: the account is gone.
    pub(crate) fn forget(&self, account: &AccountId) -> Outcome<()> {
        keep(&self.path, |asked| asked.account != *account).map_err(refused)
    }

    /// Forgets whom nobody has answered in time.
    pub(crate) fn prune(&self, now: u64) -> Outcome<()> {
        keep(&self.path, |asked| asked.waits(now)).map_err(refused)
    }
}

pub(crate) fn refused(error: HelpersError) -> Refusal {
    tracing::error!(%error, "the file of those who ask to help is in trouble");
    match error {
        HelpersError::Io(_) => Code::Unavailable,
        _ => Code::Damaged,
    }
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::NOW;

    fn somebody(account: u8, since: u64) -> Asked {
        Asked {
            account: AccountId([account; 32]),
            generation: 1,
            root: SigPublic([1; 32]),
            author: SigPublic([2; 32]),
            reader: KemPublic([3; KemPublic::LEN]),
            name: "Noor".into(),
            since,
        }
    }

    #[test]
    fn who_asks_is_forgotten_in_time_and_with_the_space() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("helpers.asked");
        let asking = Asking::at(path.clone());
        // Where nobody ever asked nothing is written.
        asking.prune(NOW).unwrap();
        assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 0);
        let all = vec![somebody(1, NOW), somebody(2, NOW + DAY), somebody(3, NOW)];
        write(&path, &all).unwrap();
        asking.forget(&AccountId([3; 32])).unwrap();
        asking.forget(&AccountId([9; 32])).unwrap();
        asking.prune(NOW + DAYS * DAY - 1).unwrap();
        assert_eq!(read(&path).unwrap(), all[..2]);
        asking.prune(NOW + DAYS * DAY).unwrap();
        assert_eq!(read(&path).unwrap(), all[1..2]);
    }
}

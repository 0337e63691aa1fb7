//! The version as it is handed out: read again when another one lies there, each file looked through once.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{File, Metadata},
    io,
    os::unix::fs::MetadataExt,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use wire::{AccountId, Code, Hash, Refusal, version::OfferedVersion};

use super::OFFERED;
use crate::{blobs, domain::Outcome, watched::Watched};

/// Files that go out at once. One of them is as long as all papers of a space.
const AT_ONCE: usize = 16;
/// Seconds after which it is worth asking again.
const SOON: u64 = 20;

/// What is up: the answer as it is handed out, and how long each file of it is.
#[derive(Debug, Clone)]
pub(crate) struct Copy {
    pub(crate) bytes: Bytes,
    files: BTreeMap<Hash, u64>,
}

/// Which file it was that was looked through, and whether it was whole.
type Seen = ((u64, u64, i64, i64), bool);

/// The version of a running portal.
#[derive(Debug)]
pub(crate) struct Shown {
    folder: PathBuf,
    offered: Watched<Copy>,
    seen: Mutex<BTreeMap<Hash, Seen>>,
    going: Arc<Semaphore>,
    whose: Arc<Mutex<BTreeSet<AccountId>>>,
}

/// Leave to hand out one file, until it is dropped.
pub(crate) struct Turn {
    _permit: OwnedSemaphorePermit,
    account: AccountId,
    whose: Arc<Mutex<BTreeSet<AccountId>>>,
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut whose = self.whose.lock().unwrap_or_else(PoisonError::into_inner);
        whose.remove(&self.account);
    }
}

impl Shown {
    /// The version in this folder, if there is one.
    pub(crate) fn at(folder: PathBuf) -> Self {
        let damaged = "the version for sticks is damaged: install it again";
        Self {
            offered: Watched::at(folder.join(OFFERED), OfferedVersion::MAX, damaged),
            folder,
            seen: Mutex::default(),
            going: Arc::new(Semaphore::new(AT_ONCE)),
            whose: Arc::default(),
        }
    }

    /// The version that is up. Asks the disk.
    ///
    /// # Errors
    /// `NotFound` where there is none, `Damaged` where it cannot be read.
    pub(crate) fn look(&self) -> Outcome<Copy> {
        let copy = self.offered.look(|bytes| {
            let offered: OfferedVersion =
                wire::decode_canonical(&bytes, OfferedVersion::MAX).ok()?;
            let list = release::List::new(offered.list.to_vec());
            let sums = list.lines().values().copied();
            Some(Copy {
                files: sums.zip(offered.sizes).collect(),
                bytes: bytes.into(),
            })
        });
        copy?.ok_or_else(|| Code::NotFound.into())
    }

    /// Leave to hand out one file to an account.
    ///
    /// # Errors
    /// `TooManyRequests` where one goes to that account already, or enough to all.
    pub(crate) fn turn(&self, account: AccountId) -> Outcome<Turn> {
        let later = || Refusal {
            code: Code::TooManyRequests,
            retry_after_s: Some(SOON),
        };
        let mut whose = self.whose.lock().unwrap_or_else(PoisonError::into_inner);
        if whose.contains(&account) {
            return Err(later());
        }
        let permit = Arc::clone(&self.going).try_acquire_owned();
        let permit = permit.map_err(|_| later())?;
        whose.insert(account);
        Ok(Turn {
            _permit: permit,
            account,
            whose: Arc::clone(&self.whose),
        })
    }

    /// A file of that version, whole, and how long it is. A name that is on no list leads nowhere.
    ///
    /// # Errors
    /// `NotFound` where the version that is up has no such file, `Damaged` where the disk has changed it.
    pub(crate) fn file(&self, sum: &Hash) -> Outcome<(File, u64)> {
        let length = self.look()?.files.get(sum).copied();
        let length = length.ok_or(Code::NotFound)?;
        let file = match File::open(self.folder.join(sum.to_hex())) {
            Ok(file) => file,
            // Another version was put up this moment.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(Code::NotFound.into());
            }
            Err(_) => return Err(Code::Unavailable.into()),
        };
        let stamp = file.metadata().map_err(|_| Code::Unavailable)?;
        let stamp = stamp_of(&stamp);
        // Who else wants it waits: it is read through once, however many ask.
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match seen.get(sum) {
            Some((of, true)) if *of == stamp => Ok((file, length)),
            Some((of, false)) if *of == stamp => Err(Code::Damaged.into()),
            _ => {
                let whole = blobs::whole(file, *sum);
                let damaged = matches!(&whole, Err(refusal) if refusal.code == Code::Damaged);
                if whole.is_ok() || damaged {
                    seen.insert(*sum, (stamp, whole.is_ok()));
                }
                Ok((whole?, length))
            }
        }
    }
}

fn stamp_of(meta: &Metadata) -> (u64, u64, i64, i64) {
    (meta.ino(), meta.size(), meta.mtime(), meta.mtime_nsec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_file_goes_to_an_account_and_sixteen_to_all() {
        let folder = tempfile::tempdir().unwrap();
        let shown = Shown::at(folder.path().to_owned());
        let refused = |number: u8| shown.turn(AccountId([number; 32])).err();
        let mut turns = Vec::new();
        for number in 0..16 {
            turns.push(shown.turn(AccountId([number; 32])).unwrap());
            assert_eq!(refused(number).unwrap().code, Code::TooManyRequests);
        }
        let full = refused(16).unwrap();
        assert_eq!(
            (full.code, full.retry_after_s),
            (Code::TooManyRequests, Some(SOON))
        );
        turns.remove(3);
        assert_eq!(refused(3), None);
        assert_eq!(refused(16), None);
    }
}

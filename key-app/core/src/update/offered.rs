//! The version that the portal has, for whoever opened their space: found, fetched, and written as any other. The portal
//! hands on what somebody else signed; it can hold a version back, and no more.

use super::{
    Refused, Updated,
    change::{ASIDE, Change, Weighed, lost},
};
use crate::{
    contents::PublicKey,
    portal::Portal,
    space::Space,
    stick::Medium,
    trouble::{Result, Trouble},
};
use core::time::Duration;
use release::{FRONT, Fault, Issued, Side, newest, versions};
use semver::Version;
use std::{collections::BTreeMap, io, path::Path, sync::Arc};
use wire::{Code, Hash, version};

/// Longest file that is fetched, in bytes: it is held in memory.
const LONGEST_FETCHED: u64 = 160 << 20;

/// How often a portal is asked for a file while it hands out enough of them.
const TURNS: usize = 10;
/// Longest time between two such questions, in seconds.
const LONGEST_WAIT: u64 = 30;

/// Where a portal keeps the version that sticks can take. It is asked in the session of an open space, which stays free
/// meanwhile.
#[derive(Debug, Clone)]
pub struct Shelf(Portal);

/// A version that the stick does not have yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newer {
    /// Which one.
    pub version: Version,
    /// Bytes to fetch.
    pub bytes: u64,
}

/// How far a version is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that were fetched and bytes that were written; what the stick had counts as both.
    pub done: u64,
    /// Twice the bytes of all files.
    pub of: u64,
}

impl Space {
    /// The shelf of this space's portal.
    #[must_use]
    pub fn shelf(&self) -> Shelf {
        Shelf(self.portal.clone())
    }
}

impl Shelf {
    /// Whether the portal has a version that this stick could start: newer than what it has, and for the same computers.
    /// Nothing where the stick has none: then its program is of no version.
    ///
    /// # Errors
    /// [`Trouble`], also where what the portal has was not signed by `key`.
    pub async fn newer(&self, stick: &Path, key: &PublicKey) -> Result<Option<Newer>> {
        let Some((issued, sizes)) = self.look(key).await? else {
            return Ok(None);
        };
        let (at, by) = (stick.to_owned(), key.clone());
        let Ok(Some(has)) = aside(move || Ok(Has::on(&at, &by))).await else {
            return Ok(None);
        };
        let version = issued.version().clone();
        // All is there but what lies at the top: the stick was pulled out then.
        if has.starts.list() == issued.list() && !has.front {
            return Ok(Some(Newer { version, bytes: 0 }));
        }
        let newest = has.sides.iter().filter_map(Side::version).max();
        let names = issued.list().lines();
        let is_older = has.starts.version() >= Some(&version) || newest > Some(&version);
        if is_older || lost(has.starts.list(), issued.list()).is_some() {
            return Ok(None);
        }
        let is_there = |(name, sum): (&String, &Hash)| {
            let listed = |side: &Side| side.list().lines().get(name) == Some(sum);
            has.sides.iter().any(listed)
        };
        let bytes = names.iter().filter(|line| !is_there(*line));
        let bytes = bytes.filter_map(|(name, _)| sizes.get(name)).sum();
        Ok(Some(Newer { version, bytes }))
    }

    /// Fetches that version and puts it on the stick at `stick`, which `medium` writes. Says how far it is. What was
    /// written before it was cut is not fetched again. `running` is the folder of the program that runs: some systems
    /// let nobody write there.
    ///
    /// # Errors
    /// [`Refused`]; the stick starts what it started before, and the same call goes on.
    pub async fn fetch(
        &self,
        stick: &Path,
        medium: Arc<dyn Medium>,
        key: &PublicKey,
        running: Option<&Path>,
        said: impl Fn(Progress),
    ) -> core::result::Result<Updated, Refused> {
        let (issued, sizes) = self.look(key).await?.ok_or(Refused::NoVersion)?;
        let of = 2 * sizes.values().sum::<u64>();
        let lines = issued.list().lines().clone();
        let (at, by) = (stick.to_owned(), key.clone());
        let running = running.map(Path::to_owned);
        let weighing = move || Change::weigh(&at, issued, &by, None, running.as_deref());
        let weighed = aside(weighing).await?;
        let change = match weighed {
            Weighed::Already(change) => {
                let version = change.version().clone();
                let read = |change: &Change, medium: &dyn Medium, name: &str| {
                    let there = change.beside(medium, name)?;
                    there.ok_or_else(|| Refused::NotKept(name.to_owned()))
                };
                aside(move || change.again(&*medium, |name| read(&change, &*medium, name))).await?;
                return Ok(Updated::Already(version));
            }
            Weighed::To(change) => Arc::new(change),
        };
        let step = (Arc::clone(&change), Arc::clone(&medium));
        aside(move || step.0.begin(&*step.1)).await?;
        let mut done = 0;
        for (name, sum) in lines {
            let length = sizes.get(&name).copied().unwrap_or_default();
            said(Progress { done, of });
            let step = (Arc::clone(&change), Arc::clone(&medium), name.clone());
            let is_there = aside(move || taken_over(&step.0, &*step.1, &step.2)).await?;
            if !is_there {
                let bytes = self
                    .file(&sum, length, |more| {
                        said(Progress {
                            done: done + more,
                            of,
                        })
                    })
                    .await?;
                let step = (Arc::clone(&change), Arc::clone(&medium));
                aside(move || step.0.put(&*step.1, &name, &bytes)).await?;
            }
            done += 2 * length;
        }
        said(Progress { done, of });
        let version = change.version().clone();
        let (at, by) = (stick.to_owned(), key.clone());
        aside(move || change.end(&at, &*medium, &by)).await?;
        Ok(Updated::To(version))
    }

    /// What the portal has, signed by that key, and how long it says that each file is.
    async fn look(&self, key: &PublicKey) -> Result<Option<(Issued, BTreeMap<String, u64>)>> {
        let Some(offered) = self.0.version().await? else {
            return Ok(None);
        };
        let issued = Issued::verify(offered.list.to_vec(), offered.signature, key);
        let issued = issued.map_err(|_| Trouble::Unverified)?;
        let names = issued.list().lines();
        let longest = offered.sizes.iter().any(|size| *size > LONGEST_FETCHED);
        if names.len() != offered.sizes.len() || longest {
            return Err(Trouble::Unverified);
        }
        let sizes = names.keys().cloned().zip(offered.sizes).collect();
        Ok(Some((issued, sizes)))
    }

    /// A file, of no more bytes than were announced. Where the portal hands out enough at this moment, it is asked again.
    async fn file(&self, sum: &Hash, length: u64, said: impl Fn(u64)) -> Result<Vec<u8>> {
        for _ in 0..TURNS {
            match self.piece_by_piece(sum, length, &said).await {
                Err(Trouble::Refused(refusal)) if refusal.code == Code::TooManyRequests => {
                    let wait = refusal.retry_after_s.unwrap_or_default();
                    tokio::time::sleep(Duration::from_secs(wait.min(LONGEST_WAIT))).await;
                }
                other => return other,
            }
        }
        self.piece_by_piece(sum, length, &said).await
    }

    async fn piece_by_piece(&self, sum: &Hash, length: u64, said: impl Fn(u64)) -> Result<Vec<u8>> {
        // Nobody signed the length: room for it comes as the bytes come.
        let mut bytes = Vec::new();
        let path = version::path(sum);
        let fetched = self.0.download(&path, |piece| {
            bytes.extend_from_slice(piece);
            let have = bytes.len() as u64;
            said(have);
            match have > length {
                true => Err(Trouble::Unverified),
                false => Ok(()),
            }
        });
        fetched.await?;
        Ok(bytes)
    }
}

/// What a stick has.
struct Has {
    /// What it starts on this computer.
    starts: Side,
    /// What is signed on it.
    sides: Vec<Side>,
    /// Whether what lies at the top is of the version that it starts.
    front: bool,
}

impl Has {
    /// Looks. Nothing where it starts no version, or where a side is another key's or cannot be read: then no version
    /// could be put there.
    fn on(stick: &Path, key: &PublicKey) -> Option<Self> {
        let mut sides = Vec::new();
        for side in versions(stick, Some(key)).into_iter().flatten() {
            match side {
                Ok(side) => sides.push(side),
                Err(Fault::OtherKey | Fault::Reading(_)) => return None,
                Err(_) => {}
            }
        }
        let starts = newest(stick, Some(key)).ok()??;
        let front = FRONT.iter().all(|name| {
            let there = std::fs::read(stick.join(name));
            match starts.list().lines().contains_key(*name) {
                true => there.is_ok_and(|there| starts.holds(name, &there).is_ok()),
                false => there.is_err(),
            }
        });
        let aside = |name: &&str| stick.join(format!("{name}{ASIDE}")).exists();
        Some(Self {
            starts,
            sides,
            front: front && !FRONT.iter().any(aside),
        })
    }
}

/// Whether the stick has the file now: it was there, or the other side had it.
fn taken_over(
    change: &Change,
    medium: &dyn Medium,
    name: &str,
) -> core::result::Result<bool, Refused> {
    if change.has(medium, name)? {
        return Ok(true);
    }
    match change.beside(medium, name)? {
        Some(bytes) => change.put(medium, name, &bytes).map(|()| true),
        None => Ok(false),
    }
}

/// Reads and writes the stick away from the threads that wait for the network.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> core::result::Result<T, Refused> + Send + 'static,
) -> core::result::Result<T, Refused> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(ended) => Err(Trouble::reading(io::Error::other(ended)).into()),
    }
}

impl Portal {
    /// The version that the portal has; `None` where it has none, or is of a time before there were any. Not yet
    /// verified.
    async fn version(&self) -> Result<Option<version::OfferedVersion>> {
        match self.get("v1/version", version::OfferedVersion::MAX).await {
            Ok(offered) => Ok(Some(offered)),
            Err(Trouble::Refused(refusal)) if refusal.code == Code::NotFound => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }
}

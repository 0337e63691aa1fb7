//! sled: a folder with a log of pages. The only folder that names it.
//!
//! sled alone does not keep our promise, so four things stand around it:
//! - its flush starts writing and does not wait for the disk's own memory: we sync what it wrote;
//! - when it replays a damaged log it leaves out what it cannot read, and says nothing: each commit
//!   carries its number and the sum of all rows, which are checked at every opening (`tip`, `sum`);
//! - it has no snapshots: `past` keeps what older ones still see;
//! - it does not survive a write that finds no room: it is not asked to write near a full disk (`room`).
//!
//! - `folder` what lies on the disk · `mark` what a commit says of itself · `moment` what was there at one moment
//! - `trouble` what sled says

mod folder;
mod mark;
mod moment;
mod trouble;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use ::sled::{Batch, Db};

use self::folder::{BLOBS, LOG, TIP, close, make, open, sync_new};
use self::mark::{LAYOUT, MARK, Mark, said_by};
use self::moment::Moment;
use self::trouble::{FILE, damaged, guarded, trouble};
use super::past::Past;
use super::pieces::{self, Laid};
use super::room;
use super::sum::Sum;
use super::tip::Tip;
use super::{Change, Engine, Snapshot, StoreError};

/// The engine on disk.
pub struct Sled {
    /// `None` only while it is dropped.
    db: Option<Db>,
    folder: PathBuf,
    past: Past,
    writing: Mutex<Writing>,
    /// Dropped last: until then nobody else may enter.
    tip: Tip,
}

impl Sled {
    /// Opens the store in the folder `path`, or makes an empty one there. It is never half made: a
    /// new folder takes its name only when it is whole and on the disk. Every row is read and summed
    /// before the first answer.
    ///
    /// # Errors
    /// [`StoreError::InUse`], [`StoreError::NotOurs`], [`StoreError::TooNew`],
    /// [`StoreError::Damaged`] or [`StoreError::Disk`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        if !path.try_exists().map_err(StoreError::disk)? {
            make(path)?;
        }
        let (tip, said) = Tip::open(&path.join(TIP))?;
        if said.layout > LAYOUT {
            return Err(StoreError::TooNew {
                place: FILE,
                found: said.layout,
                known: LAYOUT,
            });
        }
        room::is_there(path)?;
        let db = open(path)?;
        let mark = guarded(|| db.get(MARK).map_err(trouble))?;
        let mark = mark.as_deref().and_then(Mark::read);
        let engine = Self {
            db: Some(db),
            folder: path.to_owned(),
            past: Past::default(),
            writing: Mutex::new(Writing {
                last: mark,
                synced: BTreeSet::new(),
            }),
            tip,
        };
        let mark = mark.filter(|mark| mark.commit >= said.commit);
        let mark = mark.ok_or_else(|| damaged("commits that were answered are missing"))?;
        if engine.sum()? != mark.sum {
            return Err(damaged("its rows are not those that were committed"));
        }
        // It may have written while it opened.
        let mut writing = engine.writing();
        engine.sync(&mut writing)?;
        engine.tip.say(said_by(mark))?;
        engine.tip.sync()?;
        drop(writing);
        Ok(engine)
    }
}

impl Engine for Sled {
    fn snapshot(&self) -> Result<Box<dyn Snapshot + '_>, StoreError> {
        let at = self.past.look();
        Ok(Box::new(Moment { engine: self, at }))
    }

    fn commit(&self, changes: &[Change]) -> Result<(), StoreError> {
        let mut writing = self.writing();
        room::is_there(&self.folder)?;
        // Taken, and put back when all went well: one failure ends all writing.
        let mut mark = writing.last.take().ok_or(StoreError::Poisoned)?;
        guarded(|| {
            let changes = self.laid(changes)?;
            let mut batch = Batch::default();
            let mut replaced = Vec::with_capacity(changes.len());
            for (at, value) in changes {
                let was = self.now(&at)?;
                if let Some(was) = &was {
                    mark.sum.remove(&[&at, was]);
                }
                match value {
                    Some(value) => {
                        mark.sum.add(&[&at, &value]);
                        batch.insert(at.as_slice(), value);
                    }
                    None => batch.remove(at.as_slice()),
                }
                replaced.push((at, was));
            }
            mark.commit += 1;
            batch.insert(MARK, mark.to_bytes());
            self.past.replaces(replaced);
            // One batch over one tree: its replay takes all of it or nothing.
            let db = self.db()?;
            db.apply_batch(batch).map_err(trouble)?;
            db.flush().map_err(trouble)?;
            self.sync(&mut writing)?;
            self.tip.say(said_by(mark))
        })?;
        self.past.committed();
        writing.last = Some(mark);
        Ok(())
    }

    fn name(&self) -> &'static str {
        "sled"
    }
}

impl Drop for Sled {
    fn drop(&mut self) {
        if let Some(db) = self.db.take()
            && let Err(error) = close(db, &self.folder)
        {
            let error: &dyn std::error::Error = &error;
            tracing::error!(
                error,
                "the store was not closed: it is checked when it is opened"
            );
        }
    }
}

/// What only one at a time may use.
struct Writing {
    /// The last commit; `None` after a failure.
    last: Option<Mark>,
    /// Files that were synced, and never change once they are written.
    synced: BTreeSet<PathBuf>,
}

impl Sled {
    fn db(&self) -> Result<&Db, StoreError> {
        self.db.as_ref().ok_or(StoreError::Closed)
    }

    fn writing(&self) -> std::sync::MutexGuard<'_, Writing> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What lies at `at` in sled now.
    fn now(&self, at: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let found = self.db()?.get(at).map_err(trouble)?;
        Ok(found.map(|found| found.to_vec()))
    }

    /// The last word on every key that changes, with the pieces that come and go.
    fn laid(&self, changes: &[Change]) -> Result<BTreeMap<Vec<u8>, Option<Vec<u8>>>, StoreError> {
        let rows: BTreeMap<_, _> = changes
            .iter()
            .map(|change| (pieces::row(change.table, &change.key), &change.value))
            .collect();
        let mut laid = BTreeMap::new();
        for (row, value) in rows {
            let was = self.now(&row)?;
            if let Some(Laid::Cut(length)) = was.as_deref().and_then(pieces::read) {
                laid.extend(pieces::places(&row, length).map(|place| (place, None)));
            }
            match value {
                Some(value) => {
                    let parts = pieces::lay(&row, value).into_iter();
                    laid.extend(parts.map(|(at, part)| (at, Some(part))));
                }
                None => drop(laid.insert(row, None)),
            }
        }
        Ok(laid)
    }

    /// The sum of every row and piece.
    fn sum(&self) -> Result<Sum, StoreError> {
        guarded(|| {
            let mut sum = Sum::default();
            for row in self.db()?.range::<&[u8], _>(..MARK) {
                let (at, laid) = row.map_err(trouble)?;
                sum.add(&[&at, &laid]);
            }
            Ok(sum)
        })
    }

    /// Waits until all that sled wrote is on the disk: its log, and every file and name that is new.
    fn sync(&self, writing: &mut Writing) -> Result<(), StoreError> {
        for folder in [self.folder.join(BLOBS), self.folder.clone()] {
            sync_new(&folder, &mut writing.synced).map_err(StoreError::disk)?;
        }
        // Its length is part of what this waits for; its times are not, and cost a journal.
        let log = File::open(self.folder.join(LOG)).and_then(|log| log.sync_data());
        log.map_err(StoreError::disk)
    }
}

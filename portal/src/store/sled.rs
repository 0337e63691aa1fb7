//! sled: a folder with a log of pages. The only file that names it.
//!
//! sled alone does not keep our promise, so four things stand around it:
//! - its flush starts writing and does not wait for the disk's own memory: we sync what it wrote;
//! - when it replays a damaged log it leaves out what it cannot read, and says nothing: each commit
//!   carries its number and the sum of all rows, which are checked at every opening (`tip`, `sum`);
//! - it has no snapshots: `past` keeps what older ones still see;
//! - it does not survive a write that finds no room: it is not asked to write near a full disk (`room`).

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::ops::Bound;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use ::sled::{Batch, Config, Db, Error};

use super::engine::start;
use super::past::Past;
use super::pieces::{self, Laid};
use super::room;
use super::sum::Sum;
use super::tip::{Said, Tip};
use super::{Change, Engine, Entry, Snapshot, StoreError, Table};

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

/// The version of the layout described in this file and in `pieces`.
const LAYOUT: u8 = 1;
const FILE: &str = "the file";
const TIP: &str = "tip";
/// sled's own names.
const LOG: &str = "db";
const BLOBS: &str = "blobs";
/// Where the mark lies, apart from all rows and pieces.
const MARK: &[u8] = b"\xffmark";
/// How much memory pages may be kept in.
const CACHE: u64 = 16 * 1024 * 1024;
/// Rows read at once.
const PAGE: usize = 1024;

/// What only one at a time may use.
struct Writing {
    /// The last commit; `None` after a failure.
    last: Option<Mark>,
    /// Files that were synced, and never change once they are written.
    synced: BTreeSet<PathBuf>,
}

/// What each commit says of itself: its number, and the sum of all rows after it.
#[derive(Clone, Copy, Default)]
struct Mark {
    commit: u64,
    sum: Sum,
}

impl Mark {
    fn to_bytes(self) -> Vec<u8> {
        [&self.commit.to_be_bytes()[..], &self.sum.to_bytes()].concat()
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (commit, sum) = bytes.split_first_chunk()?;
        Some(Self {
            commit: u64::from_be_bytes(*commit),
            sum: Sum::from_bytes(sum.try_into().ok()?),
        })
    }
}

fn said_by(mark: Mark) -> Said {
    Said {
        layout: LAYOUT,
        commit: mark.commit,
    }
}

struct Moment<'a> {
    engine: &'a Sled,
    at: u64,
}

impl Drop for Moment<'_> {
    fn drop(&mut self) {
        self.engine.past.leave(self.at);
    }
}

impl Snapshot for Moment<'_> {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        guarded(|| {
            let row = pieces::row(table, key);
            let laid = self.then(&row)?;
            laid.map(|laid| self.whole(table, &row, &laid)).transpose()
        })
    }

    fn scan(
        &self,
        table: Table,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let head = pieces::prefix(table);
        let wanted = pieces::row(table, prefix);
        let mut from = start(prefix, after).map(|key| pieces::row(table, key));
        let mut found = Vec::new();
        let mut is_last = false;
        while found.len() < limit && !is_last {
            guarded(|| {
                let size = PAGE.min(limit - found.len());
                let page = self.page(&from, &wanted, size)?;
                is_last = page.next.is_none();
                for (row, laid) in page.rows {
                    let value = self.whole(table, &row, &laid)?;
                    let key = row.get(head.len()..).unwrap_or_default();
                    found.push((key.to_vec(), value));
                }
                from = page.next.map_or(Bound::Unbounded, Bound::Excluded);
                Ok(())
            })?;
        }
        found.truncate(limit);
        Ok(found)
    }
}

/// Rows of a moment, and where they go on.
struct Page {
    rows: BTreeMap<Vec<u8>, Vec<u8>>,
    next: Option<Vec<u8>>,
}

impl Moment<'_> {
    /// What lay at `at` then. sled is asked first: see `past`.
    fn then(&self, at: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let now = self.engine.now(at)?;
        Ok(self.engine.past.get(self.at, at).unwrap_or(now))
    }

    fn whole(&self, table: Table, row: &[u8], laid: &[u8]) -> Result<Vec<u8>, StoreError> {
        let odd = || StoreError::damaged(table.name(), "a value is not as it was laid");
        match pieces::read(laid).ok_or_else(odd)? {
            Laid::Whole(value) => Ok(value),
            Laid::Cut(length) => {
                let mut value = Vec::new();
                for place in pieces::places(row, length) {
                    value.extend(self.then(&place)?.ok_or_else(odd)?);
                }
                Some(value)
                    .filter(|value| value.len() == length)
                    .ok_or_else(odd)
            }
        }
    }

    /// At most `size` rows of now, seen as they were then.
    fn page(&self, from: &Bound<Vec<u8>>, prefix: &[u8], size: usize) -> Result<Page, StoreError> {
        let from = from.as_ref().map(Vec::as_slice);
        let mut rows = BTreeMap::new();
        let mut next = None;
        for row in self
            .engine
            .db()?
            .range::<&[u8], _>((from, Bound::Unbounded))
        {
            let (at, laid) = row.map_err(trouble)?;
            if !at.starts_with(prefix) {
                break;
            }
            rows.insert(at.to_vec(), laid.to_vec());
            if rows.len() == size {
                next = Some(at.to_vec());
                break;
            }
        }
        let to = next.as_deref().map_or(Bound::Unbounded, Bound::Included);
        let past = self.engine.past.range(self.at, (from, to));
        for (at, was) in past.into_iter().filter(|(at, _)| at.starts_with(prefix)) {
            match was {
                Some(laid) => drop(rows.insert(at, laid)),
                None => drop(rows.remove(&at)),
            }
        }
        Ok(Page { rows, next })
    }
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

/// Syncs the files of a folder that were not synced yet, then their names.
fn sync_new(folder: &Path, synced: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    let mut is_new = false;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if synced.contains(&path) {
            continue;
        }
        is_new = true;
        match File::open(&path).and_then(|file| file.sync_all()) {
            // sled removes what it needs no more.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            done => done?,
        }
        synced.insert(path);
    }
    if is_new {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn open(folder: &Path) -> Result<Db, StoreError> {
    // `None`: nothing is written behind our back, and what is written is synced by us.
    let config = Config::new()
        .path(folder)
        .cache_capacity(CACHE)
        .flush_every_ms(None);
    guarded(|| config.open().map_err(trouble))
}

/// Closes, and waits until sled's threads have let go of the file: they may hold it a moment longer
/// than sled says, and whoever opens it next would find it in use.
fn close(db: Db, folder: &Path) -> Result<(), StoreError> {
    // It syncs once more, and panics where the disk fails.
    let closed = catch_unwind(AssertUnwindSafe(|| drop(db)));
    let free = File::open(folder.join(LOG)).and_then(|file| file.lock());
    free.map_err(StoreError::disk)?;
    closed.map_err(|_| StoreError::disk("its last sync failed"))
}

/// Makes an empty store under another name, then gives it its own.
fn make(path: &Path) -> Result<(), StoreError> {
    let draft = path.with_extension("new");
    match fs::remove_dir_all(&draft) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        done => done.map_err(StoreError::disk)?,
    }
    fs::create_dir(&draft).map_err(StoreError::disk)?;
    let db = open(&draft)?;
    let mark = Mark {
        commit: 1,
        ..Mark::default()
    };
    db.insert(MARK, mark.to_bytes()).map_err(trouble)?;
    db.flush().map_err(trouble)?;
    close(db, &draft)?;
    Tip::make(&draft.join(TIP), said_by(mark))?;
    let mut synced = BTreeSet::new();
    for folder in [draft.join(BLOBS), draft.clone()] {
        sync_new(&folder, &mut synced).map_err(StoreError::disk)?;
    }
    fs::rename(&draft, path).map_err(StoreError::disk)?;
    crate::folders::sync(path.parent()).map_err(StoreError::disk)
}

/// On damaged pages sled may panic where it checks nothing.
fn guarded<T>(asked: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    catch_unwind(AssertUnwindSafe(asked))
        .unwrap_or_else(|_| Err(damaged("its pages make no sense")))
}

fn damaged(what: &'static str) -> StoreError {
    StoreError::damaged(FILE, what)
}

/// What sled says, in the words of the store.
fn trouble(error: Error) -> StoreError {
    match error {
        Error::Io(error) if error.to_string().contains("could not acquire lock") => {
            StoreError::InUse
        }
        Error::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            StoreError::damaged(FILE, error)
        }
        Error::Io(error) => StoreError::disk(error),
        error => StoreError::damaged(FILE, error),
    }
}

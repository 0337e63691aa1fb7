//! A plan with its vouchers and its journal: gives each stick its number, one stick at a time.

use super::{
    Fault, Plan, Programs, Unusable,
    journal::{Entry, Journal, State},
    marker::Marker,
    pool::Pool,
};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};
use wire::{VoucherId, structure::SignedVoucher};

/// Sticks by the dozen. Several may be written at once.
#[derive(Debug)]
pub struct Fleet {
    pub(super) plan: Plan,
    pub(super) programs: Programs,
    pool: Pool,
    book: Mutex<Book>,
    pub(super) stopped: AtomicBool,
}

/// One line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The number on the label.
    pub number: u32,
    /// How far it is; `None` where nobody has begun it.
    pub state: Option<State>,
}

#[derive(Debug)]
struct Book {
    journal: Journal,
    /// Numbers that a stick is being written with now.
    held: BTreeSet<u32>,
}

/// A number and its voucher, held for one stick until this is dropped.
pub(super) struct Claim<'a> {
    pub(super) number: u32,
    pub(super) id: VoucherId,
    pub(super) voucher: SignedVoucher,
    pub(super) attempt: u32,
    fleet: &'a Fleet,
}

impl Fleet {
    /// Takes up a plan from a folder of vouchers, where the journal lies too.
    ///
    /// # Errors
    /// [`Fault::Journal`] where what became of the vouchers cannot be read or kept, or another program is at it.
    pub fn open(plan: Plan, programs: Programs, vouchers: &Path, now: u64) -> Result<Self, Fault> {
        Ok(Self {
            plan,
            programs,
            pool: Pool::read(vouchers)?,
            book: Mutex::new(Book {
                journal: Journal::open(vouchers, now)?,
                held: BTreeSet::new(),
            }),
            stopped: AtomicBool::new(false),
        })
    }

    /// Stops whatever is being written, for good: each stick is then as if it had been pulled out.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Release);
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The program folder.
    #[must_use]
    pub fn programs(&self) -> &Programs {
        &self.programs
    }

    /// Each number of the plan and how far it is.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let book = self.book();
        let row = |number| Row {
            number,
            state: book.journal.number(number).map(|entry| entry.state),
        };
        self.plan.numbers.each().map(row).collect()
    }

    /// How many vouchers are left at `now`, and which files start no stick.
    ///
    /// # Errors
    /// Where the locator is another structure's.
    pub fn vouchers(&self, now: u64) -> Result<(usize, Vec<(String, Unusable)>), Fault> {
        self.pool
            .census(&self.plan, self.book().journal.used(), now)
    }

    /// Takes one voucher out of the pool for another use than a numbered stick: its file, and what it says. Whoever has
    /// used it removes the file.
    ///
    /// # Errors
    /// [`Fault::NoVoucher`] where none is left.
    pub fn single(
        plan: &Plan,
        vouchers: &Path,
        now: u64,
    ) -> Result<(PathBuf, SignedVoucher), Fault> {
        let pool = Pool::read(vouchers)?;
        let journal = Journal::open(vouchers, now)?;
        let (id, signed) = pool.next(plan, journal.used(), now)?;
        let file = pool.file(id).unwrap_or_default();
        Ok((vouchers.join(file), signed))
    }

    /// Gives a number up whose stick was lost before it was ready: the number is free for another stick,
    /// and its voucher is spent.
    ///
    /// # Errors
    /// [`Fault::Numbers`] where the number has no stick in the making.
    pub fn give_up(&self, number: u32, now: u64) -> Result<(), Fault> {
        let mut book = self.book();
        if book.held.contains(&number) {
            return Err(Fault::Numbers("a stick is being written with it now"));
        }
        match book.journal.number(number) {
            Some(entry) if matches!(entry.state, State::Taken | State::Begun) => {
                let given_up = Entry {
                    state: State::GivenUp,
                    time: now,
                    ..entry
                };
                book.journal.note(number, given_up)
            }
            _ => Err(Fault::Numbers("it has no stick in the making")),
        }
    }

    /// The next number for a blank stick. A number whose voucher never reached a stick comes first.
    pub(super) fn claim(&self, now: u64) -> Result<Claim<'_>, Fault> {
        let mut book = self.book();
        let mut waiting = false;
        let mut free: Option<(u32, Option<Entry>)> = None;
        for number in self.plan.numbers.each() {
            if book.held.contains(&number) {
                continue;
            }
            let entry = book.journal.number(number);
            match entry.map(|entry| entry.state) {
                Some(State::Ready) => {}
                Some(State::Begun) => waiting = true,
                None | Some(State::Taken | State::GivenUp) => {
                    free = Some((number, entry));
                    break;
                }
            }
        }
        let Some((number, before)) = free else {
            return Err(match waiting {
                true => Fault::Waits,
                false => Fault::Numbers("every one of them is on a stick, or on its way"),
            });
        };
        // A voucher that no stick has yet goes on with its number, unless it ended meanwhile.
        let taken = before.filter(|before| before.state == State::Taken);
        let same = taken.and_then(|taken| {
            let signed = self.pool.same(&self.plan, taken.voucher, now)?;
            Some((taken.voucher, signed))
        });
        let (id, signed) = match same {
            Some(same) => same,
            None => self.pool.next(&self.plan, book.journal.used(), now)?,
        };
        let entry = Entry {
            voucher: id,
            state: State::Taken,
            attempt: before.map_or(1, |before| before.attempt.saturating_add(1)),
            time: now,
        };
        book.journal.note(number, entry)?;
        Ok(self.hold(&mut book, number, entry, signed))
    }

    /// The number of a stick that bears this voucher, or its marker: it is taken up again. `None` where the
    /// journal does not know it so.
    pub(super) fn resume(
        &self,
        voucher: VoucherId,
        marker: Option<Marker>,
        now: u64,
    ) -> Result<Option<Claim<'_>>, Fault> {
        let mut book = self.book();
        let Some((known, entry)) = book.journal.of_voucher(voucher) else {
            return Ok(None);
        };
        let other = |marker: Marker| marker.number != known || marker.attempt != entry.attempt;
        if marker.is_some_and(other) || entry.state == State::GivenUp {
            return Ok(None);
        }
        if book.held.contains(&known) {
            return Err(Fault::Numbers("two sticks bear the same one"));
        }
        let Some(signed) = self.pool.same(&self.plan, voucher, now) else {
            return Ok(None);
        };
        Ok(Some(self.hold(&mut book, known, entry, signed)))
    }

    fn hold(
        &self,
        book: &mut Book,
        number: u32,
        entry: Entry,
        voucher: SignedVoucher,
    ) -> Claim<'_> {
        book.held.insert(number);
        Claim {
            number,
            id: entry.voucher,
            voucher,
            attempt: entry.attempt,
            fleet: self,
        }
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        // Every step leaves the book whole, also where the thread of another stick died.
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Claim<'_> {
    /// Writes down how far the stick is.
    pub(super) fn note(&self, state: State, now: u64) -> Result<(), Fault> {
        let mut book = self.fleet.book();
        let entry = Entry {
            voucher: self.id,
            state,
            attempt: self.attempt,
            time: now,
        };
        let before = book.journal.number(self.number);
        if before.is_some_and(|before| before.state == state) {
            return Ok(());
        }
        book.journal.note(self.number, entry)
    }
}

impl Drop for Claim<'_> {
    fn drop(&mut self) {
        self.fleet.book().held.remove(&self.number);
    }
}

//! Sticks that are being prepared: what was chosen for them, the thread that writes them, and what became of each.

use crate::dto::Problem;
use key_core::{
    fleet::{Fault, Fleet, Hand, Made, News, Numbers, Place, Refusal, Step},
    practice,
};
use std::{
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::JoinHandle,
};
use wire::{Hash, Realm};

/// What lies on the desk for them. Nothing of it is secret; it goes as the space is shut.
#[derive(Default)]
pub(crate) struct Laid {
    /// The folder of vouchers.
    pub(crate) vouchers: Option<Chosen>,
    /// The folder of programs, where they do not come from the stick in use.
    pub(crate) programs: Option<PathBuf>,
    pub(crate) work: Option<Work>,
    /// Practice sticks, where somebody makes them anew.
    pub(crate) practice: Option<Practice>,
}

/// A folder of vouchers, and the structure that was shown to be theirs: only sticks of that one are written.
#[derive(Clone)]
pub(crate) struct Chosen {
    pub(crate) folder: PathBuf,
    pub(crate) structure: (Realm, Hash),
}

/// A table of practice sticks. They are made anew one after the other: each takes a voucher of the same folder.
#[derive(Clone)]
pub(crate) struct Practice {
    pub(crate) table: Arc<Mutex<practice::Table>>,
    pub(crate) turn: Arc<tokio::sync::Mutex<()>>,
}

/// A fleet that is being written, or was.
pub(crate) struct Work {
    pub(crate) fleet: Arc<Fleet>,
    pub(crate) numbers: Numbers,
    pub(crate) lines: Arc<Mutex<Lines>>,
    pub(crate) hand: Hand,
    pub(crate) thread: Option<JoinHandle<()>>,
}

/// What became of each volume that was plugged in.
#[derive(Default)]
pub(crate) struct Lines {
    pub(crate) seen: Vec<Line>,
    next: u64,
    /// Nothing more is written: all are ready, or somebody stopped, or the system does not say what is plugged in.
    pub(crate) over: bool,
    pub(crate) failed: bool,
}

/// One volume, by a number of this run: its place is no affair of the page.
pub(crate) struct Line {
    pub(crate) id: u64,
    pub(crate) place: Place,
    /// The number of the stick, where it has one.
    pub(crate) number: Option<u32>,
    pub(crate) is: Is,
    pub(crate) gone: bool,
}

/// How a volume is.
pub(crate) enum Is {
    Refused(Refusal),
    At(Step),
    Ended(Result<Made, Fault>),
}

impl Work {
    /// Stops and waits until the last byte that was on its way has gone. Takes as long as the slowest stick takes for
    /// one piece.
    pub(crate) fn end(mut self) {
        self.stop();
        if let Some(thread) = self.thread.take() {
            // What a thread that died leaves is what a pulled stick leaves.
            let _ = thread.join();
        }
    }

    fn stop(&self) {
        self.fleet.stop();
        self.hand.stop();
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Lines {
    /// Writes down what happened to a volume.
    pub(crate) fn hear(&mut self, place: &Place, news: News) {
        let at = self
            .seen
            .iter()
            .position(|line| line.place == *place && !line.gone);
        let at = at.unwrap_or_else(|| {
            self.next += 1;
            self.seen.push(Line {
                id: self.next,
                place: place.clone(),
                number: None,
                is: Is::Refused(Refusal::NotRemovable),
                gone: false,
            });
            self.seen.len() - 1
        });
        let line = &mut self.seen[at];
        match news {
            News::Refused(refusal) => line.is = Is::Refused(refusal),
            News::Step(number, step) => {
                line.number = Some(number);
                line.is = Is::At(step);
                // The same stick, pulled out before and in again.
                let is_before = |line: &Line| line.gone && line.number == Some(number);
                self.seen.retain(|line| !is_before(line));
            }
            News::Ended(outcome) => {
                if let Ok(made) = &outcome {
                    line.number = Some(made.number);
                }
                line.is = Is::Ended(outcome);
            }
            News::Gone => {
                line.gone = true;
                // Of one that is not ready somebody must know which it was.
                let waits = matches!(
                    line.is,
                    Is::Ended(Err(Fault::Pulled(_) | Fault::Stopped(_)))
                );
                if !waits {
                    self.seen.remove(at);
                }
            }
        }
    }

    /// Where a volume is that refuses only what lies on it: somebody may say that it goes.
    pub(crate) fn erasable(&self, id: u64) -> Option<Place> {
        let line = self.seen.iter().find(|line| line.id == id && !line.gone)?;
        let erasable = matches!(
            line.is,
            Is::Ended(Err(Fault::Volume(
                Refusal::Foreign { .. } | Refusal::Practised | Refusal::PreparedElsewhere
            )))
        );
        erasable.then(|| line.place.clone())
    }
}

impl Practice {
    /// The table.
    pub(crate) fn table(&self) -> MutexGuard<'_, practice::Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The lines, also where the thread that writes them died.
pub(crate) fn lines(of: &Mutex<Lines>) -> MutexGuard<'_, Lines> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The same where a fleet is there at all.
pub(crate) fn at_work(laid: &Laid) -> Result<&Work, Problem> {
    laid.work.as_ref().ok_or_else(Problem::gone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use key_core::fleet::Capacity;

    fn place(path: &str, mount: u64) -> Place {
        Place {
            path: path.into(),
            mount,
        }
    }

    fn foreign() -> News {
        News::Ended(Err(Fault::Volume(Refusal::Foreign {
            count: 1,
            first: vec!["lettre.txt".into()],
        })))
    }

    #[test]
    fn what_was_refused_goes_with_its_volume_and_what_was_cut_stays_until_it_is_back() {
        let mut lines = Lines::default();
        let (letter, stick) = (place("/media/a", 1), place("/media/b", 2));
        lines.hear(&letter, foreign());
        lines.hear(&stick, News::Step(41, Step::Numbered { again: false }));
        lines.hear(&stick, News::Ended(Err(Fault::Pulled(41))));
        lines.hear(&letter, News::Gone);
        lines.hear(&stick, News::Gone);
        let left: Vec<_> = lines
            .seen
            .iter()
            .map(|line| (line.number, line.gone))
            .collect();
        assert_eq!(left, [(Some(41), true)]);
        // The same stick, plugged in elsewhere.
        let again = place("/media/c", 3);
        lines.hear(&again, News::Step(41, Step::Numbered { again: true }));
        let made = Made {
            number: 41,
            capacity: Capacity::Marks,
        };
        lines.hear(&again, News::Ended(Ok(made)));
        assert_eq!(lines.seen.len(), 1);
        assert!(!lines.seen[0].gone && lines.seen[0].id == 3);
        lines.hear(&again, News::Gone);
        assert!(lines.seen.is_empty());
    }

    #[test]
    fn only_what_lies_on_a_stick_that_is_there_may_be_told_to_go() {
        let mut lines = Lines::default();
        let (letter, own) = (place("/media/a", 1), place("/media/b", 2));
        lines.hear(&letter, foreign());
        lines.hear(&own, News::Ended(Err(Fault::Volume(Refusal::Somebody))));
        assert_eq!(lines.erasable(1), Some(letter.clone()));
        assert_eq!(lines.erasable(2), None);
        lines.hear(&letter, News::Gone);
        assert_eq!(lines.erasable(1), None);
        // Another stick at the same place is another one.
        lines.hear(&place("/media/a", 7), foreign());
        assert_eq!(
            (lines.erasable(1), lines.erasable(3)),
            (None, Some(place("/media/a", 7)))
        );
    }
}

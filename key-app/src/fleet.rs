//! Sticks that are being prepared: what was chosen for them, the thread that writes them, and what became of each.

use crate::dto::Problem;
use key_core::fleet::{Fault, Fleet, Hand, Made, News, Numbers, Place, Refusal, Step};
use std::{
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::JoinHandle,
};

/// What lies on the desk for them. Nothing of it is secret; it goes as the space is shut.
#[derive(Default)]
pub(crate) struct Laid {
    /// The folder of vouchers.
    pub(crate) vouchers: Option<PathBuf>,
    /// The folder of programs, where they do not come from the stick in use.
    pub(crate) programs: Option<PathBuf>,
    pub(crate) work: Option<Work>,
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
    place: Place,
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
                Refusal::Foreign { .. } | Refusal::PreparedElsewhere
            )))
        );
        erasable.then(|| line.place.clone())
    }
}

impl Line {
    /// How the system calls the volume.
    pub(crate) fn name(&self) -> String {
        let path = &self.place.path;
        let name = path.file_name().unwrap_or(path.as_os_str());
        name.to_string_lossy().into_owned()
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

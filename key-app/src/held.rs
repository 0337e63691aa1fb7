//! What lies on the desk of helping: a helper's mandates of others and the one folder that is open, what helpers
//! put in for the person, and the one comparison of a recovery that runs.

use key_core::{
    help::{Dropped, Entrusted, MandateId, Shown},
    recovery::{self, Comparing},
};
use wire::DropId;

/// Lies on the desk, never on a disk; gone when the space is shut.
#[derive(Default)]
pub(crate) struct Held {
    mandates: Vec<Entrusted>,
    shown: Option<(MandateId, Shown)>,
    waiting: Vec<Dropped>,
    comparing: Option<Comparing>,
}

impl Held {
    /// What is entrusted now. A folder stays open only where its mandate is still there.
    pub(crate) fn hold(&mut self, mandates: Vec<Entrusted>) {
        self.mandates = mandates;
        let still = |id: MandateId| self.mandates.iter().any(|mandate| mandate.id == id);
        if self.shown.as_ref().is_some_and(|(id, _)| !still(*id)) {
            self.shown = None;
        }
    }

    /// What waits for the person now.
    pub(crate) fn wait(&mut self, waiting: Vec<Dropped>) {
        self.waiting = waiting;
    }

    /// One paper that waits.
    pub(crate) fn waiting(&self, id: DropId) -> Option<&Dropped> {
        self.waiting.iter().find(|dropped| dropped.id == id)
    }

    /// The person has decided about one.
    pub(crate) fn decided(&mut self, id: DropId) {
        self.waiting.retain(|dropped| dropped.id != id);
    }

    /// One mandate.
    pub(crate) fn mandate(&mut self, id: MandateId) -> Option<&mut Entrusted> {
        self.mandates.iter_mut().find(|mandate| mandate.id == id)
    }

    /// Keeps a folder open, in the place of the one before.
    pub(crate) fn show(&mut self, id: MandateId, shown: Shown) {
        self.shown = Some((id, shown));
    }

    /// The open folder, where it is of this mandate.
    pub(crate) fn shown(&mut self, id: MandateId) -> Option<(&mut Entrusted, &Shown)> {
        let (of, shown) = self.shown.as_ref()?;
        let mandate = self.mandates.iter_mut().find(|mandate| mandate.id == id)?;
        (*of == id).then_some((mandate, shown))
    }

    /// Compares with somebody, in the place of whoever was before.
    pub(crate) fn compare(&mut self, comparing: Comparing) {
        self.comparing = Some(comparing);
    }

    /// The comparison that runs, where it is about the recovery that waits now.
    pub(crate) fn comparing(&mut self, held: &recovery::Held) -> Option<&mut Comparing> {
        self.comparing.as_mut().filter(|c| c.is_of(held))
    }

    /// It has ended, one way or the other.
    pub(crate) fn compared(&mut self) {
        self.comparing = None;
    }
}

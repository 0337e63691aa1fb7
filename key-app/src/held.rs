//! What a helper holds while they help: mandates of others, and the one folder that is open.

use key_core::help::{Entrusted, MandateId, Shown};

/// Lies on the desk, never on a disk; gone when the space is shut.
#[derive(Default)]
pub(crate) struct Held {
    mandates: Vec<Entrusted>,
    shown: Option<(MandateId, Shown)>,
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
}

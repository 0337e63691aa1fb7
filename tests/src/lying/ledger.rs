//! What became of each lie: one line of `target/reports/lying_portal.json` for each.

use super::{
    catalogue::{CATALOGUE, OPEN},
    liar::Told,
};
use crate::report;
use anyhow::{Result, ensure};
use key_core::{Blame, Trouble};
use serde_json::json;
use std::collections::BTreeSet;

/// What the person got.
#[derive(Debug)]
pub enum Outcome {
    /// The app refused.
    Refused(Trouble),
    /// The lie made no difference: the person got the truth.
    Truth,
    /// The person got something false, in words.
    Fell(String),
}

impl Outcome {
    /// The truth, or what differs from it.
    #[must_use]
    pub fn of(unlike: Option<String>) -> Self {
        unlike.map_or(Outcome::Truth, Outcome::Fell)
    }
}

/// Attempts of one family of attacks. They are written down when it is dropped, whatever happens.
pub struct Ledger {
    family: &'static str,
    lines: Vec<serde_json::Value>,
    tried: BTreeSet<&'static str>,
    fell: Vec<(String, String)>,
    misblamed: Vec<String>,
    untold: Vec<String>,
    unknown: Vec<String>,
    trails: BTreeSet<Vec<String>>,
}

impl Ledger {
    /// Begins a family of the catalogue.
    #[must_use]
    pub fn of(family: &'static str) -> Self {
        Self {
            family,
            lines: Vec::new(),
            tried: BTreeSet::new(),
            fell: Vec::new(),
            misblamed: Vec::new(),
            untold: Vec::new(),
            unknown: Vec::new(),
            trails: BTreeSet::new(),
        }
    }

    /// The family.
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.family
    }

    /// Writes down an attempt. A refusal must say that the portal is to blame.
    pub fn note(&mut self, attack: &str, what: impl Into<String>, told: &Told, outcome: Outcome) {
        self.note_blaming(attack, what, told, outcome, &[Blame::Portal]);
    }

    /// The same where another blame is as right: a line that was cut is the network's for all that
    /// anybody can know.
    pub fn note_blaming(
        &mut self,
        attack: &str,
        what: impl Into<String>,
        told: &Told,
        outcome: Outcome,
        right: &[Blame],
    ) {
        let what = what.into();
        let line = format!("{attack}: {what}");
        if told.lies == 0 {
            self.untold.push(line.clone());
        }
        match self.known(attack) {
            Some(id) => {
                self.tried.insert(id);
            }
            None => self.unknown.push(line.clone()),
        }
        let succeeded = match outcome {
            Outcome::Fell(got) => {
                self.fell
                    .push((attack.to_owned(), format!("{line} ({got})")));
                true
            }
            Outcome::Refused(trouble) => {
                if !right.contains(&trouble.blame()) {
                    self.misblamed.push(format!("{line} ({trouble:?})"));
                }
                false
            }
            Outcome::Truth => false,
        };
        self.lines
            .push(json!({ "attack": attack, "what": what, "succeeded": succeeded }));
    }

    /// Writes down that something about the whole family did or did not succeed.
    pub fn conclude(&mut self, attack: &str, what: &str, got: Option<String>) {
        let told = Told {
            lies: 1,
            ..Told::default()
        };
        self.note(attack, what, &told, Outcome::of(got));
    }

    /// Remembers what the app asked after it was lied to: different trails tell the liar which of its
    /// lies the app saw through, and where.
    pub fn trail(&mut self, told: &Told) {
        self.trails.insert(told.trail.clone());
    }

    /// The different trails so far.
    #[must_use]
    pub fn trails(&self) -> &BTreeSet<Vec<String>> {
        &self.trails
    }

    /// Ends the family: nothing succeeded but what is known to, each lie was told, each refusal blamed
    /// the portal, and every attack of the catalogue was tried.
    ///
    /// # Errors
    /// What was not so.
    pub fn close(self) -> Result<()> {
        let is_open = |id: &str| OPEN.iter().any(|(open, _)| *open == id);
        let fell = self.fell.iter().filter(|(id, _)| !is_open(id));
        let fell: Vec<_> = fell.map(|(_, line)| line).collect();
        let did = |id: &str| self.fell.iter().any(|(fell, _)| fell == id);
        let mended: Vec<_> = self.ids().filter(|id| is_open(id) && !did(id)).collect();
        let missing: Vec<_> = self.ids().filter(|id| !self.tried.contains(id)).collect();
        ensure!(fell.is_empty(), "succeeded: {fell:#?}");
        ensure!(mended.is_empty(), "no longer open: {mended:?}");
        ensure!(self.untold.is_empty(), "never told: {:#?}", self.untold);
        ensure!(
            self.misblamed.is_empty(),
            "the wrong one is blamed: {:#?}",
            self.misblamed
        );
        ensure!(
            self.unknown.is_empty() && missing.is_empty(),
            "not in the catalogue: {:?}; never tried: {missing:?}",
            self.unknown
        );
        Ok(())
    }

    fn ids(&self) -> impl Iterator<Item = &'static str> {
        let own = CATALOGUE
            .iter()
            .filter(|attack| attack.family == self.family);
        own.map(|attack| attack.id)
    }

    fn known(&self, attack: &str) -> Option<&'static str> {
        self.ids().find(|id| *id == attack)
    }
}

impl Drop for Ledger {
    fn drop(&mut self) {
        // A report that cannot be written stops no test: whoever needs it sees that it is not there.
        let _ = report::list("lying_portal", "attack", core::mem::take(&mut self.lines));
    }
}

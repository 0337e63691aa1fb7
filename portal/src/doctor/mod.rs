//! Looks a portal over before its admin has to: each check says what is right or what to do.
//!
//! - `machine` its folder, clock, disk · `signed` certificate, locator, board, the version for sticks · `people` helpers, officer
//! - `kept` stores and backups

mod kept;
mod machine;
mod people;
mod signed;

pub(crate) use kept::{BACKUP_INSIDE, backup_is_inside};

use std::fmt;

use self::{
    kept::{backups, gate_backup, stores},
    machine::{disk, folder, time},
    people::{attester, dormant, helpers, officer},
    signed::{board, certificate, locator, version},
};
use crate::{clock::Clock, settings::Settings};

const DAY: u64 = 86_400;

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// As it should be.
    Good,
    /// It works; something is to be done soon.
    Soon,
    /// It does not work, or will not keep its promises.
    Bad,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What was looked at.
    pub what: &'static str,
    /// How it came out.
    pub verdict: Verdict,
    /// What was found, and what to do.
    pub words: String,
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.verdict {
            Verdict::Good => "ok  ",
            Verdict::Soon => "soon",
            Verdict::Bad => "BAD ",
        };
        write!(f, "{mark}  {:<12} {}", self.what, self.words)
    }
}

/// Looks over the portal of these settings.
#[must_use]
pub fn examine(settings: &Settings, clock: &dyn Clock) -> Vec<Check> {
    let now = clock.now();
    vec![
        folder(settings),
        time(settings, now),
        certificate(settings, now),
        locator(settings),
        board(settings, now),
        version(settings),
        helpers(settings, now),
        officer(settings, now),
        attester(settings, now),
        dormant(settings, clock),
        stores(settings),
        disk(settings),
        gate_backup(settings),
        backups(settings, now),
    ]
}

fn check(what: &'static str, verdict: Verdict, words: impl Into<String>) -> Check {
    Check {
        what,
        verdict,
        words: words.into(),
    }
}

//! Helpers whom officers approved at the desk, and what the structure's key did about them.

use wire::helper::{self, HelperNumber};

use super::question::Question;
use crate::{Deps, control::AskError, settings::Settings};

/// Whom officers approved as helpers at the desk, and in what quality.
///
/// # Errors
/// [`AskError`].
pub fn approved(
    settings: &Settings,
    deps: &Deps,
) -> Result<Vec<(HelperNumber, helper::Role)>, AskError> {
    let said = Question::Approved.ask(settings, deps)?;
    let line = |line: &str| {
        let (number, role) = line.split_once(' ')?;
        let role = HELPERS.iter().find(|(_, name)| *name == role)?.0;
        Some((HelperNumber::parse(number)?, role))
    };
    let all: Option<_> = said.lines().map(line).collect();
    all.ok_or(AskError::Portal)
}

/// Somebody who was approved is certified: they wait no longer.
///
/// # Errors
/// [`AskError`].
pub fn certified(settings: &Settings, number: HelperNumber, deps: &Deps) -> Result<(), AskError> {
    Question::Certified(number).ask(settings, deps).map(drop)
}

/// A helper was stopped: whoever was approved under their number is no more.
///
/// # Errors
/// [`AskError`].
pub fn stopped(settings: &Settings, number: HelperNumber, deps: &Deps) -> Result<(), AskError> {
    Question::Stopped(number).ask(settings, deps).map(drop)
}

/// How a helper's quality is written in a line.
pub(super) const HELPERS: [(helper::Role, &str); 6] = [
    (helper::Role::SocialWorker, "social-worker"),
    (helper::Role::Mediator, "mediator"),
    (helper::Role::Volunteer, "volunteer"),
    (helper::Role::Relative, "relative"),
    (helper::Role::Curator, "curator"),
    (helper::Role::Officer, "officer"),
];

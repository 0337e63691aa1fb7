//! Spaces that go because nobody opens them, written down by the portal at its daily look.

use std::{collections::BTreeMap, fs, io, path::Path};

use wire::{AccountId, Code};

use super::Question;
use crate::{
    clock::Clock,
    control::AskError,
    domain::{DAY, Outcome, idle::NOTICE_DAYS},
    folders,
    settings::Settings,
};

/// Their file in the data folder. No backup takes it along.
pub(crate) const IDLE: &str = "accounts.idle";

/// A space that goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Idle {
    /// Its account.
    pub account: AccountId,
    /// Unix seconds from which it goes, where nobody opens it before.
    pub goes: u64,
}

/// Writes down which spaces go, and since when that is said. Where none does there is no file.
pub(crate) fn put(path: &Path, noticed: &[(AccountId, u64)]) -> Outcome<()> {
    let lines: String = noticed
        .iter()
        .map(|(account, since)| format!("{} {since}\n", account.to_hex()))
        .collect();
    let wrote = match fs::read_to_string(path) {
        Ok(before) if before == lines => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound && lines.is_empty() => Ok(()),
        _ if lines.is_empty() => fs::remove_file(path),
        _ => folders::write(path, lines.as_bytes()),
    };
    wrote.map_err(|error| {
        tracing::error!(%error, "the list of idle spaces cannot be written");
        Code::Unavailable.into()
    })
}

/// The spaces that go, as a portal found them at its last look, at most a day ago.
///
/// # Errors
/// Where the file cannot be read, or is damaged.
pub fn idle(settings: &Settings) -> io::Result<Vec<Idle>> {
    let text = match fs::read_to_string(settings.idle()) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        text => text?,
    };
    let line = |line: &str| {
        let (account, since) = line.split_once(' ')?;
        let since: u64 = since.parse().ok()?;
        Some(Idle {
            account: AccountId::from_hex(account)?,
            goes: since.saturating_add(NOTICE_DAYS * DAY),
        })
    };
    let all: Option<Vec<Idle>> = text.lines().map(line).collect();
    all.ok_or_else(|| {
        io::Error::new(
            io::ErrorKind::InvalidData,
            "the list of idle spaces is damaged",
        )
    })
}

/// The accounts that nobody has opened for six months, and when the month of the last opening ended. None of
/// them is known where `[idle]` keeps no month.
///
/// # Errors
/// [`AskError`].
pub(crate) fn dormant(
    settings: &Settings,
    clock: &dyn Clock,
) -> Result<BTreeMap<AccountId, u64>, AskError> {
    let said = Question::Dormant.ask(settings, clock)?;
    let line = |line: &str| {
        let (account, since) = line.split_once(' ')?;
        Some((AccountId::from_hex(account)?, since.parse().ok()?))
    };
    let all: Option<_> = said.lines().map(line).collect();
    all.ok_or(AskError::Portal)
}

//! The structure says that a person died. It cannot open the space, and knows its account by a mandate.

use wire::{AccountId, mandate::MandateCode};

use super::Question;
use crate::{clock::Clock, control::AskError, settings::Settings};

/// Somebody of whom the structure says that they died.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deceased {
    /// Their account.
    pub account: AccountId,
    /// When it was said.
    pub since: u64,
    /// When the space goes, where nobody opens it before; none where that was taken back or is over.
    pub goes: Option<u64>,
}

/// Says that the owner of an account died. Where `died` names the second at which the day was over, a space
/// that was opened in a later month is refused: it is somebody else's, perhaps. When the space goes.
///
/// # Errors
/// [`AskError`].
pub fn say(
    settings: &Settings,
    account: AccountId,
    died: Option<u64>,
    clock: &dyn Clock,
) -> Result<u64, AskError> {
    let said = Question::Say(account, died).ask(settings, clock)?;
    said.trim_end().parse().map_err(|_| AskError::Portal)
}

/// Takes that back.
///
/// # Errors
/// [`AskError`].
pub fn withdraw(
    settings: &Settings,
    account: AccountId,
    clock: &dyn Clock,
) -> Result<(), AskError> {
    Question::Withdraw(account).ask(settings, clock).map(drop)
}

/// Everybody of whom it is said, and of whom it was said wrongly not long ago.
///
/// # Errors
/// [`AskError`].
pub fn deceased(settings: &Settings, clock: &dyn Clock) -> Result<Vec<Deceased>, AskError> {
    let said = Question::Deceased.ask(settings, clock)?;
    let line = |line: &str| {
        let mut words = line.split(' ');
        Some(Deceased {
            account: AccountId::from_hex(words.next()?)?,
            since: words.next()?.parse().ok()?,
            goes: words.next().map(str::parse).transpose().ok()?,
        })
    };
    let all: Option<Vec<Deceased>> = said.lines().map(line).collect();
    all.ok_or(AskError::Portal)
}

/// The account that gave the mandate with this code, as it stands on the paper.
///
/// # Errors
/// [`AskError`].
pub fn giver(
    settings: &Settings,
    code: MandateCode,
    clock: &dyn Clock,
) -> Result<AccountId, AskError> {
    let said = Question::Giver(code).ask(settings, clock)?;
    AccountId::from_hex(said.trim_end()).ok_or(AskError::Portal)
}

//! The structure says that a person died. It cannot open the space, and knows its account by a mandate.

use wire::{AccountId, mandate::MandateCode};

use super::{AccountsError, Question};
use crate::{clock::Clock, settings::Settings};

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
/// [`AccountsError`].
pub fn say(
    settings: &Settings,
    account: AccountId,
    died: Option<u64>,
    clock: &dyn Clock,
) -> Result<u64, AccountsError> {
    let said = Question::Say(account, died).ask(settings, clock)?;
    said.trim_end().parse().map_err(|_| AccountsError::Portal)
}

/// Takes that back.
///
/// # Errors
/// [`AccountsError`].
pub fn withdraw(
    settings: &Settings,
    account: AccountId,
    clock: &dyn Clock,
) -> Result<(), AccountsError> {
    Question::Withdraw(account).ask(settings, clock).map(drop)
}

/// Everybody of whom it is said, and of whom it was said wrongly not long ago.
///
/// # Errors
/// [`AccountsError`].
pub fn deceased(settings: &Settings, clock: &dyn Clock) -> Result<Vec<Deceased>, AccountsError> {
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
    all.ok_or(AccountsError::Portal)
}

/// The account that gave the mandate with this code, as it stands on the paper.
///
/// # Errors
/// [`AccountsError`].
pub fn giver(
    settings: &Settings,
    code: MandateCode,
    clock: &dyn Clock,
) -> Result<AccountId, AccountsError> {
    let said = Question::Giver(code).ask(settings, clock)?;
    AccountId::from_hex(said.trim_end()).ok_or(AccountsError::Portal)
}

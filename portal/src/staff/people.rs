//! Those who work at the desk: invited, listed, ended.

use std::fmt;

use wire::{Code, Hash};

use super::question::{Question, read_id, words};
use crate::{Deps, control::AskError, records::StaffRole, settings::Settings};

/// In what quality somebody works at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Role {
    /// Answers for the structure: invites colleagues, approves helpers, reads what was done.
    Officer,
    /// Receives people: lends sticks, writes down sessions.
    Mediator,
}

impl Role {
    const ALL: [(Self, StaffRole, &'static str); 2] = [
        (Self::Officer, StaffRole::Officer, "officer"),
        (Self::Mediator, StaffRole::Mediator, "mediator"),
    ];

    pub(super) fn parse(word: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find_map(|(role, _, name)| (name == word).then_some(role))
    }

    pub(super) fn kept(self) -> StaffRole {
        match self {
            Self::Officer => StaffRole::Officer,
            Self::Mediator => StaffRole::Mediator,
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut all = Self::ALL.into_iter();
        let name = all.find_map(|(role, _, name)| (role == *self).then_some(name));
        f.write_str(name.unwrap_or_default())
    }
}

/// Somebody was invited.
#[derive(Clone, PartialEq, Eq)]
pub struct Invited {
    /// The address that lets them in, once. Whoever has it is let in.
    pub link: String,
}

impl fmt::Debug for Invited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Invited(***)")
    }
}

/// Somebody who works at the desk, or worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMember {
    /// Their name in the store, hexadecimal.
    pub id: String,
    /// How far in they are: `invited`, `in` or `ended`.
    pub stands: String,
    /// In what quality.
    pub role: Role,
    /// What colleagues call them.
    pub name: String,
}

/// Invites somebody: the link that lets them in.
///
/// # Errors
/// [`AskError`].
pub fn invite(
    settings: &Settings,
    name: &str,
    role: Role,
    deps: &Deps,
) -> Result<Invited, AskError> {
    let said = Question::Invite(role, name.to_owned()).ask(settings, deps)?;
    let token = Hash::from_hex(said.trim_end()).ok_or(AskError::Portal)?;
    let link = crate::desk::link(&settings.file.webauthn.origin, &token.0);
    Ok(Invited { link })
}

/// Everybody who works at the desk or ever did.
///
/// # Errors
/// [`AskError`].
pub fn list(settings: &Settings, deps: &Deps) -> Result<Vec<StaffMember>, AskError> {
    let said = Question::List.ask(settings, deps)?;
    let line = |line: &str| {
        let mut words = line.splitn(4, ' ');
        let [id, stands, role] = [words.next()?, words.next()?, words.next()?];
        Some(StaffMember {
            id: id.to_owned(),
            stands: stands.to_owned(),
            role: Role::parse(role)?,
            name: words.next()?.to_owned(),
        })
    };
    let all: Option<_> = said.lines().map(line).collect();
    all.ok_or(AskError::Portal)
}

/// Ends somebody's access at once.
///
/// # Errors
/// [`AskError`].
pub fn end(settings: &Settings, id: &str, deps: &Deps) -> Result<(), AskError> {
    let id = read_id(id).ok_or(AskError::Rule(words(Code::NotFound)))?;
    Question::End(id).ask(settings, deps).map(drop)
}

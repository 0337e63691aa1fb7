//! What a command beside the portal asks of the desk: one line that the portal answers where it runs, and that
//! is answered straight from the store where it does not.

use std::fmt;

use wire::{
    Code, Hash, Random,
    helper::{self, HelperNumber},
};

use crate::{
    Deps,
    app::{Shared, aside, open_stores},
    control::{self, AskError},
    domain::{
        Outcome,
        desk::{
            approvals,
            staff::{self, Stands, Token},
        },
    },
    records::{Approval, StaffId, StaffRole},
    settings::Settings,
    store::Store,
};

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

    fn parse(word: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find_map(|(role, _, name)| (name == word).then_some(role))
    }

    fn kept(self) -> StaffRole {
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

fn words(code: Code) -> &'static str {
    match code {
        Code::Malformed => "a name is one line of 60 characters at most",
        Code::NotFound => "nobody who works at the desk has this id: see `portal staff list`",
        Code::QuotaReached => "too many people ever worked at this desk",
        _ => code.as_str(),
    }
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
const HELPERS: [(helper::Role, &str); 6] = [
    (helper::Role::SocialWorker, "social-worker"),
    (helper::Role::Mediator, "mediator"),
    (helper::Role::Volunteer, "volunteer"),
    (helper::Role::Relative, "relative"),
    (helper::Role::Curator, "curator"),
    (helper::Role::Officer, "officer"),
];

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Question {
    Invite(Role, String),
    List,
    End(StaffId),
    Approved,
    Certified(HelperNumber),
    Stopped(HelperNumber),
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invite(role, name) => write!(f, "invite {role} {name}"),
            Self::List => f.write_str("list"),
            Self::End(id) => write!(f, "end {}", hex(id)),
            Self::Approved => f.write_str("approved"),
            Self::Certified(number) => write!(f, "certified {number}"),
            Self::Stopped(number) => write!(f, "stopped {number}"),
        }
    }
}

impl Question {
    fn parse(line: &str) -> Option<Self> {
        let (verb, about) = line.split_once(' ').unwrap_or((line, ""));
        match verb {
            "invite" => {
                let (role, name) = about.split_once(' ')?;
                Some(Self::Invite(Role::parse(role)?, name.to_owned()))
            }
            "list" if about.is_empty() => Some(Self::List),
            "end" => read_id(about).map(Self::End),
            "approved" if about.is_empty() => Some(Self::Approved),
            "certified" => HelperNumber::parse(about).map(Self::Certified),
            "stopped" => HelperNumber::parse(about).map(Self::Stopped),
            _ => None,
        }
    }

    fn ask(self, settings: &Settings, deps: &Deps) -> Result<String, AskError> {
        // A name of two lines would be two questions.
        if self.to_string().contains(['\n', '\r']) {
            return Err(AskError::Rule(words(Code::Malformed)));
        }
        let Some(said) = control::ask(settings, &format!("staff {self}"), words)? else {
            let (space, _gate) = open_stores(settings)?;
            let answer = self.answer(&space, deps.clock.now(), (deps.random)());
            return answer.map_err(|refusal| AskError::Rule(words(refusal.code)));
        };
        Ok(said)
    }

    fn answer(self, space: &Store, now: u64, mut random: Box<dyn Random>) -> Outcome<String> {
        match self {
            Self::Invite(role, name) => {
                let invited = space.write(move |tx| {
                    staff::invite(tx, (&name, role.kept()), None, now, &mut *random)
                });
                let (_, token): (_, Token) = invited?;
                Ok(format!("{}\n", Hash(token).to_hex()))
            }
            Self::List => {
                let all = space.read(|read| staff::all(read))?;
                let line = |one: &staff::Member| {
                    let stands = match one.stands {
                        Stands::Invited => "invited",
                        Stands::In => "in",
                        Stands::Ended => "ended",
                    };
                    let role = match one.staff.role {
                        StaffRole::Officer => Role::Officer,
                        StaffRole::Mediator => Role::Mediator,
                    };
                    format!("{} {stands} {role} {}\n", hex(&one.id), one.staff.name)
                };
                Ok(all.iter().map(line).collect())
            }
            Self::Approved => {
                let all = space.read(|read| approvals::all(read, now))?;
                let line = |(number, row): &(HelperNumber, Approval)| {
                    let role = HELPERS.iter().find(|(role, _)| *role == row.role);
                    format!("{number} {}\n", role.map_or("", |(_, name)| name))
                };
                Ok(all.iter().map(line).collect())
            }
            Self::Certified(number) => {
                space.write(move |tx| approvals::withdraw(tx, &number, None, now))?;
                Ok(String::new())
            }
            Self::Stopped(number) => {
                space.write(move |tx| approvals::stopped(tx, &number, now))?;
                Ok(String::new())
            }
            Self::End(id) => {
                space.write(move |tx| staff::end(tx, id, None, now))?;
                Ok(String::new())
            }
        }
    }
}

/// The portal that runs answers one.
pub(crate) async fn by_portal(app: &Shared, line: &str) -> Outcome<String> {
    let question = Question::parse(line).ok_or(Code::Malformed)?;
    if let Question::End(id) = question {
        app.desk.end_all(&id);
    }
    let (app, random) = (app.clone(), app.random());
    aside(move || question.answer(&app.space, app.now(), random)).await
}

fn hex(id: &StaffId) -> String {
    data_encoding::HEXLOWER.encode(&id.0)
}

fn read_id(text: &str) -> Option<StaffId> {
    let bytes = data_encoding::HEXLOWER.decode(text.as_bytes()).ok()?;
    bytes.try_into().ok().map(StaffId)
}
